from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from login_contract.codegen.openapi_files import Descriptions
from login_contract.codegen.python import thin_layer
from login_contract.codegen.python.distribution import write_python
from login_contract.codegen.python.thin_layer import copy_thin_layer
from login_contract.codegen.verify import IMPORT_EVERYTHING

PACKAGE = "xsolla_login_client"
SOURCES = {
    "free.py": f"from {PACKAGE} import errors\nfrom {PACKAGE}.types import UNSET\nimport json\n",
    "errors.py": "",
    "grant.py": f"from {PACKAGE}.api.oauth2_token import generate_jwt\nfrom {PACKAGE}.errors import E\n",
    "renewing.py": f"from {PACKAGE} import grant\n",
    "hooks/__init__.py": f"from {PACKAGE}.hooks.reading import read\n",
    "hooks/reading.py": f"from {PACKAGE}.models import Delivery\n",
    "using.py": f"from {PACKAGE}.api.tokens.validate import sync\n",
}
GENERATED = {
    "types.py": "UNSET = None\n",
    "models/__init__.py": "from .delivery import Delivery\n",
    "models/delivery.py": "",
    "api/oauth2_token/__init__.py": "",
    "api/oauth2_token/generate_jwt.py": "",
    "api/tokens/validate.py": "",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("gone", "left_out"),
    [
        ((), set()),
        (("api/oauth2_token/generate_jwt.py",), {"grant.py", "renewing.py"}),
        (("api/tokens/validate.py",), {"using.py"}),
        (("models/__init__.py", "models/delivery.py"), {"hooks/__init__.py", "hooks/reading.py"}),
    ],
)
def test_what_needs_a_model_or_a_call_that_is_not_there_goes_with_all_that_builds_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: tuple[str, ...], left_out: set[str]
) -> None:
    monkeypatch.setattr(thin_layer, "_SOURCE", write(tmp_path / "thin", SOURCES))
    there = {name: text for name, text in GENERATED.items() if name not in gone}
    package = write(tmp_path / PACKAGE, there)
    copy_thin_layer(package)

    copied = {path.relative_to(package).as_posix() for path in package.rglob("*.py")} - there.keys()
    assert copied == SOURCES.keys() - left_out


def test_what_was_rendered_on_top_of_what_is_left_out_goes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thin_layer, "_SOURCE", write(tmp_path / "thin", SOURCES))
    rendered = {
        "facade.py": f"from {PACKAGE}.calls import A\nfrom {PACKAGE} import renewing\n",
        "calls.py": f"from {PACKAGE}.free import A\n",
        "above.py": f"from {PACKAGE}.facade import A\n",
    }
    there = GENERATED | rendered
    del there["api/oauth2_token/generate_jwt.py"]
    package = write(tmp_path / PACKAGE, there)
    copy_thin_layer(package, rendered=rendered)

    left = {name for name in rendered if (package / name).exists()}
    assert left == {"calls.py"}
    assert not (package / "renewing.py").exists()


def test_a_client_without_the_calls_of_the_facade_offers_nothing_that_is_not_there(
    tmp_path: Path, descriptions: Descriptions
) -> None:
    write_python(descriptions.variants["partner"], tmp_path / "python")
    imported = subprocess.run(
        [sys.executable, "-I", "-B", "-W", "error", "-c", IMPORT_EVERYTHING, tmp_path / "python"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (imported.returncode, imported.stderr) == (0, "")
    assert not (tmp_path / "python" / PACKAGE / "login_api.py").exists()
    readme = (tmp_path / "python" / "README.md").read_text("utf-8")
    assert all(name not in readme for name in ("LoginApi", "webhooks", "password"))

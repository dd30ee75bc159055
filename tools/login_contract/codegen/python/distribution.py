"""`generated/python`: the distribution `xsolla-login-client`, made by openapi-python-client.

The generator is used as it is. Its own project files are left out, because they would bring a build
backend and development tools along; the few that a distribution needs stand in `files/`. What it
lacks is written by hand in `thin/` and copied into the package as it stands. Two things are corrected in
what it wrote, because nothing that stands beside it could: `CORRECTIONS` and `FIXED_BOUNDARY`.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from string import Template
from typing import Any

from login_contract.codegen.published_names import as_published
from login_contract.description.message import MULTIPART
from login_contract.description.operation import operations
from login_contract.document.writer import to_json
from login_contract.errors import Failure

PACKAGE = "xsolla_login_client"
_HERE = Path(__file__).parent
#: Lines of `client.py` that are replaced. Each stands there once for either class, `Client` and
#: `AuthenticatedClient`. Without a time to wait, one server that hangs would stop its caller for ever.
CORRECTIONS = {
    "_timeout: httpx.Timeout | None = field(default=None, ": (
        "_timeout: httpx.Timeout | None = field(default=httpx.Timeout(5.0), "
    ),
    "httpx.TimeoutException if this is exceeded.\n": (
        "httpx.TimeoutException if this is exceeded. Default value is that of httpx, 5 seconds.\n"
    ),
}
#: Left out of each call that sends a form with files. A file may hold any boundary that is known before;
#: without one, httpx makes one up for each call.
FIXED_BOUNDARY = '    headers["Content-Type"] = "multipart/form-data; boundary=+++"\n'
_STYLE = ("--isolated", "--no-cache", "--quiet", "--line-length=110", "--target-version=py311")


class GenerationError(Failure):
    """The generator warned or failed; the message holds what it said."""


def write_python(document: dict[str, Any], folder: Path) -> None:
    """Writes the distribution into an empty or missing folder, from a bundled description.

    Raises:
        GenerationError: the generator or the formatter had anything to complain about, or the thin layer
            would overwrite what was generated.
    """
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / PACKAGE
    _generate(document, package)
    (package / "py.typed").write_bytes(b"")
    for template in sorted((_HERE / "files").glob("*.template")):
        text = Template(template.read_text("utf-8")).substitute(version=document["info"]["version"])
        (folder / template.stem).write_bytes(text.encode())
    _ruff(folder, "check", "--select=F,I,UP", "--fix-only")
    _ruff(folder, "format")
    _copy_thin_layer(package)


def _generate(document: dict[str, Any], package: Path) -> None:
    # The generator is slow to import, and only this function needs it.
    from openapi_python_client import generate
    from openapi_python_client.config import Config, ConfigFile, MetaType

    with tempfile.TemporaryDirectory() as temporary, contextlib.redirect_stdout(io.StringIO()):
        source = Path(temporary, "login.json")
        source.write_bytes(to_json(as_published(document)).encode())
        config = Config.from_sources(
            ConfigFile.load_from_path(_HERE / "settings.yaml"),
            MetaType.NONE,
            document_source=source,
            file_encoding="utf-8",
            overwrite=False,
            output_path=package,
        )
        complaints = generate(config=config)
    if complaints:
        raise GenerationError("\n".join(f"{one.header}: {one.detail or ''}".strip() for one in complaints))
    correct(package / "client.py")
    free_boundaries(package / "api", forms=sum(MULTIPART in each.bodies for each in operations(document)))


def correct(module: Path) -> None:
    """Replaces what ``CORRECTIONS`` says in the generated `client.py`.

    Raises:
        GenerationError: a line does not stand there twice, as the pinned generator writes it.
    """
    text = module.read_text("utf-8")
    for given, wanted in CORRECTIONS.items():
        if text.count(given) != 2:
            raise GenerationError(f"{module.name} is no longer written as the corrections expect: {given!r}")
        text = text.replace(given, wanted)
    module.write_text(text, "utf-8")


def free_boundaries(folder: Path, *, forms: int) -> None:
    """Leaves the fixed boundary out of the modules of so many calls that send a form with files.

    Raises:
        GenerationError: it stands in another number of modules, or more than once in one.
    """
    found = 0
    for module in sorted(folder.rglob("*.py")):
        text = module.read_text("utf-8")
        if FIXED_BOUNDARY in text:
            module.write_text(text.replace(FIXED_BOUNDARY, "", 1), "utf-8")
            found += text.count(FIXED_BOUNDARY)
    if found != forms:
        raise GenerationError(
            f"{found} calls and not {forms} send a form with files as the corrections expect"
        )


def _copy_thin_layer(package: Path) -> None:
    for source in sorted((_HERE / "thin").rglob("*.py")):
        name = source.relative_to(_HERE / "thin")
        place = package / name
        if place.exists():
            raise GenerationError(f"{name.as_posix()} of the thin layer is a generated file too")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)


def _ruff(folder: Path, command: str, *options: str) -> None:
    # `-m` runs the ruff of this interpreter, which is the pinned one.
    done = subprocess.run(
        [sys.executable, "-m", "ruff", command, *_STYLE, *options, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise GenerationError(f"ruff {command} failed: {done.stderr or done.stdout}")

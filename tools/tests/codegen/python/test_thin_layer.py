from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from login_contract.codegen import verify as verify_module
from login_contract.codegen.python import distribution as python_client
from login_contract.codegen.python import samples, templating
from login_contract.codegen.python.distribution import PACKAGE, GenerationError, write_python
from login_contract.codegen.verify import verify
from login_contract.errors import Failure

THIN = Path(python_client.__file__).parent / "thin"
EXTRA = "checking webhooks needs the extra 'webhooks': pip install 'xsolla-login-client[webhooks]'"


def modules() -> list[str]:
    return sorted(path.relative_to(THIN).as_posix() for path in THIN.rglob("*.py"))


def test_it_is_copied_as_it_stands(client: Path) -> None:
    assert "webhooks/__init__.py" in modules()
    for name in modules():
        assert (client / PACKAGE / name).read_bytes() == (THIN / name).read_bytes()


def test_it_never_overwrites_what_was_generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def generate_a_namesake(_: object, package: Path, *, facts: object) -> None:
        for name in (*python_client.REPLACED, "webhooks/errors.py"):
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            (package / name).write_text('"""Generated."""\n')

    monkeypatch.setattr(templating, "run", generate_a_namesake)
    monkeypatch.setattr(python_client, "reference", lambda *_: "")
    monkeypatch.setattr(samples, "samples", lambda *_: "")
    with pytest.raises(
        GenerationError, match=r"^webhooks/errors.py of the thin layer is a generated file too$"
    ):
        write_python({"info": {"version": "1.0"}, "paths": {}}, tmp_path / "python")


def test_verify_tells_of_an_edited_and_of_a_lost_copy(
    client: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_fresh(_: str, place: Path) -> None:
        shutil.copytree(client, place / "python", ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))

    monkeypatch.setattr(verify_module, "write_fresh", write_fresh)
    for judge in ("_import_everything", "_type_check"):
        monkeypatch.setattr(verify_module, judge, lambda folder: [])
    shutil.rmtree(checkout / "generated")
    write_fresh("all", checkout / "generated")
    package = checkout / "generated" / "python" / PACKAGE
    edited, lost = package / "webhooks" / "answers.py", package / "webhooks" / "keys.py"
    edited.write_text(edited.read_text("utf-8").replace("= 1000", "= 1001"), "utf-8")
    lost.unlink()
    with pytest.raises(Failure) as caught:
        verify()
    assert str(caught.value).splitlines() == [
        f"generated/python/{PACKAGE}/webhooks/answers.py: differs",
        f"generated/python/{PACKAGE}/webhooks/keys.py: missing",
    ]


def test_what_checks_tokens_is_an_extra(client: Path) -> None:
    project = tomllib.loads((client / "pyproject.toml").read_text("utf-8"))["project"]
    assert [Requirement(one).name for one in project["dependencies"]] == ["attrs", "httpx"]
    extras = project["optional-dependencies"]
    assert {name: [Requirement(one).name for one in extras[name]] for name in extras} == {
        "tokens": ["joserfc"],
        "webhooks": ["joserfc"],
    }


@pytest.fixture(scope="module")
def bare(client: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The start of a command line for a Python that has nothing but the client, httpx and attrs."""
    site = tmp_path_factory.mktemp("site")
    (site / PACKAGE).symlink_to(client / PACKAGE)
    pending, seen = ["httpx", "attrs"], set[str]()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        installed = distribution(name)
        wanted = (Requirement(one) for one in installed.requires or ())
        pending += [one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
        for file in installed.files or ():
            top = file.parts[0]
            if top != ".." and not (site / top).exists():
                (site / top).symlink_to(Path(str(installed.locate_file(top))))
    start = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    return [sys.executable, "-I", "-S", "-B", "-W", "error", "-c", start]


def run(bare: list[str], code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*bare[:-1], bare[-1] + code], capture_output=True, text=True, check=False, timeout=60
    )


def test_every_module_is_importable_with_httpx_and_attrs_alone(bare: list[str]) -> None:
    names = [f"{PACKAGE}.{name[:-3].replace('/', '.').removesuffix('.__init__')}" for name in modules()]
    done = run(bare, f"import importlib\nfor name in {names}: importlib.import_module(name)")
    assert done.returncode == 0, done.stderr
    assert run(bare, "import joserfc").stderr.endswith("No module named 'joserfc'\n")


def test_answers_and_events_need_no_extra(bare: list[str]) -> None:
    done = run(
        bare,
        f"from {PACKAGE} import webhooks\n"
        "print(webhooks.accept(data={'level': 7}), webhooks.refuse('1', 'no'))\n"
        "try: webhooks.login_event(b'{}')\n"
        "except webhooks.MalformedBody as error: print(error)\n",
    )
    expected = "{'level': 7} {'error': {'code': '1', 'description': 'no'}}\nThe body lacks event_type.\n"
    assert (done.stdout, done.stderr) == (expected, "")


@pytest.mark.parametrize("how", ["secret='x'", "jwks={'keys': []}", "jwks=webhooks.JwksSource('http://x')"])
def test_unwrap_without_the_extra_names_it_in_one_line(bare: list[str], how: str) -> None:
    done = run(bare, f"from {PACKAGE} import webhooks\nwebhooks.unwrap(b'{{}}', {{}}, {how})")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"{PACKAGE}.webhooks.errors.MissingExtra: {EXTRA}"


@pytest.mark.parametrize("how", ["by_keys(PROJECT)", "by_secret(PROJECT, secret='x' * 32)"])
def test_a_validator_without_the_extra_names_it_in_one_line(bare: list[str], how: str) -> None:
    project = "PROJECT = '4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10'\n"
    done = run(bare, f"{project}from {PACKAGE} import token_validator as t\nt.TokenValidator.{how}")
    assert done.returncode == 1
    advice = "checking tokens needs the extra 'tokens': pip install 'xsolla-login-client[tokens]'"
    assert done.stderr.splitlines()[-1] == f"{PACKAGE}.signed_tokens.errors.MissingExtra: {advice}"


def test_tokens_are_handled_in_a_client_that_lacks_the_calls_about_them() -> None:
    about = ("signed_tokens/", "token_", "tokens", "refresh_grant", "renewal", "single_flight", "pkce")
    for name in modules():
        if name.startswith(about):
            imported = re.findall(r"xsolla_login_client\.(?:api|models)\b", (THIN / name).read_text("utf-8"))
            assert not imported, name


def test_every_public_name_of_the_webhooks_is_listed() -> None:
    from xsolla_login_client import webhooks
    from xsolla_login_client.webhooks import errors

    assert all(hasattr(webhooks, name) for name in webhooks.__all__)
    raised = {
        name for name, value in vars(errors).items() if getattr(value, "__module__", "") == errors.__name__
    }
    assert raised <= set(webhooks.__all__)

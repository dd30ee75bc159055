"""What the base installation does without its extras, and how it asks for them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from login_contract import extras, resources
from login_contract.cli import run
from tests.cli.process import environment

PROJECT = tomllib.loads((resources.checkout() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Imports nothing of an extra: whoever does fails as on a machine that lacks it.
WITHOUT_EXTRAS = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
{program}
"""
EVERY = tuple(module for modules in extras.MODULES.values() for module in modules)
FIXTURE = """
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.direct_control import DirectControl
from login_contract.suite.actors.login_mock import LoginMock
with EmbeddedMock() as server:
    control = DirectControl(server)
    game = LoginMock(base_url=server.base_url, project_id=control.put_project(), control=control)
    print(game.control.moved())
"""
COMMAND = "from login_contract.cli import run\nsys.exit(run({arguments!r}))"


def without_extras(
    program: str, folder: Path, *, missing: tuple[str, ...] = EVERY
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRAS.format(missing=set(missing), program=program)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", each, maxsplit=1)[0].lower().replace("_", "-") for each in requirements}


def test_extras_are_those_of_the_project() -> None:
    declared = PROJECT["optional-dependencies"]
    assert set(declared) - {"all"} == set(extras.MODULES)
    assert declared["all"] == [f"{extras.DISTRIBUTION}[{','.join(extras.MODULES)}]"]
    assert PROJECT["name"] == extras.DISTRIBUTION


@pytest.mark.parametrize("extra", extras.MODULES)
def test_each_module_comes_with_its_extra_and_not_with_the_base(extra: str) -> None:
    brought, base = names(PROJECT["optional-dependencies"][extra]), names(PROJECT["dependencies"])
    of = packages_distributions()
    for module in extras.MODULES[extra]:
        distributions = names(of.get(module, [module]))
        # psycopg_pool comes by an extra of psycopg's own.
        assert distributions & (brought | {"psycopg-pool"}), module
        assert not distributions & base, module


@pytest.mark.parametrize(
    ("arguments", "extra", "module"),
    [
        (["test"], "suite", "schemathesis"),
        (["webhooks", "test", "--url", "http://127.0.0.1:9/{name}"], "suite", "schemathesis"),
        (["generate"], "generate", "openapi_python_client"),
        (["verify"], "generate", "openapi_python_client"),
        (["mock", "--port", "0", "--database-url", "postgresql://localhost/none"], "postgresql", "psycopg"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else value,
)
def test_command_without_its_extra_says_how_to_install_it(
    arguments: list[str],
    extra: str,
    module: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    assert run(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("login-contract: ")
    assert line.endswith(
        f"needs {module}, which is not installed: pip install 'xsolla-login-contract[{extra}]', "
        f"or '.[{extra}]' in a clone"
    )


def test_fixture_needs_no_extra(tmp_path: Path) -> None:
    done = without_extras(FIXTURE, tmp_path)
    assert (done.returncode, done.stdout) == (0, "False\n"), done.stderr


def test_overlay_needs_no_extra(tmp_path: Path) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}
    actions = [{"target": "$.info", "update": {"title": "changed"}}]
    overlay = {"overlay": "1.0.0", "info": {"title": "o", "version": "1"}, "actions": actions}
    (tmp_path / "api.json").write_text(json.dumps(document))
    (tmp_path / "overlay.json").write_text(json.dumps(overlay))
    program = COMMAND.format(arguments=["overlay", "apply", "api.json", "overlay.json", "--format", "json"])
    done = without_extras(program, tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["info"]["title"] == "changed"


def test_sending_a_webhook_needs_no_extra(tmp_path: Path) -> None:
    url = "http://127.0.0.1:9/phone"  # Nobody listens there: the command tells so, and fails.
    arguments = ["webhooks", "send", "phone", "--url", url, "--keys-port", "0"]
    done = without_extras(COMMAND.format(arguments=arguments), tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"POST {url}" in done.stdout


def test_address_of_the_account_page_needs_neither_an_extra_nor_the_client(tmp_path: Path) -> None:
    program = COMMAND.format(arguments=["account-url", "--token", "a.b.c", "--embed", "link"])
    done = without_extras(program, tmp_path, missing=(*EVERY, "xsolla_login_client"))
    assert (done.returncode, done.stderr) == (0, "")
    assert 'href="https://useraccount.xsolla.com/profile?locale=en#token=a.b.c"' in done.stdout


def test_the_block_stands_for_a_missing_package(tmp_path: Path) -> None:
    done = without_extras("import pytest", tmp_path)
    assert "ModuleNotFoundError: pytest" in done.stderr


def test_listening_for_webhooks_needs_no_extra(tmp_path: Path) -> None:
    done = without_extras("import login_contract.partner_suite.reference.listen", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")

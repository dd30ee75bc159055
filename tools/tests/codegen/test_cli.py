from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from login_contract import __version__, cli
from login_contract.document.problem import DocumentError, Problem
from login_contract.errors import UsageError

LINE = "login-contract: "


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stands in for the server and keeps what it was called with."""
    calls: dict[str, Any] = {}
    module = ModuleType("login_contract.mock.run")

    def serve(**options: Any) -> int:
        calls.update(options)
        return 0

    module.serve = serve  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "login_contract.mock.run", module)
    monkeypatch.delenv("LOGIN_CONTRACT_ADMIN_TOKEN", raising=False)
    return calls


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "nothing",
        "--nothing",
        "mock --prot 1",
        "mock --port x",
        "mock --port 70000",
        "mock --port",
        "mock --workers 0",
        "mock elsewhere",
        "generate ruby",
        "generate python twice",
        "verify everything",
    ],
)
def test_a_bad_command_line_is_one_line_and_status_2(
    arguments: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(LINE)
    assert err.count("\n") == 1


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"login-contract {__version__}\n"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("generate", "verify", "mock", "test"))


def test_the_mock_gets_every_flag(served: dict[str, Any]) -> None:
    line = (
        "mock --host 0.0.0.0 --port 1 --config c.toml --database-url sqlite:///a.db --workers 2 --seed 3 "
        "--admin-token t --public-url http://x --quiet --log json"
    )
    assert cli.run(line.split()) == 0
    assert served == {
        "host": "0.0.0.0",
        "port": 1,
        "config": Path("c.toml"),
        "database_url": "sqlite:///a.db",
        "workers": 2,
        "seed": 3,
        "admin_token": "t",
        "public_url": "http://x",
        "quiet": True,
        "log": "json",
    }


def test_flags_left_out_are_left_to_the_configuration(served: dict[str, Any]) -> None:
    assert cli.run(["mock"]) == 0
    assert set(served.values()) == {None}


def test_the_admin_token_may_come_from_the_environment(
    served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGIN_CONTRACT_ADMIN_TOKEN", "from-environment")
    cli.run(["mock"])
    assert served["admin_token"] == "from-environment"


def test_the_status_of_the_mock_is_the_commands(
    served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["login_contract.mock.run"], "serve", lambda **_: 5)
    assert cli.run(["mock"]) == 5


def raising(error: Exception) -> Any:
    def fail(**_: Any) -> int:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "status", "expected"),
    [
        (UsageError("port 8480 is\ntaken"), 2, f"{LINE}port 8480 is taken\n"),
        (DocumentError([Problem("a.yaml", "x"), Problem("b.yaml", "y")]), 1, "a.yaml#: x\nb.yaml#: y\n"),
        (FileNotFoundError(2, "No such file", "c.toml"), 2, f"{LINE}c.toml: No such file\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_errors_become_a_line_and_a_status(
    served: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    status: int,
    expected: str,
) -> None:
    monkeypatch.setattr(sys.modules["login_contract.mock.run"], "serve", raising(error))
    assert cli.run(["mock"]) == status
    assert capsys.readouterr().err == expected


def test_a_defect_of_ours_is_not_hidden(served: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["login_contract.mock.run"], "serve", raising(ValueError("a bug")))
    with pytest.raises(ValueError, match="a bug"):
        cli.run(["mock"])


@pytest.mark.usefixtures("variants")
def test_generate_tells_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["generate", "openapi", "--output", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == f"wrote {tmp_path / 'out' / 'openapi'}\n"
    assert (tmp_path / "out" / "openapi" / "open.json").is_file()


def test_generate_says_where_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert cli.run(["generate", "openapi", "--output", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err == f"{LINE}{tmp_path / 'file'}: File exists\n"


def test_the_command_line_loads_nothing_slow() -> None:
    slow = (
        "rich",
        "starlette",
        "uvicorn",
        "schemathesis",
        "openapi_python_client",
        "yaml",
        "jsonschema_rs",
        "httpx",
    )
    code = f"import sys, login_contract.cli; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

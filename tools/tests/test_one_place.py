"""What the package does in one place alone: SQL, HTTP clients, servers, settings files, tokens."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import login_contract

FOLDER = Path(login_contract.__file__).parent
SQL = re.compile(r"\b(?:SELECT .* FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET|CREATE TABLE)\b", re.DOTALL)
Holds = Callable[[ast.AST], bool]


def calls(*names: str) -> Holds:
    """Return what finds a call by its dotted name."""
    return lambda node: isinstance(node, ast.Call) and ast.unparse(node.func) in names


def is_sql(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value) is not None
    )


def reads_toml(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(alias.name == "tomllib" for alias in node.names)


def serves(node: ast.AST) -> bool:
    named = isinstance(node, ast.Attribute | ast.Name)
    return named and ast.unparse(node) in ("uvicorn.Server", "HTTPServer", "ThreadingHTTPServer")


CLIENTS = calls("httpx.Client", "httpx.AsyncClient", "requests.Session")
TOKENS = calls(
    *(f"jwt.{name}" for name in ("encode", "decode")),
    *(f"jws.{name}_compact" for name in ("serialize", "deserialize")),
    *(f"base64.urlsafe_b64{name}code" for name in ("en", "de")),
)
PLACES: Mapping[str, tuple[Holds, tuple[str, ...]]] = {
    "SQL": (is_sql, ("mock/store/",)),
    # Schemathesis speaks through a library of its own, and the generated client stands alone.
    "HTTP clients": (CLIENTS, ("http_client.py", "suite/generated/session.py", "codegen/python/thin/")),
    # Two commands serve until they are interrupted, in the main thread.
    "servers": (
        serves,
        ("local_server.py", "plain_server.py", "mock/run.py", "partner_suite/reference/listen.py"),
    ),
    # The layer that is copied into the generated client stands alone.
    "tokens": (TOKENS, ("tokens/", "codegen/python/thin/")),
    # A language's texts come with the package and are no settings.
    "TOML": (reads_toml, ("toml_file.py", "mock/messages/languages.py")),
}


@cache
def modules() -> Mapping[str, ast.Module]:
    """Return the syntax of every module by its path in the package."""
    return {
        path.relative_to(FOLDER).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.py")
    }


def elsewhere(what: str, found: Mapping[str, ast.Module]) -> Iterator[str]:
    """Yield the paths of modules that do something for which there is another place."""
    holds, places = PLACES[what]
    for path, tree in found.items():
        if not path.startswith(places) and any(holds(node) for node in ast.walk(tree)):
            yield path


@pytest.mark.parametrize("what", PLACES)
def test_it_is_done_in_its_own_place_alone(what: str) -> None:
    assert list(elsewhere(what, modules())) == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("SQL", 'tx.execute("UPDATE state SET runs = 1")'),
        ("SQL", 'tx.all(f"SELECT * FROM users {tail}")'),
        ("HTTP clients", "import httpx\nwith httpx.AsyncClient(trust_env=False) as client: ..."),
        ("tokens", "from joserfc import jwt\njwt.decode(token, key, algorithms=['RS256'])"),
        ("tokens", "import base64\nhead = base64.urlsafe_b64decode(token.split('.')[0])"),
        ("servers", "import uvicorn\nuvicorn.Server(configuration).run()"),
        ("servers", "class Site(ThreadingHTTPServer): ..."),
        ("TOML", "def read():\n    import tomllib\n"),
    ],
)
def test_another_place_is_noticed(what: str, text: str) -> None:
    assert list(elsewhere(what, {"mock/domain/users.py": ast.parse(text)})) == ["mock/domain/users.py"]

"""What `SUPPORTED.md` says is what stands in the sources: laws, defects, clients, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from login_contract.codegen.support.laws import laws
from login_contract.codegen.support.naming import Names
from login_contract.codegen.support.page import page
from login_contract.codegen.support.reach import Reach
from login_contract.codegen.support.source import read
from login_contract.codegen.support.survey import Row, Survey, missing, survey
from login_contract.description.operation import operations

ACTOR = "tools/login_contract/suite/actors/player.py"
TEST = "contract_tests/flows/test_doors.py"
CONFTEST = "contract_tests/flows/conftest.py"
# What any survey needs to be there.
SILENT = {
    "contract_tests/clients/test_python_client.py": "",
    "contract_tests/clients/test_typescript_client.py": "",
    "contract_tests/clients/test_authlib.py": "",
    "tools/login_contract/mock/operations/door.py": '@serves("open-door", "push-door")\ndef f(): ...\n',
    "tools/tests/defects/doors.py": "",
    "tools/tests/defects/catalogue.md": "",
    "tools/generators/programs/some.ts": "",
    "openapi/operations.csv": "family,method,path,operation_id,id_from,left_out\n"
    "doors,POST,/open,open-door,vendor,\ndoors,GET,/key/{key},show-key,vendor,\n"
    "doors,PUT,/bell,ring-bell,vendor,nobody tells how\nwebhook,POST,{told_url},told-opened,vendor,\n",
}
PLAYER = """
    from attrs import frozen
    KEY = "show-key"

    @frozen
    class Player:
        friend: Player

        def call(self, operation_id: str) -> None:
            if operation_id in ("close-door", "push-door"):
                ...

        def open(self) -> Player:
            self.call("open-door")
            return self

        def call_for(self, operation_id: str) -> None:
            "push-door", self.key

        @property
        def key(self) -> str:
            return self.call(KEY)

    def friendly(player: Player) -> Player:
        return player.open()
"""
HEAD = """
    import pytest
    from login_contract.suite.actors import player
    from login_contract.suite.actors.player import KEY, Player
    law = pytest.mark.law
    MakePlayer = Callable[..., Player]
"""


def described() -> dict[str, Any]:
    def operation(name: str, **more: Any) -> dict[str, Any]:
        return {"operationId": name, "x-origin": "doc", "responses": {}, **more}

    key = {"name": "key", "in": "path", "required": True, "schema": {}, "example": "k7"}
    return {
        "paths": {
            "/open": {"post": operation("open-door", **{"x-sdk-call": "openDoor", "x-protocol": "jwt"})},
            "/push": {"post": operation("push-door", **{"x-sdk-call": "openDoor", "x-protocol": "oauth2"})},
            "/close": {"post": operation("close-door", summary="Close a door")},
            "/key/{key}": {"get": operation("show-key", parameters=[key])},
        },
        "webhooks": {"told-opened": {"post": operation("custom-storage-opened")}},
    }


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
    return root


def law_of(root: Path, body: str, **more: str) -> frozenset[str]:
    """What the one law of a file comes to."""
    text = dedent(HEAD) + dedent(body)
    write(root, {ACTOR: PLAYER, TEST: text, CONFTEST: more.get("conftest", "")})
    sources = read(
        {
            "contract_tests": root / "contract_tests",
            "login_contract.suite": root / "tools/login_contract/suite",
        }
    )
    (law,) = laws(Reach(sources, Names.of(operations(described()), "custom-storage-"))).values()
    return law.operations


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('def test_it(player: Player) -> None:\n    player.call("open-door")', {"open-door"}),
        ('OPEN = ("open-door", 1)\n{law}def test_it(x) -> None:\n    x(OPEN)', {"open-door"}),
        (
            '{law}@pytest.mark.parametrize("name", ["close-door"])\ndef test_it(name) -> None: ...',
            {"close-door"},
        ),
        ("def test_it(player: Player) -> None:\n    player.call(KEY)", {"show-key"}),
        ("BOTH = mark([KEY])\n{law}@BOTH\ndef test_it(x) -> None: ...", {"show-key"}),
        ("def test_it(player: Player) -> None:\n    player.open()", {"open-door"}),
        ("def test_it(player: Player) -> None:\n    player.friend.open().key", {"open-door", "show-key"}),
        (
            "def test_it(make: MakePlayer) -> None:\n    one, two = make(), make()\n    two.open()",
            {"open-door"},
        ),
        ("def test_it(make: MakePlayer) -> None:\n    make().key", {"show-key"}),
        ('def helped(x):\n    x("/close")\n{law}def test_it(x) -> None:\n    helped(x)', {"close-door"}),
        (
            'def test_it(way: str) -> None:\n    way(f"{way}-door-x", f"close-{way}", "/key/{key}")',
            {"show-key"},
        ),
        ('def test_it(way: str) -> None:\n    way(f"show-{way}-", f"{way}lose-door")', {"close-door"}),
        ('def test_it(x) -> None:\n    x.asked("opened")', {"custom-storage-opened"}),
        (
            'class Machine:\n    def step(self): "/open"\n{law}def test_it(x) -> None:\n    Machine',
            {"open-door"},
        ),
        ("def test_it(x) -> None:\n    player.friendly(x)", {"open-door"}),
        ("def test_it(player: Player) -> None:\n    player.call_for(1)", {"show-key"}),
        ("def test_it(stranger) -> None:\n    stranger.open()", set()),
        ('def test_it(x) -> None:\n    """Talks of open-door."""', set()),
    ],
)
def test_law_names_its_operations(body: str, found: set[str], tmp_path: Path) -> None:
    law = '@law("Doors open")\n'

    assert law_of(tmp_path, body.replace("{law}", law) if "{law}" in body else law + body) == found


def test_law_does_what_its_fixtures_do(tmp_path: Path) -> None:
    fixture = "import pytest\n@pytest.fixture\ndef opened(x):\n    x('/open')\n"

    assert law_of(tmp_path, '@law("Doors open")\ndef test_it(opened): ...', conftest=fixture) == {"open-door"}


def test_what_is_no_law_counts_for_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, {**SILENT, ACTOR: PLAYER, TEST: 'def test_it(x):\n    x("open-door")\n'})

    assert survey(root, described()).laws == 0


def row(root: Path, operation_id: str, **files: str) -> Row:
    write(root, {**SILENT, ACTOR: PLAYER, TEST: "", **files})
    return next(each for each in survey(root, described()).rows if each.operation_id == operation_id)


def test_operations_are_listed_with_what_is_offered_beyond_the_list(tmp_path: Path) -> None:
    write(tmp_path, {**SILENT, ACTOR: PLAYER, TEST: ""})

    rows = {each.operation_id: each for each in survey(tmp_path, described()).rows}

    assert set(rows) >= {"open-door", "show-key", "ring-bell", "close-door", "push-door"}
    assert (rows["open-door"].described, rows["open-door"].mocked, rows["open-door"].origin) == (
        True,
        True,
        "doc",
    )
    assert (rows["show-key"].described, rows["show-key"].mocked) == (True, False)
    assert (rows["ring-bell"].described, rows["ring-bell"].left_out) == (False, "nobody tells how")
    assert rows["close-door"].family == "unlisted"


@pytest.mark.parametrize(
    ("line", "planting", "found"),
    [
        ("| doors.wrong | doors::test_it | `POST /open 200` |", "", "open-door"),
        (r"| doors.wrong | doors::test_it[a] | `GET /key/\w+ 404` |", "", "show-key"),
        ("| doors.wrong | fuzzing: close-door | `x` |", "", "close-door"),
        (
            "| doors.wrong | stateful | `x` |",
            'NAME = "push-door"\ndef wrong(patch):\n    f(NAME)\n',
            "push-door",
        ),
        ("| doors.wrong | doors::test_it[a] | `x` |", "", "open-door"),
    ],
)
def test_defect_stands_where_its_row_or_planting_tells(
    line: str, planting: str, found: str, tmp_path: Path
) -> None:
    files = {
        "tools/tests/defects/catalogue.md": f"| defect | test | sign |\n|---|---|---|\n{line}\n",
        "tools/tests/defects/doors.py": planting,
        TEST: HEAD + '    @law("Doors open")\n    def test_it(x):\n        x("open-door")\n',
    }

    assert row(tmp_path, found, **files).defects == 1
    assert row(tmp_path, "open-door", **files).law_defects == line.count("doors::test_it")


def test_generated_client_counts_where_its_test_is_asked_for_every_operation(tmp_path: Path) -> None:
    text = 'mark("operation_id", sorted(described().operations))\ndef test_it(): ...\n'

    asked = {"contract_tests/clients/test_python_client.py": f"@{text}"}

    assert row(tmp_path, "open-door", **asked).generated == ("Python",)
    assert row(tmp_path, "told-opened", **asked).generated == ()


@pytest.mark.parametrize(
    ("name", "text", "operation_id", "client"),
    [
        (
            "contract_tests/clients/test_sdk_doors.py",
            'def test_it(page: Game):\n    "openDoor"\n',
            "open-door",
            "SDK",
        ),
        (
            "contract_tests/clients/test_sdk_doors.py",
            'def test_it(page: OAuthGame):\n    "openDoor"\n',
            "push-door",
            "SDK",
        ),
        ("contract_tests/clients/test_authlib.py", 'session.fetch(f"{api}/open")\n', "open-door", "Authlib"),
        ("tools/generators/programs/some.ts", "await closeDoor()", "close-door", "generators"),
        ("tools/generators/programs/some.ts", 'send("Close a door")', "close-door", "generators"),
    ],
)
def test_client_of_others_is_told(
    name: str, text: str, operation_id: str, client: str, tmp_path: Path
) -> None:
    pages = {"contract_tests/clients/pages.py": "class Game: ...\nclass OAuthGame: ...\n"}
    imported = "from .pages import Game, OAuthGame\n" if "sdk" in name else ""
    others = {"open-door", "push-door", "close-door", "show-key"} - {operation_id}

    assert row(tmp_path, operation_id, **pages, **{name: imported + text}).foreign == (client,)
    assert not any(row(tmp_path, each).foreign for each in others)


def test_page_counts_what_its_rows_say() -> None:
    usual = {
        "family": "doors",
        "method": "GET",
        "path": "/x",
        "left_out": "",
        "origin": "doc",
        "described": True,
    }
    counted = {
        "mocked": True,
        "generated": ("Python",),
        "foreign": (),
        "laws": 3,
        "defects": 0,
        "law_defects": 5,
    }
    rows = [Row(operation_id=name, **usual, **counted) for name in ("one", "two")]  # type: ignore[arg-type]
    text = page(Survey((*rows,), laws=4, general=1, defects=6, placed=2))

    assert "| of 2 operations | number |" in text
    assert "| mocked | 2 |" in text
    assert "| called by a client that nobody here wrote | 0 |" in text
    assert "| `one`<br>`GET /x` | yes | yes | Python | – | 3 | – | 5 | doc |" in text


def test_nothing_is_surveyed_where_the_sources_are_missing(tmp_path: Path) -> None:
    assert missing(tmp_path) == "there is no contract_tests here"

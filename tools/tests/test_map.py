"""The map: no circles, and which room of the mock may look into which, held by the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

import login_contract

PACKAGE = "login_contract"
MOCK = f"{PACKAGE}.mock"
# From the ground up: a room looks into those of the lines below its own, and into no other room.
FLOORS = (
    ("errors", "names", "moments", "arrival", "randomness", "picture_kinds", "expressions"),
    ("contract",),
    ("settings",),
    ("store",),
    ("terminal", "messages", "panel"),
    ("domain",),
    ("outgoing",),
    ("flows",),
    ("services",),
    ("seeding",),
    ("calls",),
    ("operations", "hosted", "control"),
    ("http",),
    ("greeting",),
    ("run",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# Each of its modules stands for itself.
APART = "operations"
# They leave transactions to what they call.
STORELESS = ("operations", "hosted", "calls")

Sources = Mapping[str, str]


@lru_cache(maxsize=1)
def sources() -> Sources:
    """Return the text of every module by its name."""
    folder = Path(login_contract.__file__).parent
    found = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def imports(module: str, texts: Sources) -> Iterator[str]:
    """Yield the modules of the package that a module imports, wherever in it and for whatever purpose."""
    for node in ast.walk(ast.parse(texts[module])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in texts)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.module in texts:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in texts else node.module


@lru_cache(maxsize=1)
def arrows() -> Mapping[str, frozenset[str]]:
    """Return what every module imports."""
    return {module: frozenset(imports(module, sources())) - {module} for module in sources()}


def with_import(module: str, imported: str) -> Mapping[str, frozenset[str]]:
    """Return the arrows with one more line in one module."""
    parent, _, name = imported.rpartition(".")
    texts = {**sources(), module: f"{sources()[module]}\nfrom {parent} import {name}\n"}
    return {**arrows(), module: frozenset(imports(module, texts)) - {module}}


def room(module: str) -> str:
    """Return the folder of the mock, or the module beside them, that a module belongs to."""
    return module.removeprefix(f"{MOCK}.").partition(".")[0]


def upwards(found: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Return the imports in the mock that lead out of a room, but not down."""
    inside = {module: to for module, to in found.items() if module.startswith(f"{MOCK}.")}
    return {
        (module, imported)
        for module, to in inside.items()
        for imported in to & inside.keys()
        if room(module) != room(imported) and FLOOR[room(module)] <= FLOOR[room(imported)]
    }


def between_neighbours(found: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Return the imports between modules that stand for themselves."""
    folder = f"{MOCK}.{APART}."
    return {
        (module, imported)
        for module, to in found.items()
        for imported in to
        if module.startswith(folder) and imported.startswith(folder)
    }


def past_the_flows(found: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Return the imports of the store by those who leave it to flows."""
    return {
        (module, imported)
        for module, to in found.items()
        for imported in to
        if module.startswith(f"{MOCK}.") and room(module) in STORELESS and room(imported) == "store"
    }


def circles(found: Mapping[str, frozenset[str]]) -> list[set[str]]:
    """Return the modules that import each other, directly or in a round: Kahn's order, both ways."""
    left = {module: set(to) & found.keys() for module, to in found.items()}
    while free := [
        module
        for module, to in left.items()
        if not to or not any(module in others for others in left.values())
    ]:
        for module in free:
            del left[module]
        for to in left.values():
            to.intersection_update(left)
    return [set(left)] if left else []


def rooms(found: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """Return the arrows between folders; a module that stands beside folders is a room of its own."""
    folders = {module.rpartition(".")[0] for module in found}
    halls = {folder.rpartition(".")[0] for folder in folders}

    def room_of(module: str) -> str:
        folder = module.rpartition(".")[0]
        return module if module in folders or folder in halls else folder

    between: dict[str, set[str]] = {room_of(module): set() for module in found}
    for module, to in found.items():
        between[room_of(module)] |= {room_of(imported) for imported in to} - {room_of(module)}
    return {name: frozenset(to) for name, to in between.items()}


def test_every_room_of_the_mock_has_a_floor() -> None:
    assert {room(module) for module in sources() if module.startswith(f"{MOCK}.")} == set(FLOOR)


def test_no_import_leads_upwards_in_the_mock() -> None:
    assert upwards(arrows()) == set()


def test_operations_do_not_import_each_other() -> None:
    assert between_neighbours(arrows()) == set()


def test_operations_and_hosted_pages_leave_the_store_to_flows() -> None:
    assert past_the_flows(arrows()) == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(arrows()) == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    assert circles(rooms(arrows())) == []


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("store.users", "domain.tokens"),
        ("domain.single_sign_on", "http.request"),
        ("domain.tokens", "flows.login_request"),
        ("flows.login", "calls.call"),
        ("flows.social", "operations.social"),
        ("flows.sign_ins", "hosted.sign_in"),
        ("calls.login_reply", "control.state"),
        ("hosted.sign_in", "operations.widget"),
        ("contract.compiled", "settings.project"),
    ],
)
def test_an_import_that_leads_upwards_is_noticed(module: str, imported: str) -> None:
    arrow = f"{MOCK}.{module}", f"{MOCK}.{imported}"

    assert upwards(with_import(*arrow)) - upwards(arrows()) == {arrow}


def test_an_import_between_operations_is_noticed() -> None:
    arrow = f"{MOCK}.operations.sso", f"{MOCK}.operations.password"

    assert between_neighbours(with_import(*arrow)) - between_neighbours(arrows()) == {arrow}


def test_an_operation_that_looks_into_the_store_is_noticed() -> None:
    arrow = f"{MOCK}.operations.password", f"{MOCK}.store.users"

    assert past_the_flows(with_import(*arrow)) - past_the_flows(arrows()) == {arrow}


def test_a_circle_is_noticed() -> None:
    found = with_import(f"{MOCK}.store.database", f"{MOCK}.store.users")

    assert {f"{MOCK}.store.database", f"{MOCK}.store.users"} <= set().union(*circles(found))


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("suite.reporting.recorder", "suite.actors.control"),
        ("partner_suite.settings", "partner_suite.reference.partner"),
        ("tokens.private_key", "partner_suite.signer"),
        ("toml_file", "mock.run"),
    ],
)
def test_a_circle_of_rooms_is_noticed(module: str, imported: str) -> None:
    found = with_import(f"{PACKAGE}.{module}", f"{PACKAGE}.{imported}")

    assert circles(rooms(found)) != []

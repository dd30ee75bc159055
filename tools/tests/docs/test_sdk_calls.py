"""The calls that the pages of the SDKs list: the operation of each, and whether the mock serves it."""

from __future__ import annotations

import re

import pytest
from attrs import frozen

from login_contract.description.model import described
from login_contract.mock.http import functions
from tests.docs.reading import GUIDES, text
from tests.docs.sdk_traffic import TRAFFIC

PAGES = sorted(path.stem for path in GUIDES.glob("sdk-*.md"))
ROW = re.compile(r"^\| `(\w+)` \| `([A-Z]+) (\S+)` \| (\S.*?) \| (yes|no) \|$", re.MULTILINE)
NONE = "–"


@frozen
class Listed:
    """A line of the table of calls: a method of the SDK, and a request that it makes."""

    method: str
    verb: str
    path: str
    operations: tuple[str, ...]
    served: bool

    @property
    def paths(self) -> list[str]:
        """The path in each protocol, with the names of parameters left out."""
        protocols = ("", "/oauth2") if self.path.startswith("{o}") else ("",)
        return [bare(one + self.path.removeprefix("{o}")) for one in protocols]


def bare(path: str) -> str:
    return re.sub(r"\{\w+\}", "{}", path)


def listed(page: str) -> list[Listed]:
    rows = ROW.findall(text(page))
    return [
        Listed(method, verb, path, tuple(re.findall(r"`([\w-]+)`", operations)), served == "yes")
        for method, verb, path, operations, served in rows
    ]


def operations() -> dict[tuple[str, str], str]:
    """The operation ids of the API by method and path."""
    found = described().operations
    return {(each.method, bare(each.path)): name for name, each in found.items()}


def test_every_sdk_has_a_page_with_its_calls() -> None:
    names = ("android", "cocos", "ios", "javascript", "unity", "unreal")
    assert [f"sdk-{name}" for name in names] == PAGES
    assert all(len(listed(page)) > 25 for page in PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_table_is_read_whole(page: str) -> None:
    lines = re.findall(r"^\| .* \| (?:yes|no) \|$", text(page), re.MULTILINE)
    assert len(lines) == len(listed(page))


@pytest.mark.parametrize("page", PAGES)
def test_operation_is_the_one_that_the_request_reaches(page: str) -> None:
    known = operations()
    for line in listed(page):
        if "://" not in line.path:
            assert line.operations == tuple(known.get((line.verb, path), NONE) for path in line.paths), line
        else:
            assert not line.operations, line


@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_to_be_served_is_served(page: str) -> None:
    served = functions.endpoints()
    for line in listed(page):
        assert line.served == (bool(line.operations) and set(line.operations) <= served.keys()), line


@pytest.mark.parametrize("page", TRAFFIC)
def test_request_that_is_tried_stands_in_the_table(page: str) -> None:
    lines = {(line.method, line.verb, line.path) for line in listed(page)}
    for request in TRAFFIC[page]["request"]:
        verb, _, sent = request["to"].partition(" ")
        fitting = {
            path
            for method, told, path in lines
            if (method, told) == (request["call"], verb)
            and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), sent)
        }
        assert len(fitting) == 1, request


@pytest.mark.parametrize("page", TRAFFIC)
def test_version_that_was_looked_at_is_the_one_that_is_tried(page: str) -> None:
    version = str(TRAFFIC[page]["query"]["sdk_v"]).partition("_")[0]
    assert version in text(page).partition("\n## ")[0]

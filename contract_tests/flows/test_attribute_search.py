"""Users found by an attribute, or by the ids that the partner's server has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.attribute_keeper import AttributeKeeper, whole
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.judging.refusals import (
    INVALID_ATTRIBUTES_TOKEN,
    INVALID_VALUE,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
)

from .attributes import GAME, attribute

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
UPDATE_BY_CUSTOM_ID = "update-users-attributes-from-server-by-server-custom-id"


@pytest.fixture
def ann(oauth_client: OAuthClient) -> AttributeKeeper:
    return AttributeKeeper.at(oauth_client)


def beside(ann: AttributeKeeper, name: str) -> AttributeKeeper:
    return AttributeKeeper.at(ann.oauth_client, name)


def found(page: Any) -> set[str]:
    return {each["user_id"] for each in page["users"]}


def by_custom_id(ann: AttributeKeeper, *ids: str, **asked: Any) -> Any:
    answer = ann.served("get-attributes-by-server-custom-id", server_custom_ids=list(ids), **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


@law("A search by an attribute tells who has it, with e-mail address and the attributes asked for")
def test_search_tells_whole_users(ann: AttributeKeeper) -> None:
    bob = beside(ann, "bob")
    ann.update(attribute("level", "7", permission="public"), attribute("score"))
    ann.update(attribute("level", "7"), attribute("of_a_game"), publisher_project_id=GAME)
    ann.serve(attribute("rank"), read_only=True)
    bob.update(attribute("level", "70"))
    who = {"user_id": ann.user_id, "email": "ann@example.com"}
    level, score = whole("level", "7", permission="public"), whole("score", "7")

    for keys, attributes in ((None, [level, score]), ([], [level, score]), (["level", "rank"], [level])):
        page = ann.search("level", value="7", keys=keys)
        assert page == {"users": [{**who, "attributes": attributes}], "next_after": None}

    told = [whole("level", "7"), whole("of_a_game", "7")]
    page = ann.search("level", publisher_project_id=GAME)
    assert page == {"users": [{**who, "attributes": told}], "next_after": None}
    page = ann.search("rank", attr_type="server")
    assert page["users"] == [{**who, "attributes": [whole("rank", "7")]}]
    assert ann.search("rank")["users"] == ann.search("of_a_game")["users"] == []


@law("A search counts every character; `like` finds a value that has the text in it, read literally")
def test_search_counts_every_character(ann: AttributeKeeper) -> None:
    values = ["Seven", "seven", "seven ", "se%en", "se_en", "zażółć", "", "x" * 256]
    people = {value: beside(ann, f"user-{number}") for number, value in enumerate(values)}
    for value, person in people.items():
        person.update(attribute("word", value), attribute("Word", "other"))

    for value, person in people.items():
        assert found(ann.search("word", value=value)) == {person.user_id}, value
    assert found(ann.search("word")) == {each.user_id for each in people.values()}
    assert found(ann.search("wor")) == found(ann.search("WORD")) == set()

    for text in ("eve", "%", "_", "se_en", "SEVEN", "żół", "", "x" * 255):
        wanted = {person.user_id for value, person in people.items() if text in value}
        assert found(ann.search("word", value=text, search_type="like")) == wanted, text


@law("Pages of a search go by the last update and miss nobody, while attributes come, change and go")
def test_pages_miss_nobody(ann: AttributeKeeper) -> None:
    people = [beside(ann, f"user-{number}") for number in range(8)]
    for person in (*people[:4], *reversed(people)):
        assert person.serve(attribute("in"), attribute("else")).status_code == 204
    wanted = [each.user_id for each in reversed(people)]
    assert [each["user_id"] for each in ann.search("in")["users"]] == wanted

    first = ann.search("in", limit=3)
    people[-1].serve(attributes=None, removing_keys=["in"])
    people[-2].serve(attribute("in", "8"))
    people[0].serve(attribute("else", "8"))
    pages, after = [first], first["next_after"]
    while after is not None:
        pages.append(ann.search("in", limit=3, after=after))
        after = pages[-1]["next_after"]

    visited = [[each["user_id"] for each in page["users"]] for page in pages]
    assert visited == [wanted[:3], wanted[3:6], [*wanted[6:], people[-2].user_id]]
    assert ann.search("in", limit=0) == {"users": [], "next_after": None}
    assert ann.search("in", after=first["next_after"], limit=20)["next_after"] is None


@law("A page that begins where no page ended is refused")
def test_unknown_cursor_is_refused(ann: AttributeKeeper) -> None:
    for after in ("", "x", "_", "nan_x", "1", f"inf_{ann.user_id}"):
        answer = ann.served("get-users-by-attribute-from-server", attribute={"key": "in"}, after=after)
        assert refusal(answer) == UNPROCESSABLE_VALUE, after


@law("A search of another project, or with a page too large, is refused")
def test_wrong_search_is_refused(ann: AttributeKeeper, make_oauth_client: MakeOAuthClient) -> None:
    eve = AttributeKeeper.at(make_oauth_client(), "eve")
    eve.update(attribute("level"))
    operation_id, wanted = "get-users-by-attribute-from-server", {"key": "level"}

    assert ann.search("level")["users"] == []
    assert ann.search("level", login_project_id=ann.jwt_client.project_id)["users"] == []
    elsewhere = ann.served(operation_id, attribute=wanted, login_project_id=eve.jwt_client.project_id)
    assert refusal(elsewhere) == INVALID_ATTRIBUTES_TOKEN
    for wrong in ({"limit": 21}, {"limit": -1}, {"keys": ["a"] * 6}, {"search_type": "regex"}):
        assert refusal(ann.served(operation_id, attribute=wanted, **wrong)) == INVALID_VALUE, wrong


@law("Users are told by the ids of the partner's server, each once and whole, and nobody else", security=True)
def test_users_are_told_by_custom_ids(ann: AttributeKeeper, make_oauth_client: MakeOAuthClient) -> None:
    bob = beside(ann, "bob").named("p-1a")
    ann.named("p-1")
    eve = AttributeKeeper.at(make_oauth_client(), "eve").named("p-2")
    ann.update(attribute("level", "7", permission="public"))
    ann.serve(attribute("company", "x" * 256), read_only=True)
    level = whole("level", "7", permission="public")
    company = whole("company", "x" * 256)
    told = [
        {**company, "attr_type": "server", "readonly": True},
        {**level, "attr_type": "client", "readonly": False},
    ]

    mine = {"server_custom_id": "p-1", "user_id": ann.user_id, "attributes": told}
    his = {"server_custom_id": "p-1a", "user_id": bob.user_id, "attributes": []}

    assert by_custom_id(ann, "p-1a", "P-1", "p-1", "p-2", "p-", "p-1a") == [his, mine]
    assert by_custom_id(ann, "p-1", keys=["level", "p"]) == [{**mine, "attributes": told[1:]}]
    assert ann.served("get-attributes-by-server-custom-id", keys=None).json() == []
    assert by_custom_id(eve, "p-2")[0]["user_id"] == eve.user_id
    asked = ann.served("get-attributes-by-server-custom-id", server_custom_ids=["p"] * 251)
    assert refusal(asked) == INVALID_VALUE


@law(
    "A server changes attributes by its own id of the user; an id that nobody has in the project is not found"
)
def test_attributes_are_changed_by_custom_id(
    ann: AttributeKeeper, make_oauth_client: MakeOAuthClient
) -> None:
    AttributeKeeper.at(make_oauth_client(), "eve").named("p-2")
    ann.named("p-1").update(attribute("old"))

    def update(custom_id: str, *attributes: dict[str, Any], **asked: Any) -> Any:
        body = {"attributes": list(attributes), **asked}
        return ann.served(UPDATE_BY_CUSTOM_ID, path={"server_custom_id": custom_id}, **body)

    given = attribute("rank", "7", attr_type="server", data_type="integer", permission="public")
    assert update("p-1", given, removing_keys=["old"]).status_code == 204
    assert ann.seen() == []
    held = [whole("rank", "7", data_type="integer", permission="public")]
    assert ann.seen(read_only=True) == held
    assert refusal(update("p-1", attribute("rank", "x", data_type="integer"))) == UNPROCESSABLE_VALUE
    for nobody in ("p-2", "P-1", "p-1%20", "p"):
        assert refusal(update(nobody, attribute("rank", "8"))) == UNKNOWN_USER
    assert ann.seen(read_only=True) == held

"""Attributes of a user: who may read and write which, and that what was written is what is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from login_contract.suite.actors.attribute_keeper import AttributeKeeper, whole
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.assignment import Assignment
from login_contract.suite.judging.refusals import (
    ATTRIBUTES_OF_NOBODY,
    INVALID_ATTRIBUTES_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    UNPROCESSABLE_VALUE,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
PAYLOADS = 40
LONGEST = 256
GAME, OTHER_GAME = 44056, 44057
NOBODY = "00000000-0000-4000-8000-000000000000"
ODD_VALUES = (
    "",
    " ",
    " padded ",
    "0",
    "007",
    "null",
    '{"level": [7]}',
    "Zażółć gęślą jaźń",
    "日本語のレベル",
    "مستوى اللاعب",
    "e\u0301 and é",
    "👩‍👩‍👧‍👦" * 23,
    "x" * LONGEST,
    "𝒳" * LONGEST,
    "%_\\'\"; DROP TABLE attributes; --",
)
ODD_KEYS = (
    "a",
    "A",
    "_",
    "0",
    "00",
    "level",
    "Level",
    "level_",
    "level1",
    "k" * 255,
    "k" * 256,
    "k" * 255 + "l",
)


def attribute(key: str, value: Any = "7", **told: Any) -> dict[str, Any]:
    return {"key": key, "value": value, **told}


@pytest.fixture
def ann(oauth_client: OAuthClient) -> AttributeKeeper:
    return AttributeKeeper.at(oauth_client)


@pytest.fixture
def bob(ann: AttributeKeeper) -> AttributeKeeper:
    """Somebody else in the same project."""
    return AttributeKeeper.at(ann.oauth_client, "bob")


@law("What an update was given is told as it was given, by the client and by the server")
def test_update_is_told_as_it_was_given(ann: AttributeKeeper) -> None:
    given = [
        attribute(f"k{number:02d}", value, permission="public") for number, value in enumerate(ODD_VALUES)
    ]

    assert ann.update(*given).status_code == 204

    told = [whole(**each) for each in given]
    assert ann.read() == told
    assert ann.seen() == told
    assert ann.read(read_only=True) == []


@pytest.mark.needs("configure")
@law("Keys that differ in one character, in case or in length are two, and each keeps its own value")
def test_keys_count_in_their_whole_length_and_spelling(ann: AttributeKeeper) -> None:
    given = {key: f"value of {number}" for number, key in enumerate(ODD_KEYS)}

    assert ann.update(*(attribute(key, value) for key, value in given.items())).status_code == 204

    assert {each["key"]: each["value"] for each in ann.read()} == given
    for key, value in given.items():
        assert ann.read(keys=[key]) == [whole(key, value)]


@pytest.mark.needs("configure")
@law("What a server tells of an attribute beside its value is told, and kept when a client changes the value")
def test_server_tells_what_an_attribute_is(ann: AttributeKeeper) -> None:
    told = {"data_type": "integer", "description": "How far\nthe hero came", "format": "int32"}

    assert ann.serve(attribute("level", "7", permission="public", **told)).status_code == 204
    assert ann.read() == [whole("level", "7", permission="public", **told)]
    assert ann.update(attribute("level", "-8")).status_code == 204

    assert ann.read() == ann.seen() == [whole("level", "-8", permission="public", **told)]


@law("A value that is not the text of its attribute's type or format is refused, and the old one stays")
def test_value_is_of_its_type(ann: AttributeKeeper) -> None:
    types: list[tuple[str, dict[str, str], str, list[str]]] = [
        ("integer", {"data_type": "integer"}, "48582", ["abc", "", "7.5", "0x10", " 7", "07", "true"]),
        ("number", {"data_type": "number"}, "-7.5", ["seven", "7,5", "NaN", "1_000"]),
        ("truth", {"data_type": "boolean"}, "false", ["False", "0", "no", ""]),
        ("time", {"format": "date-time"}, "2017-01-01T00:00:00Z", ["yesterday", "2017-01-01"]),
        ("id", {"format": "uuid"}, NOBODY, ["nobody"]),
        ("mail", {"format": "email"}, "ann@example.com", ["ann"]),
    ]
    for key, told, good, bad in types:
        assert ann.serve(attribute(key, good, **told)).status_code == 204
        for value in bad:
            assert refusal(ann.update(attribute(key, value))) == UNPROCESSABLE_VALUE, value
            assert refusal(ann.serve(attribute(key, value, **told))) == UNPROCESSABLE_VALUE, value

    assert ann.read() == sorted(
        (whole(key, good, **told) for key, told, good, _ in types), key=lambda each: each["key"]
    )


@law("What a client may not change stays as it is, by update and by removal alike", security=True)
@pytest.mark.parametrize("permission", ["public", "private"])
def test_client_changes_no_read_only_attribute(ann: AttributeKeeper, permission: str) -> None:
    ann.serve(attribute("category", "beginner", permission=permission), read_only=True)
    held = [whole("category", "beginner", permission=permission)]
    assert ann.read(read_only=True) == held

    for asked in (
        {"attributes": [attribute("category", "expert")]},
        {"attributes": [attribute("category", "beginner", permission="public")]},
        {"attributes": [attribute("category", "expert", attr_type="server", read_only=False)]},
        {"attributes": [attribute("category", "expert", attr_type="client")], "removing_keys": ["category"]},
        {"attributes": [attribute("level"), attribute("category", "expert")]},
        {"attributes": None, "removing_keys": ["category"]},
        {"removing_keys": ["level", "category"]},
    ):
        assert refusal(ann.update(**asked)) == UNPROCESSABLE_VALUE, asked

    assert ann.read() == []
    assert ann.read(read_only=True) == ann.seen(read_only=True) == held


@pytest.mark.needs("configure")
@law("What a client creates is of the type client, whatever else the request says", security=True)
def test_client_creates_nothing_of_the_server(ann: AttributeKeeper) -> None:
    beside = {"attr_type": "server", "read_only": True, "data_type": "integer", "format": "uuid"}

    assert ann.update(attribute("level", "seven", **beside)).status_code == 204

    assert ann.read() == [whole("level", "seven")]
    assert ann.read(read_only=True) == []


@law("Nobody but the user and the server is told what is private", security=True)
def test_private_is_not_told_to_others(ann: AttributeKeeper, bob: AttributeKeeper) -> None:
    ann.update(
        attribute("open", permission="public"), attribute("shut"), attribute("closed", permission="private")
    )
    ann.serve(attribute("rank", permission="public"), attribute("risk", permission="private"), read_only=True)

    assert bob.read(user_id=ann.user_id) == [whole("open", "7", permission="public")]
    assert bob.read(user_id=ann.user_id, keys=["shut", "closed", "risk"]) == []
    assert bob.read(user_id=ann.user_id, read_only=True) == [whole("rank", "7", permission="public")]
    for own in (ann.user_id, ann.user_id.upper(), None):
        assert [each["key"] for each in ann.read(user_id=own)] == ["closed", "open", "shut"]
        assert [each["key"] for each in ann.read(user_id=own, read_only=True)] == ["rank", "risk"]
    assert bob.read() == bob.seen() == []


@law("An attribute that becomes private is not told any more", security=True)
def test_permission_can_be_taken_back(ann: AttributeKeeper, bob: AttributeKeeper) -> None:
    ann.update(attribute("open", permission="public"))
    assert len(bob.read(user_id=ann.user_id)) == 1

    ann.update(attribute("open", permission="private"))

    assert bob.read(user_id=ann.user_id) == []


@law("Another project reads and changes nothing of a user", security=True)
def test_other_projects_see_nothing(make_oauth_client: MakeOAuthClient) -> None:
    ann, eve = AttributeKeeper.at(make_oauth_client()), AttributeKeeper.at(make_oauth_client(), "eve")
    ann.update(attribute("open", permission="public"))
    stranger = AttributeKeeper(eve.oauth_client, "eve", ann.user_id)

    body = {"user_id": ann.user_id}
    asked = eve.jwt_client.call("get-users-attributes-from-client", body=body, bearer=eve.token)
    assert refusal(asked) == ATTRIBUTES_OF_NOBODY
    for read_only in (False, True):
        kind = "read-only-attributes" if read_only else "attributes"
        seen = stranger.served(f"get-users-{kind}-from-server", path={"user_id": ann.user_id})
        assert refusal(seen) == ATTRIBUTES_OF_NOBODY
        written = stranger.serve(attribute("open", "8"), read_only=read_only, removing_keys=["open"])
        assert refusal(written) == ATTRIBUTES_OF_NOBODY

    assert ann.read() == [whole("open", "7", permission="public")]


@law("An id that nobody has is told apart from a user without attributes")
def test_nobody_has_no_attributes(ann: AttributeKeeper) -> None:
    answer = ann.served("get-users-attributes-from-server", path={"user_id": NOBODY})

    assert refusal(answer) == ATTRIBUTES_OF_NOBODY
    assert ann.seen() == []


@law("An update removes what it names and nothing else; a key that it also writes is kept")
def test_removal(ann: AttributeKeeper) -> None:
    ann.update(*(attribute(key) for key in ("a", "aa", "A", "b", "c")))

    assert (
        ann.update(removing_keys=["a", "missing", "b"], attributes=[attribute("b", "8")]).status_code == 204
    )

    assert ann.read() == [whole("A", "7"), whole("aa", "7"), whole("b", "8"), whole("c", "7")]
    assert ann.serve(attributes=None, removing_keys=["c", "A"]).status_code == 204
    assert ann.read() == [whole("aa", "7"), whole("b", "8")]


@law("A game that names no keys, and has no id of its own, is told what is common to all", origin="inferred")
def test_nothing_is_named_by_an_empty_list_or_zero(ann: AttributeKeeper) -> None:
    assert ann.update(attribute("level"), publisher_project_id=0).status_code == 204
    ann.update(attribute("level", "8"), publisher_project_id=GAME)

    assert ann.read(keys=[], publisher_project_id=0) == ann.read() == [whole("level", "7")]
    assert len(ann.seen(keys=[], publisher_project_id=0)) == 2
    assert ann.update(removing_keys=["level"], publisher_project_id=0).status_code == 204
    assert ann.read() == []


@law("Null for the list of attributes, or of keys to remove, is no list")
def test_null_is_no_list(ann: AttributeKeeper) -> None:
    assert ann.update(attribute("level"), removing_keys=None, publisher_project_id=None).status_code == 204
    assert ann.update(attributes=None, removing_keys=["score"]).status_code == 204
    assert ann.update(attributes=None, removing_keys=None).status_code == 204

    assert ann.read(keys=None, user_id=None, publisher_project_id=None) == [whole("level", "7")]


@law("Where one attribute of an update is refused, none is written or removed")
@pytest.mark.parametrize("bad", ["read-only", "not of its type", "given twice"])
def test_update_is_done_whole_or_not_at_all(ann: AttributeKeeper, bad: str) -> None:
    ann.serve(attribute("number", "7", data_type="integer"), attribute("old"), attribute("gone"))
    ann.serve(attribute("locked", "7"), read_only=True)
    held = ann.seen() + ann.seen(read_only=True)
    wrong = {
        "read-only": [attribute("locked", "8")],
        "not of its type": [attribute("number", "eight")],
        "given twice": [attribute("old", "9"), attribute("old", "10")],
    }[bad]

    for attributes in ([attribute("new"), attribute("old", "8"), *wrong], [*wrong, attribute("new")]):
        assert refusal(ann.update(*attributes, removing_keys=["gone"])) == UNPROCESSABLE_VALUE

    assert ann.seen() + ann.seen(read_only=True) == held


@pytest.mark.needs("configure")
@law("What is kept for one game is not told for another, nor where no game is named")
def test_games_are_apart(ann: AttributeKeeper) -> None:
    ann.update(attribute("level", "all"))
    ann.update(attribute("level", "one"), attribute("only", "one"), publisher_project_id=GAME)
    ann.update(attribute("level", "other"), publisher_project_id=OTHER_GAME)

    assert ann.read() == [whole("level", "all")]
    assert ann.read(publisher_project_id=GAME) == [whole("level", "one"), whole("only", "one")]
    assert ann.read(publisher_project_id=OTHER_GAME) == [whole("level", "other")]
    assert [each["value"] for each in ann.seen()] == ["all", "one", "other", "one"]
    assert ann.seen(publisher_project_id=OTHER_GAME) == [whole("level", "other")]

    assert ann.update(removing_keys=["level", "only"]).status_code == 204
    assert ann.read() == []
    assert ann.read(publisher_project_id=GAME) == [whole("level", "one"), whole("only", "one")]


@law("A key or a value that is too long, or has other characters than it may, is refused")
def test_malformed_attribute_is_refused(ann: AttributeKeeper) -> None:
    for wrong in (
        attribute(""),
        attribute("k" * (LONGEST + 1)),
        attribute("custom-id"),
        attribute("a b"),
        attribute("é"),
        attribute("level\n"),
        attribute("level", "v" * (LONGEST + 1)),
        attribute("level", 7),
        attribute("level", permission="secret"),
    ):
        for answer in (ann.update(attribute("good"), wrong), ann.serve(attribute("good"), wrong)):
            assert refusal(answer) == INVALID_VALUE, wrong
    for short in ({"key": "level"}, {"value": "7"}):
        assert refusal(ann.update(attribute("good"), short)) == MISSING_VALUE

    assert ann.read() == []


@law("A server that names another merchant than its own is refused", origin="inferred")
def test_another_merchant_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    ann = AttributeKeeper.at(make_oauth_client(publisher_id=2340))

    for publisher_id in (None, 2340):
        assert ann.serve(attribute("level"), publisher_id=publisher_id).status_code == 204

    assert refusal(ann.serve(attribute("level", "8"), publisher_id=2341)) == INVALID_ATTRIBUTES_TOKEN
    assert ann.read() == [whole("level", "7")]


@pytest.mark.needs("configure")
@law("Every one of many updates at once is done, and none of a client touches what has become read-only")
def test_updates_at_once(ann: AttributeKeeper) -> None:
    ann.update(attribute("level", "0"))
    assert ann.server_token

    def change(number: int) -> Any:
        if number == 5:
            return ann.serve(attribute("level", "server"), read_only=True)
        return ann.update(attribute(f"k{number:02d}", str(number)), attribute("level", str(number)))

    answers = at_once(12, change)

    done = [number for number, answer in enumerate(answers) if answer.status_code == 204]
    refused = [answer for answer in answers if answer.status_code != 204]
    assert {refusal(answer) for answer in refused} <= {UNPROCESSABLE_VALUE}
    assert ann.seen() == [whole(f"k{number:02d}", str(number)) for number in done if number != 5]
    assert ann.seen(read_only=True) == [whole("level", "server")]


named = st.sampled_from(["category", "Category", "locked", "free"])
payloads = st.fixed_dictionaries(
    {
        "attributes": st.none()
        | st.lists(
            st.fixed_dictionaries(
                {
                    "key": st.sampled_from(["category", "Category", "locked", "free"]),
                    "value": st.text(max_size=9),
                },
                optional={
                    "permission": st.sampled_from(["public", "private", None]),
                    "attr_type": st.sampled_from(["client", "server", None]),
                    "data_type": st.sampled_from(["string", "integer", None]),
                    "read_only": st.booleans() | st.none(),
                    "readonly": st.booleans(),
                },
            ),
            max_size=3,
        ),
        "removing_keys": st.none()
        | st.lists(st.sampled_from(["category", "locked", "free", ""]), max_size=3),
    },
    optional={
        "publisher_project_id": st.sampled_from([None, GAME]),
        "publisher_id": st.integers(0, 9) | st.none(),
        "attr_type": st.sampled_from(["client", "server"]),
        "read_only": st.booleans(),
    },
)


@law("No payload of a client changes a read-only attribute, whatever it says", security=True)
def test_no_payload_changes_a_read_only_attribute(ann: AttributeKeeper) -> None:
    for game in (None, GAME):
        locked = [attribute("category", "beginner", permission="public"), attribute("locked", "")]
        assert ann.serve(*locked, read_only=True, publisher_project_id=game).status_code == 204
    held = ann.seen(read_only=True)
    assert len(held) == 4

    @seed(ASSIGNMENT.seed or 0)
    @settings(
        max_examples=ASSIGNMENT.so_many(PAYLOADS),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(asked=payloads)
    def send(asked: dict[str, Any]) -> None:
        touched = {each["key"] for each in asked["attributes"] or ()} | set(asked["removing_keys"] or ())
        answer = ann.jwt_client.call("update-users-attributes-from-client", body=asked, bearer=ann.token)
        wanted = answer.status_code != 204 or touched.isdisjoint(("category", "locked"))
        assert wanted, "an update of what is read-only was taken"
        assert ann.seen(read_only=True) == held

    send()

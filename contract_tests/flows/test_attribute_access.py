"""Who may do what with attributes: what a client may not change, and what others are not told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from login_contract.suite.actors.attribute_keeper import AttributeKeeper, whole
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.assignment import Assignment
from login_contract.suite.judging.refusals import (
    ATTRIBUTES_OF_NOBODY,
    INVALID_ATTRIBUTES_TOKEN,
    UNPROCESSABLE_VALUE,
)

from .attributes import GAME, attribute

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
PAYLOADS = 40


@pytest.fixture
def ann(oauth_client: OAuthClient) -> AttributeKeeper:
    return AttributeKeeper.at(oauth_client)


@pytest.fixture
def bob(ann: AttributeKeeper) -> AttributeKeeper:
    """Somebody else in the same project."""
    return AttributeKeeper.at(ann.oauth_client, "bob")


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


@law("A server that names another merchant than its own is refused", origin="inferred")
def test_another_merchant_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    ann = AttributeKeeper.at(make_oauth_client(publisher_id=2340))

    for publisher_id in (None, 2340):
        assert ann.serve(attribute("level"), publisher_id=publisher_id).status_code == 204

    assert refusal(ann.serve(attribute("level", "8"), publisher_id=2341)) == INVALID_ATTRIBUTES_TOKEN
    assert ann.read() == [whole("level", "7")]


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

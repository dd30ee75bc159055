"""Friends at social networks: whom the linked networks say that a user knows, and who of them plays too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.network_links import NetworkLinks, logged_in, registered
from login_contract.suite.actors.oauth_client import OAuthClient

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
PICTURE = "https://example.com/sue.png"
STEAM = [
    {"id": "sam", "name": "Sam", "friends": ["sue", "Sue", "stranger"]},
    {"id": "sue", "name": "Sue Steam", "picture": PICTURE},
    {"id": "Sue", "name": "Another Sue"},
]
FACEBOOK = [{"id": "sam", "name": "Sam", "friends": ["fay"]}, {"id": "fay", "name": "Fay"}]
IDENTITIES = {"steam": STEAM, "facebook": FACEBOOK, "google": [{"id": "sam", "name": "S", "friends": ["g"]}]}
SUE = {"name": "Sue Steam", "platform": "steam", "user_id": "sue", "avatar": PICTURE}
OTHER_SUE = {"name": "Another Sue", "platform": "steam", "user_id": "Sue"}
STRANGER = {"name": "stranger", "platform": "steam", "user_id": "stranger"}
FAY = {"name": "Fay", "platform": "facebook", "user_id": "fay"}
NONE: dict[str, Any] = {"data": [], "limit": 500, "offset": 0, "total_count": 0, "with_xl_uid": False}


def friends(user: NetworkLinks, **query: Any) -> dict[str, Any]:
    answer = user.jwt_client.call("get-social-account-friends", query=query, bearer=user.token)
    told: dict[str, Any] = answer.json()
    return told


def update(user: NetworkLinks, **query: Any) -> None:
    answer = user.jwt_client.call("update-social-account-friends", query=query, bearer=user.token)
    assert answer.status_code == 204, answer.text


def by_place(found: list[Any]) -> list[Any]:
    return sorted(found, key=lambda friend: (friend["platform"], friend["user_id"]))


@pytest.fixture
def sam(make_oauth_client: MakeOAuthClient) -> NetworkLinks:
    """Somebody whom Steam vouches for."""
    return logged_in(make_oauth_client(social_identities=IDENTITIES), "sam", "steam")


@law("The friends of a linked network are told whole, and each of them once")
@pytest.mark.needs("is_mock")
def test_friends_of_a_network_are_told(sam: NetworkLinks) -> None:
    assert friends(sam) == {**NONE, "data": by_place([SUE, OTHER_SUE, STRANGER]), "total_count": 3}

    sam.send(sam.page("facebook"), action="pick", id="sam")
    sam.send(sam.page("google"), action="pick", id="sam")

    both = by_place([SUE, OTHER_SUE, STRANGER, FAY])
    assert friends(sam) == {**NONE, "data": both, "total_count": 4}
    assert friends(sam, platform="facebook") == {
        **NONE,
        "data": [FAY],
        "total_count": 1,
        "platform": "facebook",
    }
    assert friends(sam, platform="vk") == {**NONE, "platform": "vk"}


@law("Pages of friends at networks are the list, and tell how long it is")
@pytest.mark.needs("is_mock")
def test_pages_are_the_list(sam: NetworkLinks) -> None:
    whole = friends(sam)["data"]

    for limit in (1, 2, 3):
        pages = [friends(sam, limit=limit, offset=offset) for offset in range(0, 4, limit)]
        assert [each for page in pages for each in page["data"]] == whole
        assert {(page["limit"], page["total_count"]) for page in pages} == {(limit, 3)}
    assert friends(sam, offset=2**63 - 1) == {**NONE, "offset": 2**63 - 1, "total_count": 3}


@law(
    "Who of them plays too is told when it is asked for, and never of somebody who has blocked", security=True
)
@pytest.mark.needs("is_mock")
def test_friend_who_plays_is_told(sam: NetworkLinks) -> None:
    sue = logged_in(sam.oauth_client, "sue", "steam")

    def told() -> list[Any]:
        return list(friends(sam, platform="steam", with_xl_uid=True)["data"])

    (found,) = [each for each in told() if each["user_id"] == "sue"]
    assert found == {**SUE, "xl_uid": sue.user_id} | ({"tag": found["tag"]} if "tag" in found else {})
    assert [each for each in told() if "xl_uid" in each] == [found]
    assert all("xl_uid" not in each and "tag" not in each for each in friends(sam)["data"])
    body = {"action": "block", "user": sam.user_id}
    sue.jwt_client.call("update-users-friends", body=body, bearer=sue.token)
    assert told() == by_place([SUE, OTHER_SUE, STRANGER])


@law("Friends at a network change when the network is asked again, and only then")
@pytest.mark.needs("is_mock")
def test_update_asks_the_network(sam: NetworkLinks) -> None:
    before = friends(sam)
    sam.oauth_client.configure(
        social_identities={"steam": [{"id": "sam", "name": "Sam", "friends": ["zoe"]}]}
    )

    update(sam, platform="facebook")
    assert [each["user_id"] for each in friends(sam)["data"]] == [e["user_id"] for e in before["data"]]

    update(sam)
    zoe = {"name": "zoe", "platform": "steam", "user_id": "zoe"}
    assert friends(sam) == {**NONE, "data": [zoe], "total_count": 1}


@law("A removed network takes its friends along, and nobody sees those of somebody else", security=True)
@pytest.mark.needs("is_mock")
def test_friends_are_of_the_linked_networks(sam: NetworkLinks) -> None:
    ann = registered(sam.oauth_client)
    update(ann)
    assert friends(ann) == NONE
    sam.send(sam.page("facebook"), action="pick", id="sam")

    sam.remove("steam")

    assert friends(sam) == {**NONE, "data": [FAY], "total_count": 1}

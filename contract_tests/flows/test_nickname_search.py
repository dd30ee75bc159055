"""The search by nickname: whom it finds, in which order, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_NICKNAME, TOO_MANY_REQUESTS

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
NUMBERS = count()
EMAIL = "ann@example.com"


@pytest.fixture(autouse=True)
def _own_project(control: Control) -> None:
    """In a project of others there may be anybody who is called so."""


def somebody(jwt_client: JwtClient, nickname: str | None = None) -> str:
    """Return the token of somebody new."""
    body = {"device": "Pocket 3", "device_id": f"device-{next(NUMBERS):012d}"}
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=body)
    token = str(answer.json()["token"])
    if nickname is not None:
        named(jwt_client, token, nickname)
    return token


def named(jwt_client: JwtClient, token: str, nickname: str) -> dict[str, Any]:
    answer = jwt_client.call("update-user-details", body={"nickname": nickname}, bearer=token)
    assert answer.status_code == 200, answer.text
    profile: dict[str, Any] = answer.json()
    return profile


def ask(jwt_client: JwtClient, token: str, nickname: str | None, **query: int) -> httpx.Response:
    return jwt_client.call("search-users-by-nickname", query={"nickname": nickname, **query}, bearer=token)


def search(jwt_client: JwtClient, nickname: str, *, token: str | None = None, **query: int) -> dict[str, Any]:
    """Search as somebody who has not searched yet, or as the one of a token."""
    answer = ask(jwt_client, token or somebody(jwt_client), nickname, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def nicknames(found: dict[str, Any]) -> list[str]:
    return [user["nickname"] for user in found["users"]]


def people(jwt_client: JwtClient, names: Iterable[str]) -> list[dict[str, Any]]:
    return [named(jwt_client, somebody(jwt_client), name) for name in names]


@law("A search finds every nickname that begins so, in any letter case, and no other")
def test_search_finds_beginnings(jwt_client: JwtClient) -> None:
    people(
        jwt_client,
        ["Anna", "anne", "ANNELIESE", "Hanna", "an na", " anna", "Ana", "Аnnа", "an%a", "an_a", ""],
    )

    assert nicknames(search(jwt_client, "ann")) == ["Anna", "anne", "ANNELIESE"]
    assert nicknames(search(jwt_client, "ANNE")) == ["anne", "ANNELIESE"]
    assert nicknames(search(jwt_client, "an%")) == ["an%a"]
    assert nicknames(search(jwt_client, "an_")) == ["an_a"]
    assert nicknames(search(jwt_client, " an")) == [" anna"]
    assert search(jwt_client, "bob") == {"offset": 0, "total_count": 0, "users": []}


@law("Nicknames that differ in one character are two")
def test_nicknames_count_whole(jwt_client: JwtClient) -> None:
    longest = "רגיל🚀é" * 50
    pairs = [
        (f"{longest[:254]}1", f"{longest[:254]}2"),
        ("Nick 007", "Nick 07"),
        ("tail", "tail "),
        ("Zoë", "Zoé"),
        ("👩‍👩‍👧x", "👩‍👩‍👦x"),
    ]
    for pair in pairs:
        one, other = people(jwt_client, pair)
        for name, profile in zip(pair, (one, other), strict=True):
            found = search(jwt_client, f"{name[:250]}#{profile['tag']}" if len(name) < 250 else name)

            assert [user["user_id"] for user in found["users"]] == [profile["id"]], name


@law("A nickname in any script is found by each of its beginnings, however it is encoded")
@pytest.mark.parametrize(
    "nickname",
    [
        "ابنة رجل",
        "Zoe\u0301 Ångst",
        "Zo\u00e9 \u212bngst",
        "👩\u200d👩\u200d👧🏽🚀",
        "한국어닉네임",
        "𝔄𠜎abc",
    ],
    ids=["right-to-left", "in-pieces", "composed", "emoji", "hangul", "beyond-16-bits"],
)
def test_every_beginning_finds(jwt_client: JwtClient, nickname: str) -> None:
    (profile,) = people(jwt_client, [nickname])
    searchers = [somebody(jwt_client) for _ in range(3, len(nickname) + 1)]

    for length, token in zip(range(3, len(nickname) + 1), searchers, strict=True):
        found = search(jwt_client, nickname[:length], token=token)

        assert [user["user_id"] for user in found["users"]] == [profile["id"]], nickname[:length]


@law("A tag finds its user: alone by its beginning, and behind the whole nickname")
def test_tag_finds_one(jwt_client: JwtClient) -> None:
    ann, bob, cid, dan = people(jwt_client, ["Nick", "nick", "Nicky", "a#1000"])

    def found(text: str) -> list[str]:
        return [user["user_id"] for user in search(jwt_client, text)["users"]]

    assert len({each["tag"] for each in (ann, bob, cid, dan)}) == 4
    for each in (ann, bob, cid, dan):
        assert found(f"#{each['tag']}") == [each["id"]]
        assert found(f"{each['nickname'].upper()}#{each['tag']}") == [each["id"]]
    assert found("nick#") == [ann["id"], bob["id"]]
    assert found(f"nick#{cid['tag']}") == []
    assert found("nic#") == []
    assert found(f"#{ann['tag']}x") == found("nick#x") == []
    assert found("a#1") == found("a#1000") == [dan["id"]]
    assert set(found(f"#{ann['tag'][:2]}")) == {each["id"] for each in (ann, bob, cid, dan)}


@law(
    "Everybody who is found is told whole, as their public profile tells them, and the own account is marked"
)
def test_found_user_is_told_whole(oauth_client: OAuthClient) -> None:
    jwt_client = oauth_client.jwt_client
    picture = {"picture": "https://example.com/n.png"}
    network = oauth_client.social("google", "nina", name="Nina", **picture).access_token
    jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": network},
    )
    token = somebody(jwt_client, "nini")
    somebody(jwt_client, "Ninja")

    found = search(jwt_client, "Nin", token=token)

    assert (found["offset"], found["total_count"], nicknames(found)) == (0, 3, ["Nina", "nini", "Ninja"])
    assert [user["is_me"] for user in found["users"]] == [False, True, False]
    for user in found["users"]:
        path = {"user_id": user["user_id"]}
        told = jwt_client.call("get-user-public-profile", path=path, bearer=token).json()
        assert {name: value for name, value in user.items() if name != "is_me"} == told
    assert found["users"][0]["avatar"] == picture["picture"]


@law("Offset and limit visit everybody once, in the order of the nicknames")
def test_pages_visit_everybody_once(jwt_client: JwtClient) -> None:
    names = [f"page {number:02d}" for number in range(23)]
    people(jwt_client, [*names[::2], "page", *names[1::2], "pag"])
    wanted = ["page", *names]

    pages = [search(jwt_client, "page", offset=offset, limit=7) for offset in range(0, 35, 7)]

    assert [name for page in pages for name in nicknames(page)] == wanted
    assert {page["total_count"] for page in pages} == {len(wanted)}
    assert [page["offset"] for page in pages] == [0, 7, 14, 21, 28]
    assert nicknames(search(jwt_client, "page")) == wanted
    assert nicknames(search(jwt_client, "page", offset=100)) == []


@law("Who takes another nickname is found by that one only")
def test_changed_nickname_is_found(jwt_client: JwtClient) -> None:
    token = somebody(jwt_client, "Before")

    named(jwt_client, token, "Later")

    assert nicknames(search(jwt_client, "Before")) == []
    assert nicknames(search(jwt_client, "Later")) == ["Later"]


@law("A search finds nobody of another project", security=True)
def test_search_stays_in_its_project(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    tag = named(elsewhere, somebody(elsewhere), "Stranger")["tag"]

    for text in ("Stranger", f"Stranger#{tag}", f"#{tag}"):
        assert search(jwt_client, text)["users"] == []


@law("A user searches once a second, with whichever token; others need not wait for that")
def test_search_is_limited_for_each_user(jwt_client: JwtClient, control: Control) -> None:
    jwt_client.registered("ann", EMAIL)
    tokens = [token_of(jwt_client.login("ann")), jwt_client.login_by_code(EMAIL)]
    assert len({claims(token)["jti"] for token in tokens}) == 2

    search(jwt_client, "ann", token=tokens[0])

    for token in tokens:
        refused = ask(jwt_client, token, "bob")
        assert refusal(refused) == TOO_MANY_REQUESTS
        assert refused.headers["retry-after"] == "1"
    search(jwt_client, "ann")
    control.advance(1)
    search(jwt_client, "ann", token=tokens[1])
    assert refusal(ask(jwt_client, tokens[0], "ann")) == TOO_MANY_REQUESTS


@law("Of searches of one user at the same moment one is answered")
def test_one_search_of_many(jwt_client: JwtClient) -> None:
    token = somebody(jwt_client)

    answers = at_once(10, lambda _: ask(jwt_client, token, "ann"))

    assert sorted(answer.status_code for answer in answers) == [200, *[429] * 9]


@law("A search without a nickname, or with one of a wrong length, is refused as such and counts as none")
def test_invalid_search_counts_as_none(jwt_client: JwtClient) -> None:
    token = somebody(jwt_client)

    for nickname in (None, "", "an", "x" * 256):
        assert refusal(ask(jwt_client, token, nickname)) == INVALID_NICKNAME

    assert search(jwt_client, "x" * 255, token=token)["users"] == []

"""Tags of nicknames: one comes with the first nickname, stays, and tells namesakes apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import JwtClient, token_of
from login_contract.suite.actors.oauth_client import OAuthClient

from .profiles import EMAIL, by_network, change, details

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A tag comes with the first nickname and stays whatever the user is called later")
def test_tag_stays(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    assert "tag" not in change(jwt_client, token, first_name="Ann").json()

    tags = [change(jwt_client, token, nickname=name).json()["tag"] for name in ("Annie", "Nan", "", "Annie")]

    assert set(tags) == {details(jwt_client, token)["tag"]}
    assert tags[0].isdecimal()


@law("Users of one nickname have different tags, whoever told the nickname")
def test_tags_tell_namesakes_apart(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(confirmation_required=False)
    jwt_client = oauth_client.jwt_client
    tokens = [
        token_of(jwt_client.register(username=name, email=f"{name}@example.com", fields={"nickname": "Nick"}))
        for name in ("ann", "bob")
    ]
    tokens += [jwt_client.login_by_code(f"{name}@example.com") for name in ("cid", "dan")]
    for token, spelling in zip(tokens[2:], ("Nick", "NICK"), strict=True):
        change(jwt_client, token, nickname=spelling)
    tokens += [by_network(oauth_client, identity, name="Nick") for identity in ("1", "2")]
    for name in ("eve", "fay"):
        oauth_client.member(name, nickname="Nick")
        tokens.append(token_of(jwt_client.login(name)))

    found = [details(jwt_client, token) for token in tokens]

    assert {each["nickname"].lower() for each in found} == {"nick"}
    assert len({each["tag"] for each in found}) == len(tokens)


@law("Users who take one nickname at the same moment get different tags")
def test_tags_at_once(jwt_client: JwtClient) -> None:
    tokens = [jwt_client.login_by_code(f"u{number}@example.com") for number in range(12)]

    answers = at_once(len(tokens), lambda number: change(jwt_client, tokens[number], nickname="Nick"))

    assert len({answer.json()["tag"] for answer in answers}) == len(tokens)

"""What is accepted is kept: whole, at its greatest length, in whatever script it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import WRONG_CREDENTIALS

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
MakeOAuthClient = Callable[..., OAuthClient]
MakeListener = Callable[..., EventSubscriber]
EMAIL, PHONE = "ann@example.com", "+12025550143"
LONGEST_EMAIL = f"{'E' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 59}.no"
ODD = "Ünï \u202eרגיל\u202c é 🚀 \u2028\u0085\t\n\"'\\<b>&amp;%41+{}"
COUNTRY = {"name": "country-name", "type": "str", "required": False, "step": 0}


def filled(length: int, text: str = ODD) -> str:
    """Return so many characters: the text over and over, then one of its own, so that a lost end shows."""
    return (text * length)[: length - 1] + "$"


SCRIPTS = pytest.mark.parametrize("text", [ODD, "🚀", "x"], ids=["odd", "emoji", "plain"])


@law("Whatever a registration was given is kept whole, at its greatest length")
@SCRIPTS
def test_registration_is_kept(make_jwt_client: MakeJwtClient, text: str) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    name, nickname, other = filled(255, text), filled(255, f"{text}n"), filled(200, text)
    fields = {"nickname": nickname, "promo_email_agreement": False, "given_name": other}

    token = token_of(jwt_client.register(username=name, email=LONGEST_EMAIL, fields=fields))

    (kept,) = jwt_client.users()
    told = {key: kept[key] for key in ("username", "email", "nickname", "fields")}
    assert told == {
        "username": name,
        "email": LONGEST_EMAIL,
        "nickname": nickname,
        "fields": {"promo_email_agreement": False, "given_name": other},
    }
    for each in (token, token_of(jwt_client.login(name)), jwt_client.login_by_code(LONGEST_EMAIL)):
        told = {key: claims(each)[key] for key in ("username", "email", "promo_email_agreement")}
        assert told == {"username": name, "email": LONGEST_EMAIL, "promo_email_agreement": False}
        assert jwt_client.validate(each).status_code == 204


@law("A payload comes back whole, at its greatest length, in a token that the server knows again")
@SCRIPTS
def test_payload_is_kept(make_jwt_client: MakeJwtClient, text: str) -> None:
    jwt_client = make_jwt_client(ask_fields=[COUNTRY])
    jwt_client.registered("ann", EMAIL)
    payload = filled(4096, text)

    tokens = [
        token_of(jwt_client.login("ann", query={"payload": payload})),
        jwt_client.login_by_code(PHONE, query={"payload": payload}),
    ]

    for token in tokens:
        assert claims(token)["payload"] == payload
        assert jwt_client.validate(token).status_code == 204
        assert [field["name"] for field in jwt_client.asked(token).json()] == ["country-name"]


@law("The answer to an ask is kept whole, at its greatest length")
@SCRIPTS
def test_answered_ask_is_kept(make_jwt_client: MakeJwtClient, text: str) -> None:
    jwt_client = make_jwt_client(ask_fields=[COUNTRY, {**COUNTRY, "name": text}])
    answers = {"country-name": filled(4096, text), text: filled(4096, f"{text}o")}

    token = token_of(jwt_client.answer_asks(jwt_client.login_by_code(EMAIL), answers))

    assert jwt_client.users()[0]["fields"] == answers
    assert jwt_client.asked(token).json() == []


@law("A second answer to an ask replaces its own field and leaves the others")
def test_second_answer_leaves_the_others(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[COUNTRY, {**COUNTRY, "name": "bday"}])
    token = jwt_client.login_by_code(EMAIL)
    for answers in ({"country-name": "DE", "bday": "1990-04-23"}, {"country-name": "FR"}):
        assert jwt_client.answer_asks(token, answers).status_code == 200

    assert jwt_client.users()[0]["fields"] == {"country-name": "FR", "bday": "1990-04-23"}


@law("A new password counts to its last character")
def test_longest_new_password_is_kept(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    new = filled(100)

    assert jwt_client.confirm_reset(*jwt_client.reset_link("ann", EMAIL), new).status_code == 204

    assert jwt_client.login("ann", new).status_code == 200
    for wrong in (new[:-1], new[:72], f"{new[:-1]}€", PASSWORD):
        assert refusal(jwt_client.login("ann", wrong)) == WRONG_CREDENTIALS


@law("A login goes on to the longest registered address, as it is registered")
def test_longest_address_is_kept(make_oauth_client: MakeOAuthClient) -> None:
    longest = "https://example.com/".ljust(2047, "p") + "!"
    oauth_client = make_oauth_client(redirect_uris=(longest,), callback_urls=[longest])
    oauth_client.member()

    oauth = target_of(oauth_client.login(redirect_uri=longest))
    jwt = target_of(oauth_client.jwt_client.login("ann", query={"login_url": longest}))

    assert oauth.partition("?")[0] == jwt.partition("?")[0] == longest


@law("A state comes back whole, at its greatest length")
@SCRIPTS
def test_state_is_kept(oauth_client: OAuthClient, text: str) -> None:
    oauth_client.member()
    state = filled(255, text)

    assert query_of(target_of(oauth_client.login(state=state)))["state"] == state


@law("The address of login events is listed as it was given, at its greatest length")
def test_event_address_is_kept(listener: EventSubscriber) -> None:
    urls = [listener.receiver.url(f"/{'p' * 100}"), listener.receiver.url("/").ljust(499, "q") + "!"]

    added = [listener.call("add-webhook-for-event", "registration", body={"url": url}).json() for url in urls]

    assert [each["url"] for each in added] == urls
    assert listener.call("get-webhooks-for-event", "registration").json() == added


@law("Input that the description does not know changes nothing of what is kept")
def test_unknown_input_changes_nothing(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, other = (make_jwt_client(confirmation_required=False) for _ in "ab")
    plain: dict[str, Any] = {"username": "ann", "email": EMAIL}

    jwt_client.register(**plain)
    other.register(**plain, query={"utm_source": "x"}, banned=True, confirmed=False, user_id="1", groups=[1])

    ignored = ("user_id", "project_id")
    first, second = (
        {k: v for k, v in each.users()[0].items() if k not in ignored} for each in (jwt_client, other)
    )
    assert first == second

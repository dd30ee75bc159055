"""The page that asks for fields: when a login stops there, what gets past it, and what the game gets then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.actors import hosted_pages
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.hosted_pages import (
    GOOD,
    Way,
    assert_over,
    assert_refused,
    begin,
    by_password,
    send,
    show,
    to_network,
)
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import (
    EMAIL,
    STATE,
    OAuthClient,
    challenge_of,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_GRANT, NOT_SIGNED_IN

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
WAYS = pytest.mark.parametrize("way", hosted_pages.WAYS)
VERIFIER = "Zr5w1m-2uQf8kXo3T7bYv9LhCj4sNd6P_aGe0iWRqUM"
PHONE = "+12025550143"
COUNTRY = {"name": "country-name", "type": "str", "required": True, "step": 0}
HOBBY = {"name": "hobby", "type": "str", "required": False, "step": 1}
ASKED_PHONE = {"name": "phone_number", "type": "phone", "required": True, "step": 2}
BY_CODE = {**ASKED_PHONE, "confirmation_type": "code"}
ANSWER = {"action": "answer", "field.country-name": "DE"}


def stopped(oauth_client: OAuthClient, way: Way = by_password, **query: Any) -> str:
    """Sign in where something is asked for; return the address of the page that asks."""
    answer = way(oauth_client, begin(oauth_client, **query))
    assert answer.status_code == 302
    return at_page(answer)


def at_page(answer: httpx.Response) -> str:
    """The address of the page for asked fields that a browser is sent to."""
    address = target_of(answer)
    assert urlsplit(address).path == "/_mock/ask", f"no page asks: {address}"
    return address


def asking(make_oauth_client: MakeOAuthClient, *fields: dict[str, Any], **settings: Any) -> OAuthClient:
    oauth_client = make_oauth_client(ask_fields=list(fields), **settings)
    oauth_client.member()
    return oauth_client


def fields_of(oauth_client: OAuthClient) -> dict[str, Any]:
    (user,) = oauth_client.jwt_client.users()
    return dict(user["fields"])


def sent_code(oauth_client: OAuthClient, recipient: str = PHONE) -> str:
    return str(oauth_client.jwt_client.message(recipient, "one_time_code").code)


def silently(oauth_client: OAuthClient) -> dict[str, str]:
    """What the game is told of a request that may show no page."""
    answer = oauth_client.call("oauth2-authorize", query={"prompt": "none"})
    assert target_of(answer).startswith(f"{CALLBACK}?")
    return query_of(target_of(answer))


def assert_arrived(answer: httpx.Response, oauth_client: OAuthClient) -> None:
    """The game has a code and its state back, and the browser is signed in."""
    __tracebackhide__ = True
    assert answer.status_code == 302, f"{answer.status_code} {answer.text[:300]}"
    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert set(query_of(target_of(answer))) == {"code", "state"}
    assert query_of(target_of(answer))["state"] == STATE
    assert "set-cookie" in answer.headers


@law("Whoever owes a required field is asked on a page, whichever way they signed in, and then goes on")
@WAYS
def test_missing_field_is_asked_on_a_page(make_oauth_client: MakeOAuthClient, way: Way) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    address = begin(oauth_client, code_challenge=challenge_of(VERIFIER), code_challenge_method="S256")

    stop = way(oauth_client, address)
    page = at_page(stop)
    assert set(query_of(page)) == {"ticket"}
    assert "set-cookie" not in stop.headers
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert 'name="field.country-name"' in show(oauth_client, page).text
    answer = send(oauth_client, page, **ANSWER)

    assert_arrived(answer, oauth_client)
    code = code_of(answer)
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code, code_verifier=VERIFIER).status_code == 200
    assert "DE" in [user["fields"].get("country-name") for user in oauth_client.jwt_client.users()]
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("A required field cannot be left out, whatever the form says", security=True)
def test_required_field_cannot_be_left_out(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY, HOBBY)
    page = stopped(oauth_client)

    for form in (
        {"action": "skip"},
        {"action": "answer"},
        {"action": "answer", "field.country-name": ""},
        {"action": "answer", "field.country-name": "  \t"},
        {"action": "answer", "field.hobby": "chess"},
        {"action": "answer", "country-name": "DE"},
        {"action": "answer", "choice.0.country-name": "DE"},
        {"action": "code", "code": "123456"},
        {"action": "code"},
        {"action": "send-again"},
        {"action": "nonsense"},
        {"action": "skip", "passed": "country-name", "required": "false"},
    ):
        answer = send(oauth_client, page, **form)
        assert answer.status_code in (404, 422), f"{form} {answer.status_code}"
        assert {"location", "set-cookie"}.isdisjoint(answer.headers)

    assert fields_of(oauth_client) == {}
    assert_arrived(send(oauth_client, page, **ANSWER), oauth_client)


@law("Where nothing is required the page may be skipped")
def test_optional_fields_may_be_skipped(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, HOBBY)
    page = stopped(oauth_client)

    answer = send(oauth_client, page, action="skip")

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert set(query_of(target_of(answer))) == {"code", "state"}
    assert oauth_client.exchange(code_of(answer)).status_code == 200
    assert fields_of(oauth_client) == {}


@law("What breaks a rule is told at its field, each of several, and what was typed stays, except secrets")
def test_wrong_answers_are_told_at_their_fields(make_oauth_client: MakeOAuthClient) -> None:
    pin = {
        "name": "pin",
        "type": "pass",
        "required": True,
        "step": 3,
        "validation": {"allowed_characters": "0123456789"},
    }
    short = {**HOBBY, "validation": {"min_length": 4}}
    birthday = {"name": "bday", "type": "date", "required": True, "step": 4}
    oauth_client = asking(make_oauth_client, COUNTRY, short, ASKED_PHONE, pin, birthday)
    page = stopped(oauth_client)
    wrong = {
        "field.country-name": "D<",
        "field.hobby": "ox",
        "field.phone_number": "12025550143",
        "field.pin": "my-secret",
        "field.bday": "2001-02-29",
    }

    answer = send(oauth_client, page, action="answer", **wrong)

    assert_refused(answer)
    assert answer.text.count('aria-invalid="true"') == 4
    assert all(text in answer.text for text in ('value="D&lt;"', 'value="ox"', 'value="12025550143"'))
    assert "my-secret" not in answer.text
    assert fields_of(oauth_client) == {}
    right = {"field.country-name": "D<", "field.hobby": "oxen", "field.phone_number": PHONE}
    right |= {"field.pin": "12", "field.bday": "2001-02-28"}
    answer = send(oauth_client, page, action="answer", **right)
    assert_arrived(answer, oauth_client)
    assert fields_of(oauth_client) == {
        "country-name": "D<",
        "hobby": "oxen",
        "pin": "12",
        "bday": "2001-02-28",
    }


@law("Whoever is too young for the project does not get past a date of birth")
def test_required_age_is_kept(make_oauth_client: MakeOAuthClient) -> None:
    birthday = {"name": "bday", "type": "date", "required": True, "step": 0}
    oauth_client = asking(make_oauth_client, birthday, required_age=150, required_ages={})
    page = stopped(oauth_client)

    assert_refused(send(oauth_client, page, action="answer", **{"field.bday": "1990-04-23"}))

    assert fields_of(oauth_client) == {}
    oauth_client.configure(required_age=13)
    assert_arrived(send(oauth_client, page, action="answer", **{"field.bday": "1990-04-23"}), oauth_client)


@law("Only what a selection offers is taken")
def test_selection_takes_what_it_offers(make_oauth_client: MakeOAuthClient) -> None:
    one = {"name": "class", "type": "select", "required": True, "step": 0}
    many = {"name": "games", "type": "multi-select", "required": True, "step": 1}
    choices = {"class": ["Knight", "Mage"], "games": ["Chess", "Go", "Poker"]}
    oauth_client = asking(make_oauth_client, one, many, ask_choices=choices)
    page = stopped(oauth_client)
    form = {"action": "answer", "field.class": "Mage", "choice.0.games": "Chess", "choice.2.games": "Poker"}

    for wrong in ({"field.class": "Thief"}, {"choice.1.games": "Tag"}):
        assert_refused(send(oauth_client, page, **{**form, **wrong}))
    assert fields_of(oauth_client) == {}

    assert_arrived(send(oauth_client, page, **form), oauth_client)
    assert fields_of(oauth_client) == {"class": "Mage", "games": "Chess,Poker"}


@law("A contact that has to be confirmed belongs to nobody before its code is right", security=True)
@pytest.mark.parametrize("confirmation", ["code", "link"])
def test_contact_is_proven_on_the_page(make_oauth_client: MakeOAuthClient, confirmation: str) -> None:
    oauth_client = asking(make_oauth_client, {**ASKED_PHONE, "confirmation_type": confirmation})
    page = stopped(oauth_client)

    answer = send(oauth_client, page, action="answer", **{"field.phone_number": "+1 (202) 555-0143"})

    assert answer.status_code == 200
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)
    assert 'name="code"' in show(oauth_client, page).text
    code = sent_code(oauth_client)
    for wrong in ("000000", "", code[:-1], "nonsense"):
        assert_refused(send(oauth_client, page, action="code", code=wrong))
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [None]
    assert_arrived(send(oauth_client, page, action="code", code=f" {code} "), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law(
    "An opened link confirms a contact as its code does, and tells its reader nothing of the login",
    security=True,
)
def test_opened_link_proves_a_contact(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, {**ASKED_PHONE, "confirmation_type": "link"})
    page = stopped(oauth_client, locale="de_DE")
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    opened = target_of(oauth_client.jwt_client.open(oauth_client.jwt_client.message(PHONE).link))

    assert (urlsplit(opened).path, query_of(opened)) == ("/_mock/ask/opened", {"locale": "de_DE"})
    assert query_of(page)["ticket"] not in show(oauth_client, opened).text
    assert_arrived(send(oauth_client, page, action="code"), oauth_client)


@law("A new code replaces the one of before, and an expired one is no good", security=True)
def test_code_is_sent_again(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE, code_length=12)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})
    old = sent_code(oauth_client)
    control.advance(181)
    assert_refused(send(oauth_client, page, action="code", code=old))

    assert send(oauth_client, page, action="send-again").status_code == 200
    new = sent_code(oauth_client)
    assert_refused(send(oauth_client, page, action="code", code=old))

    assert_arrived(send(oauth_client, page, action="code", code=new), oauth_client)
    assert_over(send(oauth_client, page, action="code", code=new))


@law("A code that the project no longer wants holds nobody up")
def test_code_that_is_no_longer_wanted(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    oauth_client.configure(ask_fields=[ASKED_PHONE])

    assert_arrived(send(oauth_client, page, action="send-again"), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law("From the code there is a way back to the fields, where another contact can be given")
def test_another_contact_can_be_given(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE, HOBBY)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": "+12025550199"})
    mistaken = sent_code(oauth_client, "+12025550199")

    fields = send(oauth_client, page, action="back").text
    assert all(f'name="field.{name}"' in fields for name in ("phone_number", "hobby"))
    assert_refused(send(oauth_client, page, action="code", code=mistaken))
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    assert_arrived(send(oauth_client, page, action="code", code=sent_code(oauth_client)), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law("Two contacts that have to be confirmed are asked one after the other, and nothing is asked twice")
def test_two_contacts_are_asked_one_after_the_other(make_oauth_client: MakeOAuthClient) -> None:
    email = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
    oauth_client = make_oauth_client(ask_fields=[email, HOBBY, BY_CODE])
    network = to_network(oauth_client, begin(oauth_client))
    page = at_page(send(oauth_client, network, action="pick", id="google-2"))
    first = show(oauth_client, page).text
    assert [name in first for name in ("field.email", "field.hobby", "field.phone")] == [True, True, False]
    send(oauth_client, page, action="answer", **{"field.email": "gustav@example.com"})
    code = sent_code(oauth_client, "gustav@example.com")

    page = at_page(send(oauth_client, page, action="code", code=code))

    second = show(oauth_client, page).text
    assert ("field.hobby" in second, "field.phone_number" in second) == (False, True)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})
    assert_arrived(send(oauth_client, page, action="code", code=sent_code(oauth_client)), oauth_client)


@law("A contact of another account is refused at its field", security=True)
def test_taken_contact_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, ASKED_PHONE)
    oauth_client.member("eve", email="eve@example.com", phone_number=PHONE)
    page = stopped(oauth_client)

    assert_refused(send(oauth_client, page, action="answer", **{"field.phone_number": PHONE}))

    numbers = [user.get("phone_number") for user in oauth_client.jwt_client.users()]
    assert sorted(numbers, key=bool) == [None, PHONE]


@law("The answers of a page are taken once, also when they are sent twice at the same moment", security=True)
def test_answers_are_taken_once(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    page = stopped(oauth_client)

    answers = at_once(
        8, lambda number: send(oauth_client, page, action="answer", **{"field.country-name": f"D{number}"})
    )

    assert Counter(answer.status_code for answer in answers) == {302: 1, 404: 7}
    (winner,) = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert fields_of(oauth_client) == {"country-name": f"D{winner}"}
    assert_over(send(oauth_client, page, **ANSWER))
    assert_over(show(oauth_client, page))


@law(
    "A login that stopped for fields ends with its user's sessions, with the user, and after half an hour",
    security=True,
)
@pytest.mark.parametrize("end", ["reset", "ban", "time"])
def test_stopped_login_ends(make_oauth_client: MakeOAuthClient, control: Control, end: str) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE)
    page, waiting = stopped(oauth_client), stopped(oauth_client)
    send(oauth_client, waiting, action="answer", **{"field.phone_number": PHONE})
    code = sent_code(oauth_client)

    if end == "reset":
        user_id, secret = oauth_client.jwt_client.reset_link("ann", EMAIL)
        assert oauth_client.jwt_client.confirm_reset(user_id, secret, "another-Passw0rd").status_code == 204
    elif end == "ban":
        (user,) = oauth_client.jwt_client.users()
        path, body = {"user_id": user["user_id"]}, {"reason": "cheating"}
        banned = ProjectServer(oauth_client).call("post-projects-users-ban", path=path, body=body)
        assert banned.status_code == 204
    else:
        control.advance(1801)

    assert_over(show(oauth_client, page))
    assert_over(send(oauth_client, page, action="answer", **{"field.phone_number": PHONE}))
    assert_over(send(oauth_client, waiting, action="code", code=code))
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [None]


@law("A login waits on the page for half an hour, however short the lives of tokens are")
def test_stopped_login_outlives_its_token(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY, access_token_lifetime=1)
    page = stopped(oauth_client)

    control.advance(1750)

    assert_arrived(send(oauth_client, page, **ANSWER), oauth_client)


@law("The secret of the page for fields opens no other page, nor theirs this one", security=True)
def test_secrets_of_pages_are_not_mixed_up(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    page, address = stopped(oauth_client), begin(oauth_client)
    origin = oauth_client.control.origin

    for wrong in (
        f"{origin}/_mock/ask?ticket={query_of(address)['ticket']}",
        f"{origin}/_mock/ask?ticket={query_of(page)['ticket']}x",
        f"{origin}/_mock/sign-in?ticket={query_of(page)['ticket']}",
        f"{origin}/_mock/provider/google?state={query_of(page)['ticket']}",
    ):
        assert_over(show(oauth_client, wrong))
        assert_over(send(oauth_client, wrong, **{**GOOD, **ANSWER}))


@law("Who cancels instead of answering goes back with access_denied and the state, signed in nowhere")
def test_cancel_instead_of_an_answer(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    page = stopped(oauth_client)

    answer = send(oauth_client, page, action="cancel")

    told = query_of(target_of(answer))
    assert (told["error"], told["state"]) == ("access_denied", STATE)
    assert "code" not in told
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert_over(send(oauth_client, page, **ANSWER))


@law("A login that stops for a required field is told once, when it goes on")
def test_stopped_login_is_told_once(make_listener: Callable[..., EventSubscriber]) -> None:
    listener = make_listener(ask_fields=[COUNTRY, {**HOBBY, "step": 0}])
    listener.oauth_client.member()
    listener.hear("authorization")
    page = stopped(listener.oauth_client)
    assert listener.receiver.requests == []

    send(listener.oauth_client, page, **ANSWER)

    assert len(listener.heard(1)) == 1
    assert len(listener.receiver.requests) == 1


@law("Somebody who is signed in is asked for what is required by now, and is then as signed in as before")
def test_signed_in_user_is_asked_for_what_is_new(member: OAuthClient) -> None:
    assert by_password(member, begin(member)).status_code == 302
    member.configure(ask_fields=[COUNTRY])

    page = at_page(member.call("oauth2-authorize"))

    assert_arrived(send(member, page, **ANSWER), member)
    assert set(query_of(target_of(member.call("oauth2-authorize")))) == {"code", "state"}


@law("The link of a confirmation mail leads over the page too, in the language of the mail")
def test_confirmed_account_is_asked(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(ask_fields=[COUNTRY], confirmation_required=True)
    begin(oauth_client)
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    oauth_client.call("oauth-20-register-new-user", query={"locale": "de_DE"}, body=body)

    page = at_page(oauth_client.jwt_client.open(oauth_client.jwt_client.message(EMAIL).link))

    assert query_of(page)["locale"] == "de_DE"
    assert_arrived(send(oauth_client, page, **ANSWER), oauth_client)


@law("prompt=none shows no page: it tells what would have been asked for", origin="inferred")
def test_silent_request_shows_no_page(member: OAuthClient) -> None:
    address = begin(member)
    nobody = silently(member)
    assert (nobody["error"], nobody["state"]) == ("login_required", STATE)
    assert by_password(member, address).status_code == 302
    assert set(silently(member)) == {"code", "state"}
    member.configure(ask_fields=[COUNTRY])

    told = silently(member)

    assert (told["error"], told["state"]) == ("interaction_required", STATE)
    assert "code" not in told
    assert not member.is_good(told["token"])
    body = {"token": told["token"], "updatedFields": {"country-name": "DE"}}
    answered = member.jwt_client.call("oauth-20-user-ask", query={"client_id": member.client_id}, body=body)
    assert tokens_of(member.exchange(code_of(answered)))["access_token"]


@law("A silent social login shows no page either", origin="inferred")
def test_silent_social_login_shows_no_page(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    begin(oauth_client)
    ticket = oauth_client.social("steam").session_ticket

    told = query_of(
        target_of(
            oauth_client.call(
                "oauth-20-silent-authentication",
                path={"oauth2_cross_social_provider_name": "steam"},
                query={"app_id": "480", "session_ticket": ticket},
            )
        )
    )

    assert (told["error"], told["state"]) == ("interaction_required", STATE)
    assert "code" not in told
    assert not oauth_client.is_good(told["token"])


@law("A game without OAuth 2.0 gets its token after the page as well")
def test_jwt_game_gets_its_token(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    begin(oauth_client)
    link = oauth_client.jwt_client.call("jwt-get-link-for-social-auth", path={"provider_name": "google"})
    page = at_page(send(oauth_client, target_of(link), action="pick", id="google-1"))

    answer = send(oauth_client, page, **ANSWER)

    token = query_of(target_of(answer))["token"]
    assert oauth_client.jwt_client.validate(token).status_code == 204
    assert claims(token)["provider"] == "google"

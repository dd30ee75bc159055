"""The page that asks for fields: which logins stop there, how they go on or end, and what the game gets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors import hosted_pages
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.hosted_pages import GOOD, Way, assert_over, begin, by_password, send, show
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

from .ask_pages import (
    ANSWER,
    BY_CODE,
    COUNTRY,
    HOBBY,
    PHONE,
    asking,
    assert_arrived,
    at_page,
    sent_code,
    stopped,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
WAYS = pytest.mark.parametrize("way", hosted_pages.WAYS)
VERIFIER = "Zr5w1m-2uQf8kXo3T7bYv9LhCj4sNd6P_aGe0iWRqUM"


def silently(oauth_client: OAuthClient) -> dict[str, str]:
    """What the game is told of a request that may show no page."""
    answer = oauth_client.call("oauth2-authorize", query={"prompt": "none"})
    assert target_of(answer).startswith(f"{CALLBACK}?")
    return query_of(target_of(answer))


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

"""Who is logged in through the Python facade: the end of a login, the calls of an account, and renewal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import SessionEnded
from xsolla_login_client.pkce import Pkce
from xsolla_login_client.tokens import Tokens

from login_contract.suite.actors.client_registrations import CONFIDENTIAL_SECRET, SERVER_SECRET
from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import INVALID_CLIENT, INVALID_GRANT
from login_contract.suite.target import Target

from .facade_game import MANNERS, Called, FacadeGame, facade_game
from .game_page import CALLBACK, Person


@pytest.fixture(params=MANNERS)
def game(
    request: pytest.FixtureRequest, target: Target, control: Control, signing_key: str
) -> Iterator[FacadeGame]:
    with facade_game(request.param, control, target.base_url, private_key=signing_key) as found:
        yield found


def log_in(game: FacadeGame, api: Called, **given: Any) -> Person:
    """Logs a new member in by password, and completes the login."""
    person = game.member()
    result = api("login", username=person.username, password=person.password)
    api("complete", result.login_url, **given)
    return person


def found_by(server: Called, game: FacadeGame) -> list[str]:
    """The names of the users that the server is told of."""
    found = server("search_users_by_filter", UUID(game.project_id), limit=10)
    return [str(each.username) for each in found.users]


def email_of(api: Called) -> str:
    return str(api("account.get_user_details").email)


def test_login_by_token_has_an_account(game: FacadeGame) -> None:
    api = game.api()

    person = log_in(game, api)

    assert email_of(api) == person.email


def test_login_by_code_has_an_account(game: FacadeGame) -> None:
    api = game.oauth_api()

    person = log_in(game, api)

    assert email_of(api) == person.email


def test_nobody_has_no_account(game: FacadeGame) -> None:
    with pytest.raises(SessionEnded):
        email_of(game.api())


def test_account_is_changed_by_what_is_given(game: FacadeGame) -> None:
    api = game.api()
    log_in(game, api)

    api("account.update_user_details", nickname="Ann")

    assert api("account.get_user_details").nickname == "Ann"


def test_offline_login_renews_itself(game: FacadeGame) -> None:
    saved: list[Tokens] = []
    api = game.oauth_api(scope="offline", save=saved.append)
    person = log_in(game, api)
    (first,) = saved
    assert first.refresh_token

    expired = game.control.token(project_id=game.project_id, username=person.username, defect="expired")
    api.api.use(Tokens(expired, first.refresh_token))

    assert email_of(api) == person.email
    assert saved[1:] == [api.api.tokens]
    assert saved[1].refresh_token not in (None, first.refresh_token)


def test_kept_tokens_go_on_in_another_program(game: FacadeGame) -> None:
    api = game.oauth_api(scope="offline")
    person = log_in(game, api)

    assert email_of(game.oauth_api(tokens=api.api.tokens)) == person.email


def test_login_that_ended_elsewhere_is_over(game: FacadeGame) -> None:
    api = game.oauth_api(scope="offline")
    log_in(game, api)

    api("logout", api.api.tokens.access_token, "all")

    with pytest.raises(SessionEnded):
        email_of(api)


def test_confidential_client_completes_with_its_secret(game: FacadeGame) -> None:
    api = game.oauth_api(client_id=game.clients.confidential, client_secret=CONFIDENTIAL_SECRET)

    person = log_in(game, api)

    assert email_of(api) == person.email


def test_proof_key_of_the_browser_is_shown_at_the_end(game: FacadeGame) -> None:
    api = game.oauth_api()
    proof = Pkce.new()

    address = api("oauth2_auth", code_challenge=proof.challenge, code_challenge_method=proof.method)

    assert f"code_challenge={proof.challenge}" in address
    assert f"state={api.api.state}" in address


def test_landing_of_another_login_is_refused(game: FacadeGame) -> None:
    api, other = game.oauth_api(), game.oauth_api()
    person = game.member()
    result = other("login", username=person.username, password=person.password)

    with pytest.raises(ValueError, match="state"):
        api("complete", result.login_url)


def test_code_is_worth_tokens_once(game: FacadeGame) -> None:
    api = game.oauth_api()
    person = game.member()
    result = api("login", username=person.username, password=person.password)
    api("complete", result.login_url)

    with pytest.raises(CODES[INVALID_GRANT.code]):
        api("complete", result.login_url)


def test_server_gets_its_token_by_itself(game: FacadeGame) -> None:
    person = game.member()
    server = game.server_api(client_id=game.clients.server, client_secret=SERVER_SECRET)

    assert found_by(server, game) == [person.username]


def test_server_with_a_token_uses_that(game: FacadeGame) -> None:
    server = game.server_api(client_id=game.clients.server, client_secret=SERVER_SECRET)
    found_by(server, game)
    token = server.api.client._auth._token.text

    assert found_by(game.server_api(token=token), game) == []


def test_server_token_that_is_refused_is_renewed_once(game: FacadeGame) -> None:
    server = game.server_api(client_id=game.clients.server, client_secret=SERVER_SECRET)
    found_by(server, game)
    auth = server.api.client._auth
    spoilt = auth._token = type(auth._token)("no-token", auth._token.renew_at)

    assert found_by(server, game) == []
    assert auth._token is not spoilt


def test_server_with_a_wrong_secret_is_refused(game: FacadeGame) -> None:
    server = game.server_api(client_id=game.clients.server, client_secret="wrong")

    with pytest.raises(CODES[INVALID_CLIENT.code]):
        found_by(server, game)


def test_server_needs_a_token_or_a_secret(game: FacadeGame) -> None:
    with pytest.raises(ValueError, match="client_secret"):
        game.server_api()


def test_landing_page_is_the_redirect_uri(game: FacadeGame) -> None:
    api = game.oauth_api()
    person = game.member()

    result = api("login", username=person.username, password=person.password)

    assert result.login_url.startswith(f"{CALLBACK}?")

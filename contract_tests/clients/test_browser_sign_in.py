"""A person signs in to a game in a real browser: from the authorization endpoint back to the game."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from attrs import evolve, frozen

from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.oauth_client import EMAIL, OAuthClient, challenge_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import PARTNER_REFUSES_LOGIN

from .browser_tab import LANDED, GamePage, Tab, new_tab
from .game_page import query_of

if TYPE_CHECKING:
    from .browser_sdk import BrowserThread


STATE = "state-of-this-game"
WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
NAME, MAIL = "Username or e-mail address", "E-mail address"


@frozen
class Journey:
    """A person with a tab, and the game that they want to play."""

    tab: Tab
    oauth_client: OAuthClient
    callback: str
    verifier: str

    def set_out(self, **query: Any) -> None:
        """Goes to the authorization endpoint, as the game's button for it does."""
        started = self.oauth_client.start(
            redirect_uri=self.callback,
            state=STATE,
            scope="offline",
            code_challenge=challenge_of(self.verifier),
            code_challenge_method="S256",
        )
        base = str(self.oauth_client.jwt_client.http.base_url).rstrip("/")
        self.tab.open(f"{base}/oauth2/auth?{urlencode({**started, **query})}")

    def arrived(self) -> dict[str, str]:
        """What the game is told in its address; the tab has to be there."""
        assert self.tab.title == LANDED, f"{self.tab.address}: {self.tab.title} {self.tab.complaint}"
        assert self.tab.address.startswith(f"{self.callback}?")
        return query_of(self.tab.address)

    def claims(self) -> dict[str, Any]:
        """What the token says that the game gets for the code in its address."""
        told = self.arrived()
        assert set(told) == {"code", "state"}
        assert told["state"] == STATE
        exchange = self.oauth_client.exchange
        proof = {"redirect_uri": self.callback, "code_verifier": self.verifier}
        wrong = exchange(told["code"], **{**proof, "code_verifier": "x" * 43})
        assert wrong.status_code == 400
        tokens = tokens_of(exchange(told["code"], **proof))
        assert self.oauth_client.is_good(tokens["access_token"])
        assert self.oauth_client.refresh(tokens["refresh_token"]).status_code == 200
        return claims(tokens["access_token"])

    def code(self, recipient: str = EMAIL) -> str:
        """The code in the newest mail of the person."""
        return str(self.oauth_client.jwt_client.message(recipient, "one_time_code").code)

    def settings(self, **changed: Any) -> None:
        """Changes settings of the project."""
        self.oauth_client.control.change_project(self.oauth_client.jwt_client.project_id, **changed)


@pytest.fixture(scope="module")
def game_page() -> Iterator[GamePage]:
    with GamePage() as page:
        yield page


@pytest.fixture
def scripts() -> bool:
    """Whether the browser runs scripts, which no page needs."""
    return False


@pytest.fixture
def tab(browser: BrowserThread, game_page: GamePage, scripts: bool) -> Iterator[Tab]:
    """A tab of a browser that has been nowhere yet."""
    tab = new_tab(browser, game_page.callback, java_script_enabled=scripts, locale="en-US")
    yield tab
    tab.close()


@pytest.fixture
def journey(tab: Tab, make_oauth_client: Callable[..., OAuthClient], game_page: GamePage) -> Journey:
    """Ann, who has an account, and a game with a project of its own."""
    oauth_client = make_oauth_client(redirect_uris=(game_page.callback,))
    oauth_client.member()
    return Journey(tab, oauth_client, game_page.callback, secrets.token_urlsafe(48))


@WITH_AND_WITHOUT
def test_scripts_run_only_where_they_should(tab: Tab, scripts: bool) -> None:
    assert tab.runs_scripts() is scripts


@WITH_AND_WITHOUT
def test_password_leads_back_to_the_game(journey: Journey) -> None:
    journey.set_out()
    assert journey.tab.title == "Sign in"
    journey.tab.fill(**{NAME: "ann", "Password": PASSWORD})
    journey.tab.press("Sign in")

    assert journey.claims()["username"] == "ann"


def test_enter_key_sends_the_password(journey: Journey) -> None:
    journey.set_out()
    journey.tab.fill(**{NAME: EMAIL, "Password": PASSWORD})
    journey.tab.enter("Password")

    assert journey.claims()["username"] == "ann"


@WITH_AND_WITHOUT
def test_mailed_code_leads_back_to_the_game(journey: Journey) -> None:
    journey.set_out()
    journey.tab.fill(**{MAIL: EMAIL})
    journey.tab.press("Send me a code")
    assert journey.tab.title == "Enter your code"
    journey.tab.fill(Code=journey.code())
    journey.tab.press("Continue")

    assert journey.claims()["email"] == EMAIL


def test_mailed_code_makes_an_account(journey: Journey) -> None:
    journey.set_out()
    journey.tab.fill(**{MAIL: "new@example.com"})
    journey.tab.enter(MAIL)
    journey.tab.fill(Code=journey.code("new@example.com"))
    journey.tab.enter("Code")

    content = journey.claims()
    assert content["email"] == "new@example.com"
    assert content["type"] == "email"


def test_wrong_code_is_told_and_the_right_one_still_works(journey: Journey) -> None:
    journey.settings(code_length=12)
    journey.set_out()
    journey.tab.fill(**{MAIL: EMAIL})
    journey.tab.press("Send me a code")
    journey.tab.fill(Code="000000000000")
    journey.tab.press("Continue")
    assert journey.tab.complaint == "This code is wrong, used or expired."
    journey.tab.press("Send a new code")
    assert journey.tab.complaint == ""
    journey.tab.fill(Code=journey.code())
    journey.tab.press("Continue")

    assert journey.claims()["email"] == EMAIL


@WITH_AND_WITHOUT
def test_listed_identity_leads_back_to_the_game(journey: Journey) -> None:
    journey.set_out()
    journey.tab.press("Continue with Google")
    assert journey.tab.title == "Sign in with Google"
    journey.tab.pick("Gina")

    content = journey.claims()
    assert (content["type"], content["provider"], content["id"]) == ("social", "google", "google-1")


def test_identity_of_a_folded_network_can_be_added_on_the_spot(journey: Journey) -> None:
    journey.settings(social_providers=["google", "facebook", "apple", "steam", "reddit"])
    journey.set_out()
    journey.tab.unfold("More ways to sign in")
    journey.tab.press("Continue with Reddit")
    # Nobody is known there, so the form for a first identity is open already.
    journey.tab.fill(Name="Greta <3", Id="greta-7", **{"E-mail address (optional)": "greta@example.com"})
    journey.tab.press("Add and continue")

    content = journey.claims()
    assert (content["provider"], content["id"], content["name"]) == ("reddit", "greta-7", "Greta <3")
    assert content["email"] == "greta@example.com"


def test_added_identity_is_listed_from_then_on(journey: Journey) -> None:
    journey.set_out()
    journey.tab.press("Continue with Google")
    journey.tab.unfold("Add an identity")
    journey.tab.fill(Name="Greta", Id="greta-7")
    journey.tab.press("Add and continue")
    first = journey.claims()
    assert "email" not in first
    journey.tab.forget()
    journey.set_out()
    journey.tab.press("Continue with Google")
    journey.tab.pick("Greta")

    assert journey.claims()["sub"] == first["sub"]


def test_network_without_an_address_is_followed_by_the_question_for_one(journey: Journey) -> None:
    journey.set_out(scope="offline email")
    journey.tab.press("Continue with Google")
    journey.tab.pick("Gustav")
    assert journey.tab.title == "A little more about you"
    journey.tab.fill(**{f"{MAIL} *": "gustav@example.com"})
    journey.tab.press("Continue")
    journey.tab.fill(Code=journey.code("gustav@example.com"))
    journey.tab.press("Continue")

    content = journey.claims()
    assert (content["id"], content["email"]) == ("google-2", "gustav@example.com")


def test_refused_identity_is_told_with_what_was_typed(journey: Journey) -> None:
    journey.set_out()
    journey.tab.press("Continue with Google")
    journey.tab.unfold("Add an identity")
    journey.tab.fill(Name="Greta", Id="greta-7", **{"E-mail address (optional)": "no address"})
    journey.tab.press("Add and continue")
    assert journey.tab.complaint == "Something is missing or not valid. Check what you entered."
    assert journey.tab.typed("Name") == "Greta"
    journey.tab.fill(**{"E-mail address (optional)": "greta@example.com"})
    journey.tab.press("Add and continue")

    assert journey.claims()["id"] == "greta-7"


def test_denied_network_is_told_to_the_game(journey: Journey) -> None:
    journey.set_out()
    journey.tab.press("Continue with Google")
    journey.tab.press("Cancel")

    told = journey.arrived()
    assert (told["error"], told["state"]) == ("access_denied", STATE)
    assert told["error_code"] == PARTNER_REFUSES_LOGIN.code
    assert "code" not in told
    assert journey.tab.cookies() == {}


@WITH_AND_WITHOUT
def test_cancelled_sign_in_is_told_to_the_game(journey: Journey) -> None:
    journey.set_out()
    journey.tab.press("Cancel")

    told = journey.arrived()
    assert (told["error"], told["state"]) == ("access_denied", STATE)
    assert "code" not in told
    assert journey.tab.cookies() == {}


@WITH_AND_WITHOUT
def test_second_factor_follows_the_password(journey: Journey) -> None:
    journey.settings(two_factor="email", code_length=12)
    journey.set_out()
    journey.tab.fill(**{NAME: "ann", "Password": PASSWORD})
    journey.tab.press("Sign in")
    assert journey.tab.title == "One more step"
    assert journey.tab.cookies() == {}
    journey.tab.fill(Code="000000000000")
    journey.tab.press("Continue")
    assert journey.tab.complaint == "This code is wrong, used or expired."
    first = journey.code()
    journey.tab.press("Send a new code")
    assert journey.code() != first
    journey.tab.fill(Code=journey.code())
    journey.tab.press("Continue")

    assert journey.claims()["username"] == "ann"


def test_second_factor_comes_by_sms(journey: Journey) -> None:
    journey.settings(two_factor="sms")
    journey.oauth_client.member("bob", phone_number="+12025550147")
    journey.set_out()
    journey.tab.fill(**{NAME: "bob", "Password": PASSWORD})
    journey.tab.press("Sign in")
    journey.tab.fill(Code=journey.code("+12025550147"))
    journey.tab.enter("Code")

    assert journey.claims()["username"] == "bob"


@WITH_AND_WITHOUT
def test_whoever_is_signed_in_sees_no_form_again(journey: Journey) -> None:
    journey.set_out()
    journey.tab.fill(**{NAME: "ann", "Password": PASSWORD})
    journey.tab.press("Sign in")
    first = journey.claims()
    assert journey.tab.cookies() == {"xl_sso": (True, "Lax")}

    journey.set_out()
    assert journey.claims()["sub"] == first["sub"]
    journey.tab.forget()
    journey.set_out()
    assert journey.tab.title == "Sign in"


def test_sign_in_of_another_project_counts_for_nothing(
    journey: Journey, make_oauth_client: Callable[..., OAuthClient]
) -> None:
    journey.set_out()
    journey.tab.fill(**{NAME: "ann", "Password": PASSWORD})
    journey.tab.press("Sign in")
    assert journey.arrived()["code"]

    evolve(journey, oauth_client=make_oauth_client(redirect_uris=(journey.callback,))).set_out()

    assert journey.tab.title == "Sign in"


def test_wrong_password_is_told_and_loses_nothing(journey: Journey) -> None:
    journey.set_out(locale="en_US")
    journey.tab.fill(**{NAME: "ann", "Password": "not-the-password"})
    journey.tab.press("Sign in")
    assert journey.tab.complaint == "The username or the password is wrong."
    assert journey.tab.typed(NAME) == "ann"
    assert journey.tab.typed("Password") == ""
    journey.tab.fill(Password=PASSWORD)
    journey.tab.press("Sign in")

    assert journey.claims()["username"] == "ann"


def test_pages_speak_german_to_the_end(journey: Journey) -> None:
    journey.settings(two_factor="email")
    journey.set_out(locale="de_DE")
    assert journey.tab.title == "Anmelden"
    journey.tab.fill(**{"Benutzername oder E-Mail-Adresse": "ann", "Passwort": PASSWORD})
    journey.tab.press("Anmelden")
    assert journey.tab.title == "Noch ein Schritt"
    journey.tab.fill(Code=journey.code())
    journey.tab.press("Weiter")

    assert journey.claims()["username"] == "ann"


def test_used_page_leads_nowhere(journey: Journey) -> None:
    journey.set_out()
    page = journey.tab.address
    journey.tab.press("Cancel")
    journey.tab.open(page)

    assert journey.tab.fields == 0
    assert "expired" in journey.tab.text
    assert urlsplit(journey.tab.address).path == "/_mock/sign-in"


def test_unregistered_game_is_no_place_to_go(journey: Journey) -> None:
    journey.set_out(redirect_uri=f"{journey.callback}/elsewhere")

    assert journey.tab.title != LANDED
    assert urlsplit(journey.tab.address).path.endswith("/oauth2/auth")
    assert journey.tab.fields == 0

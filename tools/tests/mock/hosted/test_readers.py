"""In which language a browser is answered: on pages, and where something at an address is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.mock.game import CALLBACK, Game

BROWSER = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "nl,de-AT;q=0.9,en;q=0.8",
}
JSON = "application/json"


def opened(game: Game, path: str, **query: Any) -> httpx.Response:
    """Open an address below ``/api`` in a German browser."""
    return game.call("GET", path, headers=BROWSER, **query)


def lang(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Accept-Language" in answer.headers["vary"]
    return answer.text.partition('<html lang="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("path", "query", "status", "code"),
    [
        ("/otc/push", {"state": "unknown-state", "action": "open"}, 404, "003-061"),
        ("/otc/push", {}, 400, "002-028"),
        ("/user/confirm", {"code": "unknown"}, 404, "003-061"),
        ("/social/nonsense/login_redirect", {}, 404, "003-061"),
        ("/jwt/sso/redirect", {}, 401, "003-040"),
        ("/oauth2/auth", {"client_id": 1, "response_type": "code", "state": "12345678"}, 404, "003-061"),
        ("/no/such/path", {}, 404, "404"),
        ("/login", {}, 405, "405"),
    ],
)
def test_a_browser_gets_a_page_in_its_language(
    game: Game, path: str, query: dict[str, Any], status: int, code: str
) -> None:
    page = opened(game, path, **query)
    assert (page.status_code, lang(page)) == (status, "de")
    assert f"{status} {code}</bdi>" in page.text
    assert lang(opened(game, path, **query, locale="fr_FR")) == "fr"
    assert lang(opened(game, path, **query, locale="tlh")) == "en"
    program = game.call("GET", path, **query)
    assert (program.status_code, program.headers["content-type"]) == (status, JSON)


def test_a_call_of_a_program_is_answered_in_its_own_way_whoever_makes_it(game: Game) -> None:
    for path in ("/users/me", "/oauth2/sso"):
        assert opened(game, path).headers["content-type"] == JSON
    answer = game.http.post("/api/no/such/path", headers=BROWSER)
    assert answer.headers["content-type"] == JSON


def test_pages_without_a_locale_follow_the_browser_and_keep_to_its_language(game: Game) -> None:
    game.configure(oauth_clients=[{"client_id": 31, "type": "public", "redirect_uris": [CALLBACK]}])
    asked = {"client_id": 31, "response_type": "code", "state": "12345678", "redirect_uri": CALLBACK}
    address = opened(game, "/oauth2/auth", **asked).headers["location"]
    assert "locale" not in address
    page = game.http.get(address, headers=BROWSER)
    assert lang(page) == "de"
    assert 'action="/_mock/sign-in?locale=de_DE"' in page.text
    assert lang(game.http.get(f"{address}&locale=ja", headers=BROWSER)) == "ja"
    assert lang(game.http.get(f"{address}x", headers=BROWSER)) == "de"
    assert lang(game.http.get(address)) == "en"


def test_links_of_messages_keep_their_language(game: Game) -> None:
    answer = game.call(
        "POST", "/login/email/request", body={"email": "ann@example.com", "send_link": True}, locale="ja"
    )
    assert answer.status_code == 200
    link = game.message("ann@example.com").link or ""
    assert parse_qs(urlsplit(link).query)["locale"] == ["ja"]
    assert game.http.get(link).status_code == 302
    game.configure(confirmation_required=True)
    body = {"username": "ann", "email": "eve@example.com", "password": "correct-horse-7"}
    assert game.call("POST", "/user", body=body, locale="de_DE").status_code == 204
    confirmation = game.message("eve@example.com").link or ""
    assert game.http.get(confirmation).status_code == 302
    assert lang(game.http.get(confirmation, headers={"Accept": "text/html"})) == "de"

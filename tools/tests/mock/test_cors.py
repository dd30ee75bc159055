"""What a browser needs to let a page of another origin read an answer."""

from __future__ import annotations

import httpx
import pytest

from tests.mock.game import Game

ORIGIN = "http://localhost:8701"
SDK_HEADERS = {
    "authorization",
    "content-type",
    "x-request-id",
    "x-lot-number",
    "x-captcha-output",
    "x-pass-token",
    "x-gen-time",
}


def from_page(game: Game, method: str, path: str, origin: str = ORIGIN, **options: object) -> httpx.Response:
    query = {"projectId": game.project_id}
    return game.http.request(method, path, params=query, headers={"Origin": origin}, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("POST", "/api/login", 400),
        ("GET", "/api/users/me/ask", 401),
        ("GET", "/api/nowhere", 404),
        ("GET", "/api/login", 405),
        ("GET", "/api/otc/push?state=unknown", 404),
    ],
)
def test_every_answer_may_be_read_with_cookies(game: Game, method: str, path: str, status: int) -> None:
    answer = from_page(game, method, path)
    assert answer.status_code in (status, 400)
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert {"Retry-After", "x-captcha-enabled"} <= set(
        answer.headers["access-control-expose-headers"].split(", ")
    )
    assert answer.headers["vary"] == "Origin"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost", "http://localhost:8701/"]
)
def test_other_origins_are_not_named(game: Game, origin: str) -> None:
    answer = from_page(game, "POST", "/api/login", origin)
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["vary"] == "Origin"


def test_an_answer_without_an_origin_is_not_kept_for_pages(game: Game) -> None:
    answer = game.http.get(f"/api/projects/{game.project_id}/keys")
    assert answer.headers["cache-control"] == "public, max-age=600"
    assert answer.headers["vary"] == "Origin"


def test_a_preflight_allows_all_that_the_sdk_sends(game: Game) -> None:
    answer = game.http.options(
        f"/api/login?projectId={game.project_id}",
        headers={
            "Origin": ORIGIN,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,x-request-id",
        },
    )
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert answer.headers["access-control-allow-methods"] == "POST"
    assert set(answer.headers["access-control-allow-headers"].split(", ")) >= SDK_HEADERS


def test_a_preflight_of_another_origin_allows_nothing(game: Game) -> None:
    answer = game.http.options(
        f"/api/login?projectId={game.project_id}", headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 204
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_options_alone_names_the_methods(game: Game) -> None:
    answer = game.http.options("/_mock/outbox")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, DELETE, OPTIONS")


def test_origins_are_those_of_the_named_project(game: Game) -> None:
    game.configure(allowed_origins=["https://game.example"])
    assert (
        "access-control-allow-origin" in from_page(game, "POST", "/api/login", "https://game.example").headers
    )
    assert "access-control-allow-origin" not in from_page(game, "POST", "/api/login").headers
    other = game.another()
    assert (
        "access-control-allow-origin"
        not in from_page(other, "POST", "/api/login", "https://game.example").headers
    )


def test_the_star_of_an_origin_stands_for_a_port_only(game: Game) -> None:
    game.configure(allowed_origins=["http://localhost:*", "https://a.example"])
    for origin in [
        "http://localhost:x",
        "http://localhost:80.evil.example",
        "https://aXexample",
        "http://localhost:",
    ]:
        assert "access-control-allow-origin" not in from_page(game, "POST", "/api/login", origin).headers

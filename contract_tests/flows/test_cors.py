"""What browsers demand before they let a page read an answer."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.jwt_client import JwtClient

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
PAGE = "http://localhost:3000"
FROM_LOCALHOST = pytest.mark.project(allowed_origins=("http://localhost:*", "http://127.0.0.1:*"))
SENT_BY_BROWSERS = [
    "authorization",
    "content-type",
    "x-request-id",
    "x-lot-number",
    "x-captcha-output",
    "x-pass-token",
    "x-gen-time",
]


def granted(answer: httpx.Response, origin: str = PAGE) -> bool:
    """Whether a page of an origin may read an answer to a request with cookies."""
    allowed = answer.headers.get("access-control-allow-origin")
    with_cookies = answer.headers.get("access-control-allow-credentials")
    assert allowed != "*", "a browser that sends cookies takes no wildcard"
    return allowed == origin and with_cookies == "true" and "origin" in answer.headers.get("vary", "").lower()


@law("A page of an allowed origin may read answers")
@FROM_LOCALHOST
@pytest.mark.parametrize(
    "origin", ["http://localhost:3000", "http://localhost:65535", "http://127.0.0.1:8701"]
)
def test_page_of_an_allowed_origin_may_read(jwt_client: JwtClient, origin: str) -> None:
    answer = jwt_client.call("auth-by-username-and-password", body={}, headers={"Origin": origin})

    assert granted(answer, origin)


@law("A page may read refusals as well, with the headers that it needs")
@FROM_LOCALHOST
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/login", 400),
        ("GET", "/login", 405),
        ("GET", "/nowhere", 404),
        ("GET", "/users/me/ask", 401),
        ("GET", "/otc/push", 404),
    ],
)
def test_page_may_read_refusals(jwt_client: JwtClient, method: str, path: str, status: int) -> None:
    answer = jwt_client.http.request(
        method,
        path,
        params={"projectId": jwt_client.project_id, "state": "x"},
        headers={"Origin": PAGE},
    )

    assert answer.status_code == status
    assert granted(answer)
    exposed = answer.headers["access-control-expose-headers"].lower()
    assert "x-captcha-enabled" in exposed
    assert "retry-after" in exposed


@law("A page of another origin may not read answers", security=True)
@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "https://localhost:3000",
        "http://localhost.evil.example:3000",
        "http://localhost:3000.evil.example",
        "http://evil.example:3000/http://localhost:3000",
        "null",
    ],
)
def test_page_of_another_origin_may_not_read(jwt_client: JwtClient, origin: str) -> None:
    answer = jwt_client.call("auth-by-username-and-password", body={}, headers={"Origin": origin})

    assert "access-control-allow-origin" not in answer.headers


@law("Which origins are allowed is the project's own setting", security=True)
def test_origins_are_the_projects_own(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(allowed_origins=["https://game.example"])

    def asked_from(origin: str) -> httpx.Response:
        return jwt_client.call("auth-by-username-and-password", body={}, headers={"Origin": origin})

    assert granted(asked_from("https://game.example"), "https://game.example")
    assert "access-control-allow-origin" not in asked_from(PAGE).headers


@law("A preflight allows every header that the browser SDK sends")
@FROM_LOCALHOST
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/user"),
        ("POST", "/login"),
        ("POST", "/user/resend_confirmation_link"),
        ("POST", "/login/phone/request"),
        ("POST", "/login/phone/confirm"),
        ("POST", "/login/email/request"),
        ("POST", "/login/email/confirm"),
        ("POST", "/password/reset/request"),
        ("POST", "/password/reset/confirm"),
        ("GET", "/otc/code"),
        ("GET", "/otc/push"),
        ("GET", "/users/me/ask"),
        ("POST", "/token/update"),
        ("POST", "/token/validate"),
    ],
)
def test_preflight_allows_what_browsers_send(jwt_client: JwtClient, method: str, path: str) -> None:
    answer = jwt_client.http.options(
        path,
        params={"projectId": jwt_client.project_id},
        headers={
            "Origin": PAGE,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": ",".join(SENT_BY_BROWSERS),
        },
    )

    assert answer.status_code in (200, 204)
    assert granted(answer)
    allowed = {name.strip().lower() for name in answer.headers["access-control-allow-headers"].split(",")}
    assert set(SENT_BY_BROWSERS) <= allowed
    assert method in answer.headers["access-control-allow-methods"]


@law("OPTIONS without a preflight tells the methods of a path")
def test_options_tells_the_methods(http: httpx.Client) -> None:
    answer = http.options("/login")

    assert answer.status_code == 204
    assert "POST" in answer.headers["allow"]

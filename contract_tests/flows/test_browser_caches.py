"""What keeps browsers and caches from giving one page the answers that another may read."""

from __future__ import annotations

import httpx
import pytest

from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, token_of

law = pytest.mark.law


def varies_by_origin(answer: httpx.Response) -> bool:
    return "origin" in answer.headers.get("vary", "").lower()


@law("Every answer varies by origin, so that no cache gives it to another page", security=True)
@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "https://evil.example"}, {"Origin": "http://localhost:3000"}]
)
def test_every_answer_varies_by_origin(jwt_client: JwtClient, headers: dict[str, str]) -> None:
    for answer in (
        jwt_client.call("json-web-key-set", headers=headers),
        jwt_client.call("auth-by-username-and-password", body={}, headers=headers),
        jwt_client.http.get("/nowhere", headers=headers),
    ):
        assert varies_by_origin(answer)


@law("A preflight of another origin is granted nothing", security=True)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example:3000"])
def test_preflight_of_another_origin_is_granted_nothing(jwt_client: JwtClient, origin: str) -> None:
    answer = jwt_client.http.options(
        "/login",
        params={"projectId": jwt_client.project_id},
        headers={"Origin": origin, "Access-Control-Request-Method": "POST"},
    )

    assert "access-control-allow-origin" not in answer.headers


@law("An answer with a token or a code in it forbids caches to keep it", security=True)
@pytest.mark.project(confirmation_required=True)
def test_no_answer_with_a_secret_is_kept(jwt_client: JwtClient) -> None:
    answers = [jwt_client.register(username="ann", email="ann@example.com")]
    answers.append(jwt_client.open(jwt_client.message("ann@example.com").link))
    answers.append(jwt_client.login("ann", PASSWORD))
    answers.append(jwt_client.answer_asks(token_of(answers[-1]), {}))
    _, operation_id = jwt_client.code_for("ann@example.com", send_link=True)
    jwt_client.open(jwt_client.message("ann@example.com", "one_time_code").link)
    answers.append(jwt_client.await_code("ann@example.com", operation_id))

    assert [answer.status_code for answer in answers] == [204, 302, 200, 200, 200]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}

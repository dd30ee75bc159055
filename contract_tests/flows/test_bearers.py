"""Calls that take a user token: every defect of it is refused, in a header and in a body alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.description import described
from login_contract.suite.launcher import STATE, Launcher, tokens_of
from login_contract.suite.player import CALLBACK, refusal, token_of
from login_contract.suite.token import claims, confused, forged, header, unsigned

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
Present = Callable[[Launcher, str], httpx.Response]
REFUSED = (401, "002-016")
DEFECTS = ["expired", "not_yet_valid", "wrong_issuer", "wrong_project", "tampered", "alg_none", "unknown_key"]


def asked(launcher: Launcher, token: str) -> httpx.Response:
    return launcher.player.asked(token)


def logout(launcher: Launcher, token: str) -> httpx.Response:
    return launcher.player.call("log-user-out", query={"sessions": "sso"}, bearer=token)


def decision(launcher: Launcher) -> dict[str, Any]:
    asked = {"client_id": launcher.client_id, "redirect_uri": CALLBACK, "state": STATE}
    return {**asked, "scope": "email", "approval": True}


def agree(launcher: Launcher, token: str) -> httpx.Response:
    return launcher.player.call("oauth2-save-consent", bearer=token, body=decision(launcher))


def agreed(launcher: Launcher, token: str) -> httpx.Response:
    body = {"client_id": launcher.client_id, "scope": "email"}
    return launcher.player.call("oauth2-check-consent", bearer=token, body=body)


def update(launcher: Launcher, token: str) -> httpx.Response:
    return launcher.player.answer_asks(token, {})


def oauth_update(launcher: Launcher, token: str) -> httpx.Response:
    body = {"token": token, "updatedFields": {}}
    answer: httpx.Response = launcher.call("oauth-20-user-ask", body=body)
    return answer


def consent(launcher: Launcher, token: str) -> httpx.Response:
    body = {"token": token, "projectId": launcher.player.project_id, "accept_consent": True}
    return launcher.player.call("social-consent", body=body)


def own_token(launcher: Launcher) -> str:
    """A token of ann's, of the protocol that the launcher can speak."""
    if launcher.client is None:
        return token_of(launcher.player.login("ann"))
    return str(launcher.tokens()["access_token"])


def server_tokens(launcher: Launcher) -> list[str]:
    """A token of the project's server, where its client is known."""
    if not launcher.clients.has_server:
        return []
    return [tokens_of(launcher.of(launcher.clients.server).grant("client_credentials"))["access_token"]]


HEADERS = {
    "get-ask-fields": asked,
    "log-user-out": logout,
    "oauth2-save-consent": agree,
    "oauth2-check-consent": agreed,
}
BODIES = {"update-token": update, "oauth-20-user-ask": oauth_update, "social-consent": consent}
PRESENTS = pytest.mark.parametrize("present", [*HEADERS.values(), *BODIES.values()])


def test_no_bearer_operation_is_left_out() -> None:
    takers = {
        name
        for name, operation in described().operations.items()
        if any("UserToken" in option for option in operation.definition.get("security", []))
    }

    assert takers == set(HEADERS)


@law("A good token is accepted by every call that takes one")
@PRESENTS
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_good_token_is_accepted(make_launcher: MakeLauncher, present: Present, algorithm: str) -> None:
    launcher = make_launcher(algorithm=algorithm)
    launcher.member()

    tokens = [own_token(launcher)]
    if launcher.player.control is not None:
        tokens.append(launcher.control.token(project_id=launcher.player.project_id, username="ann"))

    for token in reversed(tokens):
        assert present(launcher, token).status_code in (200, 204)


@law("Every defect that a token may have is found by every call that takes one", security=True)
@PRESENTS
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_defective_token_is_refused(make_launcher: MakeLauncher, present: Present, algorithm: str) -> None:
    launcher = make_launcher(algorithm=algorithm)
    launcher.member()
    wanted = {"project_id": launcher.player.project_id, "username": "ann"}

    for defect in DEFECTS:
        token = launcher.control.token(**wanted, defect=defect)
        assert refusal(present(launcher, token)) == REFUSED, defect


@law("A token that anybody forged is refused by every call that takes one", security=True)
@PRESENTS
@pytest.mark.project(algorithm="RS256")
def test_forged_token_is_refused(launcher: Launcher, present: Present) -> None:
    launcher.member()
    token = own_token(launcher)
    key, *_ = launcher.player.call("json-web-key-set").json()["keys"]
    head, body, signature = token.split(".")
    heads: list[dict[str, Any]] = [
        {"alg": "none"},
        {"alg": "None"},
        {"alg": "NONE"},
        {"alg": "HS256"},
        {"alg": "RS384"},
        {"kid": None},
        {"kid": ""},
        {"kid": "nobody's"},
        {"kid": "../../../dev/null"},
        {"kid": [header(token)["kid"]]},
        {"jku": "https://evil.example/jwks.json", "kid": "evil"},
        {"jwk": key, "kid": "evil"},
    ]
    forgeries = [
        forged(token, sub="somebody-else"),
        forged(token, exp=claims(token)["exp"] + 1),
        unsigned(token),
        confused(token, key),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-8]}",
        f"{head}.{body}",
        f"{head}..{signature}",
        f"{token}.x",
        "nonsense",
        *server_tokens(launcher),
        *(f"{with_header(token, **changed)}.{body}.{signature}" for changed in heads),
        *(f"{with_header(token, **changed)}.{body}." for changed in heads),
    ]

    for each in forgeries:
        assert refusal(present(launcher, each)) == REFUSED, each
        assert refusal(launcher.player.validate(each)) == (422, "010-017"), each
    assert present(launcher, token).status_code in (200, 204)


def with_header(token: str, **changed: Any) -> str:
    """The header of a token with other fields, encoded."""
    # Read as claims of another token, a header is changed by the same means.
    head = token.split(".")[0]
    return forged(f"{head}.{head}.x", **changed).split(".")[1]


# Signing out is left out: it names no project, so whoever holds a token signs its own user out.
@law("A token of another project is refused by every call that names a project", security=True)
@pytest.mark.parametrize(
    "present", [present for present in (*HEADERS.values(), *BODIES.values()) if present is not logout]
)
def test_foreign_token_is_refused(make_launcher: MakeLauncher, present: Present) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    foreign = elsewhere.tokens()["access_token"]

    answer = present(launcher, foreign)

    assert answer.status_code in (401, 404)
    assert refusal(answer)[1] in ("002-016", "003-061")


@law("A call that takes a bearer token refuses to go on without", security=True)
@pytest.mark.parametrize("operation_id", sorted(HEADERS))
@pytest.mark.parametrize("value", [None, "", "Bearer", "Basic YW5uOmFubg==", "nonsense"])
def test_bearer_is_needed(launcher: Launcher, operation_id: str, value: str | None) -> None:
    takes_body = "requestBody" in described().operations[operation_id].definition
    somebody = launcher.of(1) if launcher.client is None else launcher

    answer = launcher.player.call(
        operation_id,
        query={"sessions": "sso"} if operation_id == "log-user-out" else None,
        headers={"Authorization": value} if value is not None else None,
        body=decision(somebody) if takes_body else None,
    )

    assert refusal(answer) == REFUSED

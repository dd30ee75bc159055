"""Tokens with a named defect, for whoever tests a verifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.description.message import JSON
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT, UNKNOWN_USER
from login_contract.mock.domain.keys import SigningKey
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.services import Services
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.store.watch import announce_change


@serves("mock-tokens-create")
async def mock_tokens_create(call: Call, services: Services) -> Reply:
    """Issue a token for a user: a valid one, or one that every verifier must refuse."""
    token, _ = await issued(services, call.body)
    return Reply.json({"token": token})


async def issued(services: Services, body: Mapping[str, Any]) -> tuple[str, User]:
    """Return a token for a user, and the user; ``body`` is a ``TokenRequest`` of the description.

    Raises:
        LoginError: 404 003-019 or 003-002, there is no such project or user.
    """
    project = services.projects.named(body["project_id"], UNKNOWN_PROJECT)
    key = await services.keys.of(project)
    login = LoginRequest(
        login_url=project.callback_urls[0],
        login_type="xsolla_login",
        payload=body.get("payload"),
        announced=True,
    )

    def open_session(tx: Transaction) -> tuple[dict[str, Any], User]:
        user = _user(tx, project.project_id, body)
        announce_change(tx)
        context = login.to_json()
        return services.tokens.open(tx, project, user, login_type=login.login_type, context=context), user

    content, user = await services.store.transaction(open_session)
    other = next((p for p in services.projects.first(2) if p.project_id != project.project_id), None)
    other_id = other.project_id if other else services.randomness.uuid()
    return _spoilt(body.get("defect", "valid"), content, key, other_id), user


def defects() -> Sequence[str]:
    """Return what can be wrong with a token, as the description names it; first that nothing is."""
    body = compiled().operations["mock-tokens-create"].bodies[JSON]
    named: Sequence[str] = body.schema["properties"]["defect"]["enum"]
    return named


def _user(tx: Transaction, project_id: str, body: Mapping[str, Any]) -> User:
    if "user_id" in body:
        user = users.by_id(tx, project_id, body["user_id"])
    else:
        user = users.by_login(tx, project_id, body["username"])
    if user is None:
        raise LoginError(
            UNKNOWN_USER,
            because=f"project {project_id} has no user {body.get('user_id') or body.get('username')}",
        )
    return user


def _spoilt(defect: str, content: dict[str, Any], key: SigningKey, other_project_id: str) -> str:
    # The library takes a tenth of the mock's start, and hardly any run forges tokens.
    from login_contract.tokens import forgery, signing

    own = signing.key_of_raw(key.key)
    if defect == "unknown_key":
        return forgery.of_unknown_key(content, own)
    if defect in forgery.DEFECTS:
        return forgery.DEFECTS[defect](content, lambda spoilt: signing.signed(spoilt, own, kid=key.kid))
    wrong = {
        "wrong_issuer": {"iss": "https://login.example.com"},
        "wrong_project": {"xsolla_login_project_id": other_project_id},
    }
    return signing.signed({**content, **wrong.get(defect, {})}, own, kid=key.kid)

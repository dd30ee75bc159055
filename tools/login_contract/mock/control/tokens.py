"""Tokens with a named defect, for whoever tests a verifier."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve
from joserfc.jwk import OctKey

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT, UNKNOWN_USER
from login_contract.mock.domain.keys import SigningKey, new_rsa_key
from login_contract.mock.domain.tokens import signed
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.services import Services
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User

HOUR = 3600


async def mock_tokens_create(call: Call, services: Services) -> Reply:
    """Issue a token for a user: a valid one, or one that every verifier must refuse."""
    body = call.body
    project = services.projects.find(body["project_id"])
    if project is None:
        raise LoginError(UNKNOWN_PROJECT, because=f"there is no project {body['project_id']}")
    key = await services.keys.of(project)
    login = LoginRequest(
        login_url=project.callback_urls[0],
        login_type="xsolla_login",
        payload=body.get("payload"),
        announced=True,
    )

    def open_session(tx: Transaction) -> dict[str, Any]:
        user = _user(tx, project.project_id, body)
        return services.tokens.open(tx, project, user, login_type=login.login_type, context=login.to_json())

    content = await services.store.transaction(open_session)
    other = next((p for p in services.projects.all() if p.project_id != project.project_id), None)
    other_id = other.project_id if other else services.randomness.uuid()
    return Reply.json({"token": _spoilt(body.get("defect", "valid"), content, key, other_id)})


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
    issued_at = content["iat"]
    if defect == "expired":
        content.update(iat=issued_at - 2 * HOUR, exp=issued_at - HOUR)
    elif defect == "not_yet_valid":
        content.update(nbf=issued_at + HOUR)
    elif defect == "wrong_issuer":
        content.update(iss="https://login.example.com")
    elif defect == "wrong_project":
        content.update(xsolla_login_project_id=other_project_id)
    elif defect == "unknown_key":
        return signed(_stranger(key), content)
    token = signed(key, content)
    if defect == "tampered":
        head, _, signature = token.split(".")
        return ".".join([head, _segment({**content, "username": "somebody-else"}), signature])
    if defect == "alg_none":
        return ".".join([_segment({"alg": "none", "typ": "JWT"}), token.split(".")[1], ""])
    return token


def _stranger(key: SigningKey) -> SigningKey:
    """Return a key of the same kind that the project does not have."""
    if key.kid is None:
        return evolve(key, key=OctKey.generate_key(256))
    stranger = new_rsa_key()
    return evolve(key, kid=stranger.kid, key=stranger.key)


def _segment(content: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()

"""What tokens say, before they are signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.domain import storage_claims
from login_contract.mock.settings.project import Project
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sessions import Session
from login_contract.mock.store.user_rows import User
from login_contract.tokens.issuer import ISSUER

PROOF_SECONDS = 300


def of_user(
    project: Project, user: User, session: Session, *, issued_at: int, login_type: str
) -> dict[str, Any]:
    """Return the claims of a user token [doc]; times in unix seconds."""
    content: dict[str, Any] = {
        "iss": ISSUER,
        "sub": user.user_id,
        "iat": issued_at,
        "exp": int(session.expires_at),
        "jti": session.jti,
        "type": storage_claims.type_claim(project, login_type),
        "xsolla_login_project_id": project.project_id,
        "is_master": True,
        "promo_email_agreement": _agreed(user.fields.get("promo_email_agreement", True)),
    }
    known = {
        "username": user.username,
        "email": user.email,
        "publisher_id": project["publisher_id"],
        "payload": session.context.get("payload"),
        **(session.context.get("social") or {}),
        **_granted(session.context),
    }
    content.update({name: value for name, value in known.items() if value is not None})
    return content


def of_server(project: Project, session: Session, *, issued_at: int) -> dict[str, Any]:
    """Return the claims of the token of a server client [kit]; times in unix seconds."""
    content = {
        "iss": ISSUER,
        "iat": issued_at,
        "exp": int(session.expires_at),
        "jti": session.jti,
        "client_id": session.context["client_id"],
        "publisher_id": project["publisher_id"],
        "xsolla_login_project_id": project.project_id,
    }
    return {name: value for name, value in content.items() if value is not None}


def proof_of_address(tx: Transaction, project: Project, user_id: str, email: str) -> dict[str, Any]:
    """Return the claims of a token that tells a partner a user's new address; it has no session."""
    issued_at = int(tx.now)
    return {
        "iss": ISSUER,
        "sub": user_id,
        "iat": issued_at,
        "exp": issued_at + PROOF_SECONDS,
        "email": email,
        "xsolla_login_project_id": project.project_id,
    }


def _granted(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the claims of an OAuth 2.0 token: audience and scopes, unknown ones unprocessed [sdk-go]."""
    if context.get("client_id") is None:
        return {}
    return {"aud": context["audience"].split(), "scp": context["scope"].split()}


def _agreed(value: Any) -> bool:
    return value not in (False, 0, "0", "false")

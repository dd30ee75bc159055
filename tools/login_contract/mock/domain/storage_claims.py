"""What a user token says because of where a project keeps its users' data."""

from __future__ import annotations

import hashlib
from typing import Any

from login_contract.mock.domain import external_ids
from login_contract.mock.settings.project import Project
from login_contract.mock.store import partner_data
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

CUSTOM, PLAYFAB = "custom", "playfab"
TYPES = {CUSTOM: "proxy", PLAYFAB: "playfab"}
HERE = "xsolla"
ENTITY_TYPE = "title_player_account"


def type_claim(project: Project, login_type: str) -> str:
    """Return the claim ``type``: how the user logged in, or, where their data is elsewhere, where [doc]."""
    return TYPES.get(project["storage"], login_type)


def of_storage(
    tx: Transaction, project: Project, user: User, *, provider: str | None, scopes: list[str]
) -> dict[str, Any]:
    """Return the claims that custom or PlayFab storage adds.

    ``provider`` is the social network of a social login. With custom storage it stands there after any login,
    as ``xsolla`` where there was no network [sdk-php].
    """
    if project["storage"] == CUSTOM:
        return _present(
            provider=provider or HERE,
            external_account_id=external_ids.of_user(tx, user),
            server_custom_id=partner_data.server_custom_id(tx, user.user_id),
            partner_data=partner_data.of_user(tx, user.user_id),
        )
    return _at_playfab(user, scopes) if project["storage"] == PLAYFAB else {}


def _at_playfab(user: User, scopes: list[str]) -> dict[str, Any]:
    """Return who the user would be at PlayFab, which is simulated; a session only with the scope for it."""
    account = _simulated_id("account", user)
    found = {
        "external_account_id": account,
        "entity_id": _simulated_id("entity", user),
        "entity_type": ENTITY_TYPE,
        "entity_token": f"{user.user_id}-simulated-entity-token",
    }
    if PLAYFAB in scopes:
        ticket = f"{user.user_id}-simulated-session-ticket"
        found.update(session_ticket=ticket, SessionTicket=ticket)
    return found


def _simulated_id(kind: str, user: User) -> str:
    """Return an id that looks like those of PlayFab: sixteen hexadecimal digits."""
    return hashlib.sha256(f"{kind}:{user.user_id}".encode()).hexdigest()[:16].upper()


def _present(**claims: Any) -> dict[str, Any]:
    return {name: value for name, value in claims.items() if value is not None}

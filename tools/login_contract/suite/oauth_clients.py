"""The OAuth 2.0 clients of a test's project: one of each kind, with ids that no other project has."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from attrs import field, frozen

from login_contract.suite.player import CALLBACK

CONFIDENTIAL_SECRET = "the-confidential-client-secret"
SERVER_SECRET = "the-server-client-secret"


def fresh_client_id() -> int:
    """Return an id that no client on any server has yet, for all practical purposes."""
    return uuid4().int % 2**52 + 2**52


@frozen(kw_only=True)
class OAuthClients:
    """Ids of a public, a confidential and a server client; ids are unique on a server."""

    public: int = field(factory=fresh_client_id)
    confidential: int = field(factory=fresh_client_id)
    server: int = field(factory=fresh_client_id)

    def settings(self, redirect_uris: tuple[str, ...] = (CALLBACK,)) -> list[dict[str, Any]]:
        """Return what the project setting ``oauth_clients`` takes."""
        uris = list(redirect_uris)
        return [
            {"client_id": self.public, "type": "public", "redirect_uris": uris},
            {
                "client_id": self.confidential,
                "type": "confidential",
                "client_secret": CONFIDENTIAL_SECRET,
                "redirect_uris": uris,
            },
            {"client_id": self.server, "type": "server", "client_secret": SERVER_SECRET},
        ]

    def secret(self, client_id: int) -> str | None:
        """Return the secret of a client; a public one has none."""
        return {self.confidential: CONFIDENTIAL_SECRET, self.server: SERVER_SECRET}.get(client_id)

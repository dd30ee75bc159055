"""The OAuth 2.0 clients of a test's project: one of each kind, with ids that no other project has."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from attrs import field, frozen

from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.actors.registered_addresses import REDIRECT_URI
from login_contract.suite.settings import PREFIX, TargetSettings

CONFIDENTIAL_SECRET = "the-confidential-client-secret"
SERVER_SECRET = "the-server-client-secret"


def fresh_client_id() -> int:
    """Return an id that no client on any server has yet, for all practical purposes."""
    return uuid4().int % 2**52 + 2**52


@frozen(kw_only=True)
class ClientRegistrations:
    """Ids of a public, a confidential and a server client; ids are unique on a server."""

    public: int = field(factory=fresh_client_id)
    confidential: int = field(factory=fresh_client_id)
    server: int = field(factory=fresh_client_id)

    has_server: ClassVar[bool] = True

    def settings(self, redirect_uris: tuple[str, ...] = (REDIRECT_URI,)) -> list[dict[str, Any]]:
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


@frozen(kw_only=True)
class KnownClients:
    """The clients of the target's own project, as its settings name them; a test that needs another ends."""

    known: TargetSettings

    @property
    def usual(self) -> int | None:
        """The client to be where any will do; None when none is known."""
        return self.known.public_client_id or self.known.client_id

    @property
    def has_server(self) -> bool:
        """Whether a server client is known."""
        return self.known.server_client_id is not None

    @property
    def public(self) -> int:
        """A client without a secret."""
        settings = self.known
        found = settings.public_client_id or (None if settings.client_secret else settings.client_id)
        return found or lacks("no public OAuth 2.0 client of the project is known; set public_client_id")

    @property
    def confidential(self) -> int:
        """A client with a secret."""
        found = self.known.client_id if self.known.client_secret else None
        return found or lacks(
            "no confidential OAuth 2.0 client of the project is known; "
            f"set client_id and {PREFIX}CLIENT_SECRET"
        )

    @property
    def server(self) -> int:
        """A client of the project's own server."""
        return self.known.server_client_id or lacks(
            f"no server client of the project is known; set server_client_id and {PREFIX}SERVER_CLIENT_SECRET"
        )

    def secret(self, client_id: int) -> str | None:
        """Return the secret of a client; a public one has none."""
        secrets = {
            self.known.client_id: self.known.client_secret,
            self.known.server_client_id: self.known.server_client_secret,
        }
        return secrets.get(client_id)

    def settings(self, redirect_uris: tuple[str, ...] = (REDIRECT_URI,)) -> list[dict[str, Any]]:
        """End the test: clients that are known beforehand are not made."""
        lacks(NO_CONFIGURING)

"""What `LoginServerApi` and `AsyncLoginServerApi` are made of beside their calls."""

from __future__ import annotations

from typing import Any, Self

from attrs import field, frozen
from xsolla_login_client.client import AuthenticatedClient, Client
from xsolla_login_client.facade.connection import Connection
from xsolla_login_client.facade.server_auth import ServerAuth
from xsolla_login_client.masking import address


@frozen(kw_only=True)
class Proof:
    """How a server proves who it is: by a token that it has, or by the id and secret of its OAuth 2.0 client.

    Raises:
        ValueError: it is neither, or both.
    """

    token: str | None = field(repr=False)
    client_id: int | str | None
    client_secret: str | None = field(repr=False)

    def __attrs_post_init__(self) -> None:
        has_secret = bool(self.client_id) and bool(self.client_secret)
        if bool(self.token) == has_secret:
            raise ValueError("a server token is needed, or else client_id and client_secret")

    def client(self, connection: Connection, header: str, asking: Client | None) -> Client:
        """Return a client that proves it in this header; `asking` is what asks for tokens."""
        if asking is None:
            given = connection.options()
            return AuthenticatedClient(
                connection.base_url, self.token or "", prefix="", auth_header_name=header, **given
            )
        auth = ServerAuth(
            client_id=str(self.client_id),
            client_secret=self.client_secret or "",
            header=header,
            base_url=connection.base_url,
            asking=asking,
        )
        return connection.client(auth)


class Server:
    """The connections of a partner's server."""

    def __init__(self, connection: Connection, proof: Proof, *, header: str) -> None:
        self._connection = connection
        self._asking = None if proof.token else connection.blocking_client()
        self._client = proof.client(connection, header, self._asking)

    @property
    def client(self) -> Client:
        """The client that calls are made with, for the operations of `xsolla_login_client.api`."""
        return self._client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={address(self._connection.base_url)})"

    def _end(self) -> None:
        if self._asking is not None:
            self._asking.close()


class BlockingServer(Server):
    """Makes calls that block."""

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
        self._end()

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *reason: Any) -> None:
        self._client.__exit__(*reason)
        self._end()


class AwaitedServer(Server):
    """Makes calls that are awaited."""

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
        self._end()

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *reason: Any) -> None:
        await self._client.__aexit__(*reason)
        self._end()


__all__ = ["AwaitedServer", "BlockingServer", "Proof", "Server"]

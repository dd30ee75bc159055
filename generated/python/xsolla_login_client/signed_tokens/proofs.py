"""What proves that a token is the Login server's: a secret, the keys of the project, or the server itself."""

from __future__ import annotations

from typing import Any, Protocol

import attrs
import httpx
from xsolla_login_client.answers import failed, read
from xsolla_login_client.client import Client
from xsolla_login_client.errors import Refusal
from xsolla_login_client.operation import Operation
from xsolla_login_client.signed_tokens.errors import TokenRefused
from xsolla_login_client.signed_tokens.presented import Presented
from xsolla_login_client.signed_tokens.project_keys import ProjectKeys
from xsolla_login_client.signed_tokens.signatures import check_algorithm, secret_key, verified
from xsolla_login_client.types import Response

# Not that of the generated module: a client of a team's own may have been made without that call.
OPERATION = Operation("validate-jwt", repeatable=True, successes={"204": "nothing"})
PATH = "/token/validate"
# The statuses with which `validate-jwt` says that a token is not good; all others say nothing about it.
_NOT_GOOD = frozenset({400, 404, 413, 422})


class Proof(Protocol):
    """Proves a token, or raises TokenRefused; or what else keeps it from saying anything."""

    def check(self, token: Presented) -> None:
        """Prove a token, and block meanwhile."""

    async def check_async(self, token: Presented) -> None:
        """Prove a token in an event loop."""


@attrs.frozen
class SharedSecret:
    """The secret of a project that signs with HS256."""

    secret: str = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        # A secret that proves nothing shows at the start.
        secret_key(self.secret)

    def check(self, token: Presented) -> None:
        """Prove a token."""
        verified(token, "HS256", secret_key(self.secret))

    async def check_async(self, token: Presented) -> None:
        """Prove a token."""
        self.check(token)


@attrs.frozen
class PublicKeys:
    """The keys of a project that signs with RS256."""

    keys: ProjectKeys = attrs.field(repr=False)

    def check(self, token: Presented) -> None:
        """Prove a token, and fetch the keys where needed."""
        # No key is looked for that could not count.
        check_algorithm(token, "RS256")
        verified(token, "RS256", self.keys.key(token.kid))

    async def check_async(self, token: Presented) -> None:
        """Prove a token, and fetch the keys where needed."""
        check_algorithm(token, "RS256")
        verified(token, "RS256", await self.keys.key_async(token.kid))


@attrs.frozen
class LoginServer:
    """The Login server, which is asked about every token; it knows those that were ended, too."""

    client: Client

    def check(self, token: Presented) -> None:
        """Ask about a token, and wait for the answer."""
        _judge(self.client.send(OPERATION, _request(token)))

    async def check_async(self, token: Presented) -> None:
        """Ask about a token."""
        _judge(await self.client.send_async(OPERATION, _request(token)))


def _request(token: Presented) -> dict[str, Any]:
    return {"method": "post", "url": PATH, "json": {"token": token.text}}


def _judge(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    answer: Response[None] = read(lambda _: None, response)
    error = failed(OPERATION, answer)
    if isinstance(error, Refusal) and answer.status_code in _NOT_GOOD:
        raise TokenRefused(
            "The Login server does not call the token good.",
            code=error.code,
            status=error.status,
            operation=error.operation,
            request_id=error.request_id,
        )
    raise error

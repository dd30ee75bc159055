"""What `LoginApi` and `AsyncLoginApi` have in common with each other and with no call in particular."""

from __future__ import annotations

import asyncio
from typing import Any, Self, TypeVar

import httpx
from xsolla_login_client.answers import read, success
from xsolla_login_client.client import Client
from xsolla_login_client.errors import LoginError, Refusal
from xsolla_login_client.facade.cancel_token import CancelToken
from xsolla_login_client.facade.completion import landing
from xsolla_login_client.facade.confirmation import ConfirmationRequired, Redirect, confirmed, required
from xsolla_login_client.facade.connection import Connection
from xsolla_login_client.facade.initialisation import Initialisation
from xsolla_login_client.facade.route import Prepared
from xsolla_login_client.facade.shared_client import CurrentLogin, SharedClient
from xsolla_login_client.facade.token_endpoint import OPERATION, asked, granted
from xsolla_login_client.facade.waiting import Deadline, wait, wait_async
from xsolla_login_client.masking import address
from xsolla_login_client.retries import Retries
from xsolla_login_client.token_auth import TokenAuth
from xsolla_login_client.tokens import Tokens
from xsolla_login_client.types import UNSET, Timeout, Unset

T = TypeVar("T")
#: So long a wait lasts where nothing is said, in seconds.
WAIT = 60.0


class Login:
    """A login and the connections that it is made over."""

    def __init__(self, own: Initialisation, connection: Connection) -> None:
        self._own = own
        self._connection = connection
        self._client = connection.client()
        self._waiting = SharedClient.made_of(self._client, retries=Retries(attempts=1))
        self._login = CurrentLogin()
        # What an address brought, and nobody has kept so far: its code is worth nothing any more.
        self._unsaved: tuple[str, Tokens] | None = None
        self._account = SharedClient.made_of(self._client, login=self._login)
        if connection.tokens is not None:
            self.use(connection.tokens)

    @property
    def client(self) -> Client:
        """The client that calls are made with, for the operations of `xsolla_login_client.api`."""
        return self._client

    @property
    def is_oauth2(self) -> bool:
        """Whether calls that are there for both protocols are those of OAuth 2.0."""
        return self._own.oauth2

    @property
    def state(self) -> str | None:
        """The state that logins of OAuth 2.0 are started with."""
        value = self._own.value("state")
        return None if value is None else str(value)

    @property
    def tokens(self) -> Tokens | None:
        """The newest tokens of who is logged in, None as long as nobody is."""
        return getattr(self._login.auth, "tokens", None)

    def use(self, tokens: Tokens) -> None:
        """Go on with a login whose tokens were kept; where they can be renewed, they renew themselves.

        Args:
            tokens: of the login.

        Raises:
            ValueError: they can be renewed, but this object has no `client_id` to do that with.
        """
        if tokens.refresh_token is not None and self._own.value("client_id") is None:
            raise ValueError("client_id: is needed to renew the tokens")
        self._login.auth = TokenAuth(
            tokens,
            client_id=self._own.value("client_id") or "",
            client_secret=self._connection.client_secret,
            base_url=self._connection.base_url,
            save=self._connection.save,
            # Not the one of now: it may be closed by the time that the tokens end.
            http=self._renewing,
        )

    def __repr__(self) -> str:
        place = address(self._connection.base_url)
        return f"{type(self).__name__}({self._own.value('projectId')!r}, base_url={place})"

    def _renewing(self) -> httpx.Client:
        raise NotImplementedError

    def _landed(self, login_url: str, code_verifier: str | None) -> Tokens | dict[str, Any]:
        """Return the tokens that an address has, or else the request that brings them."""
        if self._unsaved is not None and self._unsaved[0] == login_url:
            return self._unsaved[1]
        found = landing(login_url, state=self.state, takes_token=self._own.takes_token)
        if found.token is not None:
            return Tokens(found.token)
        return asked(
            grant_type="authorization_code",
            client_id=self._own.value("client_id"),
            client_secret=self._connection.client_secret,
            code=found.code,
            redirect_uri=self._own.value("redirect_uri"),
            code_verifier=code_verifier,
        )

    def _begun(self, login_url: str, tokens: Tokens) -> Tokens:
        self._unsaved = (login_url, tokens)
        if self._connection.save is not None:
            try:
                self._connection.save(tokens)
            except Exception as problem:
                raise LoginError("the tokens of the login could not be saved") from problem
        self._unsaved = None
        self.use(tokens)
        return tokens

    def _deadline(self, prepared: Prepared[Any], code: str, timeout: float | Unset | None) -> Deadline:
        seconds = WAIT if isinstance(timeout, Unset) else timeout
        return Deadline.starting(seconds, code=code, operation=prepared.route.operation.id)


class BlockingLogin(Login):
    """Makes calls that block."""

    def complete(
        self, login_url: str, *, code_verifier: str | None = None, timeout: Timeout | Unset = UNSET
    ) -> Tokens:
        """Log in with the address that a login ended on; afterwards there is `account`.

        Args:
            login_url: what a login answered, or where the browser landed. A user token in it is taken, a
                code of OAuth 2.0 is exchanged. No state guards a token: where calls are those of OAuth 2.0,
                it is taken only after one with `is_oauth2=False`.
            code_verifier: the secret of the proof key that the login was started with.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            ValueError: it is no such address, its state is not the one of this object, or it has a token
                where only a code can come of it.
            LoginError: it tells that the login failed, the code is not worth anything, or `save` has raised:
                then the next call with this address saves the tokens once more.
        """
        found = self._landed(login_url, code_verifier)
        if not isinstance(found, Tokens):
            found = granted(self._client.send(OPERATION, found, timeout=timeout))
        return self._begun(login_url, found)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *reason: Any) -> None:
        self._client.__exit__(*reason)

    def _renewing(self) -> httpx.Client:
        return self._client.get_httpx_client()

    def _send(self, prepared: Prepared[T], timeout: Timeout | Unset, *, client: Client | None = None) -> T:
        route = prepared.route
        response = (client or self._client).send(route.operation, prepared.arguments, timeout=timeout)
        result: T = success(route.operation, read(route.parse, response))
        return result

    def _confirm(
        self, prepared: Prepared[Any], timeout: Timeout | Unset, *, codes: tuple[str, ...]
    ) -> Redirect | ConfirmationRequired:
        try:
            return confirmed(prepared.route.operation, self._send(prepared, timeout))
        except Refusal as refusal:
            wanted = required(refusal, codes=codes)
            if wanted is None:
                raise
            return wanted

    def _wait(
        self, prepared: Prepared[T], timeout: float | Unset | None, *, code: str, token: CancelToken | None
    ) -> T:
        def ask(patience: httpx.Timeout) -> T:
            return self._send(prepared, patience, client=self._waiting)

        return wait(ask, self._deadline(prepared, code, timeout), token)


class AwaitedLogin(Login):
    """Makes calls that are awaited."""

    #: What renews tokens, in a thread beside the event loop.
    _asking: Client | None = None

    async def complete(
        self, login_url: str, *, code_verifier: str | None = None, timeout: Timeout | Unset = UNSET
    ) -> Tokens:
        """Log in with the address that a login ended on; afterwards there is `account`.

        Args:
            login_url: what a login answered, or where the browser landed. A user token in it is taken, a
                code of OAuth 2.0 is exchanged. No state guards a token: where calls are those of OAuth 2.0,
                it is taken only after one with `is_oauth2=False`.
            code_verifier: the secret of the proof key that the login was started with.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            ValueError: it is no such address, its state is not the one of this object, or it has a token
                where only a code can come of it.
            LoginError: it tells that the login failed, the code is not worth anything, or `save` has raised:
                then the next call with this address saves the tokens once more.
        """
        found = self._landed(login_url, code_verifier)
        if not isinstance(found, Tokens):
            found = granted(await self._client.send_async(OPERATION, found, timeout=timeout))
        # What saves the tokens may block.
        return await asyncio.to_thread(self._begun, login_url, found)

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

    def _end(self) -> None:
        if self._asking is not None:
            self._asking.close()

    def _renewing(self) -> httpx.Client:
        if self._asking is None:
            self._asking = self._connection.blocking_client()
        return self._asking.get_httpx_client()

    async def _send(
        self, prepared: Prepared[T], timeout: Timeout | Unset, *, client: Client | None = None
    ) -> T:
        route = prepared.route
        response = await (client or self._client).send_async(
            route.operation, prepared.arguments, timeout=timeout
        )
        result: T = success(route.operation, read(route.parse, response))
        return result

    async def _confirm(
        self, prepared: Prepared[Any], timeout: Timeout | Unset, *, codes: tuple[str, ...]
    ) -> Redirect | ConfirmationRequired:
        try:
            return confirmed(prepared.route.operation, await self._send(prepared, timeout))
        except Refusal as refusal:
            wanted = required(refusal, codes=codes)
            if wanted is None:
                raise
            return wanted

    async def _wait(
        self, prepared: Prepared[T], timeout: float | Unset | None, *, code: str, token: CancelToken | None
    ) -> T:
        async def ask(patience: httpx.Timeout) -> T:
            return await self._send(prepared, patience, client=self._waiting)

        return await wait_async(ask, self._deadline(prepared, code, timeout), token)


__all__ = ["AwaitedLogin", "BlockingLogin", "Login"]

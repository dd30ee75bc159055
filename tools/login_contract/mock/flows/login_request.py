"""What a login was asked to do, in the beginning and by the calls that go on with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict, evolve, field, frozen

from login_contract.mock.domain.clients import Client


@frozen(kw_only=True)
class LoginRequest:
    """What a login was asked to do; it travels with codes, links and asks as JSON.

    ``login_url`` is where the browser goes: a Callback URL, or the redirect URI of the OAuth 2.0 client that
    ``client_id`` names. ``announced`` says that the login was told to whoever wants to hear of logins: what
    goes on from there is no other one. ``linking`` is the session of a user who does not log in, but wants
    an account at a social network to stand for them. ``ticket`` is that of the sign-in page which the browser
    left for another page. ``mfa`` is the second factor that a user, who does not log in either, is to have
    once the code is given. ``credentials`` are what an account gets with which somebody logs in.
    """

    login_url: str
    login_type: str
    payload: str | None = None
    with_logout: bool = False
    remember_me: bool | None = None
    client_id: int | None = None
    state: str | None = None
    scope: str = ""
    audience: str = ""
    code_challenge: str | None = None
    social: Mapping[str, Any] | None = None
    asks_email: bool = False
    announced: bool = False
    linking: str | None = None
    ticket: str | None = field(default=None, repr=False)
    mfa: Mapping[str, Any] | None = None
    credentials: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def scopes(self) -> list[str]:
        """The requested scopes, in order."""
        return self.scope.split()

    @classmethod
    def from_json(cls, context: Mapping[str, Any]) -> LoginRequest:
        """Read what ``to_json`` wrote."""
        return cls(**context)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self, recurse=False)

    @property
    def provider(self) -> str | None:
        """The social network of a social login."""
        return (self.social or {}).get("provider")


@frozen(kw_only=True)
class LaterWord:
    """What a call says that goes on with a login; what it leaves out stays as it was.

    ``address`` is the ``redirect_uri`` of a ``client``, or a ``login_url``.
    """

    client: Client | None = None
    address: str | None = None
    payload: str | None = None
    state: str | None = None
    scope: str = ""
    with_logout: bool = False

    def joined(self, request: LoginRequest, **changed: Any) -> LoginRequest:
        """Return a request with the later payload; ``changed`` is what else the later word decides."""
        payload = request.payload if self.payload is None else self.payload
        return evolve(request, payload=payload, **changed)

"""Checks the tokens that users show to a game's own server.

    validator = TokenValidator.by_keys("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10")
    try:
        user = validator.validate(token)
    except TokenRefused:
        ...  # 401
    except LoginError:
        ...  # 503: nothing can be said about it for the moment

How tokens are proven is said once, when the validator is made, and never by a token. Keys and secrets need
the extra: `pip install 'xsolla-login-client[tokens]'`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Self, TypedDict, Unpack
from uuid import UUID

import attrs
import httpx
from xsolla_login_client.client import Client
from xsolla_login_client.server import BASE_URL
from xsolla_login_client.signed_tokens import claims as said
from xsolla_login_client.signed_tokens.errors import (
    ExpiredToken,
    InvalidSignature,
    KeysUnavailable,
    MalformedToken,
    MissingExtra,
    NotYetValid,
    TokenRefused,
    UnknownKey,
    WrongAlgorithm,
    WrongAudience,
    WrongIssuer,
    WrongKind,
    WrongProject,
)
from xsolla_login_client.signed_tokens.key_cache import MAX_LIFETIME
from xsolla_login_client.signed_tokens.presented import Presented
from xsolla_login_client.signed_tokens.project_keys import STALE, ProjectKeys
from xsolla_login_client.signed_tokens.proofs import LoginServer, Proof, PublicKeys, SharedSecret
from xsolla_login_client.signed_tokens.signatures import needs_extra

__all__ = [
    "BASE_URL",
    "ISSUER",
    "ExpiredToken",
    "InvalidSignature",
    "KeysUnavailable",
    "MalformedToken",
    "MissingExtra",
    "NotYetValid",
    "Options",
    "TokenRefused",
    "TokenValidator",
    "UnknownKey",
    "UserClaims",
    "WrongAlgorithm",
    "WrongAudience",
    "WrongIssuer",
    "WrongKind",
    "WrongProject",
]

#: Who makes tokens, as the reference has it.
ISSUER = "https://login.xsolla.com"
#: The description has as many for a token of the Login server.
MAX_CHARACTERS = 32768


class Options(TypedDict, total=False):
    """What else a token has to be, whatever proves it."""

    issuer: str
    """ Who has to have made it (default: the Login server). """
    audience: str | None
    """ Whom it has to be meant for; without this, any audience will do. """
    required: Iterable[str]
    """ Claims that it has to have, beside those that every user token has. """
    leeway: float
    """ Seconds that the two clocks may be apart, from 0 to 300 (default: 10). """
    clock: Callable[[], float]
    """ Seconds since 1970. """


@attrs.frozen(kw_only=True)
class UserClaims:
    """What a good token tells of its user; `repr()` shows no more than who and until when."""

    sub: str
    """ Id of the user. """
    project_id: str
    """ The claim `xsolla_login_project_id`, in lower case. """
    issued_at: float
    """ The claim `iat`, in seconds since 1970. """
    expires_at: float
    """ The claim `exp`, in seconds since 1970. """
    raw: Mapping[str, Any] = attrs.field(repr=False)
    """ All claims as they came. """


class TokenValidator:
    """Says whose token it is, or why it is none; one object serves all threads, tasks and event loops.

    Signature, lifetime, issuer and project are checked, and that it is a user's. That a login has been ended
    since, and that a token serves outstanding fields only, the Login server alone knows: `by_server`.
    """

    def __init__(self, project_id: str | UUID, proof: Proof, **options: Unpack[Options]) -> None:
        self._project_id = str(project_id).lower()
        self._proof = proof
        self._issuer = options.get("issuer", ISSUER)
        self._audience = options.get("audience")
        required = options.get("required", ())
        if isinstance(required, str):
            raise ValueError("required: names of claims, not one text")
        self._required = tuple(required)
        self._leeway = said.check_leeway(options.get("leeway", said.LEEWAY))
        self._clock = options.get("clock", time.time)

    @classmethod
    def by_keys(
        cls,
        project_id: str | UUID,
        *,
        base_url: str = BASE_URL,
        http: httpx.Client | None = None,
        lifetime: float = MAX_LIFETIME,
        stale: float = STALE,
        **options: Unpack[Options],
    ) -> Self:
        """Return a validator for a project that signs with RS256; keys are fetched when they are needed.

        Args:
            project_id: of the Login project.
            base_url: address of the API.
            http: the client to fetch with (default: one for each fetch that gives up after 3 seconds).
            lifetime: seconds that fetched keys are trusted for, at most 600.
            stale: seconds that they still serve afterwards, while a fetch fails, at most a day.
            **options: see `Options`.

        Raises:
            MissingExtra: the extra `tokens` is not installed.
            ValueError: an option makes no sense.
        """
        _require_extra()
        keys = ProjectKeys(_uuid(project_id), base_url=base_url, http=http, lifetime=lifetime, stale=stale)
        return cls(project_id, PublicKeys(keys), **options)

    @classmethod
    def by_secret(cls, project_id: str | UUID, *, secret: str, **options: Unpack[Options]) -> Self:
        """Return a validator for a project that signs with HS256 and this secret.

        Raises:
            MissingExtra: the extra `tokens` is not installed.
            ValueError: an option makes no sense, or the secret proves nothing.
        """
        _require_extra()
        return cls(project_id, SharedSecret(secret), **options)

    @classmethod
    def by_server(
        cls, project_id: str | UUID, *, client: Client | None = None, **options: Unpack[Options]
    ) -> Self:
        """Return a validator that asks the Login server about every token; it needs no extra.

        Args:
            project_id: of the Login project.
            client: what asks (default: one for the Login server's own address).
            **options: see `Options`.
        """
        return cls(project_id, LoginServer(client or Client(base_url=BASE_URL)), **options)

    def validate(self, token: str) -> UserClaims:
        """Return what a good token says.

        Raises:
            TokenRefused: it is not good; each reason is a class of its own.
            KeysUnavailable, LoginError: nothing can be said about it for the moment.
        """
        presented = Presented.from_text(token, most=MAX_CHARACTERS)
        self._proof.check(presented)
        return self._judged(presented)

    async def validate_async(self, token: str) -> UserClaims:
        """Do the same in an event loop, without blocking it."""
        presented = Presented.from_text(token, most=MAX_CHARACTERS)
        await self._proof.check_async(presented)
        return self._judged(presented)

    def _judged(self, token: Presented) -> UserClaims:
        claims = said.read_claims(token.payload)
        said.check_times(claims, leeway=self._leeway, now=self._clock())
        issued_at = said.check_issued(claims, leeway=self._leeway, now=self._clock())
        if claims.get("iss") != self._issuer:
            raise WrongIssuer("The token is not made by the Login server.")
        said.check_project(claims, self._project_id)
        said.check_audience(claims, self._audience)
        return UserClaims(
            sub=self._user(claims),
            project_id=self._project_id,
            issued_at=issued_at,
            expires_at=claims["exp"],
            raw=MappingProxyType(claims),
        )

    def _user(self, claims: Mapping[str, Any]) -> str:
        sub = claims.get("sub")
        # What the server gives to servers and webhooks is signed with the same key.
        if not isinstance(sub, str) or not sub or "request_type" in claims:
            raise WrongKind("The token is not a user's.")
        missing = next((name for name in self._required if claims.get(name) is None), None)
        if missing is not None:
            raise MalformedToken(f"The token lacks the claim {missing}.")
        return sub


def _require_extra() -> None:
    missing = needs_extra("tokens")
    if missing is not None:
        raise MissingExtra(missing)


def _uuid(project_id: str | UUID) -> UUID:
    try:
        return project_id if isinstance(project_id, UUID) else UUID(project_id)
    except ValueError:
        raise ValueError("project_id: it is no UUID") from None

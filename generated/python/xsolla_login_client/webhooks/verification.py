"""How a delivery is checked: with which key, for which project, at what time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

import attrs
from xsolla_login_client.signed_tokens import signatures
from xsolla_login_client.signed_tokens.claims import LEEWAY, check_leeway
from xsolla_login_client.signed_tokens.presented import Presented
from xsolla_login_client.signed_tokens.signatures import KeySet
from xsolla_login_client.webhooks.delivery import Delivery, read_body
from xsolla_login_client.webhooks.errors import MissingExtra
from xsolla_login_client.webhooks.keys import AsyncJwksSource, JwksSource
from xsolla_login_client.webhooks.token import Headers, check_media_type, presented, read_claims
from xsolla_login_client.webhooks.translation import translated

if TYPE_CHECKING:
    from joserfc.jwk import OctKey, RSAKey


class Verification(TypedDict, total=False):
    """What `unwrap` goes by: one of `secret` and `jwks`, and the project."""

    secret: str | None
    """ The secret of a project that signs with HS256. """
    jwks: KeySet | JwksSource | None
    """ The keys of a project that signs with RS256. """
    project_id: str | UUID | None
    """ Id of the Login project; without it, tokens of other projects with the same key pass. """
    leeway: float
    """ Seconds that the two clocks may be apart, from 0 to 300 (default: 10). """
    now: float | None
    """ Seconds since 1970 (default: the clock). """


class AsyncVerification(TypedDict, total=False):
    """What `unwrap_async` goes by: as `Verification`, but for where keys come from."""

    secret: str | None
    jwks: KeySet | AsyncJwksSource | None
    project_id: str | UUID | None
    leeway: float
    now: float | None


@attrs.frozen
class Check:
    """The options of one call, known to make sense."""

    algorithm: str
    secret: str | None = attrs.field(repr=False)
    jwks: KeySet | JwksSource | AsyncJwksSource | None
    project_id: str | None
    leeway: float
    now: float

    @classmethod
    def from_options(
        cls,
        *,
        secret: str | None = None,
        jwks: KeySet | JwksSource | AsyncJwksSource | None = None,
        project_id: str | UUID | None = None,
        leeway: float = LEEWAY,
        now: float | None = None,
    ) -> Check:
        """Judge the options before the request, so that a mistake in them shows at the first delivery.

        Raises:
            MissingExtra: the extra `webhooks` is not installed.
            TypeError, ValueError: they make no sense.
        """
        missing = signatures.needs_extra("webhooks")
        if missing is not None:
            raise MissingExtra(missing)
        if (secret is None) == (jwks is None):
            raise TypeError("give either secret (the project signs with HS256) or jwks (RS256)")
        return cls(
            algorithm="RS256" if secret is None else "HS256",
            secret=secret,
            jwks=jwks,
            project_id=None if project_id is None else str(project_id).lower(),
            leeway=check_leeway(leeway),
            now=time.time() if now is None else now,
        )

    def presented(self, headers: Headers) -> Presented:
        """Take the token out of the headers, before any key is looked for.

        Raises:
            MissingToken, MalformedToken, WrongAlgorithm, WrongMediaType: the request shows no such token.
        """
        token = presented(headers)
        with translated():
            signatures.check_algorithm(token, self.algorithm)
        check_media_type(headers)
        return token

    def key(self, token: Presented) -> OctKey | RSAKey:
        """Return the key to check the token with, where it is at hand.

        Raises:
            UnknownKey: the key set does not hold it.
            ValueError: the secret proves nothing, or the key set is none.
        """
        if self.secret is not None:
            return signatures.secret_key(self.secret)
        with translated():
            return signatures.find_key(signatures.read_keys(self.jwks), token.kid)

    def delivery(
        self, token: Presented, key: OctKey | RSAKey, body: bytes, webhook: str | None
    ) -> Delivery[Any]:
        """Check the token, then read the body.

        Raises:
            InvalidToken, MalformedBody, UnknownWebhook: something is wrong with them.
        """
        with translated():
            payload = signatures.verified(token, self.algorithm, key)
        claims = read_claims(payload, project_id=self.project_id, leeway=self.leeway, now=self.now)
        return Delivery(claims, read_body(body, webhook))

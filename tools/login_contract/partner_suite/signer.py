"""Gateway tokens: the proof that a webhook comes from the Login server, and such proofs gone wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from attrs import field, frozen
from joserfc.jwk import RSAKey

from login_contract.partner_suite.settings import PartnerSettings
from login_contract.tokens import forgery
from login_contract.tokens.compact import Claims
from login_contract.tokens.issuer import GATEWAY_TOKEN, ISSUER
from login_contract.tokens.signing import RS256, algorithm_of, new_rsa_key, secret_key, signed

# The description promises a few minutes.
LIFETIME = 300


@frozen
class Signer:
    """Signs gateway tokens of one project: with its RSA key, or with its shared secret."""

    project_id: str
    key: Any = field(repr=False)

    @property
    def algorithm(self) -> str:
        """RS256 or HS256."""
        return algorithm_of(self.key)

    @property
    def public_key(self) -> dict[str, Any]:
        """The public key as a JWK with base64url numbers; only RS256 has one."""
        found: dict[str, Any] = self.key.as_dict(private=False)
        return {**found, "alg": RS256, "use": "sig", "kid": self.key.thumbprint()}

    def token(self, about: Mapping[str, Any], *, defect: str | None = None) -> str | None:
        """Return a token with claims ``about`` a user; None is no token at all, the defect ``missing``.

        ``defect`` is one of ``DEFECTS``.
        """
        content = self.claims(about)
        return self.sign(content) if defect is None else DEFECTS[defect](self, content)

    def claims(self, about: Mapping[str, Any]) -> Claims:
        """Return the claims of a good token [inferred, but for ``request_type``]; times in unix seconds."""
        now = int(time.time())
        return {
            "iss": ISSUER,
            "iat": now,
            "exp": now + LIFETIME,
            "xsolla_login_project_id": self.project_id,
            "request_type": GATEWAY_TOKEN,
            **about,
        }

    def user_token(self, about: Mapping[str, Any]) -> str:
        """Return a token of the user's own, which proves nothing about who sends a delivery."""
        content = self.claims({**about, "type": "proxy"})
        return self.sign(_without(content, "request_type"))

    def sign(self, content: Mapping[str, Any]) -> str:
        """Return the claims as a compact JWT (RFC 7519); only RS256 names its key."""
        return signed(content, self.key, kid=self._kid)

    @property
    def _kid(self) -> str | None:
        return self.key.thumbprint() if isinstance(self.key, RSAKey) else None


def signer_of(settings: PartnerSettings) -> Signer:
    """Return the signer that settings ask for; without a secret or a private key it makes an RSA key."""
    if settings.secret is not None:
        return Signer(settings.project_id, secret_key(settings.secret))
    key = RSAKey.import_key(settings.private_key) if settings.private_key else new_rsa_key()
    return Signer(settings.project_id, key)


def _other_key(signer: Signer, content: Claims) -> str:
    """Sign with another key; in RS256 under the name of the right one."""
    if signer.algorithm == RS256:
        return forgery.signed_by_stranger(content, kid=signer.key.thumbprint())
    return forgery.of_unknown_key(content, signer.key)


def _without(content: Claims, name: str) -> Claims:
    return {key: value for key, value in content.items() if key != name}


def _spoilt(name: str) -> Callable[[Signer, Claims], str]:
    return lambda signer, content: forgery.DEFECTS[name](content, signer.sign)


DEFECTS: Mapping[str, Callable[[Signer, Claims], str | None]] = {
    "missing": lambda signer, content: None,
    "expired": _spoilt("expired"),
    "not_yet_valid": _spoilt("not_yet_valid"),
    "tampered": _spoilt("tampered"),
    "other_project": lambda signer, content: signer.sign(
        {**content, "xsolla_login_project_id": str(uuid4())}
    ),
    "other_key": _other_key,
    "alg_none": _spoilt("alg_none"),
    "request_type_missing": lambda signer, content: signer.sign(_without(content, "request_type")),
    "request_type_wrong": lambda signer, content: signer.sign({**content, "request_type": "user_token"}),
    "unknown_kid": lambda signer, content: forgery.of_unknown_key(content, signer.key),
    "hs256_with_public_key": lambda signer, content: forgery.confused(
        signer.sign(content), signer.public_key
    ),
}
# What only a project with an RSA key can get wrong.
RS256_ONLY = frozenset({"unknown_kid", "hs256_with_public_key"})


def defects(algorithm: str) -> tuple[str, ...]:
    """Return the names of the defects that tokens of an algorithm can have."""
    return tuple(name for name in DEFECTS if algorithm == RS256 or name not in RS256_ONLY)

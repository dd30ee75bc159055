"""Gateway tokens: the proof that a webhook comes from the Login server, and such proofs gone wrong."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from attrs import field, frozen
from joserfc import jwt
from joserfc.jwk import RSAKey

from login_contract.partner_suite.settings import PartnerSettings
from login_contract.tokens.private_key import RSA_BITS
from login_contract.tokens.user_token import confused, forged, unsigned

ISSUER = "https://login.xsolla.com"
REQUEST_TYPE = "gateway_token"
# The description promises a few minutes.
LIFETIME = 300
HOUR = 3600

Claims = dict[str, Any]


@frozen
class Signer:
    """Signs gateway tokens of one project: with its RSA key, or with its shared secret."""

    project_id: str
    key: Any = field(repr=False)

    @property
    def algorithm(self) -> str:
        """RS256 or HS256."""
        return "RS256" if isinstance(self.key, RSAKey) else "HS256"

    @property
    def public_key(self) -> dict[str, Any]:
        """The public key as a JWK with base64url numbers; only RS256 has one."""
        found: dict[str, Any] = self.key.as_dict(private=False)
        return {**found, "alg": "RS256", "use": "sig", "kid": self.key.thumbprint()}

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
            "request_type": REQUEST_TYPE,
            **about,
        }

    def user_token(self, about: Mapping[str, Any]) -> str:
        """Return a token of the user's own, which proves nothing about who sends a delivery."""
        content = self.claims({**about, "type": "proxy"})
        return self.sign(_without(content, "request_type"))

    def sign(self, content: Mapping[str, Any]) -> str:
        """Return the claims as a compact JWT (RFC 7519); only RS256 names its key."""
        if isinstance(self.key, RSAKey):
            header = {"alg": "RS256", "typ": "JWT", "kid": self.key.thumbprint()}
            return jwt.encode(header, dict(content), self.key, algorithms=["RS256"])
        return _hs256(content, self.key)


def signer_of(settings: PartnerSettings) -> Signer:
    """Return the signer that settings ask for; without a secret or a private key it makes an RSA key."""
    if settings.secret is not None:
        return Signer(settings.project_id, settings.secret.encode())
    key = RSAKey.import_key(settings.private_key) if settings.private_key else new_rsa_key()
    return Signer(settings.project_id, key)


def new_rsa_key() -> RSAKey:
    """Make an RSA key."""
    return RSAKey.generate_key(RSA_BITS, auto_kid=False)


def private_pem(key: RSAKey) -> str:
    """Return a key as an unencrypted PKCS #8 PEM."""
    return key.as_pem(private=True).decode()


def _hs256(content: Mapping[str, Any], secret: bytes) -> str:
    # By hand, because a partner's secret is what it is, and libraries refuse the short ones.
    signed = f"{_segment({'alg': 'HS256', 'typ': 'JWT'})}.{_segment(content)}"
    return f"{signed}.{_base64url(hmac.digest(secret, signed.encode(), 'sha256'))}"


def _stranger(signer: Signer, content: Claims) -> Signer:
    if signer.algorithm == "HS256":
        return Signer(signer.project_id, uuid4().hex.encode())
    return Signer(signer.project_id, _another_key())


_ANOTHER: list[RSAKey] = []


def _another_key() -> RSAKey:
    """Return a key that no project has; one is enough for a process, and making one takes a while."""
    if not _ANOTHER:
        _ANOTHER.append(new_rsa_key())
    return _ANOTHER[0]


def _other_key(signer: Signer, content: Claims) -> str:
    """Sign with another key; in RS256 under the name of the right one."""
    if signer.algorithm == "HS256":
        return _stranger(signer, content).sign(content)
    header = {"alg": "RS256", "typ": "JWT", "kid": signer.key.thumbprint()}
    return jwt.encode(header, content, _another_key(), algorithms=["RS256"])


def _without(content: Claims, name: str) -> Claims:
    return {key: value for key, value in content.items() if key != name}


def _expired(content: Claims) -> Claims:
    return {**content, "iat": content["iat"] - 2 * HOUR, "exp": content["iat"] - HOUR}


DEFECTS: Mapping[str, Callable[[Signer, Claims], str | None]] = {
    "missing": lambda signer, content: None,
    "expired": lambda signer, content: signer.sign(_expired(content)),
    "not_yet_valid": lambda signer, content: signer.sign({**content, "nbf": content["iat"] + HOUR}),
    "tampered": lambda signer, content: forged(signer.sign(content), username="somebody-else"),
    "other_project": lambda signer, content: signer.sign(
        {**content, "xsolla_login_project_id": str(uuid4())}
    ),
    "other_key": _other_key,
    "alg_none": lambda signer, content: unsigned(signer.sign(content)),
    "request_type_missing": lambda signer, content: signer.sign(_without(content, "request_type")),
    "request_type_wrong": lambda signer, content: signer.sign({**content, "request_type": "user_token"}),
    "unknown_kid": lambda signer, content: _stranger(signer, content).sign(content),
    "hs256_with_public_key": lambda signer, content: confused(signer.sign(content), signer.public_key),
}
# What only a project with an RSA key can get wrong.
RS256_ONLY = frozenset({"unknown_kid", "hs256_with_public_key"})


def defects(algorithm: str) -> tuple[str, ...]:
    """Return the names of the defects that tokens of an algorithm can have."""
    return tuple(name for name in DEFECTS if algorithm == "RS256" or name not in RS256_ONLY)


def _segment(content: Mapping[str, Any]) -> str:
    return _base64url(json.dumps(dict(content)).encode())


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()

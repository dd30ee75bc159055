"""The keys that sign a project's tokens: one RSA key or one shared secret each."""

from __future__ import annotations

import asyncio
import hashlib
from functools import cached_property
from typing import Any

from attrs import field, frozen
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc.jwk import RSAKey

from login_contract.mock.domain.spare_keys import SpareKeys
from login_contract.mock.settings.project import Project
from login_contract.mock.store import signing_keys
from login_contract.mock.store.database import Store
from login_contract.tokens.compact import segment
from login_contract.tokens.private_key import RSA_BITS
from login_contract.tokens.signing import secret_key


@frozen
class SigningKey:
    """A key, its algorithm, and its ``kid`` (None for HS256, whose tokens carry none [sdk-go])."""

    algorithm: str
    kid: str | None
    key: Any = field(repr=False)

    @cached_property
    def header(self) -> str:
        """The first part of its tokens."""
        return segment({"alg": self.algorithm, "typ": "JWT", "kid": self.kid})


class Keys:
    """Finds or makes the key of a project; ``spares`` keys are made before any is needed."""

    def __init__(self, store: Store, *, spares: int = 0) -> None:
        self._store = store
        self.spare = SpareKeys(lambda: new_private_key(), spares)
        self._cache: dict[tuple[str, int], SigningKey] = {}

    async def of(self, project: Project) -> SigningKey:
        """Return the project's signing key; a project without a configured RSA key gets one on first use."""
        cached = self._cache.get((project.project_id, project.revision))
        if cached is not None:
            return cached
        if project.algorithm == "HS256":
            key = SigningKey("HS256", None, secret_key(project["hs256_secret"]))
        else:
            key = _rsa(*await self._rsa_pem(project))
        if len(self._cache) > 1000:
            self._cache.clear()
        self._cache[project.project_id, project.revision] = key
        return key

    async def _rsa_pem(self, project: Project) -> tuple[str, str]:
        given: str | None = project["private_key"]
        fingerprint = hashlib.sha256((given or "").encode()).hexdigest()
        project_id = project.project_id
        held = await self._store.read(lambda tx: signing_keys.find(tx, project_id, fingerprint))
        if held is None:
            pem = given or self.spare.take() or await self._made()
            kid = _kid(pem)
            held = await self._store.transaction(
                lambda tx: signing_keys.keep_first(tx, project_id, fingerprint, kid, pem)
            )
        return held

    async def _made(self) -> str:
        return await asyncio.to_thread(new_private_key)


def new_private_key() -> str:
    """Generate an RSA key; return it as PKCS #8 PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def _kid(pem: str) -> str:
    """Name a key by its RFC 7638 thumbprint."""
    return _imported(pem).thumbprint()


def _rsa(kid: str, pem: str) -> SigningKey:
    return SigningKey("RS256", kid, _imported(pem, kid))


def _imported(pem: str, kid: str | None = None) -> RSAKey:
    # To check the numbers takes as long as to make them, and these were made or checked here before.
    key: Any = serialization.load_pem_private_key(pem.encode(), None, unsafe_skip_rsa_key_validation=True)
    return RSAKey(key, key, {"kid": kid} if kid is not None else None)


def public_numbers(key: SigningKey) -> tuple[int, int]:
    """Return the modulus and the exponent of an RSA key."""
    numbers = key.key.public_key.public_numbers()
    return numbers.n, numbers.e

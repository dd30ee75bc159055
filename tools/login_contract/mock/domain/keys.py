"""The keys that sign a project's tokens: one RSA key or one shared secret each."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from functools import cached_property

from attrs import field, frozen
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from login_contract.mock.domain.signatures import is_signature, signature
from login_contract.mock.domain.spare_keys import SpareKeys
from login_contract.mock.settings.project import Project
from login_contract.mock.store import signing_keys
from login_contract.mock.store.database import Store
from login_contract.tokens.compact import base64url, base64url_number, segment
from login_contract.tokens.private_key import RSA_BITS


@frozen
class SigningKey:
    """A key, its algorithm, and its ``kid`` (None for HS256, whose tokens carry none [sdk-go])."""

    algorithm: str
    kid: str | None
    key: rsa.RSAPrivateKey | bytes = field(repr=False)

    @cached_property
    def header(self) -> str:
        """The first part of its tokens."""
        named = {} if self.kid is None else {"kid": self.kid}
        return segment({"alg": self.algorithm, "typ": "JWT", **named})

    @cached_property
    def _public_key(self) -> rsa.RSAPublicKey | None:
        return self.key.public_key() if isinstance(self.key, rsa.RSAPrivateKey) else None

    @property
    def numbers(self) -> tuple[int, int]:
        """The modulus and the exponent of an RSA key."""
        if self._public_key is None:
            raise LookupError("a shared secret has no public numbers")
        numbers = self._public_key.public_numbers()
        return numbers.n, numbers.e

    async def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, in the key's one algorithm (RFC 7518, section 3)."""
        if isinstance(self.key, bytes):
            return hmac.digest(self.key, message, "sha256")
        return await signature(self.key, message)

    def proves(self, message: bytes, signature: bytes) -> bool:
        """Say whether a signature of a message is this key's."""
        if isinstance(self.key, bytes):
            return hmac.compare_digest(hmac.digest(self.key, message, "sha256"), signature)
        return self._public_key is not None and is_signature(self._public_key, message, signature)


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
            key = SigningKey("HS256", None, project["hs256_secret"].encode())
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


def _rsa(kid: str, pem: str) -> SigningKey:
    return SigningKey("RS256", kid, _imported(pem))


def _kid(pem: str) -> str:
    """Name a key by its thumbprint (RFC 7638)."""
    public = _imported(pem).public_key().public_numbers()
    members = f'{{"e":"{base64url_number(public.e)}","kty":"RSA","n":"{base64url_number(public.n)}"}}'
    return base64url(hashlib.sha256(members.encode()).digest())


def _imported(pem: str) -> rsa.RSAPrivateKey:
    # To check the numbers takes as long as to make them, and these were made or checked here before.
    key = serialization.load_pem_private_key(pem.encode(), None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the key of a project is an RSA key")
    return key

"""The keys of a project: the RSA key or shared secret that signs its tokens, and RSA keys of before."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.domain.signatures import is_signature, signature
from login_contract.mock.domain.spare_keys import SpareKeys
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import projects, sessions, signing_keys
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.signing_keys import KeptKey
from login_contract.tokens.compact import base64url, base64url_number, segment
from login_contract.tokens.private_key import RSA_BITS

# Tokens that no session tells of: those of webhooks, and those that prove an address.
UNTOLD_SECONDS = 300
# A token may be signed with the key that a request found when it began.
UNDER_WAY_SECONDS = 60
MOST_KEYS = 10


@frozen
class SigningKey:
    """A key, its algorithm, and its ``kid`` (None for HS256, whose tokens carry none [sdk-go]).

    The key that signs has no ``good_until``; for one that was replaced it is when its last token has expired,
    in unix seconds of the mock's time.
    """

    algorithm: str
    kid: str | None
    key: rsa.RSAPrivateKey | bytes = field(repr=False)
    good_until: float | None = None

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

    def is_good(self, moment: float) -> bool:
        """Say whether the key still counts at a moment, in unix seconds of the mock's time."""
        return self.good_until is None or moment < self.good_until

    def proves(self, message: bytes, signature: bytes) -> bool:
        """Say whether a signature of a message is this key's."""
        if isinstance(self.key, bytes):
            return hmac.compare_digest(hmac.digest(self.key, message, "sha256"), signature)
        return self._public_key is not None and is_signature(self._public_key, message, signature)


class Keys:
    """Finds or makes the keys of a project; ``spares`` keys are made before any is needed."""

    def __init__(self, store: Store, *, spares: int = 0) -> None:
        self._store = store
        self.spare = SpareKeys(lambda: new_private_key(), spares)
        self._cache: dict[tuple[str, int], tuple[SigningKey, ...]] = {}

    async def of(self, project: Project) -> SigningKey:
        """Return the project's signing key; a project without a configured RSA key gets one on first use."""
        return (await self.all_of(project))[0]

    async def all_of(self, project: Project) -> Sequence[SigningKey]:
        """Return the key that signs and those before it, some of which may be good no longer."""
        # Whoever makes a new key gives the project another revision, which every worker sees.
        cached = self._cache.get((project.project_id, project.revision))
        if cached is not None:
            return cached
        found = await self._found(project)
        if len(self._cache) > 1000:
            self._cache.clear()
        self._cache[project.project_id, project.revision] = found
        return found

    async def _found(self, project: Project) -> tuple[SigningKey, ...]:
        if project.algorithm == "HS256":
            return (SigningKey("HS256", None, project["hs256_secret"].encode()),)
        return tuple(_rsa(kept) for kept in await self._kept(project))

    async def published(self, project: Project) -> list[SigningKey]:
        """Return the keys by which tokens of the project can be verified now; none for a shared secret."""
        now = await self._store.read(lambda tx: tx.now)
        return [key for key in await self.all_of(project) if key.kid is not None and key.is_good(now)]

    async def renew(self, project: Project) -> SigningKey:
        """Let another key sign from now on; the one before is good until its tokens have expired [doc].

        Raises:
            LoginError: 404 003-061, the project signs with a shared secret, or a reset took it away.
        """
        if project.algorithm == "HS256":
            raise LoginError(NOT_FOUND, because="the project has algorithm = HS256, and so no keys")
        await self.of(project)
        pem = await self._new_pem()
        key = KeptKey(_kid(pem), pem)
        await self._store.transaction(lambda tx: _renew(tx, project.project_id, key))
        return _rsa(key)

    async def _kept(self, project: Project) -> list[KeptKey]:
        given: str | None = project["private_key"]
        project_id, fingerprint = project.project_id, _fingerprint(given)
        held = await self._store.read(lambda tx: signing_keys.of_project(tx, project_id, fingerprint))
        if not held:
            pem = given or await self._new_pem()
            key = KeptKey(_kid(pem), pem)
            held = await self._store.transaction(
                lambda tx: signing_keys.keep_first(tx, project_id, fingerprint, key)
            )
        return held

    async def _new_pem(self) -> str:
        spare = self.spare.take()
        return spare if spare is not None else await asyncio.to_thread(new_private_key)


def _renew(tx: Transaction, project_id: str, key: KeptKey) -> None:
    held = projects.find(tx, project_id)
    if held is None:
        raise LoginError(NOT_FOUND, because="a reset took the project away")
    settings = held.settings
    longest = max(settings["access_token_lifetime"], settings["oauth_token_lifetime"], UNTOLD_SECONDS)
    last_end = max(tx.now + longest, sessions.last_end(tx, project_id)) + UNDER_WAY_SECONDS
    fingerprint = _fingerprint(settings["private_key"])
    if not signing_keys.of_project(tx, project_id, fingerprint):
        raise LoginError(NOT_FOUND, because="the project was given another private_key at this moment")
    signing_keys.keep_next(tx, project_id, fingerprint, key, before_until=last_end, most=MOST_KEYS)
    projects.put(tx, settings)


def _fingerprint(configured: str | None) -> str:
    """Name what keys stem from: the configured key, or none."""
    return hashlib.sha256((configured or "").encode()).hexdigest()


def new_private_key() -> str:
    """Generate an RSA key; return it as PKCS #8 PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def _rsa(kept: KeptKey) -> SigningKey:
    return SigningKey("RS256", kept.kid, _imported(kept.pem), kept.good_until)


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

"""What binds the end of an OAuth 2.0 login to its start: a proof key (RFC 7636) and a state (RFC 6749).

proof, state = Pkce.new(), new_state()
# Start with code_challenge=proof.challenge, code_challenge_method=proof.method and state=state. Keep both
# in the session of this user, and when the user is back:
if same_state(state, given["state"]):
...  # exchange the code with code_verifier=proof.verifier
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from typing import Self

import attrs

__all__ = ["Pkce", "new_state", "same_state"]

# 32 random bytes are the 43 characters that RFC 7636, section 4.1, has for a verifier at least.
_BYTES = 32
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}", re.ASCII)


def _check_verifier(_: object, __: object, verifier: str) -> None:
    if not _VERIFIER.fullmatch(verifier):
        raise ValueError("verifier: 43 to 128 letters, digits and . _ ~ - (RFC 7636, section 4.1)")


@attrs.frozen
class Pkce:
    """A proof key of one login; `repr()` leaves the verifier out.

    Args:
        verifier: the secret, which the exchange of the code shows.

    Raises:
        ValueError: it is none that RFC 7636 allows.
    """

    verifier: str = attrs.field(repr=False, validator=_check_verifier)

    @classmethod
    def new(cls) -> Self:
        """Return a proof key that nobody can guess."""
        return cls(secrets.token_urlsafe(_BYTES))

    @property
    def challenge(self) -> str:
        """What the start of the login shows of the secret: its SHA-256 in base64url."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    @property
    def method(self) -> str:
        """How the challenge was made of the secret, which is `S256`."""
        return "S256"


def new_state() -> str:
    """Return a state that nobody can guess, for one login: 43 letters, digits, _ and -."""
    return secrets.token_urlsafe(_BYTES)


def same_state(kept: str | None, given: str | None) -> bool:
    """Whether the state that came back is the one that was sent; how long this takes tells nothing of either.

    No state is the same as none: where one of them is None or empty, the answer is no.
    """
    if not kept or not given:
        return False
    return hmac.compare_digest(kept.encode("utf-8", "surrogatepass"), given.encode("utf-8", "surrogatepass"))

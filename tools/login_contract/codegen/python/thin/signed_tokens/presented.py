"""A token as it came: taken apart, with nothing in it proven."""

from __future__ import annotations

import base64
import binascii

import attrs
from xsolla_login_client import documents
from xsolla_login_client.signed_tokens.errors import MalformedToken


@attrs.frozen
class Presented:
    """A token in its one canonical form; `repr()` leaves it out.

    Of its header it knows which key and algorithm are said to be used. What may stand there to bring a key
    along (`jwk`, `jku`, `x5c`, `x5u`) is not read.
    """

    text: str = attrs.field(repr=False)
    algorithm: str | None
    kid: str | None
    payload: bytes = attrs.field(repr=False)

    @classmethod
    def from_text(cls, text: str, *, most: int) -> Presented:
        """Take a token apart that has at most so many characters.

        Raises:
            MalformedToken: it is no JSON Web Token in its one canonical form.
        """
        if len(text) > most or text.count(".") != 2:
            raise MalformedToken("The token is no JSON Web Token.")
        header, payload, _ = (_decoded(part) for part in text.split("."))
        try:
            members = documents.parse(header, unique=True)
        except ValueError:
            raise MalformedToken("The token has a header that cannot be read.") from None
        if "crit" in members:
            raise MalformedToken("The token demands to be understood in a way that is not known here.")
        algorithm, kid = members.get("alg"), members.get("kid")
        return cls(
            text,
            algorithm if isinstance(algorithm, str) else None,
            kid if isinstance(kid, str) else None,
            payload,
        )


def _decoded(part: str) -> bytes:
    # Decoders pass over foreign characters and spare bits, so that many texts mean the same token.
    try:
        decoded = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        decoded = b""
    if base64.urlsafe_b64encode(decoded).rstrip(b"=").decode() != part:
        raise MalformedToken("The token is not written in base64url.")
    return decoded

"""The tokens of one login, as they are kept between two starts of a program."""

from __future__ import annotations

import re
import time
from typing import Self

import attrs
from xsolla_login_client.models import TokenResponse
from xsolla_login_client.types import Unset

__all__ = ["Tokens"]


# What a header can carry: letters, digits and punctuation of ASCII.
_VISIBLE = re.compile("[!-~]+")


def _check_token(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not _VISIBLE.fullmatch(value):
        raise ValueError(f"{attribute.name}: letters, digits and punctuation of ASCII, and not empty")


def _masked(secret: str | None) -> str:
    return "None" if secret is None else "'…'"


@attrs.frozen
class Tokens:
    """What a login gave; `repr()` shows neither token.

    Args:
        access_token: what requests prove with who the user is.
        refresh_token: what new tokens are asked for with; a login has one with the scope `offline` only.
        expires_at: when the access token ends, in seconds since 1970; None where that is not known.

    Raises:
        ValueError: no header can carry the access token.
    """

    access_token: str = attrs.field(repr=_masked, validator=_check_token)
    refresh_token: str | None = attrs.field(default=None, repr=_masked)
    expires_at: float | None = None

    @classmethod
    def from_answer(cls, answer: TokenResponse, *, now: float | None = None) -> Self:
        """Return the tokens that an answer of `generate_jwt` or of a login brought.

        Args:
            answer: it tells how long its access token is good, not until when.
            now: when it came, in seconds since 1970 (default: this moment).

        Raises:
            ValueError: no header can carry the access token.
        """
        refresh_token = None if isinstance(answer.refresh_token, Unset) else answer.refresh_token
        moment = time.time() if now is None else now
        return cls(answer.access_token, refresh_token, moment + answer.expires_in)

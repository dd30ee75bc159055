"""The tokens of one login, as they are kept between two starts of a program."""

from __future__ import annotations

import re
import time
from typing import Protocol, Self

import attrs
from xsolla_login_client.types import Unset

__all__ = ["Tokens"]


# What a header can carry: letters, digits and punctuation of ASCII.
_VISIBLE = re.compile("[!-~]+")


class Granted(Protocol):
    """An answer that brings tokens, such as the model `TokenResponse`."""

    access_token: str
    expires_in: int
    refresh_token: str | Unset


def _check_token(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _VISIBLE.fullmatch(value):
        raise ValueError(f"{attribute.name}: a text of letters, digits and punctuation of ASCII")


def _check_text(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        raise ValueError(f"{attribute.name}: a text")


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
        ValueError: a token is none.
    """

    access_token: str = attrs.field(repr=_masked, validator=_check_token)
    refresh_token: str | None = attrs.field(
        default=None, repr=_masked, validator=attrs.validators.optional(_check_text)
    )
    expires_at: float | None = None

    @classmethod
    def from_answer(cls, answer: Granted, *, now: float | None = None) -> Self:
        """Return the tokens that an answer of `generate_jwt` or of a login brought.

        Args:
            answer: it tells how long its access token is good, not until when.
            now: when it came, in seconds since 1970 (default: this moment).

        Raises:
            ValueError: a token is none.
        """
        refresh_token = None if isinstance(answer.refresh_token, Unset) else answer.refresh_token
        moment = time.time() if now is None else now
        return cls(answer.access_token, refresh_token, moment + answer.expires_in)

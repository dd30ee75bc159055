"""What a token says, once it is proven who says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xsolla_login_client import documents
from xsolla_login_client.signed_tokens.errors import (
    ExpiredToken,
    MalformedToken,
    NotYetValid,
    WrongAudience,
    WrongProject,
)

#: So many seconds two clocks may be apart, when nobody says otherwise, and at most.
LEEWAY, MAX_LEEWAY = 10.0, 300.0


def read_claims(payload: bytes) -> dict[str, Any]:
    """Read the claims of a token whose signature is right.

    Raises:
        MalformedToken: they are no JSON object, or one has a name twice, which two readers read differently.
    """
    try:
        return documents.parse(payload, unique=True)
    except ValueError:
        raise MalformedToken("The token has claims that cannot be read.") from None


def check_leeway(leeway: float) -> float:
    """Return the leeway, in seconds.

    Raises:
        ValueError: it is less than 0 or more than 300.
    """
    if not 0 <= leeway <= MAX_LEEWAY:
        raise ValueError(f"leeway: from 0 to {MAX_LEEWAY:.0f} seconds")
    return leeway


def check_times(claims: Mapping[str, Any], *, leeway: float, now: float) -> None:
    """Judge the moment; `leeway` and `now` are in seconds.

    Raises:
        MalformedToken, ExpiredToken, NotYetValid: it is not one at which the token is good.
    """
    if seconds(claims, "exp") <= now - leeway:
        raise ExpiredToken("The token has expired.")
    if claims.get("nbf") is not None and seconds(claims, "nbf") > now + leeway:
        raise NotYetValid("The token is not valid yet.")


def check_project(claims: Mapping[str, Any], project_id: str) -> None:
    """Compare the project, whose id is given in lower case.

    Raises:
        WrongProject: the token names another, or none.
    """
    given = claims.get("xsolla_login_project_id")
    if not isinstance(given, str) or given.lower() != project_id:
        raise WrongProject("The token is not about this project.")


def check_issued(claims: Mapping[str, Any], *, leeway: float, now: float) -> float:
    """Return when the token was made, which cannot be later than now; all three are in seconds.

    Raises:
        MalformedToken, NotYetValid: it does not say, or it is later.
    """
    issued_at = seconds(claims, "iat")
    if issued_at > now + leeway:
        raise NotYetValid("The token is made later than now.")
    return issued_at


def check_audience(claims: Mapping[str, Any], audience: str | None) -> None:
    """Make sure that the token is meant for an audience, where one is given.

    Raises:
        WrongAudience: it is not.
    """
    given = claims.get("aud")
    meant = given if isinstance(given, list) else [given]
    if audience is not None and audience not in meant:
        raise WrongAudience("The token is meant for somebody else.")


def seconds(claims: Mapping[str, Any], name: str) -> float:
    """Return a time in seconds since 1970.

    Raises:
        MalformedToken: the claim is missing, or no time.
    """
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MalformedToken(f"The token has no time in its claim {name}.")
    return value

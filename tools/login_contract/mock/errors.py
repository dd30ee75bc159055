"""Refusals: what an operation raises to answer with the error envelope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Refusal(NamedTuple):
    """How a request is refused: the HTTP status and the code of the error envelope."""

    status: int
    code: str


class LoginError(Exception):
    """A request is refused, in one of the documented ways.

    Without a ``description`` the server takes the meaning that the OpenAPI description gives the code
    in ``x-error-codes``. A store transaction commits what was recorded before the refusal was raised.
    ``of_partner`` says that code and description are those of a partner, who may choose any. ``because`` is
    for the terminal of the mock and not part of the answer: the value and the setting that decided, never
    a secret.
    """

    def __init__(
        self,
        refusal: Refusal,
        description: str | None = None,
        *,
        details: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        because: str | None = None,
        of_partner: bool = False,
    ) -> None:
        super().__init__(f"{refusal.status} {refusal.code}")
        self.refusal = refusal
        self.description = description
        self.details = details
        self.headers = dict(headers or {})
        self.because = because
        self.of_partner = of_partner

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.refusal.status

    @property
    def code(self) -> str:
        """The code of the error envelope."""
        return self.refusal.code


class ContractBreach(Exception):
    """The mock was about to answer something that the description does not allow."""


def flat(code: str, description: str) -> dict[str, Any]:
    """Return the error body ``{"error_code", "error_description"}`` of the calls about attributes [doc]."""
    return {"error_code": code, "error_description": description}


def envelope(code: str, description: str, details: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the error body ``{"error": {"code", "description", "details"?}}`` [doc]."""
    error: dict[str, Any] = {"code": code, "description": description}
    if details is not None:
        error["details"] = dict(details)
    return {"error": error}

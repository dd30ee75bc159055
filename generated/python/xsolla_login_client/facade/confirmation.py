"""What came of telling the project something about the user: on to the game, or first a confirmation."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen
from xsolla_login_client.errors import LoginError, Refusal, UnexpectedAnswer
from xsolla_login_client.operation import Operation


@frozen
class Redirect:
    """Nothing has to be confirmed: the address that the user goes on to. It holds a token or a code."""

    redirect_url: str = field(repr=False)


@frozen
class ConfirmationRequired:
    """A code is on its way; the login goes on with it and this id of the operation."""

    operation_id: str
    code: str = ""
    description: str = ""


def confirmed(operation: Operation, answer: Any) -> Redirect | ConfirmationRequired:
    """Return what an answer that was read says.

    Raises:
        UnexpectedAnswer: it says neither.
    """
    url = getattr(answer, "redirect_url", None)
    if isinstance(url, str):
        return Redirect(url)
    error = getattr(answer, "error", None)
    operation_id = getattr(getattr(error, "details", None), "operation_id", None)
    if isinstance(operation_id, str):
        return ConfirmationRequired(
            operation_id, str(getattr(error, "code", "")), str(getattr(error, "description", ""))
        )
    raise UnexpectedAnswer(
        "the answer neither leads on nor asks for a confirmation", operation=operation.id, status=200
    )


def required(refusal: LoginError, *, codes: tuple[str, ...]) -> ConfirmationRequired | None:
    """Return the confirmation that a refusal asks for, where it has one of these codes and an operation."""
    operation_id = refusal.details.get("operation_id")
    if isinstance(refusal, Refusal) and refusal.code in codes and isinstance(operation_id, str):
        return ConfirmationRequired(operation_id, refusal.code or "", refusal.description)
    return None


__all__ = ["ConfirmationRequired", "Redirect", "confirmed", "required"]

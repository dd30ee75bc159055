"""What a call raises: one family, whatever a server answers and whether it answers at all.

try:
api.login(username="demo", password="wrong")
except WrongCredentials: ...      # a documented code, of `xsolla_login_client.error_codes`
except Refusal as refusal: ...    # any other code: `refusal.code`
except TransportError: ...        # no answer
except LoginError: ...            # all of these, and answers that nobody expects
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

#: So much of an answer's body is kept, in bytes.
MAX_BODY = 2048
_MAX_TEXT = 300


class LoginError(Exception):
    """A call that did not do what was asked; every other error of a call is one of these.

    Attributes:
        code: the `code` of the answer's error object, or None.
        description: what happened, in English, for people. It may change, and comes from the server.
        details: the `details` of the answer's error object, or nothing.
        status: the HTTP status, or None where there is no answer.
        operation: the id of the operation in the API description.
        request_id: the `X-Request-Id` of the answer; of the request, where there is no answer.
        body: the first 2048 bytes of the answer. They may hold secrets, and are not part of `str()`.
    """

    def __init__(
        self,
        description: str = "",
        *,
        code: str | None = None,
        details: Mapping[str, object] | None = None,
        status: int | None = None,
        operation: str = "",
        request_id: str | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.details: Mapping[str, object] = MappingProxyType(dict(details or {}))
        self.status = status
        self.operation = operation
        self.request_id = request_id
        self.body = body[:MAX_BODY]

    def __str__(self) -> str:
        what = _line(self.description)
        said = " ".join(_line(str(each)) for each in (self.status, self.code) if each is not None)
        where = f"{self.operation}: " if self.operation else ""
        return f"{where}{what} ({said})" if said else f"{where}{what}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        # An exception crosses processes by its arguments, which are not all that this one has.
        return _restored, (type(self), self.description, {**self.__dict__, "details": dict(self.details)})


def _line(text: str) -> str:
    """Return what a server said as a short line that every terminal and log can take."""
    short = text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}…"
    return short if short.isprintable() else "".join(each if each.isprintable() else " " for each in short)


def _restored(kind: type[LoginError], description: str, facts: dict[str, Any]) -> LoginError:
    error = kind(description)
    error.__dict__.update(facts, details=MappingProxyType(facts["details"]))
    return error


class Refusal(LoginError):
    """The server refused, and said why in an error object; documented codes have classes of their own."""


class UnexpectedAnswer(LoginError):
    """An answer that the API description does not know: its status, or a body that cannot be read."""


class TransportError(LoginError):
    """There is no answer; `__cause__` is the error of httpx."""


class TimedOut(TransportError):
    """No answer came in time."""


class SessionEnded(LoginError):
    """The login is over and cannot be renewed: the user has to log in again."""


class Cancelled(LoginError):
    """The caller gave up waiting."""


__all__ = [
    "Cancelled",
    "LoginError",
    "Refusal",
    "SessionEnded",
    "TimedOut",
    "TransportError",
    "UnexpectedAnswer",
]

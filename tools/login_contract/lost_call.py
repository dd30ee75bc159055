"""Why an HTTP call got no answer that can be read: one sentence for each cause, whoever called."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

Cause = Literal[
    "timed_out",
    "refused",
    "reset",
    "closed",
    "cut_off",
    "no_name",
    "unreachable",
    "tls",
    "no_http",
    "decoding",
    "too_large",
    "proxy",
    "address",
    "unknown",
]
# Nothing of the request has arrived anywhere; nobody was there, or nobody answered in time.
UNCONNECTED = frozenset({"refused", "no_name", "unreachable", "tls", "proxy", "address"})
SILENT = UNCONNECTED | {"timed_out"}
SHOWN = 300
# How the HTTP library tells what it raises with one and the same class.
CLOSED = "disconnected without sending"
CUT_OFF = "without sending complete message body"


@frozen
class LostCall:
    """A call without an answer that can be read: the cause, and a clause that tells it."""

    cause: Cause
    clause: str

    @property
    def sentence(self) -> str:
        """The clause as a sentence of its own."""
        return f"{self.clause[0].upper()}{self.clause[1:]}."


def lost_call(problem: BaseException, *, seconds: float | None = None) -> LostCall:
    """Tell what kept a call from its answer, by what the HTTP library raised.

    ``seconds`` is how long was waited, where that is known.
    """
    import httpx

    if isinstance(problem, (httpx.TimeoutException, TimeoutError)):
        return _timed_out(problem, seconds)
    if isinstance(problem, httpx.DecodingError):
        return LostCall("decoding", f"the body is not what its Content-Encoding says ({_text(problem)})")
    if isinstance(problem, httpx.ProxyError):
        return LostCall("proxy", f"the proxy did not let the call through ({_text(problem)})")
    if isinstance(problem, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return LostCall("address", f"the call cannot be made ({_text(problem)})")
    if isinstance(problem, httpx.RemoteProtocolError):
        return _broken_protocol(_text(problem))
    for cause in _causes(problem):
        found = _by_system(cause)
        if found is not None:
            return found
    if isinstance(problem, (httpx.ReadError, httpx.WriteError, httpx.CloseError)):
        return LostCall("reset", "the connection was reset before the answer was complete")
    return LostCall("unknown", f"the call failed ({_text(problem)})")


def too_large(limit: int) -> LostCall:
    """Tell that an answer was not read to its end, because it has more than ``limit`` bytes."""
    return LostCall("too_large", f"the answer has more than {limit} bytes")


def _timed_out(problem: BaseException, seconds: float | None) -> LostCall:
    import httpx

    within = "in time" if seconds is None else f"within {seconds:g} seconds"
    if isinstance(problem, httpx.ConnectTimeout):
        return LostCall("timed_out", f"no connection came about {within}")
    return LostCall("timed_out", f"no answer came {within}")


def _broken_protocol(text: str) -> LostCall:
    if CLOSED in text:
        return LostCall("closed", "the connection was closed without an answer")
    if CUT_OFF in text:
        return LostCall("cut_off", "the connection was closed in the middle of the answer")
    return LostCall("no_http", f"what came is no HTTP answer ({text})")


def _by_system(problem: BaseException) -> LostCall | None:
    """Tell a cause that the operating system or the TLS library names."""
    if isinstance(problem, ssl.SSLError):
        return LostCall("tls", _tls(problem))
    if isinstance(problem, socket.gaierror):
        return LostCall("no_name", "the name of the host cannot be resolved")
    if isinstance(problem, ConnectionRefusedError):
        return LostCall("refused", "the connection was refused: nothing listens at that address")
    if isinstance(problem, (ConnectionResetError, BrokenPipeError, ConnectionAbortedError)):
        return LostCall("reset", "the connection was reset before the answer was complete")
    if isinstance(problem, OSError) and problem.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return LostCall("unreachable", f"the host cannot be reached ({os.strerror(problem.errno).lower()})")
    return None


def _tls(problem: ssl.SSLError) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return f"the TLS certificate is not trusted ({problem.verify_message.rstrip('.')})"
    if problem.reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"):
        return "the server does not speak TLS at that address, which begins with https"
    return f"the TLS connection failed ({problem.reason or _text(problem)})"


def _causes(problem: BaseException) -> Iterator[BaseException]:
    """Yield a problem and all that led to it, the parts of a group among them."""
    seen: set[int] = set()
    ahead = [problem]
    while ahead:
        current = ahead.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        ahead += [each for each in (current.__cause__, current.__context__) if each is not None]
        ahead += current.exceptions if isinstance(current, BaseExceptionGroup) else ()


def _text(problem: BaseException) -> str:
    text = " ".join(str(problem).split()).rstrip(".")
    return text[:SHOWN] or type(problem).__name__

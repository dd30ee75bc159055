"""Keeps secrets out of the logs of httpx and of what it stands on, for the calls of this client alone.

httpx logs the whole address of a request at INFO; httpcore logs the headers of answers at DEBUG, and hpack
whatever goes through HTTP/2. Calls that a program makes with httpx by itself are logged as ever.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from xsolla_login_client.masking import without_secrets

_CALLING: ContextVar[bool] = ContextVar("xsolla_login_client_calling", default=False)
_MASKED = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))
_SILENT = ("hpack.hpack", "hpack.table")


@contextmanager
def calling() -> Iterator[None]:
    """While it lasts, what this task or thread sends is a call of this client."""
    before = _CALLING.set(True)
    try:
        yield
    finally:
        _CALLING.reset(before)


def is_calling() -> bool:
    """Whether what is sent is a call of this client."""
    return _CALLING.get()


def _masked(record: logging.LogRecord) -> bool:
    if is_calling():
        record.msg, record.args = without_secrets(record.getMessage()), None
    return True


def _silent(record: logging.LogRecord) -> bool:
    return not is_calling()


# A filter of a logger does not see what the loggers below it log.
for _name in _MASKED:
    logging.getLogger(_name).addFilter(_masked)
for _name in _SILENT:
    logging.getLogger(_name).addFilter(_silent)

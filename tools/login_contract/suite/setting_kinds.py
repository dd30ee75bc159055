"""What the value of each setting of a target has to be."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from login_contract.gateway import certificates_of, headers_of
from login_contract.legible import without_credentials

# What stands for a recipient in ``mailbox``, and for the name of an account in ``mailbox_address``.
RECIPIENT, NAME = "{recipient}", "{name}"


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no text")
    return value


def _http_url(value: Any) -> str:
    text = _text(value).rstrip("/")
    parts = urlsplit(text)
    try:
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        shown = without_credentials(value)
        raise ValueError(f"{shown!r} is no http(s) address such as https://login.example.com/api")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address must not carry a user name or password")
    return text


def _uri(value: Any) -> str:
    text = _text(value)
    if not urlsplit(text).scheme:
        raise ValueError(f"{value!r} is no URL")
    return text


def _uuid(value: Any) -> str:
    text = _text(value)
    try:
        return str(UUID(text))
    except ValueError:
        raise ValueError(f"{value!r} is no uuid") from None


def _client_id(value: Any) -> int:
    try:
        number = 0 if isinstance(value, (bool, float)) else int(value)
    except (TypeError, ValueError):
        number = 0
    if number < 1:
        raise ValueError(f"{value!r} is no client id, a whole number above 0")
    return number


def _mailbox(value: Any) -> str:
    text = _text(value)
    if RECIPIENT not in text:
        raise ValueError(f"{value!r} names no {RECIPIENT}")
    if not is_address(text):
        _command(text)
    return text


def is_address(mailbox: str) -> bool:
    """Say whether a mailbox is asked over HTTP; otherwise it is a command."""
    return mailbox.startswith(("http://", "https://"))


def _command(text: str) -> None:
    try:
        words = shlex.split(text)
    except ValueError as problem:
        raise ValueError(f"{text!r} is no command: {problem}") from None
    if shutil.which(words[0]) is None:
        raise ValueError(f"there is no program {words[0]!r}")


def _mail_address(value: Any) -> str:
    text = _text(value)
    local, at, domain = text.rpartition("@")
    if NAME not in local or not at or not domain or NAME in domain:
        raise ValueError(f"{value!r} is no address such as qa+{NAME}@example.com")
    return text


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in ("1", "true", "yes"):
        return True
    if str(value).lower() in ("0", "false", "no"):
        return False
    raise ValueError(f"{value!r} is neither true nor false")


def _positive(value: Any) -> float:
    try:
        number = float("nan") if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not 0 < number < float("inf"):
        raise ValueError(f"{value!r} is no number above 0")
    return number


KINDS: Mapping[str, Any] = {
    "url": _http_url,
    "control_url": _http_url,
    "project_id": _uuid,
    "login_url": _uri,
    "username": _text,
    "password": _text,
    "client_id": _client_id,
    "client_secret": _text,
    "public_client_id": _client_id,
    "server_client_id": _client_id,
    "server_client_secret": _text,
    "redirect_uri": _uri,
    "mailbox": _mailbox,
    "mailbox_address": _mail_address,
    "mailbox_wait": _positive,
    "admin_token": _text,
    "allow_writes": _boolean,
    "rate": _positive,
    "timeout": _positive,
    "header": headers_of,
    "ca_file": certificates_of,
    "insecure": _boolean,
}

"""Reads the last message to a recipient where no control interface shows it: by a command or over HTTP."""

from __future__ import annotations

import html
import json
import re
import shlex
import subprocess
import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import httpx
from attrs import define, field

from login_contract.http_client import make_client
from login_contract.suite.actors.control import Message
from login_contract.suite.setting_kinds import RECIPIENT, is_address

WAIT_SECONDS = 30.0
POLL_SECONDS = 0.2
TEXTS = ("text", "plain", "body", "html", "content", "snippet", "subject")
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
SECRET_IN_LINK = re.compile(r"[?&](code|state|token|user_id)=")
SIX_DIGITS = re.compile(r"(?<![\w.])\d{6}(?![\w.]|\.\d)")
SOME_DIGITS = re.compile(r"(?<![\w.])\d{4,12}(?![\w]|\.\d)")


class MailboxError(AssertionError):
    """The mailbox could not be asked, or the message that a test waits for never came."""


@define
class Mailbox:
    """Answers with the newest message to a recipient; ``how`` is a command or address with ``{recipient}``.

    A recipient without a message is no trouble: the command says nothing or fails, the address answers 404.
    What is asked for after a request that sends a message is a message that was not there before.
    """

    how: str
    wait: float = WAIT_SECONDS
    _read: dict[str, str] = field(factory=dict)
    _awaited: set[str] = field(factory=set)
    _addresses: dict[str, str] = field(factory=dict)
    _client: httpx.Client | None = field(default=None, repr=False)

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()

    def sending(self, body: Mapping[str, Any]) -> None:
        """Note that a request with this body may make the target write to somebody."""
        username, email = body.get("username"), body.get("email")
        if isinstance(username, str) and isinstance(email, str):
            self._addresses[username.lower()] = email.lower()
        recipient = self._recipient(body)
        if recipient in self._awaited:
            # Nobody read what was sent before; it must not be taken for what is sent now.
            self._read[recipient] = self._newest(recipient, until=time.monotonic() + self.wait)
        self._awaited.add(recipient)

    def not_sent(self, body: Mapping[str, Any]) -> None:
        """Note that the target refused the request, or has no reason to write."""
        self._awaited.discard(self._recipient(body))

    def _recipient(self, body: Mapping[str, Any]) -> str:
        named = str(body.get("email") or body.get("username") or "").lower()
        return self._addresses.get(named, named)

    def last_message(self, recipient: str) -> Message:
        """Return the newest message to an e-mail address; wait for one that a request has just sent.

        Raises:
            MailboxError: none came, or the mailbox cannot be asked.
        """
        known = recipient.lower()
        until = time.monotonic() + (self.wait if known in self._awaited else 0)
        text = self._newest(recipient, until=until)
        self._awaited.discard(known)
        if not text:
            raise MailboxError(f"no message for {recipient} within {self.wait:g} seconds")
        self._read[known] = text
        return read_message(recipient, text)

    def _newest(self, recipient: str, *, until: float) -> str:
        before = self._read.get(recipient.lower(), "")
        while True:
            text = self._ask(recipient)
            if text not in ("", before) or time.monotonic() >= until:
                return text
            time.sleep(POLL_SECONDS)

    def _ask(self, recipient: str) -> str:
        if not is_address(self.how):
            return _said(self.how, recipient)
        if self._client is None:
            self._client = make_client(timeout=self.wait)
        return _fetched(self._client, self.how.replace(RECIPIENT, quote(recipient, safe="")))


def read_message(recipient: str, text: str) -> Message:
    """Read code and link from what a mailbox said: from JSON by these names, else from its text."""
    try:
        content = json.loads(text)
    except ValueError:
        content = text
    told = content if isinstance(content, dict) else {}
    whole = content if isinstance(content, str) else "\n".join(_texts(content))
    plain = html.unescape(whole)
    code, link = told.get("code"), told.get("link")
    return Message(
        id=str(told.get("id", "")),
        project_id="",
        channel="email",
        recipient=recipient,
        kind="",
        subject=None,
        text=plain,
        html=None,
        locale="",
        code=str(code) if code else _code_in(plain),
        link=str(link) if link else _link_in(plain),
    )


def _texts(content: Any, name: str = "") -> Iterator[str]:
    if isinstance(content, str):
        if name.lower() in TEXTS:
            yield content
    elif isinstance(content, dict):
        ordered = sorted(content, key=lambda key: TEXTS.index(key.lower()) if key.lower() in TEXTS else 99)
        for key in ordered:
            yield from _texts(content[key], key)
    elif isinstance(content, list):
        for each in content:
            yield from _texts(each, name)


def _link_in(text: str) -> str | None:
    found = [each.rstrip(".,;:!?)") for each in ADDRESS.findall(text)]
    telling = [each for each in found if SECRET_IN_LINK.search(each)]
    return next(iter((*telling, *found)), None)


def _code_in(text: str) -> str | None:
    without = re.sub(r"<[^>]*>", " ", ADDRESS.sub(" ", text))
    found = SIX_DIGITS.search(without) or SOME_DIGITS.search(without)
    return found.group() if found else None


def _fetched(client: httpx.Client, address: str) -> str:
    try:
        answer = client.get(address)
    except httpx.HTTPError as problem:
        raise MailboxError(f"the mailbox does not answer: {problem}") from None
    if answer.status_code == 404:
        return ""
    if answer.status_code != 200:
        raise MailboxError(f"the mailbox answers {answer.status_code}")
    return answer.text.strip()


def _said(command: str, recipient: str) -> str:
    words = [word.replace(RECIPIENT, recipient) for word in shlex.split(command)]
    try:
        done = subprocess.run(words, capture_output=True, timeout=WAIT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise MailboxError(f"the mailbox command cannot be run: {problem}") from None
    return "" if done.returncode else done.stdout.decode("utf-8", "replace").strip()

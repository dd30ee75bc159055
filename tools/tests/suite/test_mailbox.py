from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from login_contract.suite.actors.mailbox import Mailbox, MailboxError, read_message

ANN = "ann@example.com"
LINK = "https://login.example.com/api/user/confirm?code=s3cr&projectId=x"
READ = "import pathlib, sys; print(pathlib.Path(sys.argv[1], sys.argv[2]).read_text())"


@pytest.fixture
def mailbox(tmp_path: Path) -> Mailbox:
    """A mailbox that is a folder: a file for each recipient."""
    return Mailbox(f"{sys.executable} -c '{READ}' {tmp_path} {{recipient}}", wait=0.4)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], object]:
    return lambda text: (tmp_path / ANN).write_text(text)


@pytest.mark.parametrize(
    ("text", "code", "link"),
    [
        (f"Hello\n\nYour code is 123456.\nOr open {LINK}.", "123456", LINK),
        (f"© 2026 Example. 482910 is your code (valid 3 minutes)\n<{LINK}>", "482910", LINK),
        (f'<a href="{LINK.replace("&", "&amp;")}">confirm</a> <b>0421</b>', "0421", LINK),
        (f"See https://example.com/ or {LINK}", None, LINK),
        ("See https://example.com/help?x=123456", None, "https://example.com/help?x=123456"),
        ("Nothing here, not even in 1.234567 or v123456", None, None),
        (json.dumps({"code": "777777", "link": LINK, "text": "not 123456"}), "777777", LINK),
        (json.dumps({"code": 777777}), "777777", None),
        (json.dumps({"ID": "123456", "Text": "Code: 654321", "HTML": f'<a href="{LINK}">'}), "654321", LINK),
        (json.dumps({"Date": "2026-11-28", "Size": 123456, "Content": {"Body": "987654"}}), "987654", None),
        (json.dumps("Your code is 123456"), "123456", None),
    ],
)
def test_code_and_link_are_read(text: str, code: str | None, link: str | None) -> None:
    message = read_message(ANN, text)

    assert (message.code, message.link) == (code, link)


def test_command_is_asked_for_a_recipient(mailbox: Mailbox, write: Callable[[str], object]) -> None:
    write("Your code is 123456")
    mailbox.sending({"email": ANN})

    assert mailbox.last_message("ANN@example.com".lower()).code == "123456"
    assert mailbox.last_message(ANN).code == "123456"


def test_message_that_was_read_before_is_not_taken_for_a_new_one(
    mailbox: Mailbox, write: Callable[[str], object]
) -> None:
    write("Your code is 123456")
    mailbox.sending({"username": "ann", "email": ANN})
    mailbox.last_message(ANN)
    mailbox.sending({"username": "ANN"})
    write("Your code is 654321")

    assert mailbox.last_message(ANN).code == "654321"


def test_message_that_never_came_is_told(mailbox: Mailbox) -> None:
    mailbox.sending({"email": ANN})

    with pytest.raises(MailboxError, match=r"no message for ann@example\.com within 0\.4 seconds"):
        mailbox.last_message(ANN)


def test_mailbox_that_does_not_answer_is_told() -> None:
    with pytest.raises(MailboxError, match="the mailbox does not answer"):
        Mailbox("http://127.0.0.1:1/?to={recipient}", wait=1).last_message(ANN)


def test_nobody_waits_for_what_was_not_sent(tmp_path: Path, write: Callable[[str], object]) -> None:
    mailbox = Mailbox(f"{sys.executable} -c '{READ}' {tmp_path} {{recipient}}", wait=600)
    mailbox.sending({"username": "ann", "email": ANN})
    mailbox.not_sent({"username": "ann", "email": ANN})

    mailbox.sending({"username": "ann"})
    write("Your code is 123456")

    assert mailbox.last_message(ANN).code == "123456"

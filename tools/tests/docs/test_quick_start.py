"""The quick start has a part for each user: few commands, what one sees, and where to go on."""

from __future__ import annotations

import re

import pytest

from login_contract.mock import greeting
from login_contract.mock.run import EmbeddedMock
from tests.docs.reading import blocks, text
from tests.docs.test_commands import lines

PARTS = dict(re.findall(r"^## (You .+?)\n(.+?)(?=^## |\Z)", text("quick-start"), re.MULTILINE | re.DOTALL))


def test_there_is_a_part_for_each_user() -> None:
    assert len(PARTS) == 5


@pytest.mark.parametrize("part", PARTS)
def test_part_has_few_commands_and_says_where_to_go_on(part: str) -> None:
    commands = [line for block in blocks(PARTS[part], "sh") for line in lines(block)]

    assert 3 <= len(commands) <= 5
    (further,) = re.findall(r"^Go on with (.+?)\.$", PARTS[part], re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"\]\(", further)) >= 2


def test_mock_tells_at_its_start_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (shown,) = blocks(text("quick-start"), "text")
    with EmbeddedMock() as mock:
        greeting.show(mock.app)
        told = capsys.readouterr().out.replace(mock.origin, "http://127.0.0.1:8480")

    seen = {" ".join(line.strip("│ ").split()) for line in told.splitlines()}
    for line in shown.splitlines():
        assert any(each.startswith(" ".join(line.split())) for each in seen), line

"""The panel that a terminal shows at start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from login_contract.mock.panel import cells, panel

ROWS = [
    ("API", "http://127.0.0.1:8480/api"),
    ("  SSO", "one host for pages and mock"),
    ("", "and 3 more"),
]
TEXTS = ["", "日本語のゲーム" * 5, "e\u0301" * 40, "👾" * 30, "a b " * 30, "one\ntwo", "x" * 99]


def test_it_is_as_wide_as_its_longest_row() -> None:
    assert panel("Login mock", ROWS, width=80).splitlines() == [
        "╭─ Login mock ───────────────────────╮",
        "│ API    http://127.0.0.1:8480/api   │",
        "│   SSO  one host for pages and mock │",
        "│        and 3 more                  │",
        "╰────────────────────────────────────╯",
    ]


def test_long_texts_are_folded_between_words_or_inside_of_long_ones() -> None:
    rows = [("users", "ann, bob, cy, dora"), ("at", "https://long.example/path")]
    assert panel("Mock", rows, width=24).splitlines() == [
        "╭─ Mock ───────────────╮",
        "│ users  ann, bob, cy, │",
        "│        dora          │",
        "│ at     https://long. │",
        "│        example/path  │",
        "╰──────────────────────╯",
    ]


@pytest.mark.parametrize("width", [1, 20, 33, 80])
@pytest.mark.parametrize("text", TEXTS)
def test_every_line_is_as_wide_as_the_frame(text: str, width: int) -> None:
    shown = panel("Login mock", [("Project", text), ("", "…")], width=width)
    lines = shown.splitlines()
    assert len({cells(line) for line in lines}) == 1
    assert cells(lines[0]) <= max(width, cells("Project") + 16)
    letters = "".join(line[9:-1] for line in lines[1:-1])
    assert "".join(letters.split()) == "".join(f"{text}…".split())


def test_names_are_set_off_where_a_terminal_can() -> None:
    assert "│ \x1b[1mAPI\x1b[0m    http" in panel("Login mock", ROWS, width=80, bold=True)


def test_a_mock_starts_without_what_it_has_no_use_for() -> None:
    """These took a third of the start and ten of seventy megabytes."""
    program = """if True:
        import sys
        import login_contract.cli
        from login_contract.mock import greeting, run
        app = run.create_app()
        greeting.show(app)
        app.close()
        print({"rich", "joserfc", "httpx", "psycopg"} & sys.modules.keys())
    """
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"

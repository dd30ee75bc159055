"""Diagrams of the guides: what is drawn, what is refused, and what is found of them."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from login_contract.cli import run
from login_contract.errors import UsageError
from login_contract.site import article, shelf
from login_contract.site.diagrams import letters, reading
from login_contract.site.diagrams.figure import figure

GUIDE = PurePosixPath("docs/guides/made-up.md")
DRAWN = """\
sequenceDiagram
    accTitle: How it goes
    accDescr: One asks, the other answers.
    participant A as A player
    participant B as <br/>The server
    %% a remark for writers
    Note over A,B: Both know each other
    A->>B: What & how?
    alt it is known
        B-->>A: This
        opt it is long
            B->>B: Cut it
        end
    else
        loop three times
            A-->>B: Again
        end
    end
"""


def drawn(source: str = DRAWN) -> str:
    return figure(reading.diagram(source, file=str(GUIDE), line=10), 1)


def texts(html: str) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", html)


def test_everything_in_a_diagram_is_drawn_in_its_order() -> None:
    assert texts(drawn()) == [
        *("A player", "The server", "Both know each other", "What &amp; how?", "This", "Cut it"),
        *("opt", "it is long", "Again", "loop", "three times", "alt", "it is known", "else"),
    ]


def test_diagram_has_a_name_and_is_told_in_words() -> None:
    html = drawn()

    assert '<title id="diagram-1-title">How it goes</title>' in html
    assert '<desc id="diagram-1-told">One asks, the other answers.</desc>' in html
    words = html.partition("<details>")[2]
    assert "<li>A player to The server: What &amp; how?</li>" in words
    assert "In one case: it is known<ol><li>The server answers A player: This</li>" in words
    assert "<li>Only sometimes: it is long<ol><li>The server, by itself: Cut it</li></ol>" in words


@pytest.mark.parametrize(
    ("planted", "instead", "line", "told"),
    [
        ("    accTitle: How it goes\n", "", 10, "the diagram has no accTitle"),
        ("    accDescr: One asks, the other answers.\n", "", 10, "the diagram has no accDescr"),
        ("sequenceDiagram", "flowchart LR", 10, "a diagram of the site starts with sequenceDiagram"),
        ("A->>B: What", "A->>C: What", 18, "C is no participant"),
        ("A->>B: What", "A=>>B: What", 18, "the site cannot draw 'A=>>B: What & how?'"),
        ("A->>B: What & how?", "A->>B:", 18, "the site cannot draw 'A->>B:'"),
        ("What & how?", "What; how?", 18, "a text cannot have ';', which Mermaid reads as its own"),
        ("opt it is long", "opt", 21, "the site cannot draw 'opt'"),
        ("        end\n    else", "    else", 23, "the site cannot draw 'else'"),
        ("    end\n", "    end\nend\n", 25, "the site cannot draw 'else'"),
        ("        end\n    end\n", "        end\n", 19, "alt has no end"),
        ("participant B", "participant A", 15, "A is a participant twice"),
    ],
)
def test_wrong_diagram_is_refused_with_its_place(planted: str, instead: str, line: int, told: str) -> None:
    assert planted in DRAWN
    with pytest.raises(UsageError) as refused:
        drawn(DRAWN.replace(planted, instead))
    assert str(refused.value) == f"{GUIDE}:{line}: {told}"


def test_wrong_diagram_ends_the_build_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: "# T\n\n```mermaid\nsequenceDiagram\nA->>B: x\n```\n")

    assert run(["docs", "build", "--output", str(tmp_path / "site")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"docs/guides/[a-z-]+\.md:5: A is no participant$", line)
    assert not (tmp_path / "site").exists()


def test_several_diagrams_of_a_page_share_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: f"# T\n\n```mermaid\n{DRAWN}```\n\n" * 2)
    ids = re.findall(r' id="([^"]+)"', article.read(GUIDE).html)

    assert "diagram-2-title" in ids
    assert len(ids) == len(set(ids))


def test_search_finds_what_a_diagram_is_about_and_not_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: f"# T\n\nText.\n\n```mermaid\n{DRAWN}```\n")
    (section,) = article.read(GUIDE).sections

    assert section.words == "Text. How it goes. One asks, the other answers."


def test_text_is_broken_between_words_alone() -> None:
    assert letters.wrapped("one two\nthree", letters.width("one two")) == ["one two", "three"]
    assert letters.wrapped("a/very/long/path here", 10) == ["a/very/long/path", "here"]

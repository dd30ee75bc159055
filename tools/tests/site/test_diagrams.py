"""Diagrams of the guides: what is drawn, what is refused, and what is found of them."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Literal

import pytest

from login_contract.cli import run
from login_contract.errors import UsageError
from login_contract.site import article, shelf
from login_contract.site.diagrams import letters, reading
from login_contract.site.diagrams.figure import figure
from tests.site.conftest import Reader

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


CUT = """() => [...document.querySelectorAll(".diagram svg")].flatMap(svg => {
  const around = svg.getBoundingClientRect()
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1
    && one.top >= other.top - 1 && one.bottom <= other.bottom + 1
  const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1
    || one.bottom <= other.top + 5 || other.bottom <= one.top + 5
  const texts = [...svg.querySelectorAll("text")]
  const boxes = texts.map(text => text.getBoundingClientRect())
  const rooms = [...svg.querySelectorAll(".head, .note")].map(room => room.getBoundingClientRect())
  const told = (index, fault) => `${fault}: ${texts[index].textContent}`
  return boxes.flatMap((box, index) => [
    ...(inside(box, around) ? [] : [told(index, "outside")]),
    ...(!texts[index].matches(".name, .noted") || rooms.some(room => inside(box, room)) ? []
      : [told(index, "cut")]),
    ...(boxes.slice(index + 1).every(other => apart(box, other)) ? [] : [told(index, "covered")]),
  ])
})"""


@pytest.mark.parametrize("reader", ["from disk"], indirect=True)
def test_no_text_of_a_diagram_is_cut_or_covered(reader: Reader, site: Path) -> None:
    pages = [
        page.name for page in sorted(site.glob("*.html")) if '<figure class="diagram"' in page.read_text()
    ]
    assert "receivers.html" in pages
    for page in pages:
        reader.open(page)
        assert (page, reader.tab.evaluate(CUT)) == (page, [])
    # A font that is wider than any that was reckoned with is told by the same measure.
    reader.tab.add_style_tag(content=".diagram text { font-size: 21px }")
    assert reader.tab.evaluate(CUT) != []


CONTRAST = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const light = colour => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    return .2126 * red + .7152 * green + .0722 * blue
  }
  const ratio = (one, other) => {
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b)
    return (lighter + .05) / (darker + .05)
  }
  const style = kind => getComputedStyle(document.querySelector(`.diagram ${kind}`))
  const ground = getComputedStyle(document.querySelector(".diagram .wide")).backgroundColor
  const texts = [".head", ".note", ".tab"].map(kind => ratio(style("text").fill, style(kind).fill))
  const lines = [".call", ".life", ".frame", ".head"].map(kind => ratio(style(kind).stroke, ground))
  return [Math.min(ratio(style("text").fill, ground), ...texts), Math.min(...lines)]
}"""


@pytest.mark.parametrize("reader", ["from disk"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_diagram_is_told_from_its_ground(reader: Reader, scheme: Literal["light", "dark"]) -> None:
    reader.tab.emulate_media(color_scheme=scheme)
    reader.open("receivers.html")

    texts, lines = reader.tab.evaluate(CONTRAST)
    assert texts >= 4.5
    assert lines >= 3


@pytest.mark.parametrize("reader", ["from disk"], indirect=True)
def test_diagram_that_is_too_wide_is_read_with_the_keyboard(reader: Reader) -> None:
    reader.tab.set_viewport_size({"width": 320, "height": 900})
    reader.open("receivers.html")
    region = reader.tab.get_by_role("region", name="Diagram 1: How a webhook of custom storage travels")
    region.focus()
    reader.tab.keyboard.press("ArrowRight")

    reader.tab.wait_for_function("document.activeElement.scrollLeft > 0")
    assert reader.tab.evaluate("document.documentElement.scrollWidth") == 320

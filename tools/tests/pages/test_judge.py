"""The judge sees what is wrong: one fault is planted in a page that is sound, and found by its name."""

from __future__ import annotations

import pytest

from login_contract.mock.calls.html_document import CONTENT_SECURITY_POLICY
from pages.findings import VIEWS, View
from pages.judge import Judge
from pages.rendered import rendered, reset_form

LIGHT, DARK = (View(scheme=scheme, width=320) for scheme in ("light", "dark"))
LABEL, INPUT, BUTTON = '<label for="new_password">', '<input id="new_password"', '<button class="button">'
WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis"
FAULTS = {
    "a text that hardly stands out": ("color-contrast", ".soft { color: #999 }", "", ""),
    "a gradient that axe cannot see through": (
        "color-contrast",
        ".card { background: linear-gradient(red, blue) }",
        "",
        "",
    ),
    "a field without a label": ("label", "", LABEL, '<label for="elsewhere">'),
    "a page without a language": ("html-has-lang", "", '<html lang="en"', "<html"),
    "two elements with one id": ("duplicate-id-aria", "", LABEL, '<label id="rule" for="new_password">'),
    "a heading that skips a level": ("heading-order", "", LABEL, f"<h4>Password</h4>{LABEL}"),
    "a long word that sticks out": (
        "text-overflows",
        "* { overflow-wrap: normal !important }",
        LABEL,
        f"{LABEL}{WORD} ",
    ),
    "a box that is wider than the window": ("page-scrolls-sideways", "form { min-width: 30rem }", "", ""),
    "a text that ends in dots": (
        "text-cut",
        ".soft { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }",
        "",
        "",
    ),
    "a text that is cut below": ("text-cut", ".soft { height: 1rem; overflow: hidden }", "", ""),
    "a list that has to be scrolled sideways": (
        "box-scrolls-sideways",
        "form { overflow: auto } form > * { width: 30rem }",
        "",
        "",
    ),
    "a text that begins outside the window": ("text-outside", "main { margin-inline-start: -9rem }", "", ""),
    "a hint that its field has no room for": (
        "field-cut",
        "",
        INPUT,
        f'<input placeholder="{WORD}" id="new_password"',
    ),
    "a choice that its list has no room for": (
        "field-cut",
        "",
        BUTTON,
        f'<select aria-label="Country" style="width: 9rem"><option>{WORD}</select>{BUTTON}',
    ),
    "a button for the tip of a needle": ("target-too-small", ".button { padding: 0 }", "", ""),
}


def found(judge: Judge, view: View, style: str = "", old: str = "", new: str = "") -> set[str]:
    html = reset_form("en_XX")["form"]
    assert old in html
    html = html.replace(old, new) if old else html
    html = html.replace("</style>", f"{style}</style>")
    scene = rendered("planted", "fault", lambda tag: html, CONTENT_SECURITY_POLICY)
    (verdict,) = judge.judge(scene, "en_XX", [view])
    return {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_nothing_is_found_on_a_sound_page(judge: Judge, view: View) -> None:
    assert found(judge, view) == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_found(judge: Judge, fault: str) -> None:
    rule, style, old, new = FAULTS[fault]
    assert rule in found(judge, LIGHT, style, old, new)


def test_colours_are_those_that_are_looked_at(judge: Judge) -> None:
    style = "@media (prefers-color-scheme: dark) { .soft { color: #555 } }"
    assert found(judge, LIGHT, style) == set()
    assert found(judge, DARK, style) == {"color-contrast"}

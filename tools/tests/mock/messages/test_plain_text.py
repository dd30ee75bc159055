"""The text part that is made of a partner's HTML."""

from __future__ import annotations

import time

import pytest

from login_contract.mock.messages.plain_text import plain_text

LENGTH = 60_000
HOSTILE = ["<", "<!--", "<!", "<![", "<a ", "<a href=", "<a href='", '<a b="c" ', "</", "<?", "<a x='y' /"]
HOSTILE += [
    "<script>",
    "<title></title",
    "&",
    "&#",
    "\n",
    "<a>",
    '"',
    "<a '",
    "<div><a href=x>",
    "href=",
    "<a>x",
]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("  a \n\t b  ", "a b"),
        ("&lt;b&gt; &amp;amp; &eacute;", "<b> &amp; é"),
        ("<a href='https://e.example/?a=1&amp;b=2'>here</a>.", "here (https://e.example/?a=1&b=2)."),
        ('<a href="https://e.example">https://e.example</a>', "https://e.example"),
        ("<a data-href=x HREF = y>here</a> <a>there</a>", "here (y) there"),
        ("<style>p > b { color: red }</style>seen<SCRIPT>if (a < b) {}</SCRIPT>", "seen"),
        ("<!-- <p>hidden</p> -->seen<!-- unclosed", "seen"),
        ('<img alt="a > b">seen', "seen"),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("<!DOCTYPE html><html><head><title>no</title></head><body>yes", "yes"),
        ("<p>a</p>\n\n\n<p>b</p>", "a\n\nb"),
    ],
)
def test_text_is_what_is_seen(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_markup_is_read_in_no_time(piece: str) -> None:
    began = time.process_time()

    plain_text((piece * LENGTH)[:LENGTH])

    assert time.process_time() - began < 2

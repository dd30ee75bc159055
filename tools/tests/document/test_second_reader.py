"""What is written here reads the same elsewhere, and what is written elsewhere reads the same here."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from login_contract.document.loader import parse
from login_contract.document.stand_ins import ORDINARY
from login_contract.document.writer import to_yaml
from node import npm
from tests.document.core_schema import LOOKALIKES, NUMBERS
from tests.document.yaml_peer import SCRIPT, YamlPeer
from tests.node_or_skip import NodeOrSkip

ANY_CHARACTER = st.characters(codec="utf-8")
TEXTS = (
    st.text(ANY_CHARACTER, max_size=30)
    | st.text(
        st.sampled_from(f"{ORDINARY}\ufeff\x7f\x9f\ufffe\U0001f680 \t\n:#-?'\"\\,[]{{}}&*!|>%@`a0"),
        max_size=12,
    )
    | st.text(st.sampled_from("0123456789+-._xobeEinfNaAlTrus~ :<="), max_size=8)
    | st.sampled_from(LOOKALIKES)
    | st.from_regex(r"[-+]?(0[xob])?[0-9a-fA-F_]{1,6}(\.[0-9]*)?([eE][-+]?[0-9]{1,3})?", fullmatch=True)
)
# Long enough to be folded, with what means something else at the start of a line.
LONG_TEXTS = st.lists(
    st.sampled_from(["word", "# x", ": y", "- z", "a:", "? b", "", "\n", "🚀", "'", '"', "\\", "...", "---"]),
    min_size=30,
    max_size=60,
).map(" ".join)
# JavaScript writes a large float as an integer with other digits.
NUMERIC = st.integers() | st.floats(allow_nan=False, allow_infinity=False).filter(
    lambda number: abs(number) < 2**53 or not number.is_integer()
)


def documents(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Lists and objects of everything, with these texts as values and as keys."""
    values = st.recursive(
        st.none() | st.booleans() | NUMERIC | texts,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts, inner, max_size=5),
        max_leaves=20,
    )
    return st.dictionaries(texts, values, max_size=5) | st.lists(values, max_size=5)


# What the peer writes so that 1.2 reads it differently: bare characters that are allowed in quotes only
# (section 5.1), the key <<, a text of spaces and line ends as a block, and a bare colon at the end of a line.
MISWRITTEN = re.compile("<<|.*([\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|:\n).*|[ \n]*\n[ \n]*", re.DOTALL)
THEIR_TEXTS = TEXTS.filter(lambda text: not MISWRITTEN.fullmatch(text))
# The peer loses text where it folds a line in quotes.
STYLES = st.fixed_dictionaries(
    {"lineWidth": st.just(0)},
    optional={
        "defaultStringType": st.sampled_from(["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE"]),
        "collectionStyle": st.just("flow"),
        "indent": st.sampled_from([1, 2, 4]),
    },
)


@pytest.fixture(scope="module")
def peer() -> Iterator[YamlPeer]:
    """One Node for all of them."""
    with NodeOrSkip():
        installed = npm.install("yaml")
    with subprocess.Popen(
        [installed.node, SCRIPT, installed.modules],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield YamlPeer.of(process)


@settings(max_examples=250, derandomize=True, deadline=None, database=None)
@given(documents(TEXTS | LONG_TEXTS))
@example({"a": "0o17"})
@example({"a": "0xFF", "0x1f": "0o7"})
@example({"one\x85two": "three\u2028four\u2029five"})
def test_what_is_written_here_reads_the_same_there(peer: YamlPeer, value: Any) -> None:
    assert typed(peer.read(to_yaml(value))) == typed(value)


@settings(max_examples=250, derandomize=True, deadline=None, database=None)
@given(documents(THEIR_TEXTS), STYLES)
@example({"one\x85two": "three\u2028four\u2029five"}, {})
def test_what_is_written_there_reads_the_same_here(peer: YamlPeer, value: Any, style: dict[str, Any]) -> None:
    text = peer.write(value, **style)
    assert typed(parse(text.encode(), name="theirs.yaml")) == typed(value), text


@pytest.mark.parametrize("text", [*NUMBERS, *LOOKALIKES])
def test_a_plain_scalar_is_the_same_to_both(peer: YamlPeer, text: str) -> None:
    assert typed(parse(f"k: {text}".encode(), name="a.yaml")) == typed(peer.read(f"k: {text}"))


def typed(value: Any) -> Any:
    """A value that equals only what has the same types: to Python 1, 1.0 and True are one."""
    if isinstance(value, dict):
        return [(typed(key), typed(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [typed(one) for one in value]
    # A float without a fraction is an integer to JavaScript, and to JSON.
    whole = isinstance(value, float) and value.is_integer()
    return ("int", int(value)) if whole else (type(value).__name__, value)

"""What a partner repeats of a secret is hidden, however it is written."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from login_contract.mock.outgoing.repeated_secrets import Echoes
from login_contract.mock.terminal import MASK

SECRETS = [
    "correct-horse-7",
    "пароль 密码 🔑",
    'quo"te\\back/slash',
    "<tag>&'amp",
    "a.b*c+d(e)[f]$^|?",
    "x" * 100,
]


def as_php_does(text: str) -> str:
    return json.dumps(text)[1:-1].replace("/", "\\/")


def as_dotnet_does(text: str) -> str:
    return "".join(f"\\u{ord(c):04X}" if c in "<>&'+" else json.dumps(c)[1:-1] for c in text)


def in_numbered_entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


SPELLINGS: list[Callable[[str], str]] = [
    str,
    lambda text: json.dumps(text)[1:-1],
    lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    as_php_does,
    as_dotnet_does,
    html.escape,
    in_numbered_entities,
    quote,
    lambda text: quote(text, safe="").lower(),
    quote_plus,
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_secret_is_hidden(secret: str, spelling: Callable[[str], str]) -> None:
    text = f"before {spelling(secret)} between {spelling(secret)} after"

    assert Echoes([secret]).hidden(text) == f"before {MASK} between {MASK} after"


def test_the_longest_secret_is_hidden_whole() -> None:
    assert Echoes(["abc", "abcdef"]).hidden("abcdef abc ab") == f"{MASK} {MASK} ab"


@pytest.mark.parametrize("secrets", [[], [""]])
def test_nothing_is_hidden_where_there_is_no_secret(secrets: list[str]) -> None:
    assert Echoes(secrets).hidden("every word") == "every word"


def test_other_letter_cases_are_other_texts() -> None:
    assert Echoes(["Secret"]).hidden("SECRET secret Secret") == f"SECRET secret {MASK}"


def test_a_long_text_is_searched_quickly() -> None:
    token = base64.urlsafe_b64encode(bytes(range(256)) * 4).decode()

    assert Echoes([token, "p" * 100]).hidden(token[:-1] * 40 + "p" * 60_000).count(MASK) == 600

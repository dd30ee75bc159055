"""Hides what is secret in the texts that people read: of errors, and of what httpx logs."""

from __future__ import annotations

import re

from xsolla_login_client.secret_names import HEADERS, NAMES

MASK = "…"
# A name stands for itself, behind a sign, or behind one that an address in an address is written with.
_START = r"(?:(?<![\w-])|(?<=%3F)|(?<=%26)|(?<=%23))"
_NAME = "|".join(map(re.escape, sorted(NAMES)))
_HEADER = "|".join(map(re.escape, sorted(HEADERS)))
_TEXT = r"(?:\"(?:[^\"\\]|\\.)*\"?|'(?:[^'\\]|\\.)*'?)"
_USER = re.compile(r"//[^/?#]*@")
_TOKEN = re.compile(r"\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?")
_PARAMETER = re.compile(rf"(?i)({_START}(?:{_NAME})(?:=|%3D))(?!{MASK})[^&#\s\"'\\)>]+")
_PROPERTY = re.compile(rf"(?i)([\"'](?:{_NAME})[\"']\s*:\s*){_TEXT}")
_FIELD = re.compile(rf"(?i)(b?[\"'](?:{_HEADER})[\"']\s*,\s*b?){_TEXT}")


def address(url: str) -> str:
    """Return the `repr` of an address without the name and the password that may stand in it."""
    return repr(_USER.sub(f"//{MASK}@", url))


def without_secrets(text: str) -> str:
    """Return a text without JSON Web Tokens, and without what has a name that the API calls secret.

    Such names are those of parameters (`code=…`), of properties of JSON objects, and of headers as Python
    shows a pair of bytes.
    """
    text = _TOKEN.sub(MASK, text)
    text = _FIELD.sub(rf"\1'{MASK}'", text)
    text = _PROPERTY.sub(rf'\1"{MASK}"', text)
    return _PARAMETER.sub(rf"\1{MASK}", text)

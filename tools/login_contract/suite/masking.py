"""Hides passwords and tokens wherever the suite shows what it sent or received."""

from __future__ import annotations

import re
from collections.abc import Iterable

MASK = "***"
# Stands for a secret until the end: a token that happens to hold one has to stay one word till it is hidden.
_HELD = "_masked_secret_"

# One-time codes stay visible on purpose: a failure about a code cannot be understood without it.
_TOKEN = re.compile(r"eyJ[\w-]{4,}\.[\w-]*(?:\.[\w-]*)?")
_BEARER = re.compile(r"(?i)\b(bearer\s+)(?!\*{3})[^\s'\"\\]+")
_FIELD = re.compile(
    r"""(?ix)
    (["'](?:new_)?(?:password|hs256_secret|private_key|client_secret|access_token|refresh_token|token)["']\s*:\s*)
    (?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    """
)
_VARIABLE = re.compile(
    r"""(\b(?:new_)?(?:password|token|secret)\s*=\s*)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
)
_KEY = re.compile(
    r"(?:-----BEGIN [A-Z ]*PRIVATE KEY-----)?[A-Za-z0-9+/=\\\s]*-----END [A-Z ]*PRIVATE KEY-----"
)
_PARAMETER = re.compile(r"(?i)([?&](?:access_|refresh_)?token=)(?!\*{3})[^&#\s'\"]+")


def masked(text: str, *, secrets: Iterable[str] = ()) -> str:
    """Returns ``text`` without tokens, passwords and the given ``secrets``.

    JSON fields and variables that carry a password or token lose their value, whatever it is; elsewhere
    what looks like a JSON Web Token, a private key, a bearer header or a ``token`` parameter of a URL is
    hidden.
    """
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, _HELD)
    if "PRIVATE KEY" in text:
        text = _KEY.sub(MASK, text)
    text = _FIELD.sub(rf'\g<1>"{MASK}"', text)
    text = _VARIABLE.sub(rf'\g<1>"{MASK}"', text)
    text = _PARAMETER.sub(rf"\g<1>{MASK}", text)
    text = _TOKEN.sub(MASK, text)
    return _BEARER.sub(rf"\g<1>{MASK}", text).replace(_HELD, MASK)

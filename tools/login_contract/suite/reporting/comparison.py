"""What a failure expected and what it got, where its text tells the two apart."""

from __future__ import annotations

import re

from attrs import frozen

# As pytest shows an assertion, Schemathesis a status, the judge a code, and a validator the kind of a value.
_EQUAL = re.compile(r"^assert (?P<received>.+) == (?P<expected>.+)$")
_IN = re.compile(r"^assert (?P<received>.+?) (?P<expected>(?:not )?in .+)$")
_STATUS = re.compile(r"Received: (?P<received>\d+)\s+Documented: (?P<expected>[\d, ]+)")
_MISSING = re.compile(r'(?P<expected>"[^"]+") is a required property')
_KIND = re.compile(
    r"(?:.*violates schema: )?(?P<received>\S.{0,200}) is not (?:of type|a) (?P<expected>\"[^\"]+\")"
)
_LACKS = re.compile(r"lacks (?P<expected>(?:the header )?`[^`]+`)")
_CODE = re.compile(r"(?P<received>\d{3} with the code \S+); documented are (?P<expected>.+)")
PATTERNS = (_EQUAL, _IN, _STATUS, _CODE, _MISSING, _KIND, _LACKS)
NOTHING = "nothing such"


@frozen
class Comparison:
    """Two short texts to be read beside each other."""

    expected: str
    received: str


def compared(summary: str) -> Comparison | None:
    """Return what was expected and what came, None where the text of a failure does not say it so."""
    line = summary.strip().partition("\n")[0]
    for pattern in PATTERNS:
        found = (pattern.match if pattern in (_EQUAL, _IN) else pattern.search)(
            line if pattern in (_EQUAL, _IN, _KIND) else summary
        )
        if found:
            named = found.groupdict()
            return Comparison(named["expected"].strip(), named.get("received", NOTHING).strip())
    return None

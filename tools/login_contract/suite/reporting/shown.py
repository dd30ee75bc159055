"""How the traffic of a run is shown in a file: with its secrets, or with covers in their places."""

from __future__ import annotations

import re

from attrs import frozen

from login_contract.suite.reporting.covers import Covers
from login_contract.suite.reporting.exchange import COOKIES
from login_contract.suite.reporting.masking import masked

# Codes of a redirect or of a link in a mail, wherever they are written: who has one has what it is for.
# Those that people type are shorter; without them nobody understands a failure that is about one.
_LONG_CODE = re.compile(r"""(?i)(code(?:=|%3D|\\*["']\s*:\s*\\*["'])(?:\s|\+|%20)*)([\w~.-]{15,})""")


@frozen
class Shown:
    """Shows the texts of one exchange; without ``covers`` as they are.

    ``secrets`` are those that stand in it, wherever they were learned.
    """

    covers: Covers | None = None
    secrets: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """Returns an address, a body or another text."""
        if self.covers is None or not text:
            return text
        return masked(self._without_codes(text, self.covers), secrets=self.secrets, cover=self.covers)

    @staticmethod
    def _without_codes(text: str, covers: Covers) -> str:
        return _LONG_CODE.sub(lambda found: f"{found[1]}{covers(found[2])}", text)

    def header(self, name: str, value: str) -> str:
        """Returns the value of a header; a cookie keeps its name and attributes."""
        if self.covers is None or name.lower() not in COOKIES:
            return self.text(value)
        first, *others = value.split(";")
        others = (
            others if name.lower() == "set-cookie" else [self._cookie(each, self.covers) for each in others]
        )
        return ";".join([self._cookie(first, self.covers), *others])

    def _cookie(self, pair: str, covers: Covers) -> str:
        name, equals, value = pair.partition("=")
        # Without a sign for it, all is the value.
        return f"{name}={covers(value.strip())}" if equals else covers(name.strip())

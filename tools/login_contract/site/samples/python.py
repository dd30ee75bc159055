"""The programs in Python, as generation wrote them: making them takes the generator of the client."""

from __future__ import annotations

import json
from collections.abc import Mapping

from login_contract import resources

FILE = "generated/python/samples.json"


def read() -> Mapping[str, Mapping[str, str]]:
    """Return the programs of each operation by its id and by what they are made with."""
    found: Mapping[str, Mapping[str, str]] = json.loads(resources.path(FILE).read_text("utf-8"))
    return found

"""The module of the client that holds the address of the API, which an overlay may change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MODULE = "server.py"


def base_url(document: Mapping[str, Any]) -> str:
    """The address of a description's first server, its variables by their defaults; `/` where it has none."""
    server: Mapping[str, Any] = next(iter(document.get("servers", ())), {"url": "/"})
    variables = server.get("variables", {})
    return re.sub(r"\{([^}]*)\}", lambda found: str(variables[found[1]]["default"]), server["url"])


def server(document: Mapping[str, Any]) -> str:
    """The text of the module."""
    return (
        '"""Where the API is."""\n\n'
        f"#: The server that the description names first.\nBASE_URL = {base_url(document)!r}\n"
    )

"""Whether a change of a small description is safe for a consumer that made one call."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from login_contract.changes.comparison import compare
from login_contract.changes.consumer import judge
from login_contract.description.message import FORM, JSON

Safe = Callable[..., bool]
TEXT: Any = {"type": "string"}
SHORT: Any = {"type": "string", "maxLength": 2}
NUMBER: Any = {"type": "integer"}


def is_safe(
    folder: Path,
    old: Any,
    new: Any,
    *,
    body: Any = None,
    kind: str = JSON,
    asked: str = "",
    headers: Mapping[str, str] | None = None,
    status: int = 200,
    reads: Any = None,
) -> bool:
    """Say whether a change that breaks somebody is safe for who made this call; `asked` is its query."""
    pairs = [{"name": name, "value": value} for name, value in (headers or {}).items()]
    request: dict[str, Any] = {"method": "POST", "url": f"https://a.test/one?{asked}", "headers": pairs}
    if body is not None:
        request["postData"] = {
            "mimeType": kind,
            "text": urlencode(body) if kind == FORM else json.dumps(body),
        }
    answer = {"status": status, "content": {"mimeType": JSON, "text": json.dumps(reads or {"error": 1})}}
    path = folder / "one.har"
    path.write_text(json.dumps({"log": {"entries": [{"request": request, "response": answer}]}}))
    comparison = compare(old, new)
    assert comparison.breaks
    return not judge(comparison, [path]).broken

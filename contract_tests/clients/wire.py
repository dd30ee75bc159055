"""What requests and answers say on the wire, whoever made them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

import httpx

from login_contract.suite.actors import form_parts


def said(request: httpx.Request) -> tuple[str, str, httpx.QueryParams, Any]:
    """What a request says, apart from its headers: method, path, query, body."""
    kind = request.headers.get("content-type", "")
    text = request.read().decode()
    if kind.startswith("multipart/form-data"):
        body: Any = form_parts.read(kind, request.read())
    elif kind == "application/x-www-form-urlencoded":
        body = dict(parse_qsl(text, strict_parsing=True))
    else:
        body = json.loads(text) if text else None
    return request.method, request.url.path, request.url.params, body


def content(answer: httpx.Response) -> Any:
    """What an answer says: the value of its JSON, empty text, or nothing."""
    if not answer.content:
        return "" if answer.headers.get("content-type", "").startswith("text/") else None
    return answer.json()

"""Recordings of three consumers that are made up: a game, a backend, a partner who is called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BASE = "https://login.example/api"
PARTNER = "https://partner.example/new-user"


def call(
    method: str,
    url: str,
    *,
    sends: Any = None,
    status: int = 200,
    reads: Any = None,
    headers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """One entry of a recording, with JSON bodies."""
    request: dict[str, Any] = {"method": method, "url": url, "headers": _pairs(headers or {})}
    if sends is not None:
        request["postData"] = {"mimeType": "application/json; charset=utf-8", "text": json.dumps(sends)}
    content = {} if reads is None else {"mimeType": "application/json", "text": json.dumps(reads)}
    return {"request": request, "response": {"status": status, "headers": [], "content": content}}


def recording(*entries: dict[str, Any]) -> dict[str, Any]:
    """A recording of these calls."""
    return {"log": {"version": "1.2", "creator": {"name": "tests", "version": "1"}, "entries": list(entries)}}


def _pairs(named: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in named.items()]


PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
LOGGED_IN = {"login_url": "https://example.com/callback?token=a.b.c"}
WRONG = {"error": {"code": "003-001", "description": "Wrong username or password."}}

GAME = recording(
    call(
        "POST",
        f"{BASE}/user?projectId={PROJECT}",
        sends={"username": "jane", "password": "correct-horse-7", "email": "jane@example.com"},
        status=204,
    ),
    call(
        "POST",
        f"{BASE}/login?projectId={PROJECT}",
        sends={"username": "jane", "password": "no"},
        status=401,
        reads=WRONG,
    ),
    call(
        "POST",
        f"{BASE}/login?projectId={PROJECT}&with_logout=1",
        sends={"username": "jane", "password": "correct-horse-7"},
        reads=LOGGED_IN,
    ),
    call("GET", "https://cdn.example/logo.svg"),
)
BACKEND = recording(
    call(
        "GET",
        f"{BASE}/projects/{PROJECT}/users?limit=20",
        headers={"X-SERVER-AUTHORIZATION": "a.b.c"},
        reads={"count": 1, "users": [{"id": "a1b2", "username": "jane", "login_type": "xsolla_login"}]},
    ),
)
PARTNER_CALLED = recording(
    call("POST", PARTNER, sends={"email": "jane@example.com", "password": "correct-horse-7"}, status=201),
)


def write(folder: Path, document: Any, name: str = "consumer.har") -> Path:
    """Write a recording, and return where."""
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return path

"""The users whose account pages are looked at, made through the API of a mock."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from uuid import uuid4

from attrs import field, frozen

from login_contract.mock.run import EmbeddedMock
from tests.mock.game import CALLBACK, Game, query_of, token_of

PROFILE = {
    "nickname": "Mia",
    "first_name": "Maria-Magdalena",
    "last_name": "Oppenheimer-Ødegård",
    "birthday": "1994-05-17",
    "gender": "prefer not to answer",
}
PHONE, SECOND_PHONE = "+12025550143", "+12025550144"
DEVICES = {"android": "Pocket 3", "ios": "Mia’s very own tablet in the living room"}
NETWORKS = ("google", "linkedin")
# Of messages about codes there may be as many as there are languages and views.
UNLIMITED: dict[str, Any] = {"algorithm": "HS256", "confirmation_required": False}


@frozen(kw_only=True)
class People:
    """Tokens of a user who has everything, of one who has an address alone, of one whose time is over."""

    origin: str
    has_all: str = field(repr=False)
    has_nothing: str = field(repr=False)
    is_over: str = field(repr=False)

    @classmethod
    @contextmanager
    def at_a_mock(cls) -> Iterator[Self]:
        """Yields the users of a mock of their own."""
        with EmbeddedMock() as mock, Game.at(mock.origin, name="Demo Game", **UNLIMITED) as game:
            has_all = token_of(game.register("mia"))
            _furnish(game, has_all)
            is_over = game.control.token(project_id=game.project_id, username="mia", defect="expired")
            yield cls(
                origin=mock.origin,
                has_all=has_all,
                has_nothing=game.token_by_code("leo@example.com"),
                is_over=is_over,
            )


def picture(width: int, height: int) -> bytes:
    """Return a PNG: stripes of two colours."""
    rows = b"".join(
        b"\0" + bytes((61, 75, 224) if (row // 40) % 2 else (255, 209, 102)) * width for row in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _furnish(game: Game, token: str) -> None:
    """Give a user all that a page can show."""
    _done(game.call("PATCH", "/users/me", bearer=token, body=PROFILE))
    sent = {"picture": ("me.png", picture(96, 96), "image/png")}
    bearer = {"Authorization": f"Bearer {token}"}
    _done(game.http.post("/api/users/me/picture", files=sent, headers=bearer))
    for kind, name in DEVICES.items():
        body = {"device": name, "device_id": str(uuid4())}
        _done(game.call("POST", f"/users/me/devices/{kind}", bearer=token, body=body))
    _done(game.call("POST", "/users/me/phone", bearer=token, body={"phone_number": SECOND_PHONE}))
    asked = _done(
        game.call("POST", "/users/me/phone_link/request", bearer=token, body={"phone_number": PHONE})
    )
    proof = {**asked.json(), "phone_number": PHONE, "code": game.message(PHONE).code}
    _done(game.call("POST", "/users/me/phone_link/confirm", bearer=token, body=proof))
    for provider in NETWORKS:
        _link(game, token, provider)


def _link(game: Game, token: str, provider: str) -> None:
    """Go to a social network and be somebody there."""
    path = f"/users/me/social_providers/{provider}/login_url"
    page = _done(game.call("GET", path, bearer=token, login_url=CALLBACK)).json()["url"]
    form = {"state": query_of(page)["state"], "action": "add", "id": "mia-7", "name": "Mia Oppenheimer"}
    answer = game.http.post(page.partition("?")[0], data=form)
    assert answer.is_redirect, answer.text


def _done(answer: Any) -> Any:
    assert answer.status_code in {200, 201, 204}, answer.text
    return answer

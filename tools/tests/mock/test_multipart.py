"""A body of several parts: read as it comes, refused in the envelope when it is malformed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from attrs import frozen

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import (
    CONTENT_TOO_LARGE,
    INVALID_VALUE,
    MISSING_VALUE,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
)
from tests.mock.embedded import rows
from tests.mock.game import PASSWORD, Game, refusal, token_of

PIXEL = b"GIF89a!!!!   ;"
FORM = "multipart/form-data; boundary=b"
NAMED = b'Content-Disposition: form-data; name="picture"; filename="p.gif"'
LIMIT = 17_825_792


def part(*lines: bytes, content: bytes = PIXEL) -> bytes:
    return b"--b\r\n" + b"".join(line + b"\r\n" for line in lines) + b"\r\n" + content + b"\r\n"


GOOD = part(NAMED) + b"--b--\r\n"
OTHER = part(b'Content-Disposition: form-data; name="other"', content=b"\xff\0")


@frozen
class Kind:
    """One malformed body and the refusal that it must get."""

    name: str
    body: bytes
    refusal: tuple[int, str] = UNREADABLE_BODY
    content_type: str = FORM


KINDS = [
    Kind("no boundary", GOOD, content_type="multipart/form-data"),
    Kind("an empty boundary", GOOD, content_type="multipart/form-data; boundary="),
    Kind("another boundary", GOOD, content_type="multipart/form-data; boundary=c"),
    Kind("a boundary too long", GOOD, content_type=f"multipart/form-data; boundary={'b' * 300}"),
    Kind("a boundary that is no ASCII", GOOD, content_type="multipart/form-data; boundary=\xe9"),
    Kind("nothing", b""),
    Kind("no form at all", b"picture=GIF89a"),
    Kind("a preamble", b"hello\r\n" + GOOD),
    Kind("cut within a header", GOOD[:20]),
    Kind("cut within the content", part(NAMED)[:-6]),
    Kind("cut before the last boundary", part(NAMED)),
    Kind("cut within the last boundary", GOOD[:-3]),
    Kind("the part twice", part(NAMED) + GOOD),
    Kind("no disposition", part(b"Content-Type: image/gif") + b"--b--\r\n"),
    Kind("an attachment", part(NAMED.replace(b"form-data", b"attachment")) + b"--b--\r\n"),
    Kind("a disposition without a name", part(b"Content-Disposition: form-data") + b"--b--\r\n"),
    Kind("a disposition twice", part(NAMED, NAMED) + b"--b--\r\n"),
    Kind("a name that is no UTF-8", part(NAMED.replace(b"picture", b"\xff")) + b"--b--\r\n"),
    Kind("a header without a colon", part(NAMED, b"X-Odd") + b"--b--\r\n"),
    Kind("a header of 5,000 bytes", part(NAMED, b"X-Odd: " + b"x" * 5000) + b"--b--\r\n"),
    Kind("twenty headers", part(NAMED, *(b"X-%d: x" % n for n in range(20))) + b"--b--\r\n"),
    Kind("101 parts", OTHER * 100 + GOOD),
    Kind("base64", part(NAMED, b"Content-Transfer-Encoding: base64") + b"--b--\r\n"),
    Kind("no parts", b"--b--\r\n", MISSING_VALUE),
    Kind("another part", OTHER + b"--b--\r\n", MISSING_VALUE),
    Kind("a name in another case", GOOD.replace(b"picture", b"Picture"), MISSING_VALUE),
    Kind("no picture", part(NAMED, content=b"<svg/>") + b"--b--\r\n", INVALID_VALUE),
    Kind("an empty picture", part(NAMED, content=b"") + b"--b--\r\n", INVALID_VALUE),
    Kind("mixed parts", GOOD, UNSUPPORTED_MEDIA_TYPE, "multipart/mixed; boundary=b"),
    Kind("JSON", b'{"picture": "GIF89a"}', UNSUPPORTED_MEDIA_TYPE, "application/json"),
    Kind("a byte too many", part(NAMED, content=b"x" * LIMIT) + b"--b--\r\n", CONTENT_TOO_LARGE),
]


@pytest.fixture(scope="module")
def token(first_game: Game) -> str:
    first_game.control.create_user(
        first_game.project_id, username="ann", email="ann@example.com", password=PASSWORD
    )
    return token_of(first_game.login("ann"))


@pytest.fixture
def upload(first_game: Game, token: str) -> Uploader:
    return Uploader(first_game, token)


@frozen
class Uploader:
    """Somebody who sends bytes of their own as an upload."""

    game: Game
    token: str

    def send(self, body: bytes | Iterator[bytes], content_type: str = FORM) -> httpx.Response:
        headers = {
            b"content-type": content_type.encode("latin-1"),
            b"authorization": f"Bearer {self.token}".encode(),
        }
        return self.game.http.post("/api/users/me/picture", content=body, headers=headers)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_malformed_parts_get_an_envelope_and_change_nothing(
    mock: EmbeddedMock, upload: Uploader, kind: Kind
) -> None:
    before = rows(mock)

    answer = upload.send(kind.body, kind.content_type)

    assert refusal(answer) == kind.refusal, answer.text
    assert rows(mock) == before


@pytest.mark.parametrize(
    "body",
    [
        GOOD,
        b"\r\n" + GOOD,
        GOOD + b"an epilogue",
        OTHER + OTHER + GOOD,
        part(b"content-disposition: FORM-DATA; filename=p; name=picture") + b"--b--",
        part(NAMED, b"Content-Type: text/html", b"Content-Transfer-Encoding: binary") + b"--b--\r\n",
    ],
    ids=["plain", "a line before", "an epilogue", "unknown parts", "unquoted", "another type"],
)
def test_what_is_unusual_but_well_formed_is_taken(upload: Uploader, body: bytes) -> None:
    answer = upload.send(body)

    assert answer.status_code == 200, answer.text
    assert upload.game.http.get(answer.json()["picture"]).content == PIXEL


@pytest.mark.parametrize("size", [1, 3, 7, 64])
def test_a_body_may_come_in_pieces_of_any_size(upload: Uploader, size: int) -> None:
    content = PIXEL + b"\r\n--\r\n--c\r\n\r\n-" * 5
    body = OTHER + part(NAMED, content=content) + b"--b--\r\n"

    answer = upload.send(body[start : start + size] for start in range(0, len(body), size))

    assert answer.status_code == 200, answer.text
    assert upload.game.http.get(answer.json()["picture"]).content == content


def test_a_picture_outlives_the_server(store_url: str) -> None:
    with EmbeddedMock(MockSettings(database_url=store_url)) as server, Game.at(server.origin) as game:
        game.control.create_user(game.project_id, username="ann", email="ann@example.com", password=PASSWORD)
        url = httpx.URL(Uploader(game, token_of(game.login("ann"))).send(GOOD).json()["picture"])
    with EmbeddedMock(MockSettings(database_url=store_url)) as server, Game.at(server.origin) as game:
        assert game.http.get(url.raw_path.decode()).content == PIXEL


def test_a_picture_is_shown_by_every_server_of_a_database(tmp_path: Path) -> None:
    settings = MockSettings(database_url=f"sqlite:///{tmp_path / 'login.db'}")
    with (
        EmbeddedMock(settings) as one,
        EmbeddedMock(settings) as two,
        Game.at(one.origin) as game,
        Game.at(two.origin) as other,
    ):
        game.control.create_user(game.project_id, username="ann", email="ann@example.com", password=PASSWORD)
        url = httpx.URL(Uploader(game, token_of(game.login("ann"))).send(GOOD).json()["picture"])
        assert other.http.get(url.raw_path.decode()).content == PIXEL
        Uploader(other, token_of(game.login("ann"))).send(GOOD)
        assert game.http.get(url.raw_path.decode()).status_code == 404

"""An import as a load: its size, its memory, and a client that hangs up."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import httpx
import pytest
from attrs import frozen

from login_contract.mock.domain import csv_lines
from login_contract.mock.flows import user_imports
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.store import users
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.judging.refusals import CONTENT_TOO_LARGE, NOT_FOUND
from tests.mock import wire
from tests.mock.embedded import rows
from tests.mock.game import Game, refusal

OPS = "ops@example.com"
LARGEST = 64 * 1024 * 1024


@frozen
class Importer:
    """The server of a project that imports users."""

    game: Game
    token: str

    @classmethod
    def at(cls, game: Game) -> Importer:
        clients = ClientRegistrations()
        game.configure(oauth_clients=clients.settings())
        answer = game.http.post(
            "/api/oauth2/token",
            data={
                "grant_type": "client_credentials",
                "client_id": str(clients.server),
                "client_secret": str(clients.secret(clients.server)),
            },
        )
        return cls(game, answer.json()["access_token"])

    @property
    def path(self) -> str:
        return f"/api/projects/{self.game.project_id}/user_import"

    def send(self, users: bytes | BinaryIO, mapping: Mapping[str, int]) -> httpx.Response:
        return self.game.http.post(
            self.path,
            data={"mapping": json.dumps(mapping), "email": OPS},
            files={"users": ("users.csv", users, "text/csv")},
            headers={"X-SERVER-AUTHORIZATION": self.token},
            timeout=120,
        )


@pytest.fixture
def importer(game: Game) -> Importer:
    return Importer.at(game)


def report(game: Game) -> str:
    return game.message(OPS, "user_import").text


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(importer: Importer) -> None:
    lines = [b"%d@example.com,%s\n" % (number, b"x" * 65_000) for number in range(1032)]
    most = LARGEST - len(b"".join(lines))
    content = b"".join([*lines, b"last@example.com,".ljust(most, b"x")])

    assert len(content) == LARGEST
    assert importer.send(content, {"email": 0}).status_code == 204
    assert f"Imported: {len(lines) + 1}. Refused: 0." in report(importer.game)
    assert refusal(importer.send(content + b"x", {"email": 0})) == CONTENT_TOO_LARGE


def test_a_time_that_no_clock_in_utc_can_tell_is_refused(importer: Importer) -> None:
    times = ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59-14:00")
    content = "".join(f"user{number}@example.com,{time}\n" for number, time in enumerate(times))

    assert importer.send(content.encode(), {"email": 0, "last_login_date": 1}).status_code == 204

    told = report(importer.game)
    assert "Imported: 1. Refused: 2." in told
    assert "Line 3: the last_login_date is after the year 9999." in told
    headers = {"X-SERVER-AUTHORIZATION": importer.token}
    users_path = f"/projects/{importer.game.project_id}/users"
    listed = importer.game.call("GET", users_path, headers=headers, limit=10, order="ASC")
    assert [user["last_login"] for user in listed.json()["users"]] == ["9999-12-31T23:59:59+00:00"]


def test_memory_does_not_grow_with_the_file(importer: Importer, tmp_path: Path) -> None:
    def peak(count: int, prefix: str) -> int:
        path = tmp_path / prefix
        path.write_text("".join(f"{prefix}{n}@example.com,{'x' * 300}\nnowhere,\n" for n in range(count)))
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        with path.open("rb") as users:
            assert importer.send(users, {"email": 0}).status_code == 204
        return tracemalloc.get_traced_memory()[1] - before

    tracemalloc.start()
    try:
        few, many = peak(1000, "few"), peak(8000, "many")
    finally:
        tracemalloc.stop()

    assert "Imported: 8000. Refused: 8000." in report(importer.game)
    # Eight times the lines are 2.4 MB more, and several times that as objects.
    assert many < few + 1_000_000


def test_the_file_of_a_report_ends(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_imports, "MOST_LISTED", 300)

    assert importer.send(b"nowhere\n" * 1000, {"email": 0}).status_code == 204

    message = importer.game.message(OPS, "user_import")
    assert "Imported: 0. Refused: 1000." in message.text
    assert "The first refused lines" in message.text
    listed = importer.game.http.get(str(message.link)).text.splitlines()
    assert (listed[1], listed[-1]) == tuple(f"{n},the email is no e-mail address" for n in (1, 300))


def test_a_reset_in_the_middle_ends_an_import(
    mock: EmbeddedMock, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = iter([True, False])
    monkeypatch.setattr(users, "one_at_a_time", lambda tx, project_id: next(held))
    content = b"".join(b"u%d@example.com\n" % number for number in range(300))

    assert refusal(importer.send(content, {"email": 0})) == NOT_FOUND
    assert len(importer.game.control.users(importer.game.project_id)) == user_imports.MOST_AT_ONCE
    assert importer.game.control.messages(OPS, project_id=importer.game.project_id) == []


def test_a_body_that_ends_early_imports_nobody(mock: EmbeddedMock, importer: Importer) -> None:
    before = rows(mock)
    body = (
        b'--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n{"email":0}\r\n'
        b'--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nops@example.com\r\n'
        b'--b\r\nContent-Disposition: form-data; name="users"; filename="u"\r\n\r\nann@example.com\r\n'
    )
    headers = b"Content-Type: multipart/form-data; boundary=b\r\nX-SERVER-AUTHORIZATION: %s\r\n" % (
        importer.token.encode()
    )
    for length in (len(body), len(body) + 100):
        sized = headers + b"Content-Length: %d\r\n" % length
        request = wire.request("POST", importer.path.encode(), headers=sized, body=body)
        with wire.Connection(mock.settings.port) as connection:
            connection.send(request)
            if length == len(body):
                assert connection.answer().status == 400

    assert rows(mock) == before


@pytest.mark.parametrize("mark", ['"', '"a"b', "\x00", "x" * 70_000, '"' + "x\n" * 40_000], ids=len)
def test_every_line_behind_a_wrong_one_is_looked_at(
    tmp_path_factory: pytest.TempPathFactory, mark: str
) -> None:
    path = tmp_path_factory.mktemp("csv") / "users.csv"
    path.write_text(f"a,1\n{mark},2\n" + "b,3\n" * 30_000, encoding="utf-8")

    with path.open("rb") as file:
        found = list(csv_lines.lines(file, ","))

    assert found[0].values == ["a", "1"]
    assert found[1].fault is not None
    numbers = [line.number for line in found]
    assert numbers == sorted(set(numbers))
    assert found[-1].values == ["b", "3"] or found[-1].fault is not None
    assert sum(line.fault is not None for line in found) <= 3

"""Files of users: one with every column, and the server of a project that sends and gets such files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from uuid import uuid4

import bcrypt
import httpx
from attrs import frozen

from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.project_server import ProjectServer

Row = list[str]
OPS = "ops@example.com"
COLUMNS = (
    *("email", "email_verified", "user_id", "is_active", "is_banned", "username", "birth_date", "gender"),
    *("full_name", "last_name", "first_name", "nickname", "picture", "password_hash", "phone_number"),
    *("server_custom_id", "last_login_date", "provider|steam"),
)
WHOLE = {name: place for place, name in enumerate(COLUMNS)}
ODD = "Ünï ,;\t\"'' \u202eרגיל\u202c é 🚀 \u2028 =1+1 \r\n%41{}"
HASH = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
USER = {
    "email": "ann@example.com",
    "email_verified": "true",
    "user_id": "",
    "is_active": "true",
    "is_banned": "false",
    "username": "ann",
    "birth_date": "1989-02-28",
    "gender": "prefer not to answer",
    "full_name": "Ann Lee",
    "last_name": "Lee",
    "first_name": "Ann",
    "nickname": "Annie",
    "picture": "https://example.com/ann.png",
    "password_hash": HASH,
    "phone_number": "+12025550143",
    "server_custom_id": "player.7",
    "last_login_date": "2024-02-29T23:59:59Z",
    "provider|steam": "76561198000000001",
}


def ann() -> dict[str, str]:
    """All values of a user, whose id is one user's on the whole server."""
    return {**USER, "user_id": str(uuid4())}


def file_of(rows: Iterable[Row], comma: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=comma).writerows(rows)
    return text.getvalue()


def read(text: str) -> list[Row]:
    return [*csv.reader(io.StringIO(text, newline=""), strict=True)]


def row(**values: str) -> Row:
    """A line of all columns, those that are not named empty; a bar in a name is an underscore here."""
    return [values.get(name.replace("|", "_"), "") for name in COLUMNS]


@frozen
class Told:
    """What a report says: how many users came into being, and which lines did not, with the reasons."""

    created: int
    refused: Mapping[int, str]
    mail: str


@frozen
class Bulk:
    """The server of a project that imports and exports."""

    server: ProjectServer

    def send(
        self, users: str | bytes, mapping: Mapping[str, int] = WHOLE, *, to: str = OPS, **more: str
    ) -> httpx.Response:
        return self.server.call(
            "upload-import-file", parts={"users": users, "mapping": dict(mapping), "email": to, **more}
        )

    def take(self, users: str | bytes, mapping: Mapping[str, int] = WHOLE, **more: str) -> Told:
        """Import a file and return what the report says of it."""
        answer = self.send(users, mapping, **more)
        assert answer.status_code == 204, answer.text
        return self.told(more.get("to", OPS))

    def told(self, to: str = OPS) -> Told:
        message = self.server.jwt_client.message(to, "user_import")
        created, refused = (
            int(message.text.partition(f"{word}: ")[2].partition(".")[0]) for word in ("Imported", "Refused")
        )
        listed = self.fetch(message.link) if message.link else ""
        reasons = {int(number): reason for number, reason in read(listed)[1:]}
        assert len(reasons) == refused
        return Told(created, reasons, message.text)

    def fetch(self, link: str | None) -> str:
        """The file that a link leads to, opened by somebody without a token."""
        answer = self.server.jwt_client.open(link)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        return answer.text

    def export(self) -> httpx.Response:
        return self.server.call("export-users", body={"email": OPS})

    def rows(self) -> list[Row]:
        """All lines of an export."""
        answer = self.export()
        assert answer.status_code == 204, answer.text
        link = self.server.jwt_client.message(OPS, "user_export").link
        return read(self.fetch(link))

    def users(self, *names: str) -> list[Row]:
        """Of all lines of an export, those columns, sorted."""
        return sorted([each[WHOLE[name]] for name in names] for each in self.rows())

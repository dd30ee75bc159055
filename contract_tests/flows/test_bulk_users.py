"""Many users at once: what a file says of them comes to their accounts, and out of the project again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import bcrypt
import httpx
import pytest
from attrs import frozen

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    CALL_NOT_AVAILABLE,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_FOUND,
    TOO_MANY_REQUESTS,
    UNCONFIRMED_ACCOUNT,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Row = list[str]
OPS = "ops@example.com"
COLUMNS = (
    *("email", "email_verified", "user_id", "is_active", "is_banned", "username", "birth_date", "gender"),
    *("full_name", "last_name", "first_name", "nickname", "picture", "password_hash", "phone_number"),
    *("server_custom_id", "last_login_date", "provider|steam"),
)
WHOLE = {name: place for place, name in enumerate(COLUMNS)}
HASH = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
ODD = "Ünï ,;\t\"'' \u202eרגיל\u202c é 🚀 \u2028 =1+1 \r\n%41{}"
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


@pytest.fixture
def make_bulk(make_oauth_client: MakeOAuthClient) -> Callable[..., Bulk]:
    return lambda **settings: Bulk(ProjectServer(make_oauth_client(export_pause_seconds=0, **settings)))


@pytest.fixture
def bulk(make_bulk: Callable[..., Bulk]) -> Bulk:
    return make_bulk()


@law("What a line says of a user comes to the account, whole, and out of an export as it came")
def test_user_is_imported_and_exported_whole(bulk: Bulk) -> None:
    said = ann()

    told = bulk.take(file_of([list(said.values())]))

    assert (told.created, told.refused) == (1, {})
    without_secret = {**said, "password_hash": ""}
    assert bulk.rows() == [list(without_secret.values())]
    token = token_of(bulk.server.jwt_client.login("ann"))
    profile = bulk.server.jwt_client.call("get-user-details", bearer=token).json()
    shown = {
        "id": said["user_id"],
        "email": said["email"],
        "username": said["username"],
        "birthday": said["birth_date"],
        "gender": said["gender"],
        "name": said["full_name"],
        "last_name": said["last_name"],
        "first_name": said["first_name"],
        "nickname": said["nickname"],
        "picture": said["picture"],
        "phone_auth": said["phone_number"].removeprefix("+"),
        "external_id": said["server_custom_id"],
        "ban": None,
    }
    assert {name: profile[name] for name in shown} == shown


@law("A user imported with the hash of a password logs in with this password, and with no other")
@pytest.mark.parametrize("prefix", [b"2a", b"2b", b"2y"])
def test_imported_user_logs_in(bulk: Bulk, prefix: bytes) -> None:
    made = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    bulk.take(file_of([row(email="ann@example.com", password_hash=f"${prefix.decode()}{made[3:]}")]))

    jwt_client = bulk.server.jwt_client
    assert refusal(jwt_client.login("ann@example.com", PASSWORD.swapcase())) == WRONG_CREDENTIALS
    assert [jwt_client.login("ann@example.com").status_code for _ in range(2)] == [200, 200]


@law("An account at Steam that a line names stands for its user")
def test_imported_steam_account_stands_for_its_user(bulk: Bulk) -> None:
    user_id = str(uuid4())
    bulk.take(file_of([row(user_id=user_id, provider_steam="sam-1"), row(provider_steam="sam-2")]))

    ticket = bulk.server.oauth_client.social("steam", "sam-1").session_ticket
    answer = bulk.server.jwt_client.call(
        "jwt-silent-authentication",
        path={"cross_social_provider_name": "steam"},
        query={"session_ticket": ticket},
    )

    profile = bulk.server.jwt_client.call("get-user-details", bearer=token_of(answer)).json()
    assert profile["id"] == user_id


@law("An account that a file calls banned or not active is not entered")
@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"is_banned": "true"}, BANNED_USER),
        ({"is_banned": "1"}, BANNED_USER),
        ({"is_active": "FALSE"}, UNCONFIRMED_ACCOUNT),
        ({"email_verified": "0"}, UNCONFIRMED_ACCOUNT),
    ],
)
def test_shut_account_is_not_entered(bulk: Bulk, said: dict[str, str], refused: tuple[int, str]) -> None:
    bulk.take(file_of([row(email="ann@example.com", password_hash=HASH, **said)]))

    assert refusal(bulk.server.jwt_client.login("ann@example.com")) == refused
    (kept,) = bulk.users("is_banned", "is_active", "email_verified")
    told = {"is_banned": "false", "is_active": "true", "email_verified": "true"}
    expected = {
        **told,
        **{name: "true" if value in ("true", "1") else "false" for name, value in said.items()},
    }
    if refused == UNCONFIRMED_ACCOUNT:
        expected |= {"is_active": "false", "email_verified": "false"}
    assert kept == list(expected.values())


@law("A ban that comes with an import begins then, and has no end")
def test_imported_ban_begins_with_the_import(bulk: Bulk, control: Control) -> None:
    user_id, earlier = str(uuid4()), datetime.now(UTC)
    control.advance(5)
    bulk.take(file_of([row(user_id=user_id, email="ann@example.com", is_banned="true")]))

    ban = bulk.server.find(user_id).json()["ban"]

    assert datetime.fromisoformat(ban["date_from"]) > earlier
    assert ban["date_to"] is None


@law("Values are kept whole, at their greatest length and in whatever script")
def test_longest_values_are_kept(bulk: Bulk) -> None:
    def longest(mark: str) -> str:
        return (ODD * 20)[:254] + mark

    values = {
        "email": f"{'e' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 59}.no",
        "username": longest("u"),
        "full_name": longest("n"),
        "last_name": longest("l"),
        "first_name": longest("f"),
        "nickname": longest("k"),
        "picture": f"https://example.com/{'p' * 2027}$",
        "phone_number": f"+{'1' * 24}7",
        "server_custom_id": "c" * 254 + "$".replace("$", "7"),
        "provider_steam": longest("s"),
        "last_login_date": "2024-02-29T23:59:59.123456Z",
    }

    told = bulk.take(file_of([row(**values)]))

    assert told.refused == {}
    assert bulk.users(*(name.replace("provider_", "provider|") for name in values)) == [list(values.values())]


BAD = {
    "no address": ("email", "nowhere"),
    "an address too long": ("email", f"{'e' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 60}.no"),
    "a space behind an address": ("email", "bad@example.com "),
    "no UUID": ("user_id", "7"),
    "a UUID in braces": ("user_id", "{7f7a9c50-1c7d-4a57-9f3c-0f4d6f2b1a78}"),
    "a day that is none": ("birth_date", "2023-02-29"),
    "another way to write a day": ("birth_date", "28.02.1989"),
    "no gender": ("gender", "x"),
    "neither yes nor no": ("is_banned", "maybe"),
    "a name too long": ("username", "u" * 256),
    "a picture that runs": ("picture", "javascript:alert(1)"),
    "a picture by its path": ("picture", "ann.png"),
    "a password": ("password_hash", PASSWORD),
    "another hash": ("password_hash", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo"),
    "a dear hash": ("password_hash", HASH.replace("$04$", "$31$")),
    "a hash with more behind it": ("password_hash", HASH + "x"),
    "a national number": ("phone_number", "(0202) 555 0143"),
    "a number with a word": ("phone_number", "+1 202 CALL NOW"),
    "no id": ("server_custom_id", "player 7"),
    "no time": ("last_login_date", "yesterday"),
    "a time before all": ("last_login_date", "1969-12-31T23:59:59Z"),
}


@law("A line that is wrong in one value makes no user, and the report names the line and the value")
@pytest.mark.parametrize("kind", BAD)
def test_wrong_value_refuses_its_line(bulk: Bulk, kind: str) -> None:
    name, value = BAD[kind]
    wrong = {"email": "bad@example.com", "username": "bad", name.replace("|", "_"): value}

    told = bulk.take(file_of([row(email="ann@example.com"), row(**wrong), row(email="ben@example.com")]))

    assert (told.created, list(told.refused)) == (2, [2])
    assert name in told.refused[2]
    assert value not in told.refused[2]
    assert bulk.users("email") == [["ann@example.com"], ["ben@example.com"]]


@law("A line that is refused leaves nothing of it behind: what it wanted, another line can have")
def test_refused_line_leaves_nothing(bulk: Bulk) -> None:
    wanted = {
        "email": "new@example.com",
        "username": "new",
        "phone_number": "+12025550199",
        "server_custom_id": "new.1",
        "provider_steam": "new-steam",
    }
    taken = ann()
    bulk.take(file_of([list(taken.values())]))
    clashes = [{name: taken[name.replace("_steam", "|steam")]} for name in (*wanted, "user_id")]

    told = bulk.take(file_of([*(row(**{**wanted, **clash}) for clash in clashes), row(**wanted)]))

    assert (told.created, list(told.refused)) == (1, [*range(1, len(clashes) + 1)])
    for clash, reason in zip(clashes, told.refused.values(), strict=True):
        assert next(iter(clash)).replace("_steam", "|steam") in reason
    names = [name.replace("_steam", "|steam") for name in wanted]
    assert [list(wanted.values())] == [each for each in bulk.users(*names) if each[1] == "new"]


@law("Of lines in one file that want the same, the first one gets it")
def test_first_of_two_lines_gets_a_name(bulk: Bulk) -> None:
    lines = [row(email=each, nickname=str(n)) for n, each in enumerate(["a@x.org", "A@X.ORG", "b@x.org"])]

    told = bulk.take(file_of(lines))

    assert (told.created, list(told.refused)) == (2, [2])
    assert bulk.users("email", "nickname") == [["a@x.org", "0"], ["b@x.org", "2"]]


@law("Imports at once make each user once, and together they tell of every line")
def test_imports_at_once_share_no_user(bulk: Bulk) -> None:
    lines = [row(email=f"u{n}@example.com", server_custom_id=f"u.{n}") for n in range(300)]
    files = [lines, lines[::-1], lines]

    at_once(3, lambda number: bulk.send(file_of(files[number]), to=f"ops{number}@example.com"))

    told = [bulk.told(f"ops{number}@example.com") for number in range(3)]
    assert sum(each.created for each in told) == len(lines)
    assert all(each.created + len(each.refused) == len(lines) for each in told)
    names = ("email", "server_custom_id")
    assert bulk.users(*names) == sorted([each[WHOLE[name]] for name in names] for each in lines)


TEXT = 'ann@example.com,"Änn, ""the"" one"\r\nben@example.com,"B\r\nen"\r\n'
READ = [["ann@example.com", 'Änn, "the" one'], ["ben@example.com", "B\r\nen"]]
FILES = {
    "plain": (TEXT.encode(), {}),
    "a mark": (TEXT.encode("utf-8-sig"), {}),
    "UTF-16": (TEXT.encode("utf-16"), {}),
    "semicolons": (TEXT.replace(",", ";", 1).replace('com,"B', 'com;"B').encode(), {"comma": ";"}),
    "tabs": (TEXT.replace(",", "\t", 1).replace('com,"B', 'com\t"B').encode(), {"comma": "\t"}),
    "blank lines": (f"\r\n\r\n{TEXT}\r\n".encode(), {}),
    "no end of line": (TEXT.removesuffix("\r\n").encode(), {}),
    "more values": (TEXT.replace('"\r\n', '",more,,\r\n').encode(), {}),
}


@law("A file is read by its own spelling: marks, encodings, separators, quotes and line ends")
@pytest.mark.parametrize("kind", FILES)
def test_file_is_read_by_its_spelling(bulk: Bulk, kind: str) -> None:
    content, more = FILES[kind]

    told = bulk.take(content, {"email": 0, "nickname": 1}, **more)

    assert (told.created, told.refused) == (2, {})
    assert bulk.users("email", "nickname") == READ


BROKEN: Mapping[str, tuple[bytes, list[int]]] = {
    "no UTF-8": (b"ann@example.com,\xc4nn\n", [2]),
    "a NUL": (b"ann@example.com,A\0n\n", [2]),
    "quotes and more": (b'ann@example.com,"A"nn\n', [2]),
    "too few values": (b"ann@example.com\n", [2]),
    "no end": (b"ann@example.com," + b"x" * 100_000 + b"\n", [2]),
    "nobody": (b",Ann\n", [2]),
    "UTF-16 without a mark": ("ann@example.com,A\n".encode("utf-16-le"), [2, 3]),
}


@law("What is no line of a file is told by its number, and the lines around it are read")
@pytest.mark.parametrize("kind", BROKEN)
def test_broken_line_stops_no_other(bulk: Bulk, kind: str) -> None:
    broken, numbers = BROKEN[kind]
    after = b"" if numbers[-1] == 3 else b"cid@example.com,Cid\n"

    told = bulk.take(b"ben@example.com,Ben\n" + broken + after, {"email": 0, "nickname": 1})

    assert list(told.refused) == numbers
    assert bulk.users("email") == [["ben@example.com"], *([["cid@example.com"]] if after else [])]


@law("A refused line is told by the number of the line at which it begins")
def test_line_is_told_by_where_it_begins(bulk: Bulk) -> None:
    text = '\n\nann@example.com,"A\nn\nn"\n\nnowhere,"B\ne\nn"\r\nalso nowhere,Cid\n'

    told = bulk.take(text, {"email": 0, "nickname": 1})

    assert list(told.refused) == [7, 10]


@law("Quotes that are never closed cost the lines behind them, and no others")
def test_open_quotes_cost_what_is_behind(bulk: Bulk) -> None:
    text = 'ann@example.com,Ann\nben@example.com,"Ben\ncid@example.com,Cid\n'

    told = bulk.take(text, {"email": 0, "nickname": 1})

    assert (told.created, list(told.refused)) == (1, [2])
    assert "line 3" in told.refused[2]
    assert bulk.users("email") == [["ann@example.com"]]


@law("A mapping tells what the values of a line are, wherever they stand")
def test_mapping_tells_what_values_are(bulk: Bulk) -> None:
    told = bulk.take("x;Ann;ann@example.com;y\n", {"nickname": 1, "email": 2, "username": 2}, comma=";")

    assert told.created == 1
    assert bulk.users("email", "username", "nickname", "phone_number") == [
        ["ann@example.com", "ann@example.com", "Ann", ""]
    ]


@law("Whatever an export holds, an import of it makes the same users elsewhere")
def test_export_is_an_import(make_bulk: Callable[..., Bulk]) -> None:
    here, there = make_bulk(), make_bulk()
    for user in (
        {"username": "plain", "email": "plain@example.com", "password": PASSWORD},
        {"username": ODD, "email": "odd@example.com", "password": PASSWORD, "nickname": ODD, "banned": True},
        {"username": "un", "email": "un@example.com", "password": PASSWORD, "confirmed": False},
    ):
        here.server.oauth_client.member(**user)
    here.take(file_of([list(ann().values()), row(phone_number="+12025550144"), row(provider_steam="only")]))
    token_of(here.server.jwt_client.login("plain"))
    exported = here.rows()
    # An id is one user's on the whole server.
    mapping = {name: place for name, place in WHOLE.items() if name != "user_id"}

    told = there.take(file_of(exported), mapping)

    assert (told.created, told.refused) == (len(exported), {})
    assert len(exported) == 6
    assert without_ids(there.rows()) == without_ids(exported)


def without_ids(rows: Iterable[Row]) -> list[Row]:
    return sorted([value for place, value in enumerate(each) if place != WHOLE["user_id"]] for each in rows)


@law("An import and an export concern the project of their path alone")
def test_project_is_kept_apart(make_bulk: Callable[..., Bulk]) -> None:
    here, there = make_bulk(), make_bulk()
    here.take(file_of([row(email="ann@example.com", server_custom_id="a.1")]))

    told = there.take(file_of([row(email="ann@example.com", server_custom_id="a.1", nickname="there")]))

    assert told.created == 1
    names = ("email", "server_custom_id", "nickname")
    assert here.users(*names) == [["ann@example.com", "a.1", ""]]
    assert there.users(*names) == [["ann@example.com", "a.1", "there"]]


@law("Users are exported once in a while, and then again", fundamental=False)
def test_export_comes_once_per_hour(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))
    assert bulk.export().status_code == 204

    refused = bulk.export()

    assert refusal(refused) == TOO_MANY_REQUESTS
    seconds = int(refused.headers["retry-after"])
    assert 3500 < seconds <= 3600
    assert len(bulk.server.jwt_client.messages(OPS)) == 1
    control.advance(seconds)
    # The token of a server ends sooner.
    later = Bulk(ProjectServer(bulk.server.oauth_client))
    assert later.export().status_code == 204


@law("Of exports that are asked for at the same moment, one is made")
def test_one_of_many_exports_is_made(make_oauth_client: MakeOAuthClient) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))
    assert bulk.server.token

    answers = at_once(5, lambda number: bulk.export())

    assert [answer.status_code for answer in answers].count(204) == 1
    assert {refusal(each) for each in answers if each.status_code != 204} == {TOO_MANY_REQUESTS}
    assert len(bulk.server.jwt_client.messages(OPS)) == 1


@law("A refused export does not count as one")
def test_refused_export_does_not_count(make_oauth_client: MakeOAuthClient) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))

    refused = [bulk.server.call("export-users", body=body) for body in ({}, {"email": "nowhere"})]

    assert [refusal(each) for each in refused] == [MISSING_VALUE, INVALID_VALUE]
    assert bulk.export().status_code == 204


@law("The link of a report or of an export is a secret, and ends after seven days", security=True)
def test_link_is_a_secret_and_ends(bulk: Bulk, control: Control) -> None:
    bulk.take(file_of([row(email="ann@example.com"), row(email="nowhere")]))
    bulk.rows()
    links = [str(bulk.server.jwt_client.message(OPS, kind).link) for kind in ("user_import", "user_export")]
    names = [link.rpartition("/")[2] for link in links]

    assert all(len(name) >= 22 for name in names)
    assert sum(a == b for a, b in zip(*names, strict=True)) < len(names[0]) / 2
    assert refusal(bulk.server.jwt_client.open(links[0][:-1] + "-")) == NOT_FOUND
    control.advance(7 * 24 * 3600 - 60)
    for link in links:
        bulk.fetch(link)
    control.advance(120)
    assert [refusal(bulk.server.jwt_client.open(link)) for link in links] == [NOT_FOUND] * 2


@law("An export tells no password, nor what one could be found from", security=True)
def test_export_tells_no_secret(bulk: Bulk) -> None:
    bulk.take(file_of([list(ann().values())]))
    bulk.server.oauth_client.member(username="ben", email="ben@example.com", password=PASSWORD)

    assert {each[WHOLE["password_hash"]] for each in bulk.rows()} == {""}
    assert "$" not in json.dumps(bulk.rows())


@law("A report stays a mail, however many lines were refused, and its file has all of them")
def test_report_stays_short(bulk: Bulk) -> None:
    told = bulk.take("nowhere\n" * 2000, {"email": 0})

    assert (told.created, list(told.refused)) == (0, [*range(1, 2001)])
    assert len(told.mail) < 4000
    assert "Line 1: " in told.mail


@law("Users whose data is kept elsewhere come by no file")
def test_custom_storage_takes_no_file(partner: Any) -> None:
    bulk = Bulk(ProjectServer(partner.oauth_client))

    assert refusal(bulk.send(file_of([list(ann().values())]))) == CALL_NOT_AVAILABLE
    assert bulk.server.jwt_client.users() == []

"""What a file says of users comes to their accounts, line by line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import bcrypt
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, refusal, token_of
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    CALL_NOT_AVAILABLE,
    UNCONFIRMED_ACCOUNT,
    WRONG_CREDENTIALS,
)

from .bulk_users import HASH, ODD, WHOLE, Bulk, ann, file_of, row

law = pytest.mark.law


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

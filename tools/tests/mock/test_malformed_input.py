"""What no client should send: each kind gets an envelope with a documented code, and changes nothing."""

from __future__ import annotations

import json

import pytest
from attrs import frozen

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from tests.mock import wire
from tests.mock.embedded import rows
from tests.mock.game import Game, refusal
from tests.mock.wire import JSON, REGISTER, registration

PROJECT = DEFAULT_PROJECT_ID.encode()
LIMIT = 64 * 1024


@frozen
class Kind:
    """One kind of malformed request and the answer that it must get."""

    name: str
    data: bytes
    status: int
    code: str
    method: str = "POST"


def post(body: bytes, *, headers: bytes = JSON, target: bytes = REGISTER, length: bool = True) -> bytes:
    sized = headers + (b"Content-Length: %d\r\n" % len(body) if length else b"")
    return wire.request("POST", target, headers=sized, body=body)


def chunked(body: bytes) -> bytes:
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    return wire.request("POST", REGISTER, headers=JSON + b"Transfer-Encoding: chunked\r\n", body=chunks)


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def get(target: bytes, *, headers: bytes = b"") -> bytes:
    return wire.request("GET", target, headers=headers)


def padded(size: int) -> bytes:
    empty = registration(ignored=b'""')
    return registration(ignored=b'"%s"' % (b"x" * (size - len(empty))))


BODIES = [
    Kind("lone surrogate, escaped", post(registration(username=rb'"\ud800abc"')), 400, "0"),
    Kind("lone low surrogate, escaped", post(registration(ignored=rb'"\udfff"')), 400, "0"),
    Kind("lone surrogate in a name", post(registration()[:-1] + rb',"\uD83D":1}'), 400, "0"),
    Kind("lone surrogate, raw", post(registration(username=b'"\xed\xa0\x80abc"')), 400, "0"),
    Kind("NUL, escaped", post(registration(username=rb'"mal\u0000formed"')), 400, "0"),
    Kind("NUL, raw", post(registration(username=b'"mal\0formed"')), 400, "0"),
    Kind("NUL between tokens", post(registration() + b"\0"), 400, "0"),
    Kind("control character, raw", post(registration(username=b'"mal\x01formed"')), 400, "0"),
    Kind("NaN", post(registration(ignored=b"NaN")), 400, "0"),
    Kind("Infinity", post(registration(ignored=b"Infinity")), 400, "0"),
    Kind("-Infinity", post(registration(ignored=b"-Infinity")), 400, "0"),
    Kind("1e999", post(registration(ignored=b"1e999")), 400, "0"),
    Kind("2**70", post(registration(ignored=b"%d" % 2**70)), 400, "0"),
    Kind("2**63", post(registration(ignored=b"%d" % 2**63)), 400, "0"),
    Kind("-2**63-1", post(registration(ignored=b"%d" % (-(2**63) - 1))), 400, "0"),
    Kind("a million as 60,000 digits", post(registration(ignored=b"1" + b"0" * 60_000)), 400, "0"),
    Kind("64 levels in the ignored", post(registration(ignored=nested(64))), 400, "0"),
    Kind("10,000 levels", post(registration(ignored=nested(10_000))), 400, "0"),
    Kind("100,000 levels", post(nested(100_000)), 413, "413"),
    Kind("30,000 unclosed levels", post(b'{"a":' * 10_000), 400, "0"),
    Kind("nesting hidden by quotes", post(b"[" * 65 + b'"' + b'\\"' * 30_000), 400, "0"),
    Kind("bad UTF-8", post(registration(username=b'"mal\xff\xfeformed"')), 400, "0"),
    Kind("overlong UTF-8", post(registration(username=b'"mal\xc0\x80formed"')), 400, "0"),
    Kind("UTF-16", post(registration().decode().encode("utf-16")), 400, "0"),
    Kind("byte order mark", post(b"\xef\xbb\xbf" + registration()), 400, "0"),
    Kind("nothing", post(b"", headers=b""), 400, "002-028"),
    Kind("nothing, as JSON", post(b""), 400, "0"),
    Kind("an array", post(b"[" + registration() + b"]"), 400, "0"),
    Kind("a string", post(json.dumps(registration().decode()).encode()), 400, "0"),
    Kind("null", post(b"null"), 400, "0"),
    Kind("truncated JSON", post(registration()[:-1]), 400, "0"),
    Kind("two documents", post(registration() * 2), 400, "0"),
    Kind("single quotes", post(registration().replace(b'"', b"'")), 400, "0"),
    Kind("a number for a name", post(registration(username=b"5")), 400, "002-027"),
    Kind("a missing property", post(registration().replace(b"email", b"mail", 1)), 400, "002-028"),
    Kind("a form", post(b"username=malformed&password=correct-horse-7", headers=b""), 415, "415"),
    Kind(
        "a form that says so",
        post(b"username=malformed", headers=b"Content-Type: application/x-www-form-urlencoded\r\n"),
        415,
        "415",
    ),
    Kind("no content type", post(registration(), headers=b""), 415, "415"),
    Kind("text/plain", post(registration(), headers=b"Content-Type: text/plain\r\n"), 415, "415"),
    Kind("64 KiB and a byte", post(padded(LIMIT + 1)), 413, "413"),
    Kind("64 KiB and a byte, chunked", chunked(padded(LIMIT + 1)), 413, "413"),
    Kind("a gigabyte announced", post(b"", headers=JSON + b"Content-Length: 1073741824\r\n", length=False),
         413, "413"),
]  # fmt: skip
TARGETS = [
    Kind("bad UTF-8 in the query", post(registration(), target=REGISTER + b"&payload=%ff"), 400, "002-027"),
    Kind("raw bytes in the query", post(registration(), target=REGISTER + b"&payload=\xff"), 400, "0"),
    Kind("NUL in the query", post(registration(), target=REGISTER + b"&payload=%00"), 400, "002-027"),
    Kind("surrogate in the query", post(registration(), target=REGISTER + b"&a=%ed%a0%80"), 400, "002-027"),
    Kind("a parameter twice", post(registration(), target=REGISTER + b"&locale=de&locale=en"), 400,
         "002-027"),
    Kind("the project twice", post(registration(), target=REGISTER + b"&projectId=" + PROJECT), 400,
         "002-027"),
    Kind("no project", post(registration(), target=b"/api/user"), 400, "002-028"),
    Kind("a project that is no uuid", post(registration(), target=b"/api/user?projectId=1"), 400, "002-027"),
    Kind("NUL in the path", get(b"/api/projects/%00/keys"), 400, "002-027", "GET"),
    Kind("a slash in the path", get(b"/api/projects/a%2fb/keys"), 404, "404", "GET"),
    Kind("bad UTF-8 in the path", get(b"/api/projects/%ff/keys"), 400, "002-027", "GET"),
    Kind("raw bytes in the path", get(b"/api/projects/\xff/keys"), 400, "0", "GET"),
    Kind("an unknown path", get(b"/api/nowhere"), 404, "404", "GET"),
    Kind("a wrong method", wire.request("DELETE", REGISTER), 405, "405", "DELETE"),
    Kind("an unknown method", wire.request("LOCK", REGISTER), 405, "405", "LOCK"),
    Kind("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400, "0", "GET"),
    Kind("a bad length", post(b"{}", headers=JSON + b"Content-Length: \xb2\r\n", length=False), 400, "0"),
    Kind(
        "bad bytes for a token",
        get(b"/api/users/me/ask?projectId=" + PROJECT, headers=b"Authorization: Bearer \xff.\xfe.\x80\r\n"),
        401,
        "002-016",
        "GET",
    ),
    Kind(
        "no token",
        get(b"/api/users/me/ask?projectId=" + PROJECT, headers=b"Authorization: Basic YTpi\r\n"),
        401,
        "002-016",
        "GET",
    ),
]  # fmt: skip
KINDS = BODIES + TARGETS


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_malformed_request_gets_an_envelope_and_changes_nothing(mock: EmbeddedMock, kind: Kind) -> None:
    before = rows(mock)
    answer = wire.exchange(mock.settings.port, kind.data, method=kind.method)
    assert (answer.status, answer.code) == (kind.status, kind.code), answer.body
    assert answer.headers["content-type"] == "application/json"
    assert rows(mock) == before


@pytest.mark.parametrize(
    "ignored",
    [nested(63), b"%d" % (2**63 - 1), b"%d" % -(2**63), b"1e300", rb'"\ud83d\ude00"', b'"%s"' % (b"[" * 99)],
    ids=["63 levels", "2**63-1", "-2**63", "1e300", "a surrogate pair", "brackets in a string"],
)
def test_what_is_unusual_but_well_formed_is_taken(game: Game, ignored: bytes) -> None:
    headers = {"content-type": "application/json; charset=utf-9"}
    answer = game.http.post(
        f"/api/user?projectId={game.project_id}", content=registration(ignored=ignored), headers=headers
    )
    assert answer.status_code == 204, answer.text


def test_a_body_of_64_kib_is_taken(game: Game) -> None:
    body = padded(LIMIT)
    assert len(body) == LIMIT
    answer = game.http.post(
        f"/api/user?projectId={game.project_id}", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 204, answer.text


def test_an_enormous_header_is_survived(mock: EmbeddedMock) -> None:
    answer = wire.exchange(mock.settings.port, get(b"/healthz", headers=b"X-Long: %s\r\n" % (b"x" * 200_000)))
    assert answer.status == 200


@pytest.mark.parametrize("cookie", [r'"\000"', r'"\012"', r'"a\000b"'])
@pytest.mark.parametrize(("path", "status"), [("/jwt/sso", 401), ("/oauth2/clear_sso", 204)])
def test_a_cookie_that_spells_a_control_character_is_nobodys(
    game: Game, path: str, status: int, cookie: str
) -> None:
    assert game.call("GET", path, headers={"Cookie": f"xl_sso={cookie}"}).status_code == status


def test_head_is_refused_without_a_body(mock: EmbeddedMock) -> None:
    answer = wire.exchange(mock.settings.port, wire.request("HEAD", b"/healthz"), method="HEAD")
    assert (answer.status, answer.body) == (405, b"")
    assert answer.headers["allow"] == "GET, OPTIONS"


def test_the_control_interface_reads_as_strictly(game: Game) -> None:
    content = b'{"operation_id": "healthz", "description": %s}' % nested(64)
    answer = game.http.post("/_mock/faults", content=content, headers={"content-type": "application/json"})
    assert refusal(answer) == (400, "0")

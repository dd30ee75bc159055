"""What no client should send: each kind gets an envelope with a documented code, and changes nothing."""

from __future__ import annotations

import json

import pytest
from attrs import frozen

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.suite.judging.refusals import (
    CONTENT_TOO_LARGE,
    INVALID_TOKEN,
    INVALID_VALUE,
    METHOD_NOT_ALLOWED,
    MISSING_VALUE,
    UNKNOWN_PATH,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
)
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
    refusal: tuple[int, str]
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
    Kind("lone surrogate, escaped", post(registration(username=rb'"\ud800abc"')), UNREADABLE_BODY),
    Kind("lone low surrogate, escaped", post(registration(ignored=rb'"\udfff"')), UNREADABLE_BODY),
    Kind("lone surrogate in a name", post(registration()[:-1] + rb',"\uD83D":1}'), UNREADABLE_BODY),
    Kind("lone surrogate, raw", post(registration(username=b'"\xed\xa0\x80abc"')), UNREADABLE_BODY),
    Kind("NUL, escaped", post(registration(username=rb'"mal\u0000formed"')), UNREADABLE_BODY),
    Kind("NUL, raw", post(registration(username=b'"mal\0formed"')), UNREADABLE_BODY),
    Kind("NUL between tokens", post(registration() + b"\0"), UNREADABLE_BODY),
    Kind("control character, raw", post(registration(username=b'"mal\x01formed"')), UNREADABLE_BODY),
    Kind("NaN", post(registration(ignored=b"NaN")), UNREADABLE_BODY),
    Kind("Infinity", post(registration(ignored=b"Infinity")), UNREADABLE_BODY),
    Kind("-Infinity", post(registration(ignored=b"-Infinity")), UNREADABLE_BODY),
    Kind("1e999", post(registration(ignored=b"1e999")), UNREADABLE_BODY),
    Kind("2**70", post(registration(ignored=b"%d" % 2**70)), UNREADABLE_BODY),
    Kind("2**63", post(registration(ignored=b"%d" % 2**63)), UNREADABLE_BODY),
    Kind("-2**63-1", post(registration(ignored=b"%d" % (-(2**63) - 1))), UNREADABLE_BODY),
    Kind("a million as 60,000 digits", post(registration(ignored=b"1" + b"0" * 60_000)), UNREADABLE_BODY),
    Kind("64 levels in the ignored", post(registration(ignored=nested(64))), UNREADABLE_BODY),
    Kind("10,000 levels", post(registration(ignored=nested(10_000))), UNREADABLE_BODY),
    Kind("100,000 levels", post(nested(100_000)), CONTENT_TOO_LARGE),
    Kind("30,000 unclosed levels", post(b'{"a":' * 10_000), UNREADABLE_BODY),
    Kind("nesting hidden by quotes", post(b"[" * 65 + b'"' + b'\\"' * 30_000), UNREADABLE_BODY),
    Kind("bad UTF-8", post(registration(username=b'"mal\xff\xfeformed"')), UNREADABLE_BODY),
    Kind("overlong UTF-8", post(registration(username=b'"mal\xc0\x80formed"')), UNREADABLE_BODY),
    Kind("UTF-16", post(registration().decode().encode("utf-16")), UNREADABLE_BODY),
    Kind("byte order mark", post(b"\xef\xbb\xbf" + registration()), UNREADABLE_BODY),
    Kind("nothing", post(b"", headers=b""), MISSING_VALUE),
    Kind("nothing, as JSON", post(b""), UNREADABLE_BODY),
    Kind("an array", post(b"[" + registration() + b"]"), UNREADABLE_BODY),
    Kind("a string", post(json.dumps(registration().decode()).encode()), UNREADABLE_BODY),
    Kind("null", post(b"null"), UNREADABLE_BODY),
    Kind("truncated JSON", post(registration()[:-1]), UNREADABLE_BODY),
    Kind("two documents", post(registration() * 2), UNREADABLE_BODY),
    Kind("single quotes", post(registration().replace(b'"', b"'")), UNREADABLE_BODY),
    Kind("a number for a name", post(registration(username=b"5")), INVALID_VALUE),
    Kind("a missing property", post(registration().replace(b"email", b"mail", 1)), MISSING_VALUE),
    Kind("a form", post(b"username=malformed&password=correct-horse-7", headers=b""), UNSUPPORTED_MEDIA_TYPE),
    Kind(
        "a form that says so",
        post(b"username=malformed", headers=b"Content-Type: application/x-www-form-urlencoded\r\n"),
        UNSUPPORTED_MEDIA_TYPE,
    ),
    Kind("no content type", post(registration(), headers=b""), UNSUPPORTED_MEDIA_TYPE),
    Kind("text/plain", post(registration(), headers=b"Content-Type: text/plain\r\n"), UNSUPPORTED_MEDIA_TYPE),
    Kind("64 KiB and a byte", post(padded(LIMIT + 1)), CONTENT_TOO_LARGE),
    Kind("64 KiB and a byte, chunked", chunked(padded(LIMIT + 1)), CONTENT_TOO_LARGE),
    Kind(
        "a gigabyte announced",
        post(b"", headers=JSON + b"Content-Length: 1073741824\r\n", length=False),
        CONTENT_TOO_LARGE,
    ),
]
TARGETS = [
    Kind("bad UTF-8 in the query", post(registration(), target=REGISTER + b"&payload=%ff"), INVALID_VALUE),
    Kind("raw bytes in the query", post(registration(), target=REGISTER + b"&payload=\xff"), UNREADABLE_BODY),
    Kind("NUL in the query", post(registration(), target=REGISTER + b"&payload=%00"), INVALID_VALUE),
    Kind("surrogate in the query", post(registration(), target=REGISTER + b"&a=%ed%a0%80"), INVALID_VALUE),
    Kind("a parameter twice", post(registration(), target=REGISTER + b"&locale=de&locale=en"), INVALID_VALUE),
    Kind(
        "the project twice", post(registration(), target=REGISTER + b"&projectId=" + PROJECT), INVALID_VALUE
    ),
    Kind("no project", post(registration(), target=b"/api/user"), MISSING_VALUE),
    Kind("a project that is no uuid", post(registration(), target=b"/api/user?projectId=1"), INVALID_VALUE),
    Kind("NUL in the path", get(b"/api/projects/%00/keys"), INVALID_VALUE, "GET"),
    Kind("a slash in the path", get(b"/api/projects/a%2fb/keys"), INVALID_VALUE, "GET"),
    Kind("bad UTF-8 in the path", get(b"/api/projects/%ff/keys"), INVALID_VALUE, "GET"),
    Kind("raw bytes in the path", get(b"/api/projects/\xff/keys"), UNREADABLE_BODY, "GET"),
    Kind("an unknown path", get(b"/api/nowhere"), UNKNOWN_PATH, "GET"),
    Kind("a wrong method", wire.request("DELETE", REGISTER), METHOD_NOT_ALLOWED, "DELETE"),
    Kind("an unknown method", wire.request("LOCK", REGISTER), METHOD_NOT_ALLOWED, "LOCK"),
    Kind("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", UNREADABLE_BODY, "GET"),
    Kind(
        "a bad length", post(b"{}", headers=JSON + b"Content-Length: \xb2\r\n", length=False), UNREADABLE_BODY
    ),
    Kind(
        "bad bytes for a token",
        get(b"/api/users/me/ask?projectId=" + PROJECT, headers=b"Authorization: Bearer \xff.\xfe.\x80\r\n"),
        INVALID_TOKEN,
        "GET",
    ),
    Kind(
        "no token",
        get(b"/api/users/me/ask?projectId=" + PROJECT, headers=b"Authorization: Basic YTpi\r\n"),
        INVALID_TOKEN,
        "GET",
    ),
]
KINDS = BODIES + TARGETS


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_malformed_request_gets_an_envelope_and_changes_nothing(mock: EmbeddedMock, kind: Kind) -> None:
    before = rows(mock)
    answer = wire.exchange(mock.settings.port, kind.data, method=kind.method)
    assert (answer.status, answer.code) == kind.refusal, answer.body
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


def test_a_parameter_is_refused_by_the_name_that_the_reference_has_for_it(game: Game) -> None:
    token = game.token_by_code("ann@example.com")
    for method, name in (("POST", "device_type"), ("DELETE", "id")):
        body = {"device": "Pixel", "device_id": "0f8e2d7c5b3a4c1d"} if method == "POST" else None
        answer = game.call(method, "/users/me/devices/toaster", body=body, bearer=token)

        assert answer.status_code == 400
        assert f"The path parameter {name} " in answer.json()["error"]["description"]


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
    assert refusal(answer) == UNREADABLE_BODY

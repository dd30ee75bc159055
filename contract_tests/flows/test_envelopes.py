"""Refusals before any operation: unreadable bodies, unknown paths, wrong methods and media types."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.description.model import Description
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.judging.refusals import (
    CONTENT_TOO_LARGE,
    INVALID_VALUE,
    METHOD_NOT_ALLOWED,
    MISSING_VALUE,
    UNKNOWN_PATH,
    UNKNOWN_PROJECT,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
JSON = {"Content-Type": "application/json"}
VALID = b'{"username":"ann","email":"ann@example.com","password":"correct-horse-7"}'


def with_username(literal: bytes) -> bytes:
    """A registration whose username is written so."""
    return b'{"username":%b,"email":"ann@example.com","password":"correct-horse-7"}' % literal


def with_field(literal: bytes) -> bytes:
    """A registration with something open in it, which no schema judges."""
    return with_username(b'"ann","fields":{"x":%b}' % literal)


def told_by(jwt_client: JwtClient, content: bytes) -> bytes:
    """What a body says, where ann is called what she is called on the target."""
    name, email = (jwt_client.known_as(each).encode() for each in ("ann", "ann@example.com"))
    return content.replace(b"ann@example.com", email).replace(b'"ann"', b'"%b"' % name)


MALFORMED = {
    "not JSON": b"username=ann",
    "cut off": VALID[:-1],
    "two documents": VALID + VALID,
    "a list": b"[]",
    "a string": b'"ann"',
    "null": b"null",
    "bad UTF-8": with_username(b'"\xff\xfe"'),
    "UTF-16": VALID.decode().encode("utf-16"),
    "lone surrogate": with_username(rb'"a\ud800b"'),
    "lone surrogate in an open field": with_field(rb'"\udfff"'),
    "lone surrogate in a name": with_field(rb'{"\ud83d":1}'),
    "NUL": with_username(rb'"ann\u0000"'),
    "NUL in an open field": with_field(rb'"\u0000"'),
    "raw NUL": with_username(b'"ann\x00"'),
    "raw control character": with_username(b'"an\nn"'),
    "NaN": with_field(b"NaN"),
    "Infinity": with_field(b"-Infinity"),
    "number too large": with_field(b"1e999"),
    "2**70": with_field(str(2**70).encode()),
    "integer of ten thousand digits": with_field(b"9" * 10_000),
    "deep lists": with_field(b"[" * 5_000 + b"]" * 5_000),
    "deep objects": with_field(b'{"a":' * 2_000 + b"1" + b"}" * 2_000),
    "single quotes": b"{'username':'ann'}",
    "trailing comma": b'{"username":"ann",}',
    "byte order mark": b"\xef\xbb\xbf" + VALID,
}


@law("An unreadable body is refused as malformed, and nothing is written")
@pytest.mark.parametrize("kind", MALFORMED)
def test_unreadable_body_is_refused(jwt_client: JwtClient, kind: str) -> None:
    answer = jwt_client.http.post(
        "/user",
        params={"projectId": jwt_client.project_id},
        content=told_by(jwt_client, MALFORMED[kind]),
        headers=JSON,
    )

    assert refusal(answer) == UNREADABLE_BODY
    assert set(answer.json()["error"]) <= {"code", "description", "details"}
    jwt_client.assert_nothing_sent()
    assert refusal(jwt_client.login("ann")) == WRONG_CREDENTIALS


@law("An unreadable body is refused by a call that changes nothing", origin="inferred")
@pytest.mark.parametrize("kind", MALFORMED)
def test_unreadable_token_is_refused(http: httpx.Client, kind: str) -> None:
    answer = http.post("/token/validate", content=MALFORMED[kind], headers=JSON)

    assert refusal(answer)[0] == 400


@law("A missing body is a missing parameter")
def test_missing_body_is_missing(jwt_client: JwtClient) -> None:
    answer = jwt_client.http.post("/user", params={"projectId": jwt_client.project_id})

    assert refusal(answer) == MISSING_VALUE


@law("A body within the limits is read")
@pytest.mark.parametrize(
    "literal",
    [b"[" * 40 + b"]" * 40, str(2**63 - 1).encode(), b"-0.5e-3", rb'"\ud83d\ude00"', '"ß😀"'.encode()],
)
def test_unusual_body_is_read(jwt_client: JwtClient, literal: bytes) -> None:
    answer = jwt_client.http.post(
        "/user",
        params={"projectId": jwt_client.project_id},
        content=told_by(jwt_client, with_field(literal)),
        headers=JSON,
    )

    assert answer.status_code == jwt_client.registered_status, answer.text


@law("A body that is too large is refused")
@pytest.mark.parametrize("chunked", [False, True])
def test_large_body_is_refused(jwt_client: JwtClient, chunked: bool) -> None:
    body = told_by(jwt_client, with_field(b'"%b"' % (b"x" * 70_000)))
    content: Any = (body[start : start + 8192] for start in range(0, len(body), 8192)) if chunked else body

    answer = jwt_client.http.post(
        "/user", params={"projectId": jwt_client.project_id}, content=content, headers=JSON
    )

    assert refusal(answer) == CONTENT_TOO_LARGE
    jwt_client.assert_nothing_sent()


@law("A body of another media type is refused")
@pytest.mark.parametrize(
    "media_type",
    [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/json5",
        "nonsense",
        "",
    ],
)
def test_other_media_type_is_refused(jwt_client: JwtClient, media_type: str) -> None:
    answer = jwt_client.http.post(
        "/user",
        params={"projectId": jwt_client.project_id},
        content=told_by(jwt_client, VALID),
        headers={"Content-Type": media_type},
    )

    assert refusal(answer) == UNSUPPORTED_MEDIA_TYPE
    jwt_client.assert_nothing_sent()


@law("JSON is taken with a charset, and in any letter case of the media type")
@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_media_type_is_read_leniently(jwt_client: JwtClient, media_type: str) -> None:
    answer = jwt_client.http.post(
        "/user",
        params={"projectId": jwt_client.project_id},
        content=told_by(jwt_client, VALID),
        headers={"Content-Type": media_type},
    )

    assert answer.status_code == jwt_client.registered_status


@law("An unknown path is answered with the envelope")
@pytest.mark.parametrize(
    "path", ["/nowhere", "/", "/user/", "/USER", "/login/", "/login/email", "/projects//keys"]
)
def test_unknown_path_is_not_found(http: httpx.Client, path: str) -> None:
    assert refusal(http.get(path)) == UNKNOWN_PATH


@law("A method that a path does not offer is answered 405 with Allow")
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD", "PROPFIND"])
def test_wrong_method_is_not_allowed(http: httpx.Client, method: str) -> None:
    answer = http.request(method, "/login")

    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]
    assert "GET" not in answer.headers["allow"]
    if method != "HEAD":
        assert refusal(answer) == METHOD_NOT_ALLOWED


@law("An unknown project is not found, whatever is asked of it")
def test_unknown_project_is_not_found(visitor: JwtClient, description: Description) -> None:
    nobody = visitor.at("00000000-0000-4000-8000-000000000000")

    for operation_id, query in (
        ("get-confirmation-code", {"login": "ann@example.com", "operation_id": "x"}),
        ("push-confirmation-code", {"state": "x"}),
        ("confirm-account", {"code": "x"}),
    ):
        assert refusal(nobody.call(operation_id, query=query)) == UNKNOWN_PROJECT
    assert refusal(nobody.call("get-ask-fields", bearer="x")) == UNKNOWN_PROJECT


@law("A parameter that is missing is 002-028, one that is invalid or given twice 002-027")
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", MISSING_VALUE.code),
        ("projectId=", INVALID_VALUE.code),
        ("projectId=nonsense", INVALID_VALUE.code),
        ("projectId={project}&projectId={project}", INVALID_VALUE.code),
        ("projectId={project}&login_url=a&login_url=b", INVALID_VALUE.code),
        ("projectId={project}&locale=x", INVALID_VALUE.code),
        ("projectId={project}&payload=%00", INVALID_VALUE.code),
        ("projectId={project}&payload=%ff", INVALID_VALUE.code),
        ("projectId={project}&payload=" + "x" * 4097, INVALID_VALUE.code),
    ],
)
def test_wrong_parameter_is_refused(jwt_client: JwtClient, query: str, code: str) -> None:
    answer = jwt_client.http.post(
        f"/user?{query.replace('{project}', jwt_client.project_id)}",
        content=told_by(jwt_client, VALID),
        headers=JSON,
    )

    assert refusal(answer) == (400, code)
    jwt_client.assert_nothing_sent()


@law("A project id is read in any letter case")
def test_project_id_is_read_in_any_case(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert jwt_client.at(jwt_client.project_id.upper()).login("ann").status_code == 200


@law("A refusal never shows a password or token that was sent", security=True)
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/user", {"username": "ann", "email": "a@example.com", "password": "s3cr"}),
        ("/login", {"username": "ann", "password": {"s3cr": 1}}),
        ("/password/reset/confirm", {"user_id": "x", "reset_code": "y", "new_password": "s3cr"}),
        ("/token/validate", {"token": ["s3cr"]}),
    ],
)
def test_refusal_shows_no_secret(jwt_client: JwtClient, path: str, body: dict[str, Any]) -> None:
    answer = jwt_client.http.post(
        path, params={"projectId": jwt_client.project_id}, content=json.dumps(body), headers=JSON
    )

    assert answer.status_code == 400
    assert "s3cr" not in answer.text

"""What a server may answer one day: documented answers that grew, or broke in every way there is."""

from __future__ import annotations

import copy
import gzip
import json
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import httpx
from attrs import evolve, frozen

from login_contract.description.operation import Operation

Header = tuple[bytes, bytes]
#: What stands in a JSON text where no JSON of Python can stand.
HUGE = "1" * 5000
STATUSES = (
    *(100, 101, 102, 103, 199, 200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304),
    *(305, 306, 307, 308, 399, 400, 401, 402, 403, 404, 405, 406, 409, 410, 413, 415, 418, 421, 422, 425),
    *(429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 511, 520, 521, 525, 530, 598, 599, 600, 799, 999),
)
RETYPED: tuple[Any, ...] = (
    *(None, True, False, 0, 7, -1, 1.5, 2**63, 10**400, float("nan"), float("inf"), "", "text", "7"),
    *("\ud800", "\x00", "x" * 5000, [], [None], [[]], {}, {"": None}, {"a": {"b": [1]}}, [{}], "null"),
)
LOCATIONS = (
    *("", "#", "?", "//", "///", "/callback", "mygame://login?code=abc", "mygame:login?code=abc", "http:"),
    *("javascript:alert(1)", "http://[::1", "http://a:99999/", "http://a:b/", "\0", "http://ex ample", "%"),
    *("https://ä.example/€", f"https://example.com/{'a' * 70_000}", "https://user:pw@example.com/", " x"),
)
CODES: tuple[Any, ...] = (
    *("003-001", "010-050", "1901-0001", "", "no-such", "9" * 300, 0, 404, -1, 10**50, 1.5, True, None, []),
    *({}, "\n", "\ud800", "003-001 "),
)
#: What servers say, and nobody should read as it stands.
TEXTS = ("no token eyJhbGciOiJIUzI1NiJ9.e30.c2ln", "a\nb\x1b[2J", "token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln&x") * 5
BODIES = (
    b"",
    b" ",
    b"null",
    b"true",
    b"0",
    b"-",
    b'""',
    b"[]",
    b"{}",
    b"[null]",
    b"<html><h1>502 Bad Gateway</h1><p>nginx</p></html>",
    b"[" * 100_000,
    b"[" * 100_000 + b"]" * 100_000,
    b'{"a":' * 100_000,
    b"[" * 900 + b"]" * 900,
    HUGE.encode(),
    b'{"token":' + HUGE.encode() + b"}",
    b'{"error":{"code":' + HUGE.encode() + b"}}",
    b"NaN",
    b'{"a":NaN,"b":-Infinity}',
    b"\xef\xbb\xbf",
    b"\xff\xfe\x00",
    b"\x80\x81\x82",
    b'{"token":"\xff"}',
    b'{"a":1}{"a":2}',
    b"\0" * 64,
    "{}".encode("utf-16"),
    "{}".encode("utf-32"),
    b"OK",
    b"a" * 100_000,
)


@frozen
class Sent:
    """An answer, and whether a client has to make as much of it as it does of the documented one."""

    status: int
    body: bytes
    headers: tuple[Header, ...] = ()
    grown: bool = False
    #: Whether httpx can make nothing of the body.
    garbled: bool = False

    def response(self) -> httpx.Response:
        """Return it as a transport gives it to httpx."""
        return httpx.Response(self.status, headers=list(self.headers), stream=httpx.ByteStream(self.body))


@frozen
class Documented:
    """An answer as the description has it: status, headers, and an example of its body, if there is one."""

    status: int
    text: str | None
    headers: tuple[Header, ...]
    #: Whether the text is JSON.
    is_json: bool = False

    @property
    def value(self) -> Any:
        """The JSON value of its body, or some other."""
        return json.loads(self.text) if self.text is not None and self.is_json else {"a": {"b": [1]}}

    @property
    def sent(self) -> Sent:
        """The answer itself."""
        return Sent(self.status, (self.text or "").encode(), self.headers)


@cache
def documented(operation: Operation) -> tuple[Documented, ...]:
    """Return every example of every answer of an operation."""
    return tuple(_documented(operation))


def _documented(operation: Operation) -> Iterator[Documented]:
    for status, response in operation.responses.items():
        headers = tuple(
            (name.encode(), str(each["example"]).encode()) for name, each in response.headers.items()
        )
        for media_type, content in response.content.items():
            kind = ((b"Content-Type", media_type.encode()),)
            for example in content.examples.values():
                is_json = "json" in media_type
                text = json.dumps(example) if is_json else str(example)
                yield Documented(int(status), text, headers + kind, is_json)
        if not response.content:
            yield Documented(int(status), None, headers)


def mutated(random: Random, operation: Operation) -> Sent:
    """Return one of the answers that an operation might have some day."""
    answers = documented(operation)
    # Successes are what programs read, and refusals are many.
    good = [each for each in answers if each.status < 400]
    chosen = random.choice(good if random.random() < 0.6 else answers)
    return random.choice(_WAYS)(random, chosen)


def _edited(random: Random, answer: Documented) -> Sent:
    """A property is gone, null, of another type, renamed or repeated, at any depth, once or more often."""
    body = answer.value
    for _ in range(random.choice((1, 1, 2, 5))):
        body = _changed(random, body)
    text = json.dumps(body)
    return evolve(answer.sent, body=text.encode("utf-8", "surrogatepass"))


def _changed(random: Random, body: Any) -> Any:
    places = list(_places(body))
    if not places or random.random() < 0.05:
        return _value(random)
    parent, key = random.choice(places)
    match random.randrange(6):
        case 0:
            del parent[key]
        case 1:
            parent[key] = None
        case 2 if isinstance(parent, dict):
            parent[f"{key}_of_tomorrow"] = parent.pop(key)
        case 3 if isinstance(parent, list):
            parent.insert(0, _value(random))
        case 4 if isinstance(parent[key], str):
            parent[key] = "value_of_tomorrow"
        case _:
            parent[key] = _value(random)
    return body


def _grown(random: Random, answer: Documented) -> Sent:
    """Objects have more properties, all of them unknown."""
    if not answer.is_json:
        return evolve(answer.sent, grown=True)
    body = answer.value
    objects = [body, *(parent[key] for parent, key in _places(body))]
    for each in filter(lambda one: isinstance(one, dict), objects):
        if random.random() < 0.5:
            each[f"tomorrow_{random.randrange(9)}"] = _value(random)
    text = json.dumps(body)
    return evolve(answer.sent, body=text.encode("utf-8", "surrogatepass"), grown=True)


def _of_another_status(random: Random, answer: Documented) -> Sent:
    return evolve(answer.sent, status=random.choice(STATUSES))


def _of_another_body(random: Random, answer: Documented) -> Sent:
    sent = evolve(answer.sent, body=random.choice(BODIES))
    return sent if random.random() < 0.5 else evolve(sent, status=random.choice(STATUSES))


def _cut(random: Random, answer: Documented) -> Sent:
    body = answer.sent.body or b'{"a": 1}'
    return evolve(answer.sent, body=body[: random.randrange(len(body))])


def _damaged(random: Random, answer: Documented) -> Sent:
    body = bytearray(answer.sent.body or b'{"a": 1}')
    for _ in range(random.choice((1, 3, 9))):
        body[random.randrange(len(body))] = random.randrange(256)
    return evolve(answer.sent, body=bytes(body))


def _encoded_otherwise(random: Random, answer: Documented) -> Sent:
    text = answer.text or "{}"
    return evolve(
        answer.sent, body=text.encode(random.choice(("utf-8-sig", "utf-16", "utf-32-be", "utf-16-le")))
    )


def _zipped(random: Random, answer: Documented) -> Sent:
    encoding = random.choice((b"gzip", b"deflate", b"x", b"gzip, deflate"))
    body = random.choice((answer.sent.body, b"\x1f\x8b garbage", gzip.compress(b"{}")[:12]))
    headers = (*answer.headers, (b"Content-Encoding", encoding))
    return evolve(answer.sent, body=body, headers=headers, garbled=encoding != b"x")


def _with_odd_headers(random: Random, answer: Documented) -> Sent:
    odd: tuple[Header, ...] = (
        (b"Content-Type", random.choice((b"", b"text/html", b"application/json; charset=x", b";;", b"\xff"))),
        (b"Location", random.choice(LOCATIONS).encode()),
        (b"Set-Cookie", random.choice((b"", b"=;;", b"a=b; Max-Age=" + HUGE.encode(), b"a=b; expires=9e9"))),
        (b"Retry-After", random.choice((b"", b"-1", b"x", b"9" * 400, b"Wed, 99 Foo 99999 99:99:99 GMT"))),
        (b"X-Request-Id", random.choice((b"", b"\xff\xfe", b"a" * 50_000, b"7"))),
        (b"Content-Length", random.choice((b"", b"-1", b"x"))),
    )
    kept = tuple(each for each in answer.headers if random.random() < 0.5)
    return evolve(answer.sent, headers=(*kept, *random.sample(odd, random.randint(1, 4))))


def _leading_elsewhere(random: Random, answer: Documented) -> Sent:
    headers = ((b"Location", random.choice(LOCATIONS).encode()),) * random.choice((0, 1, 1, 2))
    return evolve(answer.sent, status=random.choice((300, 301, 302, 303, 304, 307, 308)), headers=headers)


def _refused(random: Random, answer: Documented) -> Sent:
    """An error object of either form, with codes, texts and details of any type."""
    nested = {
        "code": random.choice(CODES),
        "description": random.choice((*RETYPED, *TEXTS)),
        "details": _value(random),
    }
    flat = {"error_code": random.choice(CODES), "error_description": random.choice(RETYPED)}
    body = random.choice(
        (nested, flat, {"error": nested}, {"error": nested, **flat}, {"error": "no", **flat})
    )
    for name in [name for name in body if random.random() < 0.1]:
        del body[name]
    status = random.choice((answer.status, *STATUSES))
    return evolve(answer.sent, status=status, body=json.dumps(body).encode("utf-8", "surrogatepass"))


def _value(random: Random) -> Any:
    return copy.deepcopy(random.choice(RETYPED))


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each part of a JSON value by what it stands in, and its name or number there."""
    keys: Any = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from _places(node[key])


_WAYS: tuple[Callable[[Random, Documented], Sent], ...] = (
    *(_edited, _edited, _edited, _grown, _of_another_status, _of_another_body, _cut, _damaged),
    *(_encoded_otherwise, _zipped, _with_odd_headers, _leading_elsewhere, _refused, _refused),
)

"""A call with curl, for a POSIX shell."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from login_contract.codegen.values import ADDRESS, SERVER_TOKEN, USER_TOKEN, Values
from login_contract.description.message import FORM, JSON, MULTIPART
from login_contract.description.operation import SERVER_TOKENS, Operation
from login_contract.site.samples.form import file_name, kind_of
from login_contract.site.samples.layout import WIDTH, laid_out

_NEXT = " \\\n  "


def command(operation: Operation, named: str | None = None) -> str:
    """Return the command, each part of it on a line, with the first example of a body or the named one."""
    values = Values.shown(operation, named)
    method = [] if operation.method == _implied(operation) else ["--request", operation.method]
    silent = [] if _shows_a_body(operation) else ["--include"]
    head, address = " ".join(["curl", *silent, *method]), _quoted(_address(operation, values))
    first = [f"{head} {address}"] if len(head) + len(address) < WIDTH else [head, address]
    return _NEXT.join([*first, *_headers(operation, values), *_body(operation, values.body)])


def _implied(operation: Operation) -> str:
    return "POST" if operation.bodies else "GET"


def _shows_a_body(operation: Operation) -> bool:
    """Whether curl prints anything of a success by itself: where it leads is in its head."""
    successes = [each for status, each in operation.responses.items() if status[0] in "23"]
    return bool(successes) and all(each.content for each in successes)


def _address(operation: Operation, values: Values) -> str:
    path = operation.path
    for name, value in values.path.items():
        path = path.replace(f"{{{name}}}", quote(_text(value), safe=""))
    query = urlencode(list(_query(operation, values)), quote_via=quote, safe=":/,")
    return f"{ADDRESS}{path}{'?' if query else ''}{query}"


def _query(operation: Operation, values: Values) -> Iterator[tuple[str, str]]:
    for each in operation.parameters:
        if each.location != "query" or each.name not in values.query:
            continue
        value = values.query[each.name]
        parts = value if isinstance(value, list) else [value]
        if each.exploded:
            yield from ((each.name, _text(part)) for part in parts)
        else:
            yield each.name, ",".join(map(_text, parts))


def _headers(operation: Operation, values: Values) -> Iterator[str]:
    if operation.user_token:
        yield _header("Authorization", f"Bearer {USER_TOKEN}")
    elif operation.server_token:
        yield _header(_server_header(operation), SERVER_TOKEN)
    for name, value in values.headers.items():
        yield _header(name, _text(value))
    for name, value in values.cookies.items():
        yield f"--cookie {_quoted(f'{name}={value}')}"


def _server_header(operation: Operation) -> str:
    names = [name for need in operation.security for name in need if name in SERVER_TOKENS]
    scheme = operation.document["components"]["securitySchemes"][names[0]]
    return str(scheme["name"])


def _header(name: str, value: str) -> str:
    return f"--header {_quoted(f'{name}: {value}')}"


def _body(operation: Operation, body: Any) -> Iterator[str]:
    if body is None:
        return
    if JSON in operation.bodies:
        yield _header("Content-Type", JSON)
        yield f"--data {_quoted(laid_out(body, column=len(_NEXT) + 8, indent=2))}"
    elif FORM in operation.bodies:
        yield from (f"--data-urlencode {_quoted(f'{name}={_text(each)}')}" for name, each in body.items())
    elif MULTIPART in operation.bodies:
        yield from (_part(operation, name, each) for name, each in body.items())


def _part(operation: Operation, name: str, value: Any) -> str:
    kind = kind_of(operation, name, value)
    if kind is None:
        # `--form` would take `;` for the end of the value, and `@` and `<` for files.
        return f"--form-string {_quoted(f'{name}={_text(value)}')}"
    given = _text(value) if kind == JSON else f"@{file_name(name, kind)}"
    return f"--form {_quoted(f'{name}={given};type={kind}')}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    quoted = shlex.quote(text)
    return quoted if quoted[0] == "'" else f"'{quoted}'"

"""What nobody should read is nowhere where people look: laws about `repr`, logs and errors."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import attrs
import httpx
import pytest
from attrs import frozen
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import ClassName, PythonIdentifier
from xsolla_login_client import (
    AsyncLoginApi,
    AsyncLoginServerApi,
    AuthenticatedClient,
    Client,
    LoginApi,
    LoginError,
    LoginServerApi,
    TransportError,
    models,
)
from xsolla_login_client.pkce import Pkce
from xsolla_login_client.token_auth import TokenAuth, Tokens
from xsolla_login_client.token_validator import TokenValidator
from xsolla_login_client.types import UNSET, Response

from login_contract.description.model import described
from login_contract.plain_server import PlainHandler
from tests.codegen.python.calls import call_of, calls, client_to

SECRET = "tell-nobody"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZWxsLW5vYm9keSJ9.dGVsbC1ub2JvZHk"
#: How the properties and parameters are called that carry a secret: their names end so.
ENDINGS = ("password", "secret", "token", "verifier", "ticket", "captcha-output")


@frozen
class Named:
    """A property of a schema, or a parameter of an operation, and whether it is marked as secret."""

    owner: str
    name: str
    marked: bool


def properties() -> Iterator[Named]:
    """Yield every property of a schema that stands in the description by name, at any depth."""
    for owner, schema in described().document["components"]["schemas"].items():
        for path, name, each in _properties(schema, (owner,)):
            yield Named("_".join(path), name, each.get("x-secret") is True)


def parameters() -> Iterator[Named]:
    """Yield every parameter."""
    for operation in described().operations.values():
        for each in operation.parameters:
            yield Named(operation.operation_id, each.name, each.definition.get("x-secret") is True)


def _properties(schema: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    if isinstance(schema, dict):
        for name, each in schema.get("properties", {}).items():
            if isinstance(each, dict):
                yield path, name, each
                yield from _properties(each, (*path, name))
        for each in (
            schema.get("items"),
            *(each for key in ("allOf", "anyOf", "oneOf") for each in schema.get(key, ())),
        ):
            yield from _properties(each, path)


def judge_models() -> int:
    """Judge the `repr` of a model of each schema with properties; returns how many secrets were hidden."""
    hidden = 0
    for owner in {each.owner for each in properties()}:
        kind = getattr(models, str(ClassName(UntrustedString(owner), "field_")), None)
        if kind is None:
            continue
        named = {_python(each.name): each.marked for each in properties() if each.owner == owner}
        fields = [each.name for each in attrs.fields(kind) if each.init]
        model = kind(**{name: f"{SECRET} {name}" for name in fields})
        for text in (repr(model), str(model), f"{model}", repr([model]), repr(Response(200, b"", {}, model))):
            for name in fields:
                assert (f"{SECRET} {name}'" in text) is not named[name], f"{kind.__name__}.{name}: {text}"
        hidden += sum(named[name] for name in fields)
    return hidden


def _python(name: str) -> str:
    return str(PythonIdentifier(UntrustedString(name), "field_"))


def judge_unknown_properties() -> None:
    """Judge that what a newer server tells is shown by its name alone."""
    for kind in vars(models).values():
        if attrs.has(kind) and "additional_properties" in attrs.fields_dict(kind):
            given = {each.name: UNSET for each in attrs.fields(kind) if each.init}
            model: Any = kind(**given)
            model.additional_properties["of_tomorrow"] = SECRET
            assert SECRET not in repr(model), repr(model)
            assert "of_tomorrow" in repr(model)


def holders(address: str) -> Iterator[object]:
    """Yield what else holds secrets, and what that consists of."""
    tokens = Tokens(SECRET, SECRET)
    yield from (tokens, Pkce(SECRET * 4), TokenValidator.by_secret("project", secret=SECRET * 4))
    yield TokenAuth(tokens, client_id="1001", client_secret=SECRET, base_url="https://login.test/api")
    given: dict[str, Any] = {"client_secret": SECRET, "base_url": address, "headers": {"X": SECRET}}
    user: dict[str, Any] = {"project_id": UUID(int=7), "client_id": 1001, "tokens": tokens, **given}
    for each in (
        *(kind(payload=SECRET, **user) for kind in (LoginApi, AsyncLoginApi)),
        *(kind(client_id=2001, **given) for kind in (LoginServerApi, AsyncLoginServerApi)),
        *(kind(token=SECRET, base_url=address) for kind in (LoginServerApi, AsyncLoginServerApi)),
    ):
        yield each
        yield from vars(each).values()


def judge_clients() -> None:
    """Judge the `repr` of clients that hold secrets wherever they can."""
    given: dict[str, Any] = {
        "headers": {"X-Gateway": SECRET},
        "cookies": {"xl_sso": SECRET},
        "httpx_args": {"proxy": f"http://u:{SECRET}@proxy.test"},
        "auth": httpx.BasicAuth("u", SECRET),
    }
    address = f"https://u:{SECRET}@login.test/api"
    for client in (Client(address, **given), AuthenticatedClient(address, token=SECRET, **given)):
        for each in (client, client.with_headers({"X": SECRET}), client.with_cookies({"x": SECRET})):
            assert SECRET not in repr(each)
            assert "login.test/api" in repr(each)
            assert SECRET not in f"{each}"
    for holder in holders(address):
        assert SECRET not in repr(holder), repr(holder)
        assert SECRET not in f"{holder}"
    with pytest.raises(ValueError, match=r"^token: ") as refused:
        AuthenticatedClient("https://login.test", token=f"{SECRET}\n")
    assert SECRET not in "".join(traceback.format_exception(refused.value))


class Leaky(PlainHandler):
    """A server that puts secrets into every answer, as redirects and cookies do, and into its refusals."""

    protocol_version = "HTTP/1.1"

    def respond(self) -> None:
        self.body()
        inner = f"https%3A%2F%2Fx%3Fcode%3D{SECRET}"
        place = f"https://game.test/?token={SECRET}&code={SECRET}&next={inner}#token={TOKEN}"
        headers = {"location": place, "set-cookie": f"xl_sso={SECRET}; HttpOnly", "x-request-id": "r-7"}
        description = f'token={SECRET} {TOKEN} is no "password": "{SECRET}"'
        body = {"error": {"code": "003-001", "description": description}}
        self.answer(400, json.dumps(body).encode(), headers)


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{self.format(record)} {record.msg} {record.args}")


@contextmanager
def logged() -> Iterator[list[str]]:
    """Keep every line that anybody logs meanwhile."""
    handler, root = _Kept(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


def judge_logs(address: str) -> None:
    """Judge what is logged of each call that has a secret outside its body, in either manner."""
    secret = {(each.owner, each.name) for each in parameters() if each.marked}
    options: Mapping[str, Any] = {"verify_ssl": False, "httpx_args": {"trust_env": False}}
    for operation_id in sorted({owner for owner, _ in secret}):
        call = call_of(operation_id)
        names = [_python(name) for owner, name in secret if owner == operation_id]
        arguments = {**call.arguments, **{name: SECRET for name in names if name in call.arguments}}
        call = attrs.evolve(call, arguments=arguments)
        assert SECRET in arguments.values()
        for manner in ("sync", "asyncio"):
            client = AuthenticatedClient(address, token=SECRET, **options)
            with logged() as lines, client, pytest.raises(LoginError) as caught:
                call.make(manner, client)
            judge_text(caught.value)
            assert any(line.startswith("HTTP Request: ") for line in lines)
            assert any("receive_response_headers.complete" in line for line in lines)
            for line in lines:
                assert SECRET not in line, line
                assert TOKEN not in line, line


def judge_text(error: Exception) -> None:
    """Judge what people see of an error, the errors behind it included."""
    text = "".join(traceback.format_exception(error))
    for each in (text, str(error), repr(error), f"{error}", str(error.args)):
        assert SECRET not in each, each
        assert TOKEN not in each, each


def judge_lost_calls(address: str) -> None:
    """Judge errors of httpx that quote what could not be written or read."""
    call = call_of("get-user-details")
    options: Mapping[str, Any] = {"verify_ssl": False, "httpx_args": {"trust_env": False}}
    for manner in ("sync", "asyncio"):
        client = Client(address, headers={"X-Gateway": f"{SECRET}\n"}, **options)
        with pytest.raises(TransportError) as caught:
            call.make(manner, client)
        judge_text(caught.value)
        assert isinstance(caught.value.__cause__, httpx.LocalProtocolError)
        client.close()
    quoted = httpx.RemoteProtocolError(f"illegal header line: bytearray(b'Location: /?code={SECRET}')")
    quoted.__cause__ = ValueError(f"/?code={SECRET}")

    def fail(_: httpx.Request) -> httpx.Response:
        raise quoted

    with pytest.raises(TransportError) as caught:
        call.make("sync", client_to(fail))
    judge_text(caught.value)


def judge_arguments() -> None:
    """Judge the `repr` of every body and every answer, secrets of the description's examples included."""
    for call in calls():
        assert "eyJ" not in repr(call.arguments.get("body"))

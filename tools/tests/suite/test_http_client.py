from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests

from login_contract import resources
from login_contract.gateway import Gateway
from login_contract.http_client import is_loopback, make_client, make_direct_client, proxy_of
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.generated.session import make_session
from login_contract.suite.target import MOCK_PROJECT_ID
from tests.suite.certificates import server_context, write_certificate
from tests.suite.stranger import Stranger, stranger

DEAD = "http://127.0.0.1:1"
FOREIGN = "http://login.staging.example/api"


@pytest.fixture(autouse=True)
def _no_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("localhost", True),
        ("LOCALHOST.", True),
        ("game.localhost", True),
        ("128.0.0.1", False),
        ("10.0.0.1", False),
        ("::2", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        (None, False),
    ],
)
def test_loopback_is_told_from_other_hosts(host: str | None, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize("proxy", [DEAD, "socks5://127.0.0.1:1", "nonsense://x", "//"])
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_loopback_is_never_proxied(
    mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch, variable: str, proxy: str
) -> None:
    monkeypatch.setenv(variable, proxy)
    keys = f"{mock.base_url}/projects/{MOCK_PROJECT_ID}/keys"

    with make_client() as client, make_session() as session:
        assert client.get(keys).status_code == 200
        assert session.get(keys, timeout=30).status_code == 200


def test_foreign_address_honours_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with stranger(200, b"from the proxy") as proxy, make_client() as client, make_session() as session:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)

        assert client.get(FOREIGN).text == "from the proxy"
        assert session.get(FOREIGN, timeout=30).text == "from the proxy"
        assert [request.target for request in proxy.requests] == [FOREIGN, FOREIGN]


def test_no_proxy_excepts_a_foreign_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", DEAD)
    monkeypatch.setenv("NO_PROXY", "other.example, .staging.example")

    assert proxy_of(FOREIGN) is None
    assert proxy_of("https://login.example.com/api") == DEAD


@pytest.mark.parametrize(
    "proxy", ["socks5://user:hunter2@127.0.0.1:1", "nonsense://user:hunter2@127.0.0.1:1"]
)
def test_proxy_that_cannot_be_used_is_a_sentence(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)

    with (
        make_client() as client,
        pytest.raises(httpx.ProxyError, match="the environment names") as told,
    ):
        client.get(FOREIGN)

    assert "hunter2" not in str(told.value)


def gateway(*servers: Stranger) -> Gateway:
    return Gateway(origins=tuple(each.origin for each in servers), headers={"X-Gate": "open-sesame"})


def test_gateway_gets_its_header_and_nobody_else_sees_it() -> None:
    with stranger(200, b"{}") as server, stranger(200, b"{}") as other:
        seen: list[str] = []
        hooks = {"response": [lambda answer: seen.extend(answer.request.headers)]}
        with (
            make_client(gateway=gateway(server), event_hooks=hooks) as client,
            make_session(gateway(server)) as session,
        ):
            for address in (server.url, other.url):
                client.get(address)
                seen.extend(session.get(address, timeout=30).request.headers)

        assert [request.headers.get("x-gate") for request in server.requests] == ["open-sesame"] * 2
        assert [request.headers.get("x-gate") for request in other.requests] == [None] * 2
        assert "x-gate" not in {name.lower() for name in seen}


def test_body_reaches_a_server_behind_a_gateway() -> None:
    with stranger(200, b"{}") as server, make_client(gateway=gateway(server)) as client:
        client.post(server.url, json={"username": "jane"})

        assert server.requests[0].body == b'{"username":"jane"}'


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_certificates_are_checked_unless_told_otherwise(tmp_path: Path) -> None:
    named = str(write_certificate(tmp_path))
    with stranger(200, b"{}", tls=server_context(tmp_path)) as server:
        for gateway in (Gateway(ca_file=named), Gateway(insecure=True)):
            with make_client(gateway=gateway) as client, make_session(gateway) as session:
                assert client.get(server.url).status_code == 200
                assert session.get(server.url, timeout=30).status_code == 200
        with make_client() as client, make_session() as session:
            with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                client.get(server.url)
            with pytest.raises(requests.exceptions.SSLError):
                session.get(server.url, timeout=30)


def test_no_client_is_made_elsewhere() -> None:
    """The mock calls partners by itself, never through a proxy; the generated client belongs to its users."""
    made = re.compile(r"httpx\.(get|post|put|patch|delete|request|stream|Client|AsyncClient)\(|urlopen\(")
    others = {"http_client.py", "http_caller.py"}
    sources = [
        path
        for folder in (resources.PACKAGE, resources.path(resources.SUITE))
        for path in folder.rglob("*.py")
        if "codegen" not in path.parts and path.name not in others
    ]

    assert len(sources) > 100
    assert [path.name for path in sources if made.search(path.read_text(encoding="utf-8"))] == []


def test_direct_client_asks_the_very_address_in_the_name_that_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def asked(url: str) -> int:
        async with make_direct_client(url) as client:
            return (await client.get(url, headers={"Authorization": "Bearer a.b.c"})).status_code

    with stranger(200, b"from the proxy") as proxy, stranger(302, b"", {"Location": "/other"}) as partner:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)
        address = partner.origin.replace("http://", "http://user:password@")

        assert asyncio.run(asked(f"{address}/users")) == 302
        with pytest.raises(httpx.ConnectError):
            asyncio.run(asked(FOREIGN))
        assert not proxy.requests
        assert [(each.target, each.headers["authorization"]) for each in partner.requests] == [
            ("/users", "Bearer a.b.c")
        ]


@pytest.mark.parametrize(
    ("method", "path", "options"),
    [
        ("POST", "/login", {"json": {"username": "demo", "password": "wrong"}}),
        ("POST", "/oauth2/token", {"data": {"grant_type": "client_credentials", "client_id": "2001"}}),
        ("GET", "/projects/%E2%82%AC/keys?a=b%20c&a=%C3%A9", {}),
        ("POST", "/login", {"data": iter([b'{"username":', b'"demo"}']), "headers": {"Content-Type": "a/b"}}),
        ("OPTIONS", "/login", {"headers": {"Origin": "http://localhost:1", "Host": "elsewhere.example"}}),
        ("GET", "/oauth2/authorize", {"headers": {"Accept": "text/html"}}),
    ],
)
def test_short_way_to_a_mock_answers_as_the_wire_does(
    mock: EmbeddedMock, method: str, path: str, options: dict[str, Any]
) -> None:
    pieces = list(options["data"]) if hasattr(options.get("data"), "__next__") else None
    answers = []
    for server in (None, mock):
        sent = {**options, "data": iter(pieces)} if pieces else options
        with make_session(server=server) as session:
            answers.append(session.request(method, f"{mock.base_url}{path}", timeout=30, **sent))

    shown = [
        (answer.status_code, answer.reason, answer.content, sorted(answer.raw.headers.items()))
        for answer in answers
    ]
    wire, short = [(*rest, [each for each in headers if each[0] != "date"]) for *rest, headers in shown]
    assert short == wire

"""How Schemathesis, which speaks through requests, gets to the target: the same way as every other client."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from io import BytesIO
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPHeaderDict, HTTPResponse

from login_contract.gateway import OPEN, Gateway
from login_contract.http_client import proxy_of
from login_contract.suite.direct_server import DirectServer


class Way(HTTPAdapter):
    """Sends each request directly or through its proxy, with what its gateway asks for."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        super().__init__()

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send a request; what the gateway adds to it is not seen in the answer's ``request``."""
        url = str(request.url)
        proxy = proxy_of(url)
        answer = super().send(
            self._completed(request, url),
            stream=stream,
            timeout=timeout,
            verify=False if self._gateway.insecure else self._gateway.ca_file or True,
            cert=cert,
            proxies={} if proxy is None else {url.partition(":")[0]: proxy},
        )
        answer.request = request
        return answer

    def _completed(self, request: requests.PreparedRequest, url: str) -> requests.PreparedRequest:
        added = self._gateway.headers_for(url)
        if not added:
            return request
        completed = request.copy()
        completed.headers.update(added)
        return completed

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        """Trust the same certificates as every other client."""
        super().init_poolmanager(connections, maxsize, block, **options, **self._trust)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Trust the same certificates behind a proxy."""
        return super().proxy_manager_for(proxy, **options, **self._trust)

    @property
    def _trust(self) -> Mapping[str, Any]:
        if self._gateway.insecure or self._gateway.ca_file:
            return {}
        return {"ssl_context": self._gateway.trust}


class ShortWay(HTTPAdapter):
    """Hands each request to a server in this process: a socket costs more than most answers."""

    def __init__(self, server: DirectServer) -> None:
        self._server = server
        super().__init__()

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Return the answer of the server, as if it had come over HTTP.

        Raises:
            requests.ReadTimeout: the server did not answer.
        """
        headers = {
            name: value if isinstance(value, str) else value.decode("latin-1")
            for name, value in request.headers.items()
        }
        try:
            answer = self._server.call(
                request.method or "", request.path_url, headers=headers, body=_content(request.body)
            )
        except TimeoutError:
            raise requests.ReadTimeout(request=request) from None
        raw = HTTPResponse(
            body=BytesIO(answer.body),
            headers=HTTPHeaderDict(answer.headers),
            status=answer.status,
            version=11,
            reason=_reason(answer.status),
            preload_content=False,
            request_method=request.method,
        )
        return self.build_response(request, raw)


def _content(body: Any) -> bytes:
    """Return the whole body; one that is sent in pieces comes as such."""
    if isinstance(body, str):
        return body.encode()
    return body if isinstance(body, bytes) else b"".join(map(_content, body or ()))


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def make_session(gateway: Gateway = OPEN, *, server: DirectServer | None = None) -> requests.Session:
    """Return a session that keeps no cookies, and reads neither proxies nor passwords by itself.

    With ``server`` its requests go to a mock in this process, past sockets.
    """
    session = requests.Session()
    session.trust_env = False
    session.headers.clear()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    way = ShortWay(server) if server else Way(gateway)
    for scheme in ("http://", "https://"):
        session.mount(scheme, way)
    return session

"""The way of httpx to a server in this process: past sockets, which cost more than most answers."""

from __future__ import annotations

import httpx
from attrs import frozen

from login_contract.suite.direct_server import DirectServer


@frozen
class DirectWay(httpx.BaseTransport):
    """Hands each request to the server itself."""

    server: DirectServer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer of the server.

        Raises:
            httpx.ReadTimeout: none came.
        """
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.headers.raw}
        try:
            answer = self.server.call(
                request.method,
                request.url.raw_path.decode("ascii"),
                headers=headers,
                body=b"".join(request.stream) if isinstance(request.stream, httpx.SyncByteStream) else b"",
            )
        except TimeoutError:
            raise httpx.ReadTimeout("the server in this process did not answer", request=request) from None
        return httpx.Response(
            answer.status, headers=list(answer.headers), stream=httpx.ByteStream(answer.body)
        )

"""The control interface of a mock in this process, past everything that a game's tests replace or forbid."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from login_contract.suite.actors.control import Control, ControlError
from login_contract.suite.direct_server import DirectServer


class DirectControl(Control):
    """Calls the server itself: neither replaced HTTP clients nor forbidden sockets stand in the way."""

    def __init__(self, server: DirectServer) -> None:
        self.origin = server.origin
        self._server = server

    def close(self) -> None:
        """There is nothing to close."""

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Send a control request and return its decoded JSON answer, None when the answer is empty.

        ``options`` may hold ``json``, or ``content`` and ``headers``, and ``params``.

        Raises:
            ControlError: the answer is not 2xx.
        """
        query = urlencode(options.get("params", {}))
        body = (
            json.dumps(options["json"]).encode()
            if "json" in options
            else b"".join(options.get("content", ()))
        )
        headers = options.get("headers", {"content-type": "application/json"} if body else {})
        answer = self._server.call(method, f"{path}?{query}" if query else path, headers=headers, body=body)
        if not 200 <= answer.status < 300:
            raise ControlError(f"{method} {path}: {answer.status} {answer.body.decode()[:500]}")
        return json.loads(answer.body) if answer.body else None

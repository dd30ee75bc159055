"""What uvicorn's HTTP protocol must know of the mock: its error envelope, its waits, its faults."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import UNREADABLE_BODY
from login_contract.mock.errors import envelope
from login_contract.mock.http.one_write import OneWriteProtocol

STOP_WAITING = "stop_waiting"
TELL = "tell"
MOMENT = "moment"
ARRIVAL = "login_contract.arrival"
DROP_CONNECTION = "login_contract.drop_connection"
UNREADABLE = json.dumps(envelope(UNREADABLE_BODY.code, "The bytes are not an HTTP request.")).encode()


class MockProtocol(OneWriteProtocol):
    """uvicorn's protocol; the application finds ``DROP_CONNECTION`` and ``ARRIVAL`` among the extensions."""

    def on_message_begin(self) -> None:
        """Let a fault cut this connection."""
        super().on_message_begin()
        self.scope["extensions"] = {DROP_CONNECTION: {"drop": self._drop}}

    def connection_made(self, transport: Any) -> None:
        """Note when the connection was opened."""
        super().connection_made(transport)
        self._sent_after = self._moment()

    def on_message_complete(self) -> None:
        """Note when the whole request was here: more may come before anybody looks at it."""
        super().on_message_complete()
        extensions: dict[str, Any] = self.scope["extensions"]
        extensions[ARRIVAL] = Arrival(self._moment(), self._sent_after)

    def on_response_complete(self) -> None:
        """Note when the connection gave an answer: whatever comes next was sent later."""
        self._sent_after = self._moment()
        super().on_response_complete()

    def _moment(self) -> float:
        moment: Callable[[], float] = self.app_state[MOMENT]
        return moment()

    def _drop(self) -> None:
        self.cycle.disconnected = True
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Answer what is not HTTP as everything else is answered: with the envelope."""
        head = [
            b"HTTP/1.1 400 Bad Request",
            b"content-type: application/json",
            b"content-length: %d" % len(UNREADABLE),
            b"connection: close",
        ]
        tell = self.app_state.get(TELL)
        if tell is not None:
            tell(
                **UNREADABLE_BODY._asdict(),
                operation="-",
                because="The bytes are not an HTTP request.",
            )
        self.transport.write(b"\r\n".join([*head, b"", UNREADABLE]))
        self.transport.close()

    def shutdown(self) -> None:
        """End the waits: a page that waits for a link to be opened must not keep the server from stopping."""
        stop_waiting = self.app_state.get(STOP_WAITING)
        if stop_waiting is not None:
            stop_waiting()
        super().shutdown()

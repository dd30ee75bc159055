"""A server that shows a receiver the names of headers as they were sent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from login_contract.partner_suite.reference.partner import PartnerRequest, ReferencePartner
from login_contract.plain_server import PlainHandler, PlainServer


@contextlib.contextmanager
def serving_plainly(receiver: ReferencePartner) -> Iterator[str]:
    """Serve a receiver; give its origin."""

    class Handler(PlainHandler):
        protocol_version = "HTTP/1.1"
        # Nagle's delay would make every answer wait.
        disable_nagle_algorithm = True

        def respond(self) -> None:
            headers = self.headers.items()
            reply = receiver.answer(PartnerRequest(self.command, self.path, headers, self.body()))
            typed = {"content-type": reply.media_type} if reply.content is not None else {}
            self.answer(reply.status, reply.content or b"", typed)

    with PlainServer(Handler) as server:
        yield server.origin

"""A server that shows a receiver the names of headers as they were sent."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from login_contract.partner_suite.reference.partner import PartnerRequest, ReferencePartner


@contextlib.contextmanager
def serving_plainly(receiver: ReferencePartner) -> Iterator[str]:
    """Serve a receiver; give its origin."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Nagle's delay would make every answer wait.
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers.get("content-length", 0)))
            reply = receiver.answer(PartnerRequest(self.command, self.path, self.headers.items(), content))
            self.send_response(reply.status)
            if reply.content is not None:
                self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.content or b"")))
            self.end_headers()
            self.wfile.write(reply.content or b"")

        def do_PUT(self) -> None:
            self.do_POST()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 64
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()

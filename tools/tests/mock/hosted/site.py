"""A web site of one page, for a real browser to look at."""

from __future__ import annotations

from urllib.parse import parse_qsl

from login_contract.plain_server import PlainHandler, PlainServer

# Breaks out of text, attributes, frames and style sheets, and calls home when it succeeds.
HOSTILE = (
    "</iframe></style></title></pre></textarea>--><script>fetch('/called')</script>"
    "\"'><img src=/called onerror=fetch('/called')><svg onload=fetch('/called')>"
)


class Site(PlainServer):
    """Serves one page on a port of its own, remembers requests, redirects forms where it is told."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.html = ""
        self.policy: str | None = None
        self.redirects: dict[str, str] = {}
        self.requests: list[str] = []
        self.form: dict[str, str] = {}


class _Handler(PlainHandler):
    server: Site

    def respond(self) -> None:
        if self.command == "POST":
            self.server.form = dict(parse_qsl(self.body().decode(), keep_blank_values=True))
        else:
            self.server.requests.append(self.path)
        if self.path in self.server.redirects:
            self.redirect(self.server.redirects[self.path])
            return
        headers = {"content-type": "text/html; charset=utf-8"}
        if self.server.policy is not None:
            headers["content-security-policy"] = self.server.policy
        self.answer(200, self.server.html.encode(), headers)

    def redirect(self, location: str) -> None:
        self.answer(302, headers={"location": location})

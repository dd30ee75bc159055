"""The webhooks part of the TypeScript client needs nothing of Node: a worker does what a receiver does."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest

from login_contract.plain_server import PlainHandler, PlainServer
from tests.browser import LAUNCH_ARGS, NOT_FOUND, find_chromium
from tests.webhooks_examples.laws import GOOD, laws
from tests.webhooks_examples.node_webhooks import DIST, UNWRAP, unwrap_given

WORKER = f"""
    import * as webhooks from '/webhooks.js';
    async function unwrap(given) {{
      {UNWRAP}
    }}
    self.onmessage = async (event) => {{
      const found = event.data.map((each) => unwrap(each).then(() => '{GOOD}', (error) => error.name));
      self.postMessage(await Promise.all(found));
    }};
"""
JUDGE = """given => new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(given);
})"""


class _Modules(PlainHandler):
    def respond(self) -> None:
        if self.path == "/":
            self.answer(
                HTTPStatus.OK, b"<!doctype html><link rel=icon href='data:,'>", {"content-type": "text/html"}
            )
            return
        module = DIST / self.path.removeprefix("/")
        content = WORKER.encode() if self.path == "/worker.js" else module.read_bytes()
        self.answer(HTTPStatus.OK, content, {"content-type": "text/javascript"})


@pytest.fixture
def tab() -> Any:
    if find_chromium() is None:
        pytest.skip(NOT_FOUND)
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(LAUNCH_ARGS))
        yield browser.new_page()
        browser.close()


def test_every_law_of_requests_holds_in_a_worker(tab: Any) -> None:
    known = laws()
    with PlainServer(_Modules) as server:
        tab.goto(server.origin)
        found = tab.evaluate(JUDGE, [unwrap_given(law.body, law.headers, **law.how) for law in known])

    told = dict(zip([law.name for law in known], found, strict=True))
    assert told == {law.name: law.outcome for law in known}

"""Calls that the mock makes."""

from __future__ import annotations

import asyncio

import pytest

from login_contract.mock.outgoing.http_caller import Unanswered, post_json
from login_contract.suite.actors.callback_server import CallbackServer


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_no_port_takes_the_place_of_one_that_there_is_not(loop: str) -> None:
    factory = asyncio.SelectorEventLoop if loop == "asyncio" else pytest.importorskip("uvloop").new_event_loop
    with CallbackServer() as stranger, asyncio.Runner(loop_factory=factory) as runner:
        address = f"http://127.0.0.1:{stranger.port + 2**16}/"
        with pytest.raises(Unanswered, match="cannot be made"):
            runner.run(post_json(address, b"{}", timeout=10))
        assert not stranger.requests

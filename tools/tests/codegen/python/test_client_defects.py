"""Defects planted into the client's own modules: each is noticed by the law that forbids it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from xsolla_login_client import answers, connections, display, errors, logs, redirects, retries
from xsolla_login_client.client import Client
from xsolla_login_client.connections import Connections

from login_contract.plain_server import PlainServer
from tests.codegen.python import hiding, repeating, sharing
from tests.codegen.python.growth import judge_growth
from tests.codegen.python.surprises import judge_surprises

Plant = Callable[[pytest.MonkeyPatch], None]
MODELS = "xsolla_login_client.models."


@pytest.fixture(scope="module")
def leaky() -> Iterator[str]:
    with PlainServer(hiding.Leaky) as server:
        yield f"{server.origin}/api"


@pytest.fixture(scope="module")
def taking() -> Iterator[str]:
    with PlainServer(sharing.Taking) as server:
        yield f"{server.origin}/api"


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def instead(owner: Any, name: str, value: Any) -> Plant:
    """Return a defect: something else under a name."""
    return lambda patch: patch.setattr(owner, name, value)


def in_models(name: str, value: Any) -> Plant:
    """Return a defect of what every model has imported."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for module in [
            each for name, each in sys.modules.items() if name.startswith("xsolla_login_client.models.")
        ]:
            if hasattr(module, name):
                patch.setattr(module, name, value)

    return plant


def _timeouts_repeated(outcome: Any, *, repeatable: bool) -> bool:
    timed_out = isinstance(outcome, httpx.TimeoutException)
    return timed_out or may_be_repeated(outcome, repeatable=repeatable)


may_be_repeated = retries._may_be_repeated


def some_answers() -> None:
    """Judge so many answers that every kind is among them."""
    judge_surprises(0, 800)


#: What is planted, the law that it breaks, and how that is told.
DEFECTS: dict[str, tuple[Plant, Callable[..., Any], str]] = {
    "a call that changes something is repeated": (
        instead(retries, "_may_be_repeated", lambda outcome, **_: may_be_repeated(outcome, repeatable=True)),
        repeating.judge_what_is_repeated,
        r"was made 3 times after 502",
    ),
    "a call that ran out of time is repeated": (
        instead(retries, "_may_be_repeated", _timeouts_repeated),
        repeating.judge_what_is_repeated,
        r"was made 3 times after .*Timeout",
    ),
    "a file is sent twice": (
        instead(sys.modules["xsolla_login_client.client"], "can_be_sent_again", lambda _: True),
        repeating.judge_what_is_repeated,
        r"upload-user-picture was made 3 times after 429",
    ),
    "nothing is repeated": (
        instead(retries.Retries, "pause", lambda *_, **__: None),
        repeating.judge_what_is_repeated,
        r"was made 1 times after 429",
    ),
    "Retry-After is not read": (
        instead(retries, "_retry_after", lambda _: None),
        repeating.judge_waits,
        r"Retry-After: 7",
    ),
    "a date in Retry-After is not read": (
        instead(retries, "_date", lambda _: None),
        repeating.judge_waits,
        r"Retry-After: Sun, 06 Nov 1994",
    ),
    "all come back at once": (
        instead(retries.random, "uniform", lambda _, most: most),  # type: ignore[attr-defined]
        repeating.judge_spread,
        r"all come back at once",
    ),
    "the hook is not called": (
        instead(retries.Retries, "tell", lambda *_: None),
        repeating.judge_hook,
        r"is told \[\]",
    ),
    "the timeout of a call is dropped": (
        instead(Client, "_prepared", lambda _, arguments, __: {**arguments, "timeout": 0.5}),
        repeating.judge_timeouts,
        r"may take .*0.5",
    ),
    "codes have no classes": (
        instead(answers, "CODES", {}),
        some_answers,
        r"Refusal.* is no ",
    ),
    "null stays null": (
        in_models("present", lambda source, **_: dict(source)),
        judge_growth,
        r": \w+$",
    ),
    "nobody looks at types": (
        instead(answers, "fits", lambda _: True),
        some_answers,
        r"is no ",
    ),
    "deep JSON goes through": (
        instead(answers, "_UNREADABLE", tuple(set(answers._UNREADABLE) - {RecursionError})),
        some_answers,
        r"recursion",
    ),
    "redirects are left to httpx": (
        instead(redirects, "set_aside", lambda _: None),
        sharing.judge_locations,
        r"InvalidURL",
    ),
    "a redirect takes the token along": (
        instead(redirects, "_same", lambda *_: True),
        sharing.judge_strangers,
        r"elsewhere.test/",
    ),
    "bodies are kept whole": (
        instead(errors, "MAX_BODY", 10**9),
        some_answers,
        r"more of a body",
    ),
    "errors tell whatever a server says": (
        instead(errors, "_line", str),
        some_answers,
        r"the text is ",
    ),
    "errors tell tokens": (
        instead(answers, "without_secrets", str),
        some_answers,
        r"eyJ",
    ),
    "an error quotes a header": (
        instead(answers, "_told", str),
        hiding.judge_lost_calls,
        r"tell-nobody",
    ),
    "a model shows its secrets": (
        in_models("shown", lambda model, **_: display.shown(model, secrets=())),
        hiding.judge_models,
        r"tell-nobody",
    ),
    "a model shows what it does not know": (
        instead(display, "_unknown", repr),
        hiding.judge_unknown_properties,
        r"tell-nobody",
    ),
    "addresses are logged whole": (
        instead(logs, "without_secrets", str),
        hiding.judge_logs,
        r"tell-nobody",
    ),
    "the client does not say that it calls": (
        instead(logs, "is_calling", lambda: False),
        hiding.judge_logs,
        r"tell-nobody",
    ),
    "event loops share connections": (
        instead(connections, "_running", lambda: None),
        sharing.judge_loops,
        r"closed|loop",
    ),
    "each thread opens a client": (
        instead(Connections, "blocking", lambda _, make: make()),
        sharing.judge_threads,
        r"8 are opened",
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_noticed(
    defect: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant, law, sign = DEFECTS[defect]
    plant(monkeypatch)
    with pytest.raises((Exception, pytest.fail.Exception), match=sign):
        law(*(request.getfixturevalue(name) for name in ADDRESSES.get(law, ())))


ADDRESSES: dict[Callable[..., Any], tuple[str, ...]] = {
    repeating.judge_timeouts: ("silent",),
    hiding.judge_logs: ("leaky",),
    hiding.judge_lost_calls: ("leaky",),
    sharing.judge_loops: ("taking",),
}

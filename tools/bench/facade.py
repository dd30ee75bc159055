"""What a call through the Python facade costs beside a bare request of httpx, without any network."""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from statistics import median
from types import ModuleType

import httpx

from login_contract import resources

from .cases import LOGIN, LOGIN_URL, PROJECT
from .rows import Row

NAMES = ("facade",)
#: A call through the facade may cost so many bare requests.
AT_MOST = 1.5
_ADDRESS = "http://login.invalid/api"
_ANSWER = json.dumps({"login_url": f"{LOGIN_URL}?token=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"})
_CALLS = 200


def measure(*, quick: bool, announce: Callable[[str], None]) -> Row:
    """Alternates rounds of both over a transport in memory; the figure is the median of their ratios."""
    announce("the facade beside httpx")
    transport = httpx.MockTransport(_answer)
    login_api = _facade()
    with (
        httpx.Client(base_url=_ADDRESS, transport=transport) as client,
        login_api.LoginApi(
            PROJECT, callback_url=LOGIN_URL, base_url=_ADDRESS, httpx_args={"transport": transport}
        ) as api,
    ):

        def bare() -> None:
            client.post(LOGIN.path, params=LOGIN.query, json=LOGIN.body).json()

        def called() -> None:
            api.login(**LOGIN.body)

        seconds(bare)
        seconds(called)
        rounds = [(seconds(bare), seconds(called)) for _ in range(3 if quick else 25)]
    bare_time, call_time = (median(column) * 1e6 / _CALLS for column in zip(*rounds, strict=True))
    return Row(
        name="facade",
        title="Python facade: a login beside a bare request of httpx",
        value=median(facade / bare for bare, facade in rounds),
        told=f"{call_time:,.0f} µs : {bare_time:,.0f} µs, {len(rounds)} rounds of {_CALLS} calls",
        at_most=AT_MOST,
    )


def seconds(work: Callable[[], None]) -> float:
    """How long a round of calls takes."""
    begun = time.perf_counter()
    for _ in range(_CALLS):
        work()
    return time.perf_counter() - begun


def _answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=_ANSWER, headers={"content-type": "application/json"})


def _facade() -> ModuleType:
    # The client under test is the one in the checkout, installed or not.
    sys.path.insert(0, str(resources.path("generated/python")))
    return importlib.import_module("xsolla_login_client.login_api")

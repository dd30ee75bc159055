"""Key sets that the TypeScript client fetches, from a key server and by a clock that a script has in hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from login_contract.plain_server import PlainHandler, PlainServer
from tests.webhooks_examples.node_webhooks import NodeWebhooks, Thrown
from tests.webhooks_examples.signing import bearer, claims, hs256, key_set, rs256

START = """
    let now = 1000, fetches = 0;
    const state = { keys: given.keys, status: 200, content: undefined, wait: Promise.resolve() };
    const serve = async (address, { redirect }) => {
      fetches += 1;
      await state.wait;
      return new Response(state.content ?? JSON.stringify(state.keys), { status: state.status });
    };
    const clock = () => now * 1000;
    const jwks = new webhooks.JwksSource("https://login.example/jwks", { fetch: serve, clock });
    const unwrap = async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      try {
        await webhooks.unwrap(new TextEncoder().encode("{}"), headers, { jwks });
        return "taken";
      } catch (error) {
        return error.name;
      }
    };
    const { good, next, invented } = given;
"""


@cache
def given() -> dict[str, Any]:
    """Key sets of a project before and after it has changed its key, and tokens."""
    return {
        "keys": key_set(),
        "newKeys": key_set(2, kid="new"),
        "good": rs256(claims()),
        "next": rs256(claims(), key=2, kid="new"),
        "invented": rs256(claims(), kid="invented"),
        "hs256": hs256(claims()),
    }


def runner(process: NodeWebhooks) -> Callable[[str], Any]:
    """Returns what runs a script with a key server, a clock and tokens at hand."""
    return lambda script: process.run(START + script, given())


@pytest.fixture
def run(node_webhooks: NodeWebhooks) -> Callable[[str], Any]:
    return runner(node_webhooks)


def test_keys_are_fetched_once_and_anew_after_ten_minutes(run: Any) -> None:
    script = """
        const told = [await unwrap(good), await unwrap(good)];
        now += 599.9;
        told.push(await unwrap(good), fetches);
        now += 0.1;
        state.keys = given.newKeys;
        return [...told, await unwrap(good), fetches];
    """
    assert run(script) == ["taken", "taken", "taken", 1, "UnknownKey", 2]


def test_a_new_key_is_found_at_once(run: Any) -> None:
    script = """
        await unwrap(good);
        state.keys = given.newKeys;
        return [await unwrap(next), fetches];
    """
    assert run(script) == ["taken", 2]


def test_invented_keys_do_not_hammer_the_key_server(run: Any) -> None:
    script = """
        const told = [await unwrap(good)];
        for (let each = 0; each < 20; each += 1) await unwrap(invented);
        told.push(await unwrap(invented), fetches);
        now += 5;
        return [...told, await unwrap(invented), fetches, await unwrap(good)];
    """
    assert run(script) == ["taken", "UnknownKey", 2, "UnknownKey", 3, "taken"]


def test_a_token_of_another_algorithm_fetches_nothing(run: Any) -> None:
    assert run("return [await unwrap(given.hs256), fetches]") == ["WrongAlgorithm", 0]


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (500, "{}"),
        (302, '{"keys": []}'),
        (404, '{"keys": []}'),
        (200, "<html>"),
        (200, "{}"),
        (200, '"keys"'),
    ],
)
def test_without_keys_nothing_is_said_about_the_token(run: Any, status: int, content: str) -> None:
    script = f"""
        Object.assign(state, {{ status: {status}, content: {json.dumps(content)} }});
        const told = [await unwrap(good), await unwrap(good), fetches];
        Object.assign(state, {{ status: 200, content: undefined }});
        now += 1;
        return [...told, await unwrap(good), fetches];
    """
    assert run(script) == ["KeysUnavailable", "KeysUnavailable", 1, "taken", 2]


def test_old_keys_are_not_trusted_while_new_ones_cannot_be_had(run: Any) -> None:
    script = """
        await unwrap(good);
        now += 600;
        state.status = 503;
        return unwrap(good);
    """
    assert run(script) == "KeysUnavailable"


def test_deliveries_that_come_at_once_share_one_fetch(run: Any) -> None:
    script = """
        let open;
        state.wait = new Promise((resolve) => (open = resolve));
        const all = Array.from({ length: 20 }, (_, each) => unwrap(each % 2 ? good : invented));
        setTimeout(open, 20);
        return [(await Promise.all(all)).slice(0, 2), fetches];
    """
    assert run(script) == [["UnknownKey", "taken"], 1]


def test_deliveries_that_come_at_once_share_one_failure(run: Any) -> None:
    script = """
        state.status = 500;
        const all = await Promise.all(Array.from({ length: 20 }, () => unwrap(good)));
        return [[...new Set(all)], fetches];
    """
    assert run(script) == [["KeysUnavailable"], 1]


def test_a_list_of_keys_is_a_key_set_too(run: Any) -> None:
    assert run("state.keys = given.keys.keys; return unwrap(good)") == "taken"


@pytest.mark.parametrize("lifetime", ["0", "-1", "600.1", "NaN", "Infinity"])
def test_keys_are_trusted_for_ten_minutes_at_most(node_webhooks: NodeWebhooks, lifetime: str) -> None:
    found = node_webhooks.run(f'new webhooks.JwksSource("https://x", {{ lifetimeSeconds: {lifetime} }})')

    assert found.kind == "RangeError"
    assert found.message.startswith("lifetimeSeconds")


class _Keys(PlainHandler):
    def respond(self) -> None:
        if self.path == "/moved":
            self.answer(302, b"", {"location": "/jwks"})
        else:
            self.answer(200, json.dumps(key_set()).encode())


def test_keys_come_from_a_server_and_not_from_where_it_leads(node_webhooks: NodeWebhooks) -> None:
    script = """
        const jwks = new webhooks.JwksSource(given.url);
        await webhooks.unwrap(new TextEncoder().encode("{}"), given.headers, { jwks });
        return "taken";
    """
    with PlainServer(_Keys) as keys:
        urls = [f"{keys.origin}/jwks", f"{keys.origin}/moved", "http://127.0.0.1:1/", "nonsense"]
        scripts = [(script, {"url": url, "headers": bearer(rs256(claims()))}) for url in urls]
        found = node_webhooks.run_all(scripts)

    assert [each.name if isinstance(each, Thrown) else each for each in found] == [
        "taken",
        "KeysUnavailable",
        "KeysUnavailable",
        "KeysUnavailable",
    ]
    assert found[1].status == 503


def test_a_key_server_that_never_answers_is_given_up(node_webhooks: NodeWebhooks) -> None:
    script = """
        const hang = (_, { signal }) => new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        });
        const alive = setTimeout(() => {}, 10_000);  // the timeout's own timer keeps no process alive
        const jwks = new webhooks.JwksSource("https://x", { fetch: hang, timeoutSeconds: 0.02 });
        try {
          await webhooks.unwrap(new TextEncoder().encode("{}"), given, { jwks });
        } finally {
          clearTimeout(alive);
        }
    """
    assert node_webhooks.run(script, bearer(rs256(claims()))).name == "KeysUnavailable"

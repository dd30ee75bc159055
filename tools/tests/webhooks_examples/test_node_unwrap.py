"""`unwrap` of the TypeScript client, in Node."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xsolla_login_client.webhooks import MODELS, WebhookError

from tests.webhooks_examples.laws import BODY, GOOD, JANE, laws
from tests.webhooks_examples.node_webhooks import UNWRAP, NodeWebhooks, Thrown, unwrap_given
from tests.webhooks_examples.signing import PROJECT, SECRET, bearer, claims, hs256, key_set, public_pem, rs256
from tests.webhooks_examples.test_unwrap import body_of

BY_SECRET = {"secret": SECRET, "projectId": PROJECT}


def caller(process: NodeWebhooks) -> Callable[..., Any]:
    """Returns `unwrap` of a process: body, headers and options go in, what it tells or throws comes out."""
    return lambda body, headers, **how: process.run(UNWRAP, unwrap_given(body, headers, **how))


@pytest.fixture(scope="module")
def unwrap(node_webhooks: NodeWebhooks) -> Callable[..., Any]:
    return caller(node_webhooks)


def test_every_law_of_requests_holds(node_webhooks: NodeWebhooks) -> None:
    known = laws()
    given = [(UNWRAP, unwrap_given(law.body, law.headers, **law.how)) for law in known]

    outcomes = node_webhooks.run_all(given)

    found = [each.name if isinstance(each, Thrown) else GOOD for each in outcomes]
    assert dict(zip([law.name for law in known], found, strict=True)) == {
        law.name: law.outcome for law in known
    }


def test_a_good_delivery_is_told(unwrap: Any) -> None:
    told = unwrap(BODY, bearer(hs256(claims())), webhook="new-user", **BY_SECRET)

    assert told["data"] == JANE
    assert told["claims"] == {
        "requestType": "gateway_token",
        "projectId": PROJECT,
        "username": "jane.doe",
    }
    assert told["raw"]["iss"] == "https://login.xsolla.com"


@pytest.mark.parametrize("webhook", MODELS)
def test_every_documented_sample_is_read(unwrap: Any, webhook: str) -> None:
    for sample in body_of(webhook)["examples"].values():
        body = json.dumps(sample["value"]).encode()
        told = unwrap(body, bearer(hs256(claims())), webhook=webhook, **BY_SECRET)
        assert told["data"] == sample["value"]


def test_one_address_for_all_webhooks_takes_any_object(unwrap: Any) -> None:
    told = unwrap(b'{"email": 1, "more": null}', bearer(hs256(claims())), **BY_SECRET)

    assert told["data"] == {"email": 1, "more": None}


def test_an_optional_property_may_be_null_and_others_are_kept(unwrap: Any) -> None:
    body = b'{"username": "u", "password": "p", "email": null, "more": null, "__proto__": {"email": "e"}}'
    told = unwrap(body, bearer(hs256(claims())), webhook="user-verification", **BY_SECRET)

    assert told["data"] == {
        "username": "u",
        "password": "p",
        "more": None,
        "__proto__": {"email": "e"},
    }


def test_an_id_of_many_digits_is_told_to_the_last(unwrap: Any) -> None:
    content = claims(sub="1", provider="steam", id=76561198000000001, external_account_id=7)
    body = b'{"id": "76561198000000001", "level": 76561198000000001, "text": "\\"9007199254740993"}'
    told = unwrap(body, bearer(hs256(content)), webhook="social", **BY_SECRET)

    assert (told["claims"]["id"], told["claims"]["externalAccountId"]) == ("76561198000000001", "7")
    assert told["raw"]["id"] == "76561198000000001"
    assert told["data"] == {
        "id": "76561198000000001",
        "level": "76561198000000001",
        "text": '"9007199254740993',
    }


@pytest.mark.parametrize(
    ("container", "outcome"),
    [
        ("new Headers(pairs)", "taken"),
        ("new Map(pairs)", "taken"),
        ("{ forEach: (visit) => pairs.forEach(([name, value]) => visit(value, name)) }", "taken"),
        ("Object.fromEntries(pairs)", "taken"),
        ("pairs.flat()", "taken"),
        ("(function* () { yield* pairs; })()", "taken"),
        ("new Headers([...pairs, ...pairs])", "MissingToken"),
        ("[...pairs, ...pairs]", "MalformedToken"),
        ("{ authorization: undefined }", "MissingToken"),
    ],
)
def test_headers_come_in_any_container(node_webhooks: NodeWebhooks, container: str, outcome: str) -> None:
    script = f"""
        const pairs = Object.entries(given.headers);
        const body = new TextEncoder().encode("{{}}").buffer;
        await webhooks.unwrap(body, {container}, {{ secret: given.secret }});
        return "taken";
    """
    found = node_webhooks.run(script, {"headers": bearer(hs256(claims())), "secret": SECRET})

    assert (found.name if isinstance(found, Thrown) else found) == outcome


@pytest.mark.parametrize("body", ["'{}'", "{}", "undefined", "null"])
def test_what_is_no_bytes_is_a_mistake_of_the_receiver(node_webhooks: NodeWebhooks, body: str) -> None:
    script = f"await webhooks.unwrap({body}, given.headers, {{ secret: given.secret }})"
    found = node_webhooks.run(script, {"headers": bearer(hs256(claims())), "secret": SECRET})

    assert (found.kind, found.status) == ("TypeError", None)
    assert found.message.startswith("body: give the bytes of the request as they came")


def test_options_that_prove_nothing_are_mistakes_of_the_receiver(unwrap: Any) -> None:
    for how, kind, message in (
        ({}, "TypeError", "give either secret"),
        ({"secret": SECRET, "jwks": key_set()}, "TypeError", "give either secret"),
        ({"secret": ""}, "RangeError", "secret: it is empty"),
        ({"secret": public_pem().decode()}, "RangeError", "secret: it is a key in PEM"),
        ({"secret": SECRET, "leewaySeconds": -1}, "RangeError", "leewaySeconds"),
        ({"secret": SECRET, "leewaySeconds": 301}, "RangeError", "leewaySeconds"),
    ):
        found = unwrap(BODY, {}, **how)
        assert (found.kind, found.status) == (kind, None)
        assert found.message.startswith(message)
    for jwks in ({}, {"keys": "x"}, "https://example.com/jwks"):
        found = unwrap(BODY, bearer(rs256(claims())), jwks=jwks)
        assert (found.kind, found.message) == ("RangeError", "jwks: it is no JSON Web Key Set")


def test_neither_password_nor_token_nor_secret_is_in_a_log(node_webhooks: NodeWebhooks) -> None:
    script = """
        const { inspect } = await import("node:util");
        const bytes = new TextEncoder().encode(given.body);
        const delivery = await webhooks.unwrap(bytes, given.headers, { secret: given.secret });
        const shown = inspect(delivery, { depth: 9, showHidden: true });
        return [shown, JSON.stringify(delivery), String(delivery)];
    """
    given = {"body": BODY.decode(), "headers": bearer(hs256(claims(token="inner-token"))), "secret": SECRET}

    for shown in node_webhooks.run(script, given):
        assert not any(each in shown for each in ("correct-horse-7", "inner-token", SECRET))


def test_what_is_wrong_is_said_without_the_body(unwrap: Any) -> None:
    found = unwrap(BODY + b"}", bearer(hs256(claims())), webhook="new-user", **BY_SECRET)

    assert (found.name, found.message) == ("MalformedBody", "The body is not JSON.")


def test_errors_are_those_of_the_python_library(node_webhooks: NodeWebhooks) -> None:
    script = """
        const { WebhookError } = webhooks;
        const kinds = Object.values(webhooks).filter((each) => each?.prototype instanceof WebhookError);
        return [WebhookError, ...kinds].map((kind) => {
          const error = kind === webhooks.Refusal ? new kind("one", "two") : new kind("two");
          return [error.name, Object.getPrototypeOf(kind).name, error.status, error.answer()];
        });
    """
    found = {name: told for name, *told in node_webhooks.run(script)}

    pending: list[type[WebhookError]] = [WebhookError]
    for kind in pending:
        pending += kind.__subclasses__()
        error = kind("one", "two") if kind.__name__ == "Refusal" else kind("two")
        parent = "Error" if kind is WebhookError else kind.__mro__[1].__name__
        assert found.pop(kind.__name__) == [parent, error.status, error.answer()]
    assert found == {}


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.from_type(dict).map(str).map(str.encode)
)
def test_any_bytes_are_read_or_refused(node_webhooks: NodeWebhooks, body: bytes) -> None:
    headers = bearer(hs256(claims()))
    scripts = [(UNWRAP, unwrap_given(body, headers, secret=SECRET, webhook=each)) for each in MODELS]

    for outcome in node_webhooks.run_all(scripts):
        if isinstance(outcome, Thrown):
            assert outcome.name == "MalformedBody"
        else:
            assert outcome["data"] == json.loads(body)


@given(data=st.data(), how=st.sampled_from(["secret", "jwks"]))
def test_a_token_with_any_character_changed_is_refused(unwrap: Any, data: st.DataObject, how: str) -> None:
    token, options = ALTERED[how]
    place = data.draw(st.integers(0, len(token) - 1) | st.just(len(token) - 1))
    character = data.draw(st.sampled_from("ABCDwxyz0189-_.=+/! ") | st.characters(max_codepoint=0x2FF))
    kind = data.draw(st.sampled_from(["replaced", "inserted", "dropped"]))
    changed = token[:place] + ("" if kind == "dropped" else character) + token[place + (kind != "inserted") :]
    if changed == token or changed.strip() == token:
        return

    found = unwrap(BODY, bearer(changed), webhook="new-user", **options)

    assert isinstance(found, Thrown)
    assert found.status == 400


ALTERED: dict[str, tuple[str, dict[str, Any]]] = {
    "secret": (hs256(claims(exp=2**40)), BY_SECRET),
    "jwks": (rs256(claims(exp=2**40)), {"jwks": key_set(), "projectId": PROJECT}),
}


EVENT = {
    "event_type": "registration",
    "event_time": "2026-01-01T12:00:00Z",
    "project_id": PROJECT,
    "data": {"email": "jane.doe@example.com", "more": {"nested": True}},
}
READ_EVENT = "return webhooks.loginEvent(new TextEncoder().encode(JSON.stringify(given)))"


class TestLoginEvent:
    def test_an_event_is_read(self, node_webhooks: NodeWebhooks) -> None:
        assert node_webhooks.run(READ_EVENT, EVENT) == EVENT

    @pytest.mark.parametrize(
        "change",
        [{"event_type": 7}, {"event_time": None}, {"project_id": 1}, {"data": []}, {"data": {"email": 1}}],
    )
    def test_what_is_no_event_is_refused(self, node_webhooks: NodeWebhooks, change: dict[str, Any]) -> None:
        assert node_webhooks.run(READ_EVENT, EVENT | change).name == "MalformedBody"

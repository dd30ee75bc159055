"""Defects planted into the compiled TypeScript client, each of which a test of its own catches."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from tests.webhooks_examples import test_node_answers as answers
from tests.webhooks_examples import test_node_keys as keys
from tests.webhooks_examples import test_node_unwrap as unwrapping
from tests.webhooks_examples.node_webhooks import DIST, NodeProcess, NodeWebhooks

Test = Callable[[NodeWebhooks], None]


def with_keys(test: Callable[..., None]) -> Test:
    """Returns a test about key sets as one of a process."""
    return lambda process: test(keys.runner(process))


LAWS = unwrapping.test_every_law_of_requests_holds


@frozen
class Defect:
    """What is wrong: texts of a module and what stands there instead, and the test that notices."""

    module: str
    changes: dict[str, str]
    caught_by: Test = LAWS


DEFECTS = {
    "the signature is not checked": Defect("signatures", {"if (!good)": "if (false)"}),
    "the algorithm is the one that the token names": Defect(
        "unwrap",
        {
            "checkAlgorithm(token, algorithm);": "",
            "if (secret !== undefined)\n        return secretKey(secret)": (
                'if (token.algorithm === "HS256")\n        return secretKey(secret ?? jwks.keys[0].n)'
            ),
        },
    ),
    "an expired token is good": Defect(
        "token", {'if (seconds(claims, "exp") <= now - leewaySeconds)': "if (0)"}
    ),
    "a token may lack its end": Defect("token", {'if (typeof value !== "number")': "if (0)"}),
    "a token is good before its time": Defect("token", {'(claims["nbf"] ?? null) !== null': "false"}),
    "clocks agree to the second": Defect(
        "token", {"now - leewaySeconds": "now", "now + leewaySeconds": "now"}
    ),
    "a token of another project is good": Defect("token", {"standard.projectId !== undefined": "false"}),
    "a project has one spelling": Defect("token", {"project?.toLowerCase()": "project"}),
    "any token of the project is good": Defect("token", {'claims["request_type"] !== REQUEST_TYPE': "false"}),
    "critical members are passed over": Defect("token", {'Object.hasOwn(members, "crit")': "false"}),
    "of two tokens one is looked at": Defect("token", {"values.length > 1": "false"}),
    "a token has many spellings": Defect("base64url", {"spelling(bytes) === text": "true"}),
    "the first key of the set is as good as another": Defect(
        "signatures", {"keys.get(kid)": "(keys.get(kid) ?? [...keys.values()][0])"}
    ),
    "keys for something else check tokens": Defect(
        "signatures", {'USES.includes(key["use"] ?? "sig")': "true"}
    ),
    "the body is written anew before it is read": Defect(
        "documents",
        {
            "let value = parsed(text);": "text = JSON.stringify(parsed(text)); let value = parsed(text);",
            "const text = decoded(raw)": "let text = new TextDecoder().decode(raw)",
        },
    ),
    "bytes that are no text become one": Defect("documents", {"fatal: true": "fatal: false"}),
    "long integers are rounded": Defect(
        "documents",
        {"if (exact !== text)": "if (false)"},
        lambda process: unwrapping.test_an_id_of_many_digits_is_told_to_the_last(unwrapping.caller(process)),
    ),
    "a body is read before the token is proven": Defect(
        "unwrap",
        {"const token =": "readBody(bytesOf(body), how.webhook); const token ="},
    ),
    "a large body is read": Defect("delivery", {"body.byteLength > MAX_BODY_BYTES": "false"}),
    "what is required may be null": Defect("delivery", {" && content[name] !== null": ""}),
    "types are not looked at": Defect("delivery", {"!property.types.includes(typeOf(value))": "false"}),
    "names that every object has name webhooks": Defect(
        "delivery", {"!Object.hasOwn(SHAPES, webhook)": "!(webhook in SHAPES)"}
    ),
    "a form is taken for JSON": Defect(
        "token", {'mediaType.trim().toLowerCase() !== "application/json"': "false"}
    ),
    "the password stands in the log": Defect(
        "delivery",
        {"this.#data = data;": "this.#data = data; this.body = data;"},
        unwrapping.test_neither_password_nor_token_nor_secret_is_in_a_log,
    ),
    "every delivery fetches the keys": Defect(
        "keys",
        {"this.#isFresh() && this.#keys.has(kid)": "false"},
        with_keys(keys.test_keys_are_fetched_once_and_anew_after_ten_minutes),
    ),
    "keys are kept for ever": Defect(
        "keys",
        {"this.#clock() - this.#fetchedAt < this.#lifetime": "this.#fetchedAt > 0"},
        with_keys(keys.test_keys_are_fetched_once_and_anew_after_ten_minutes),
    ),
    "a new key is not looked for": Defect(
        "keys",
        {"if (fresh && now - this.#searchedAt < PAUSE)": "if (fresh)"},
        with_keys(keys.test_a_new_key_is_found_at_once),
    ),
    "every invented key fetches the keys": Defect(
        "keys",
        {"if (fresh && now - this.#searchedAt < PAUSE)": "if (false)"},
        with_keys(keys.test_invented_keys_do_not_hammer_the_key_server),
    ),
    "everybody fetches for himself": Defect(
        "keys",
        {"this.#underWay === undefined && ": ""},
        with_keys(keys.test_deliveries_that_come_at_once_share_one_fetch),
    ),
    "old keys are as good as none": Defect(
        "keys",
        {"throw unavailable(problem);": ""},
        with_keys(keys.test_old_keys_are_not_trusted_while_new_ones_cannot_be_had),
    ),
    "redirects are followed": Defect(
        "keys",
        {'redirect: "manual"': 'redirect: "follow"'},
        keys.test_keys_come_from_a_server_and_not_from_where_it_leads,
    ),
    "an attribute may be told twice": Defect(
        "answers", {"twice !== undefined": "false"}, answers.test_two_attributes_cannot_have_one_key
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_is_caught(node_process: NodeProcess, tmp_path: Path, name: str) -> None:
    defect = DEFECTS[name]
    # Node takes files outside of a package for modules only where one says so.
    (tmp_path / "package.json").write_text('{"type": "module"}')
    dist = shutil.copytree(DIST, tmp_path / "dist", ignore=shutil.ignore_patterns("*.d.ts"))
    module = dist / "webhooks" / f"{defect.module}.js"
    text = module.read_text("utf-8")
    for old, new in defect.changes.items():
        assert text.count(old) == 1, f"{old} stands there {text.count(old)} times"
        text = text.replace(old, new)
    module.write_text(text, "utf-8")

    with pytest.raises(AssertionError):
        defect.caught_by(NodeWebhooks(node_process, dist))

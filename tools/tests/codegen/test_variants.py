"""What each variant of the description is made of, computed from what the operations say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from login_contract import resources
from login_contract.codegen.openapi_files import VARIANTS, Descriptions
from login_contract.description.operation import Operation, operations
from login_contract.description.references import Pointer, resolve
from login_contract.document.conventions import convention_faults
from login_contract.document.loader import parse
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem
from login_contract.document.prune import pruned

Sentence = Callable[[Operation], bool]
Document = dict[str, Any]

SENTENCES: dict[str, Sentence] = {
    "client-side": lambda one: "client" in one.audiences,
    "server-side": lambda one: bool(one.audiences & {"server", "partner"}),
    "jwt": lambda one: one.protocol in (None, "jwt"),
    "oauth2": lambda one: one.protocol in (None, "oauth2"),
    "docs": lambda one: True,
    "open": lambda one: True,
}


def differing(document: Document, login: Document, sentence: Sentence) -> set[str]:
    """The operations that a variant has and should not have, or the other way round."""
    wanted = {one.operation_id for one in operations(login) if sentence(one)}
    return wanted ^ {one.operation_id for one in operations(document)}


def applied(login: Document, file: str, right: str, wrong: str) -> Document:
    """The variant that an overlay makes which says something wrong."""
    text = resources.path(f"overlays/{file}.yaml").read_text("utf-8")
    assert right in text
    document = parse(text.replace(right, wrong).encode(), name=file)
    return pruned(Overlay.from_document(document, name=file).apply(login))


def tell(document: Document) -> None:
    """Raises what generation would, of the rules of the house."""
    faults = [
        Problem("variant", message, pointer=pointer) for pointer, message in convention_faults(document)
    ]
    if faults:
        raise DocumentError(faults)


@pytest.mark.parametrize("variant", SENTENCES)
def test_variant_has_the_operations_that_its_sentence_says(variant: str, descriptions: Descriptions) -> None:
    document, sentence = descriptions.variants[variant], SENTENCES[variant]

    assert differing(document, descriptions.login, sentence) == set()
    assert any(map(sentence, operations(descriptions.login)))


def test_every_call_is_on_one_side_or_the_other(descriptions: Descriptions) -> None:
    sides = [
        {one.operation_id for one in operations(descriptions.variants[side])}
        for side in ("client-side", "server-side")
    ]
    assert sides[0] | sides[1] == {one.operation_id for one in operations(descriptions.login)}
    # Servers get their tokens, and check those of users, by calls that clients have as well.
    assert {"generate-jwt", "validate-jwt", "json-web-key-set"} <= sides[0] & sides[1]
    assert {"custom-storage-new-user", "login-event"} <= sides[1] - sides[0]


@pytest.mark.parametrize("variant", VARIANTS)
def test_variant_holds_nothing_that_it_does_not_use(variant: str, descriptions: Descriptions) -> None:
    document = descriptions.variants[variant]
    assert pruned(document) == document


def test_operations_of_a_slice_are_those_of_the_whole(descriptions: Descriptions) -> None:
    whole = {one.operation_id: one.definition for one in operations(descriptions.login)}
    for variant in ("client-side", "server-side", "jwt", "oauth2", "docs"):
        for one in operations(descriptions.variants[variant]):
            assert one.definition["responses"].keys() == whole[one.operation_id]["responses"].keys()
            assert one.definition.get("parameters") == whole[one.operation_id].get("parameters")


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("jwt", "'oauth2'", "'oauth'"),
        ("oauth2", "x-protocol", "x-protocols"),
        ("server-side", "== 'client'", "== 'clients'"),
        ("client-side", "$.webhooks", "$.webhook"),
        ("open", "'#/components/schemas/Gender'", "'#/components/schemas/Sex'"),
        ("open", ".properties[?@.const].const\n    remove: true", ".additionalProperties\n    remove: true"),
        ("docs", "tags: [tokens]", "tags: []"),
        ("docs", "tags: [tokens]", "tags: [tokens, sso]"),
        ("docs", "tags: [tokens]", "tags: [token]"),
    ],
)
def test_a_wrong_overlay_is_refused(descriptions: Descriptions, file: str, right: str, wrong: str) -> None:
    with pytest.raises(DocumentError):
        tell(applied(descriptions.login, file, right, wrong))


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("client-side", " && !@['x-audience'][?@ == 'client']", ""),
        ("server-side", "== 'client'", "!= 'server'"),
        ("jwt", "$.paths.*[?@['x-protocol'] == 'oauth2']", "$.paths.*[?@['x-protocol']]"),
    ],
)
def test_an_overlay_that_leaves_out_too_much_is_noticed(
    descriptions: Descriptions, file: str, right: str, wrong: str
) -> None:
    document = applied(descriptions.login, file, right, wrong)

    assert differing(document, descriptions.login, SENTENCES[file])


def reached(document: Document, nodes: list[Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every object below some nodes, through references, once; examples are no part of it."""
    seen: set[int] = set()
    waiting: list[tuple[Pointer, Any]] = [((index,), node) for index, node in enumerate(nodes)]
    while waiting:
        pointer, node = waiting.pop()
        node = resolve(document, node) if isinstance(node, dict) else node
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, dict):
            yield pointer, node
            waiting += [
                ((*pointer, key), value)
                for key, value in node.items()
                if key not in ("example", "examples", "default", "links")
            ]
        elif isinstance(node, list):
            waiting += [((*pointer, index), value) for index, value in enumerate(node)]


def answers(document: Document) -> list[Any]:
    """What the Login server answers; webhooks are answered by partners."""
    return [one.definition["responses"] for one in operations(document) if not one.is_webhook]


def requests(document: Document) -> list[Any]:
    """What is sent: to the Login server, and by it in webhooks, with the answers to these."""
    keys = ("parameters", "requestBody")
    sent = [one.definition[key] for one in operations(document) for key in keys if key in one.definition]
    return sent + [one.definition["responses"] for one in operations(document) if one.is_webhook]


def closed(document: Document) -> set[Pointer]:
    """Places of answers that allow no other value or property than those that are listed."""
    open_lists = {
        id(resolve(document, choice))
        for _, node in reached(document, answers(document))
        if {"type": "string"} in node.get("anyOf", ())
        for choice in node["anyOf"]
    }
    return {
        pointer
        for pointer, node in reached(document, answers(document))
        if node.get("additionalProperties") is False
        or (
            (node.keys() & {"const", "enum"})
            and "properties" not in pointer[-1:]
            and id(node) not in open_lists
        )
    }


def test_what_answers_close_is_open(descriptions: Descriptions) -> None:
    assert closed(descriptions.login)
    assert closed(descriptions.open) == set()


def test_what_is_sent_stays_as_closed_as_it_was(descriptions: Descriptions) -> None:
    def sent(document: Document) -> list[tuple[str, Any]]:
        return sorted((str(pointer), node) for pointer, node in reached(document, requests(document)))

    assert sent(descriptions.open) == sent(descriptions.login)

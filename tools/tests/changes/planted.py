"""Changes of the description that are planted, and what each of them is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from login_contract.changes.change import Impact
from login_contract.description.references import resolve

Document = dict[str, Any]
LOGIN = "POST /login"
REGISTRATION = "POST /user"
NEW_USER = "webhook custom-storage-new-user"
MAIL = "webhook custom-storage-email"

#: What the planted changes are about; the rest of the description only costs time.
KEPT = (
    "auth-by-username-and-password",
    "jwt-register-new-user",
    "get-user-for-project",
    "custom-storage-new-user",
    "custom-storage-email",
)


@frozen
class Planted:
    """A change, what it is classified as, where, and by which rule."""

    name: str
    plant: Callable[[Document], None]
    impact: Impact
    operation: str
    where: str
    rule: str

    def __str__(self) -> str:
        return self.name


def schema(document: Document, name: str) -> Document:
    found: Document = document["components"]["schemas"][name]
    return found


def call(document: Document, path: str) -> Document:
    found: Document = document["paths"][path]["post"]
    return found


def answer(document: Document, operation: Document, status: str) -> Document:
    """An answer that this operation has for itself alone from now on."""
    operation["responses"][status] = {**resolve(document, operation["responses"][status])}
    found: Document = operation["responses"][status]
    return found


def move_path(document: Document) -> None:
    document["paths"]["/signin"] = document["paths"].pop("/login")


def rename_webhook(document: Document) -> None:
    document["webhooks"]["custom-storage-mail"] = document["webhooks"].pop("custom-storage-email")


def lose_operation_id(document: Document) -> None:
    del call(document, "/user")["operationId"]


def lose_code(document: Document) -> None:
    refusal = answer(document, call(document, "/login"), "401")
    refusal["x-error-codes"] = {k: v for k, v in refusal["x-error-codes"].items() if k != "003-001"}


def change_default(document: Document) -> None:
    schema(document, "WithLogout")["default"] = "1"


def webhook_loses_what_partners_read(document: Document) -> None:
    del schema(document, "NewUserDelivery")["properties"]["username"]


def webhook_takes_fewer_answers(document: Document) -> None:
    del document["webhooks"]["custom-storage-new-user"]["post"]["responses"]["201"]


def require_more_of_requests(document: Document) -> None:
    body = schema(document, "Registration")
    body["required"] = [*body["required"], "nickname"]


def promise_less_of_answers(document: Document) -> None:
    told = schema(document, "RegistrationResult")
    told["required"] = [name for name in told["required"] if name != "login_url"]


def shorten_what_is_sent(document: Document) -> None:
    schema(document, "Registration")["properties"]["username"]["maxLength"] = 20


def ask_for_a_token(document: Document) -> None:
    call(document, "/login")["security"] = [{"UserToken": []}]


def add_a_value_to_answers(document: Document) -> None:
    schema(document, "AskFieldType")["enum"].append("avatar")


def tell_more_in_answers(document: Document) -> None:
    schema(document, "RegistrationResult")["properties"]["state"] = {"type": "string"}


def webhook_tells_more(document: Document) -> None:
    sent = schema(document, "NewUserDelivery")
    sent["properties"]["country"] = {"type": "string"}
    sent["required"] = [*sent["required"], "country"]


def read_another_parameter(document: Document) -> None:
    parameter = {"name": "theme", "in": "query", "schema": {"type": "string"}}
    call(document, "/login")["parameters"].append(parameter)


def add_an_operation(document: Document) -> None:
    answers = {"responses": {"204": {"description": "Done."}}}
    document["paths"]["/ping"] = {"post": {"operationId": "ping", **answers}}


def take_longer_names(document: Document) -> None:
    schema(document, "Registration")["properties"]["username"]["maxLength"] = 300


def tell_it_in_other_words(document: Document) -> None:
    call(document, "/login")["description"] = "Something else."
    call(document, "/login")["x-origin"] = "seed"


_B, _C, _D = Impact
PLANTED = (
    Planted("a path is renamed", move_path, _B, LOGIN, "", "operation-moved"),
    Planted("a webhook is renamed", rename_webhook, _B, MAIL, "", "operation-moved"),
    Planted("an operation id is lost", lose_operation_id, _B, REGISTRATION, "", "operation-id-changed"),
    Planted("an error code is lost", lose_code, _B, LOGIN, "401", "code-removed"),
    Planted("a default changes", change_default, _B, LOGIN, "query.with_logout", "default-changed"),
    Planted(
        "a webhook carries less",
        webhook_loses_what_partners_read,
        _B,
        NEW_USER,
        "body.username",
        "property-removed",
    ),
    Planted("a webhook takes less", webhook_takes_fewer_answers, _B, NEW_USER, "201", "status-removed"),
    Planted(
        "a request needs more",
        require_more_of_requests,
        _B,
        REGISTRATION,
        "body.nickname",
        "required-changed",
    ),
    Planted(
        "an answer promises less",
        promise_less_of_answers,
        _B,
        REGISTRATION,
        "200.body.login_url",
        "required-changed",
    ),
    Planted(
        "a request may be shorter only",
        shorten_what_is_sent,
        _B,
        REGISTRATION,
        "body.username",
        "bound-changed",
    ),
    Planted("a call needs a token", ask_for_a_token, _B, LOGIN, "", "security-changed"),
    Planted(
        "an answer has another value",
        add_a_value_to_answers,
        _B,
        LOGIN,
        "200.body.ask_fields[].type",
        "value-added",
    ),
    Planted(
        "an answer tells more", tell_more_in_answers, _C, REGISTRATION, "200.body.state", "property-added"
    ),
    Planted("a webhook carries more", webhook_tells_more, _C, NEW_USER, "body.country", "property-added"),
    Planted("a parameter is new", read_another_parameter, _C, LOGIN, "query.theme", "parameter-added"),
    Planted("an operation is new", add_an_operation, _C, "POST /ping", "", "operation-added"),
    Planted("a request may be longer", take_longer_names, _C, REGISTRATION, "body.username", "bound-changed"),
    Planted("words change", tell_it_in_other_words, _D, LOGIN, "", "documentation"),
)

"""What a good request of an operation is, be it generated or an example: one that the server has to accept.

The description says it: its examples, its security schemes, its links. What none of them can say, because
only a server knows it, comes from ``live_inputs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import httpx
from attrs import define, field

from login_contract.description.message import FORM, MULTIPART
from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.generated.fillers.inputs import Inputs
from login_contract.suite.generated.links import LinkHere, at, links_to, part_of, say
from login_contract.suite.generated.live_inputs import (
    ALONE,
    BODIES,
    WITHOUT_PASSWORD,
    fill_by_name,
    name_observer,
    name_others,
)
from login_contract.suite.generated.live_stock import BROWSER_COOKIE, SERVER_HEADER, Stock
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_TOKEN, DocumentedRefusal

Asking = frozenset[str]
# The body whose token is none of a user's.
GATEWAY = "GatewayTokenValidation"
# How a request says its body, where that is not JSON.
BODY_KINDS = {FORM: "form", MULTIPART: "parts"}
# The codes of a refusal of a user's token.
TOKEN_REFUSED = {INVALID_TOKEN.code, INACTIVE_TOKEN.code}


@define(kw_only=True)
class GoodRequest:
    """A request of an operation, told apart from a generated one by having examples for values."""

    operation: Operation
    path_parameters: dict[str, Any] = field(factory=dict)
    query: dict[str, Any] = field(factory=dict)
    headers: dict[str, Any] = field(factory=dict)
    cookies: dict[str, Any] = field(factory=dict)
    body: Any = None

    @property
    def all_headers(self) -> dict[str, str]:
        """Its headers, with its cookies in one."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**self.headers, **({"Cookie": cookies} if cookies else {})}

    def send(self, stock: Stock) -> httpx.Response:
        """Send it to the project of ``stock``."""
        return stock.send(
            self.operation.operation_id,
            path=self.path_parameters,
            query=self.query,
            headers=self.all_headers,
            **{BODY_KINDS.get(media_type(self.operation) or "", "body"): self.body},
        )


def good_request(
    operation: Operation, stock: Stock, *, whole: bool = True, asking: Asking = frozenset()
) -> GoodRequest:
    """Return the first good request; of the options, see ``good_requests``."""
    return next(good_requests(operation, stock, whole=whole, asking=asking))


def good_requests(
    operation: Operation, stock: Stock, *, whole: bool = True, asking: Asking = frozenset()
) -> Iterator[GoodRequest]:
    """Yield a request for each example of a body, one where there is none; live values are made on the way.

    A ``whole`` request has every parameter that there is, another the required ones only. ``asking`` are the
    operations that need this one first, and can therefore be of no help to it.
    """
    for body in _examples_of_body(operation) or [None]:
        request = _parameters(operation, whole=whole)
        request.body = deepcopy(body)
        if isinstance(body, dict):
            _name_somebody_new(operation, request.body, stock)
        request.headers.update(fill(operation, request, stock, asking))
        yield request


def _parameters(operation: Operation, *, whole: bool) -> GoodRequest:
    request = GoodRequest(operation=operation)
    places = {"path": request.path_parameters, "query": request.query, "header": request.headers}
    for parameter in operation.parameters:
        if parameter.location in places and (whole or parameter.required):
            places[parameter.location][parameter.name] = deepcopy(parameter.example)
    return request


def _name_somebody_new(operation: Operation, body: dict[str, Any], stock: Stock) -> None:
    """Put a recipient into a body that has not had a message yet."""
    needed = schema_of_body(operation).get("required", [])
    if "email" in needed:
        body["email"] = stock.recipient("email")
    if "phone_number" in needed:
        body["phone_number"] = stock.recipient("phone")


def fill(
    operation: Operation, inputs: Inputs, stock: Stock, asking: Asking = frozenset()
) -> Mapping[str, str]:
    """Put live values into a well-formed request, and return the headers to send with it.

    The request, and those before it that it needs, are one user's.
    """
    stock = stock.of_one_user()
    if isinstance(inputs.body, dict):
        inputs.body = dict(_sendable(operation, inputs.body))
    fill_by_name(inputs, stock)
    headers = secure(operation, inputs, stock)
    if operation.user_token:
        # What an earlier call has to tell, it tells the same user.
        stock = stock.bearing(headers["Authorization"].removeprefix("Bearer "))
    if proves_whose(operation):
        make = stock.observed_user if operation.server_token else stock.other_user
        name_others(inputs, stock, make)
    filler = ALONE.get(operation.operation_id) or BODIES.get(name_of_body(operation))
    if filler is None:
        _follow(operation, inputs, stock, asking | {operation.operation_id})
    else:
        filler(inputs, stock)
    return headers


def _sendable(operation: Operation, body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Leave out of a form what repeats a field there, which is refused: a list, or an unknown object."""
    known = _properties(operation) if media_type(operation) == MULTIPART else set()
    for name, value in body.items():
        if media_type(operation) not in BODY_KINDS or name in known or not isinstance(value, (list, dict)):
            yield name, value


def secure(operation: Operation, inputs: Inputs, stock: Stock) -> Mapping[str, str]:
    """Present what an operation's security scheme asks for, and return it where it is a header."""
    schemes = schemes_of(operation)
    if operation.server_token:
        name_observer(inputs, stock)
        return {SERVER_HEADER: stock.server_token()}
    if "SsoCookie" in schemes:
        inputs.cookies = {BROWSER_COOKIE: stock.browser()}
    if not operation.user_token:
        return {}
    has_none = operation.operation_id in WITHOUT_PASSWORD
    token = stock.token_without_password() if has_none else stock.token()
    return {"Authorization": f"Bearer {token}"}


def proves_whose(operation: Operation) -> bool:
    """Say whether a request of an operation carries the token of a user or of a partner's server."""
    return operation.user_token or operation.server_token


def inputs_of(operation: Operation) -> set[str]:
    """Return the names of the parameters of an operation and of the properties of its body."""
    return {parameter.name for parameter in operation.parameters} | _properties(operation)


def schemes_of(operation: Operation) -> set[str]:
    """Return the names of the security schemes that a request of an operation may meet."""
    return set().union(*operation.security)


def takes_user_token(operation: Operation) -> bool:
    """Say whether an operation takes a user's token, in a header or in its body, and refuses a bad one."""
    in_body = "token" in _properties(operation) and name_of_body(operation) != GATEWAY
    codes = set().union(*(response.error_codes or () for response in operation.responses.values()))
    return operation.user_token or (in_body and not codes.isdisjoint(TOKEN_REFUSED))


def refused_token(operation: Operation) -> DocumentedRefusal:
    """Return how an operation refuses a token that is no good for it."""
    return DocumentedRefusal(*(operation.token_refusal or INVALID_TOKEN))


def _follow(operation: Operation, inputs: Inputs, stock: Stock, asking: Asking) -> None:
    """Make the call that comes before: the first that tells all it should, or brings about what is needed."""
    for link in links_to(operation):
        helps = link.helps(operation) and link.source.operation_id not in asking
        if helps and _gives(link, operation, inputs, stock, asking):
            break
    find_code(inputs, stock)


def _gives(link: LinkHere, operation: Operation, inputs: Inputs, stock: Stock, asking: Asking) -> bool:
    before = good_request(link.source, stock, asking=asking)
    for name, expression in link.inputs.items():
        given = part_of(operation, inputs, name).get(name)
        if name not in link.told and given is not None:
            say(before, str(expression), given)
    answer = before.send(stock)
    if answer.status_code != link.status:
        return False
    told = {name: at(answer.json(), str(link.inputs[name])) for name in link.told}
    for name, value in told.items():
        part_of(operation, inputs, name)[name] = value
    return None not in told.values()


def find_code(inputs: Inputs, stock: Stock) -> None:
    """Put the code of an operation's message beside the id of the operation."""
    body = inputs.body
    if isinstance(body, dict) and {"operation_id", "code"} <= body.keys():
        recipient = body.get("email") or body.get("phone_number")
        for message in stock.sent(body["operation_id"], recipient):
            body["code"] = message.code or body["code"]


def media_type(operation: Operation) -> str | None:
    """Return the media type of an operation's body, None where it takes none."""
    return next(iter(operation.bodies), None)


def _examples_of_body(operation: Operation) -> list[Any]:
    return [each for media in operation.bodies.values() for each in media.examples.values()]


def name_of_body(operation: Operation) -> str:
    """Return the name that the description gives the schema of a body."""
    references = [media.schema.get("$ref", "") for media in operation.bodies.values()]
    return references[0].rpartition("/")[2] if references else ""


def schema_of_body(operation: Operation) -> Mapping[str, Any]:
    """Return the schema of an operation's body, an empty one where it takes none."""
    schemas = [described().resolve(media.schema) for media in operation.bodies.values()]
    return schemas[0] if schemas else {}


def _properties(operation: Operation) -> set[str]:
    return set(schema_of_body(operation).get("properties", {}))

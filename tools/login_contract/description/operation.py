"""The operations of a description, those that its webhooks ask of a partner among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from login_contract.description.message import ORIGIN, MediaType, Parameter, Response, content
from login_contract.description.references import Pointer, resolve

# The security schemes that are met by a user's token, and by that of a partner's server.
USER_TOKENS = frozenset({"UserToken", "AttributesBearer"})
SERVER_TOKENS = frozenset({"ServerToken", "AttributesServer"})
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@frozen(eq=False)
class Operation:
    """One operation: where it stands, its path item and itself, and the document that both refer to.

    Everything else is read when it is asked for: an operation of a document that breaks the rules of OpenAPI
    can be made, and checked.
    """

    pointer: Pointer
    item: dict[str, Any] = field(repr=False)
    definition: dict[str, Any] = field(repr=False)
    document: Mapping[str, Any] = field(repr=False)

    @cached_property
    def operation_id(self) -> str:
        """The operationId, or an empty text."""
        return str(self.definition.get("operationId", ""))

    @cached_property
    def method(self) -> str:
        """The HTTP method, in capitals."""
        return str(self.pointer[-1]).upper()

    @cached_property
    def path(self) -> str:
        """The path below the server's, or the name of the webhook."""
        return str(self.pointer[1])

    @property
    def label(self) -> str:
        """Method and path, as tables show them."""
        return f"{self.method} {self.path}"

    @property
    def changes_nothing(self) -> bool:
        """Whether a request to it leaves the server as it was, apart from the link of a message."""
        return bool(self.definition.get("x-changes-nothing", self.method == "GET"))

    @property
    def repeatable(self) -> bool:
        """Whether a client may make a request again that got lost: it changes nothing, and proves nothing.

        What is proved in a query, by a code or a ticket, is good once.
        """
        proves = any(each.location == "query" and each.definition.get("x-secret") for each in self.parameters)
        return self.changes_nothing and not proves

    @cached_property
    def changes_of_others(self) -> frozenset[str]:
        """The operations that may tell somebody else something new after it: it is about two users."""
        return frozenset(self.definition.get("x-changes-of-others", ()))

    @property
    def takes_input(self) -> bool:
        """Whether requests to it differ from each other in anything."""
        return bool(self.parameters or self.bodies)

    @property
    def is_webhook(self) -> bool:
        """Whether the Login server makes this call, rather than answers it."""
        return bool(self.pointer[0] == "webhooks")

    @property
    def own_server(self) -> bool:
        """Whether its path names servers of its own: it belongs to the mock, not to the API."""
        return "servers" in self.item

    @cached_property
    def servers(self) -> Sequence[Any]:
        """Where it is called: its own servers, or those of its path, or those of the whole description."""
        nodes = (self.definition, self.item, self.document)
        servers: Sequence[Any] = next((node["servers"] for node in nodes if node.get("servers")), ())
        return servers

    @cached_property
    def address(self) -> str:
        """The path from the root of its server."""
        return f"{urlsplit(self.servers[0]['url']).path.rstrip('/')}{self.path}"

    @property
    def tags(self) -> Sequence[str]:
        """The names of its tags."""
        tags: Sequence[str] = self.definition.get("tags", ())
        return tags

    @property
    def origin(self) -> str | None:
        """Where its facts are from, unless a part of it says something else of itself."""
        origin: str | None = self.definition.get(ORIGIN)
        return origin

    @property
    def audiences(self) -> frozenset[str]:
        """Who calls it: `client`, `server`, `partner`, or several of them."""
        told = self.definition.get("x-audience", ())
        return frozenset([told] if isinstance(told, str) else told)

    @property
    def protocol(self) -> str | None:
        """The protocol that a project must serve for it, None for any."""
        protocol: str | None = self.definition.get("x-protocol")
        return protocol

    @cached_property
    def security(self) -> tuple[frozenset[str], ...]:
        """The alternatives of what a request must prove, each the names of its security schemes."""
        needs = self.definition.get("security", self.document.get("security", ()))
        return tuple(frozenset(need) for need in needs)

    def needs(self, *schemes: str) -> bool:
        """Say whether no request does without one of these security schemes."""
        return bool(self.security) and all(not names.isdisjoint(schemes) for names in self.security)

    @cached_property
    def user_token(self) -> bool:
        """Whether no request does without the token of a user."""
        return self.needs(*USER_TOKENS)

    @cached_property
    def server_token(self) -> bool:
        """Whether no request does without the token of a partner's server."""
        return self.needs(*SERVER_TOKENS)

    @cached_property
    def token_refusal(self) -> tuple[int, str] | None:
        """Status and code that its security scheme gives a token that is refused, None for the usual ones."""
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        for scheme in sorted(frozenset().union(*self.security)):
            refused = schemes.get(scheme, {}).get("x-token-refusal")
            if refused is not None:
                return int(refused["status"]), str(refused["code"])
        return None

    @property
    def parameter_nodes(self) -> list[tuple[Pointer, dict[str, Any]]]:
        """Parameters of the path item and of the operation, each with its pointer, unresolved."""
        return [
            ((*pointer, "parameters", index), parameter)
            for pointer, node in ((self.pointer[:-1], self.item), (self.pointer, self.definition))
            for index, parameter in enumerate(node.get("parameters", ()))
        ]

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its parameters and those of its path item that it does not describe anew."""
        read = [Parameter.read(self.document, node) for _, node in self.parameter_nodes]
        return tuple({(each.name, each.location): each for each in read}.values())

    @cached_property
    def bodies(self) -> Mapping[str, MediaType]:
        """The bodies of its requests by their media types, none when requests have none."""
        return content(self.document, resolve(self.document, self.definition.get("requestBody", {})))

    @property
    def body_required(self) -> bool:
        """Whether a request without a body is refused."""
        return bool(resolve(self.document, self.definition.get("requestBody", {})).get("required"))

    @cached_property
    def responses(self) -> Mapping[str, Response]:
        """Its answers by what they are described for: `200`, `5XX` or `default`."""
        described = self.definition.get("responses", {})
        return {status: Response.read(self.document, node) for status, node in described.items()}

    def response(self, status: int) -> Response | None:
        """Return what is described for a status, None when it is not documented."""
        names = (str(status), f"{status // 100}XX", "default")
        return next((self.responses[name] for name in names if name in self.responses), None)


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """All operations under `paths` and `webhooks`, in document order."""
    for kind in ("paths", "webhooks"):
        for name, item in document.get(kind, {}).items():
            for method in METHODS:
                if method in item:
                    yield Operation((kind, name, method), item, item[method], document)

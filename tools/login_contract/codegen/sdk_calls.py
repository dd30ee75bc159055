"""The calls of the widget SDK, as both facades are rendered from them.

`x-sdk-call` at an operation names the call that it stands behind; `x-sdk` at the top of the description
says what the operation does not: how the calls are initialised, and what their arguments are called there.
Everything else is read from the operations, so that a description from which some are dropped, or in which
they have other names, has the calls that are left. `sdk_reader.read_sdk` makes one model of both; nothing
else of a facade depends on which call it is.

How a facade is rendered from it:

- `Sdk.parameters` are what the facade is made with, by the SDK document's own name (`name`), which a
  language may spell its own way. One with `const` is no parameter. `also` is what the SDK takes instead.
  `otherwise` says that a random value may be made up where an operation requires one and none was given.
- The facade is in OAuth 2.0 when `protocol.chosen_by` is true, or when all of `protocol.forced_by` are
  given. A call uses `SdkCall.operation(oauth2)`: the one that is there where there is only one. With
  `protocol_argument` the caller chooses for the call (`isOauth2`); left out, the facade decides.
- A call sends every parameter of `SdkCall.sent(operation)`, in the query or as a property of the body,
  unless it is not given; false is not given. One with `protocol` is sent in that protocol alone.
  `with_logout` and other truths are sent as `1`. `written` says how the value is spelled: `underscored`
  (the first `-` is a `_`), `lower-case`.
- `SdkCall.arguments` come in the order of the SDK's; `Argument.place(operation)` says where each goes, None
  where this operation has none. A place in the body is a pointer; its part `*` stands for each name that
  the argument `for_each` (an object) has. A place that is a parameter's too is the argument's, if given.
- How a caller writes them, by `shape`: `object`, one object with the arguments by name; `positions`, one by
  one; `either`, as the document and the SDK differ. With `within` the arguments are the properties of one
  object of that name. The argument of `captcha` (`Captcha.argument`) is an object beside them; its members
  are headers.
- `magic_link`: where an argument `beside` is taken (`SdkCall.link`), `sent_as` goes beside it, true or
  false, as soon as a call that `tells_setting` has answered the `setting`: the setting, unless
  `held_back_by` is set.
- What the call resolves with, by `answer`: `nothing` (204), `value` (the success's body), `location` (the
  Location of a redirect), either `or nothing`, or `address` (the call is not made: its address is for a
  browser).
- With `confirms` (codes) something may have to be confirmed first: the success, or a refusal with one of
  the codes, then has an error object whose `details.operation_id` the confirmation takes.
- With `waits_while` (a code) the call is a wait: a refusal with that code means that nothing came yet, and
  the call is made again until the caller's time is over; `cancelled_by` is the argument that ends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen

from login_contract.description.operation import Operation

#: The part of a pointer that stands for each name of another argument.
EACH = "*"
Shape = Literal["object", "positions", "either"]
Spelling = Literal["underscored", "lower-case"]
Answer = Literal["nothing", "value", "value or nothing", "location", "location or nothing", "address"]
Protocols = Literal["jwt", "oauth2"]


@frozen
class Place:
    """Where a value goes: `name` in the path, the query or the headers, or along `pointer` in the body."""

    location: Literal["path", "query", "header", "body"]
    name: str
    pointer: tuple[str, ...] = ()

    @property
    def is_token(self) -> bool:
        """Whether it is the token of a user, which a `Bearer` stands before."""
        return self.location == "header" and self.name.lower() == "authorization"


@frozen(kw_only=True)
class Parameter:
    """A parameter of the initialisation; without `sent_as` no request carries it."""

    name: str
    sent_as: str | None
    also: str | None
    required: bool
    written: Spelling | None
    otherwise: Literal["random"] | None
    protocol: Protocols | None
    calls: frozenset[str] | None
    schema: Mapping[str, Any] = field(repr=False)
    description: str = field(repr=False)
    origin: str

    @property
    def default(self) -> Any:
        """What it is when it is left out, None where nothing is said."""
        return self.schema.get("default")

    @property
    def const(self) -> Any:
        """Its only value, None where callers choose."""
        return self.schema.get("const")


@frozen(kw_only=True)
class Argument:
    """An argument of a call; `required` where each operation of the call requires it."""

    name: str
    also: str | None
    written: Spelling | None
    for_each: str | None
    required: bool
    places: Mapping[str, Place] = field(repr=False)
    schema: Mapping[str, Any] = field(repr=False)
    description: str = field(repr=False)

    def place(self, operation: Operation) -> Place | None:
        """Where it goes in a request to one of the call's operations."""
        return self.places.get(operation.operation_id)


@frozen
class Sent:
    """A parameter of the initialisation as an operation takes it."""

    parameter: Parameter
    place: Place


@frozen(kw_only=True)
class SdkCall:
    """One call: its operations by protocol, `None` where one serves both, and what callers give."""

    name: str
    shape: Shape
    within: str | None
    protocol_argument: bool
    captcha: bool
    tells_setting: bool
    confirms: tuple[str, ...]
    waits_while: str | None
    cancelled_by: str | None
    link: Argument | None
    answer: Answer
    arguments: tuple[Argument, ...]
    operations: Mapping[str | None, Operation] = field(repr=False)
    sends: Mapping[str, tuple[Sent, ...]] = field(repr=False)

    def operation(self, oauth2: bool) -> Operation:
        """The operation in OAuth 2.0, or else in the JWT protocol; the only one where there is one."""
        found = self.operations.get("oauth2" if oauth2 else "jwt") or self.operations.get(None)
        return found or next(iter(self.operations.values()))

    @property
    def has_twins(self) -> bool:
        """Whether each protocol has an operation of its own."""
        return {"jwt", "oauth2"} <= self.operations.keys()

    @property
    def description(self) -> Operation:
        """The operation whose words describe the call."""
        return self.operation(oauth2=False)

    def sent(self, operation: Operation) -> tuple[Sent, ...]:
        """The parameters of the initialisation that this call sends to one of its operations."""
        return self.sends.get(operation.operation_id, ())


@frozen(kw_only=True)
class Protocol:
    """How OAuth 2.0 is chosen: by a parameter, by others given together, by an argument."""

    chosen_by: str
    forced_by: tuple[str, ...]
    argument: str


@frozen(kw_only=True)
class MagicLink:
    """What asks for a link in a message: a property beside an argument, by a setting of the project."""

    sent_as: str
    beside: str
    setting: str
    held_back_by: str


@frozen(kw_only=True)
class Captcha:
    """The argument with the result of a captcha, and the header that each member of it is sent in."""

    argument: str
    members: Mapping[str, str]


@frozen(kw_only=True)
class Sdk:
    """All calls in the order of the description, and how they are initialised."""

    parameters: tuple[Parameter, ...]
    protocol: Protocol
    magic_link: MagicLink
    captcha: Captcha
    calls: tuple[SdkCall, ...]

    @cached_property
    def by_name(self) -> Mapping[str, SdkCall]:
        """The calls by the SDK's names."""
        return {each.name: each for each in self.calls}

    @cached_property
    def by_operation(self) -> Mapping[str, SdkCall]:
        """The calls by the ids of their operations."""
        return {one.operation_id: each for each in self.calls for one in each.operations.values()}

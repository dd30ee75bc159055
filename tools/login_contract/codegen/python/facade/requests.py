"""Renders `login_requests.py`: how the requests of the SDK's calls are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract.codegen.python.facade.code import Argument, docstring, indented, module
from login_contract.codegen.python.facade.names import annotation, snake_case, takes_null
from login_contract.codegen.python.facade.routes import route
from login_contract.codegen.python.facade.written import PACKAGE, Endpoint
from login_contract.codegen.python.templating import GenerationError
from login_contract.codegen.sdk_calls import EACH, Parameter, Place, Sdk, SdkCall
from login_contract.codegen.sdk_calls import Argument as SdkArgument

CAPTCHA = "CaptchaData"
_IMPORTS = (
    "from collections.abc import Mapping, Sequence",
    "from typing import Any, Literal",
    "from uuid import UUID",
    "from attrs import field, frozen",
    f"from {PACKAGE}.facade import initialisation",
    f"from {PACKAGE}.facade.initialisation import Initialisation",
    f"from {PACKAGE}.facade.route import Prepared, Route",
    f"from {PACKAGE}.pkce import new_state",
)


@frozen(kw_only=True)
class Requests:
    """Renders requests of one description, whose operations' modules are already written."""

    document: Mapping[str, Any]
    sdk: Sdk
    endpoints: Mapping[str, Endpoint]

    def module(self) -> str:
        """The code of the module."""
        operations = {
            each.operation_id: (call, each) for call in self.sdk.calls for each in call.operations.values()
        }
        imports = {*_IMPORTS}
        for name in operations:
            found = self.endpoints[name]
            imports |= {f"from {found.origin} import {found.module}", *found.source.needed([found.result])}
        routes = [route(call, each, self.endpoints[name]) for name, (call, each) in operations.items()]
        return module(
            "How the requests of the SDK's calls are written; `LoginApi` and `AsyncLoginApi` send them.",
            imports,
            "\n".join(routes),
            self._captcha(),
            self._class(),
        )

    def parameters(self) -> tuple[Argument, ...]:
        """What the facade is made with: what is required, and the others."""
        return tuple(self._parameter(each) for each in self.sdk.parameters if each.const is None)

    def arguments(self, call: SdkCall) -> tuple[Argument, ...]:
        """The arguments of a call, those that are required first."""
        found = [self._argument(each) for each in call.arguments]
        found.sort(key=lambda each: each.default is not None)
        if call.captcha:
            found.append(
                Argument(
                    name=snake_case(self.sdk.captcha.argument),
                    kind=f"{CAPTCHA} | None",
                    default="None",
                    text="the result of a captcha, where the project asks for one.",
                )
            )
        if call.protocol_argument:
            found.append(
                Argument(
                    name=snake_case(self.sdk.protocol.argument),
                    kind="bool | None",
                    default="None",
                    text="whether the call is one of OAuth 2.0; left out, as this object was made.",
                )
            )
        return tuple(found)

    def result(self, call: SdkCall) -> str:
        """The type that a success of the call brings, as code."""
        found = {self.endpoints[each.operation_id].result for each in call.operations.values()}
        if len(found) != 1:
            raise GenerationError(f"the operations of {call.name} bring different things: {sorted(found)}")
        return found.pop()

    def _parameter(self, parameter: Parameter) -> Argument:
        kinds = annotation(self.document, parameter.schema)
        kind = "int | str" if kinds == "int" else kinds
        default = parameter.default
        if default is None and not parameter.required:
            kind = f"{kind} | None"
        written = None if parameter.required else repr(default)
        text = " ".join(parameter.description.split())
        return Argument(name=snake_case(parameter.name), kind=kind, default=written, text=text)

    def _argument(self, argument: SdkArgument) -> Argument:
        kind = annotation(self.document, argument.schema)
        optional = not argument.required or takes_null(self.document, argument.schema)
        return Argument(
            name=snake_case(argument.name),
            kind=f"{kind} | None" if optional else kind,
            default=None if argument.required else "None",
            text=" ".join(argument.description.split()),
        )

    def _captcha(self) -> str:
        members = self.sdk.captcha.members
        fields = [f"{name}: str = field(repr=False)" for name in members]
        headers = ", ".join(f"{header!r}: self.{name}" for name, header in members.items())
        return "\n".join(
            (
                "@frozen(kw_only=True)",
                f"class {CAPTCHA}:",
                indented('"""What a captcha that somebody has solved came to."""'),
                "",
                indented("\n".join(fields)),
                "",
                indented("def headers(self) -> dict[str, str]:"),
                indented('"""Return the headers that tell it."""', 2),
                indented(f"return {{{headers}}}", 2),
            )
        )

    def _class(self) -> str:
        parameters = self.parameters()
        given = ", ".join(each.code for each in parameters)
        own = [
            f"def __init__(self, *, {given}) -> None:",
            indented(f"oauth2 = {self._is_oauth2()}"),
            indented("self.own = Initialisation({"),
            *(indented(f"{name!r}: {code},", 2) for name, code in self._sent()),
            indented("}, oauth2=oauth2, "),
            *(indented(f"{option},", 2) for option in self._options()),
            indented(")"),
        ]
        methods = [self._method(each) for each in self.sdk.calls]
        text = "Writes requests with what `LoginApi` was made with; see there for the parameters."
        parts = [indented(docstring(text, ())), indented("\n".join(own)), *map(indented, methods)]
        return "class LoginRequests:\n" + "\n\n".join(parts)

    def _is_oauth2(self) -> str:
        forced = ", ".join(map(snake_case, self.sdk.protocol.forced_by))
        return f"{snake_case(self.sdk.protocol.chosen_by)} or all(({forced}))"

    def _options(self) -> Iterator[str]:
        yield f"links_held_back={snake_case(self.sdk.magic_link.held_back_by)}"
        made = [each.sent_as for each in self.sdk.parameters if each.otherwise == "random"]
        yield f"made_up={{{', '.join(f'{name!r}: new_state' for name in made)}}}"

    def _sent(self) -> Iterator[tuple[str, str]]:
        for each in self.sdk.parameters:
            if each.sent_as is not None:
                yield each.sent_as, _value(each)

    def _method(self, call: SdkCall) -> str:
        arguments = self.arguments(call)
        # Callers give each by its name: the facade alone has defaults.
        given = "".join(f", {each.name}: {each.kind}" for each in arguments)
        head = f"def {snake_case(call.name)}(self{', *' if arguments else ''}{given})"
        lines = [f"{head} -> Prepared[{self.result(call)}]:"]
        lines.append(indented(docstring(f"Write the request of `{call.name}`.", ())))
        lines += map(indented, self._statements(call))
        return "\n".join(lines)

    def _statements(self, call: SdkCall) -> Iterator[str]:
        operation = call.description
        yield f"route = {self._chosen(call)}"
        options = []
        where = {each.name: _place(call, each) for each in call.arguments}
        path = {
            place.name: _text(self.document, each)
            for each in call.arguments
            if (place := where[each.name]).location == "path"
        }
        if path:
            parts = "".join(f"{path[name]}, " for name in _names(operation.path))
            options.append(f"path=({parts})")
        for location, kind in (("query", "query"), ("body", "body")):
            given = [each for each in call.arguments if where[each.name].location == location]
            has_body = location == "body" and bool(operation.bodies)
            if given or has_body:
                yield from self._collected(call, kind, given, where)
                options.append(f"{kind}={kind}")
        token = next((each for each in call.arguments if where[each.name].is_token), None)
        if token is not None:
            options.append(f'headers={{"Authorization": f"Bearer {{{snake_case(token.name)}}}"}}')
        elif call.captcha:
            name = snake_case(self.sdk.captcha.argument)
            options.append(f"headers=None if {name} is None else {name}.headers()")
        yield f"return self.own.prepared({', '.join(['route', *options])})"

    def _collected(
        self, call: SdkCall, kind: str, given: Iterable[SdkArgument], where: Mapping[str, Place]
    ) -> Iterator[str]:
        flat = [each for each in given if EACH not in where[each.name].pointer]
        first = [
            f"{_key(where[each.name])!r}: {_text(self.document, each)}" for each in flat if each.required
        ]
        if kind == "body":
            first += [f"{name!r}: {value!r}" for name, value in _constant(call).items()]
        yield f"{kind}: dict[str, Any] = {{{', '.join(first)}}}"
        for each in flat:
            if not each.required:
                name = snake_case(each.name)
                yield f"if {name} is not None:"
                yield indented(f"{kind}[{_key(where[each.name])!r}] = {_text(self.document, each)}")
        if kind == "body" and call.link is not None:
            yield from self._link(call.link, where[call.link.name])

    def _link(self, link: SdkArgument, place: Place) -> Iterator[str]:
        wish, setting = self.sdk.magic_link.sent_as, "self.own.send_link"
        if EACH not in place.pointer:
            yield f"if {setting} is not None:"
            yield indented(f"body[{wish!r}] = {setting}")
            return
        outer, _, inner = place.pointer
        name, names = snake_case(link.name), snake_case(link.for_each or "")
        yield f"wanted = {{{inner!r}: {name}, {wish!r}: {setting}}}"
        yield "given = {key: value for key, value in wanted.items() if value is not None}"
        yield "if given:"
        yield indented(f"body[{outer!r}] = {{each: given for each in {names}}}")

    def _chosen(self, call: SdkCall) -> str:
        jwt, oauth2 = (self.endpoints[call.operation(each).operation_id] for each in (False, True))
        if not call.has_twins:
            return f"_{jwt.module.upper()}"
        argument = snake_case(self.sdk.protocol.argument)
        choice = f"self.own.chosen({argument})" if call.protocol_argument else "self.own.oauth2"
        return f"_{oauth2.module.upper()} if {choice} else _{jwt.module.upper()}"


def _value(parameter: Parameter) -> str:
    name, schema = snake_case(parameter.name), parameter.schema
    if parameter.const is not None:
        return (
            repr(parameter.const)
            if parameter.protocol is None
            else f"{parameter.const!r} if oauth2 else None"
        )
    if schema.get("format") == "uuid":
        return f"initialisation.identifier({name!r}, {name})"
    if schema.get("type") == "integer":
        return f"initialisation.number({name!r}, {name})"
    if schema.get("type") == "boolean":
        return f"initialisation.truth({name})"
    if "minLength" in schema:
        return f"initialisation.at_least({name!r}, {name}, {schema['minLength']})"
    return f"initialisation.underscored({name})" if parameter.written == "underscored" else name


def _text(document: Mapping[str, Any], argument: SdkArgument) -> str:
    name = snake_case(argument.name)
    if "UUID" in annotation(document, argument.schema):
        return f"str({name})"
    return f"{name}.lower()" if argument.written == "lower-case" else name


def _place(call: SdkCall, argument: SdkArgument) -> Place:
    found = set(argument.places.values())
    if len(found) != 1:
        raise GenerationError(f"{argument.name} of {call.name} stands in different places in its operations")
    return found.pop()


def _key(place: Place) -> str:
    if len(place.pointer) > 1:
        raise GenerationError(f"the facade writes no property at {'/'.join(place.pointer)}")
    return place.name


def _constant(call: SdkCall) -> dict[str, str]:
    """What the body of a call always has."""
    return {
        each.place.name: str(each.parameter.const)
        for each in call.sent(call.description)
        if each.place.location == "body" and each.parameter.const is not None
    }


def _names(path: str) -> list[str]:
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


__all__ = ["Requests"]

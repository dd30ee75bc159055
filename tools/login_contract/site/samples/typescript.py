"""A call with the TypeScript client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from login_contract.codegen.values import ADDRESS, SERVER_TOKEN, USER_TOKEN, Values
from login_contract.description.message import JSON, MULTIPART
from login_contract.description.operation import Operation
from login_contract.site.samples.form import file_name, kind_of
from login_contract.site.samples.layout import WIDTH, Code, laid_out, property_name

PACKAGE = "xsolla-login-client"


def program(operation: Operation) -> str:
    """Return a program that calls an operation by its id."""
    made: dict[str, Any] = {"baseUrl": ADDRESS}
    if operation.user_token:
        made["auth"] = _token(USER_TOKEN)
    elif operation.server_token:
        made["serverAuth"] = _token(SERVER_TOKEN)
    names = ["LoginClient"] if len(made) == 1 else ["FixedToken", "LoginClient"]
    given = init(operation, Values.shown(operation))
    call = f'client.call("{operation.operation_id}"'
    return written(names, "client", made, call, [given] if given else [], operation)


def written(
    names: list[str], client: str, made: Mapping[str, Any], call: str, given: list[Any], operation: Operation
) -> str:
    """Return a program that makes a client and a call of it.

    Args:
        names: what is imported, the class of the client last.
        client: what the client is called.
        made: what the client is made with.
        call: the call, up to its last argument.
        given: the arguments that are left.
        operation: what is called; it says whether there is a result to show.
    """
    head = f"const {client} = new {names[-1]}("
    lines = [f"import {{ {', '.join(names)} }} from {laid_out(PACKAGE)};", ""]
    lines.append(f"{head}{laid_out(made, key=property_name, column=len(head) + 2)});")
    lines += form(operation, Values.shown(operation))
    start = f"{'const result = ' if returns(operation) else ''}await {call}"
    opened = "" if call.endswith("(") else ", "
    for place, each in enumerate(given):
        start += f"{opened if not place else ', '}{laid_out(each, key=property_name, column=len(start) + 2)}"
    return "\n".join([*lines, f"{start});", *(["console.log(result);"] if returns(operation) else [])])


def init(operation: Operation, values: Values) -> dict[str, Any]:
    """Return what a call is given beside its id."""
    body = Code("form") if MULTIPART in operation.bodies else values.body
    parts = {"path": values.path, "query": values.query, "headers": values.headers}
    return {
        **{name: dict(each) for name, each in parts.items() if each},
        **({} if body is None else {"body": body}),
    }


def form(operation: Operation, values: Values) -> Iterator[str]:
    """Yield the statements that make the form of a call with files, and what is said of its cookies."""
    if MULTIPART in operation.bodies:
        yield "const form = new FormData();"
        for name, value in values.body.items():
            yield _call("form.set", list(_part(operation, name, value)))
    if values.cookies:
        yield "// The browser sends the cookie of the single sign-on by itself."


def returns(operation: Operation) -> bool:
    """Whether there is a result to show."""
    successes = {status: each for status, each in operation.responses.items() if status[0] in "23"}
    return any(status[0] == "3" or each.content for status, each in successes.items())


def _part(operation: Operation, name: str, value: Any) -> Iterator[str]:
    yield laid_out(name)
    kind = kind_of(operation, name, value)
    if kind is None:
        yield laid_out(value)
        return
    text = (
        laid_out(value) if isinstance(value, str) else f"JSON.stringify({laid_out(value, key=property_name)})"
    )
    yield f"new Blob([{text}], {{ type: {laid_out(kind)} }})"
    if kind != JSON:
        yield laid_out(file_name(name, kind))


def _call(function: str, arguments: Sequence[str]) -> str:
    line = f"{function}({', '.join(arguments)});"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{function}(", *(f"  {each}," for each in arguments), ");"])


def _token(token: str) -> Code:
    return Code(f"new FixedToken({laid_out(token)})")

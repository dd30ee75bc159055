"""Which operations are called by the generated clients, and by clients that nobody here wrote."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from login_contract.codegen.support.reach import Reach
from login_contract.codegen.support.source import Function, Module, Sources
from login_contract.description.operation import Operation

CLIENTS = "contract_tests.clients."
#: The tests that send good requests through a client of ours, and the vendor's SDK's and Authlib's.
GENERATED = {"Python": "test_python_client", "TypeScript": "test_typescript_client"}
VENDOR, AUTHLIB = "test_sdk_", "test_authlib"
SDK_CALLS = frozenset({"call", "refusal", "start", "leave"})
# The pages of games that the vendor's SDK runs on, by what they let it speak.
PAGES = {"Game": "jwt", "OAuthGame": "oauth2"}
BY_ARGUMENT = "isOauth2"
_WORD = re.compile(r"[A-Za-z_]\w*")


@frozen
class SdkCalls:
    """The calls of the vendor's SDK, as tests of it name them (`naming.Names` for operations)."""

    calls: frozenset[str]

    def in_text(self, node: ast.AST) -> frozenset[str]:
        """The calls that a text of the source names; one that is a usual word has to be called."""
        given = node.value if isinstance(node, ast.Constant) else None
        return (
            frozenset({given} & self.calls) if isinstance(given, str) and not given.islower() else frozenset()
        )

    def told(self, arguments: Sequence[ast.expr]) -> frozenset[str]:
        """The call that is named by the first argument of a method."""
        given = [each.value for each in arguments[:1] if isinstance(each, ast.Constant)]
        return frozenset(each for each in given if each in self.calls)


def generated(sources: Sources, operations: Iterable[Operation]) -> Mapping[str, frozenset[str]]:
    """What each generated client calls: every operation with a path, where its test is asked for each."""
    every = frozenset(one.operation_id for one in operations if not one.is_webhook)
    return {
        client: every if _asks_for_each(sources.modules[f"{CLIENTS}{test}"]) else frozenset()
        for client, test in GENERATED.items()
    }


def _asks_for_each(module: Module) -> bool:
    decorators = (each for function in module.functions.values() for each in function.decorator_list)
    return any("sorted(described().operations)" in ast.unparse(each) for each in decorators)


def foreign(
    sources: Sources, operations: Sequence[Operation], programs: Path
) -> Mapping[str, frozenset[str]]:
    """What clients call that nobody here wrote, by the name of the client."""
    written = {path.stem: path.read_text("utf-8") for path in sorted(programs.glob("[!_]*.*"))}
    return {
        "SDK": frozenset(_by_sdk(sources, operations)),
        "Authlib": frozenset(_by_authlib(sources.modules[f"{CLIENTS}{AUTHLIB}"], operations)),
        "generators": frozenset(_by_programs(written, operations)),
    }


def _by_sdk(sources: Sources, operations: Sequence[Operation]) -> Iterator[str]:
    calls = frozenset(one.definition["x-sdk-call"] for one in operations if "x-sdk-call" in one.definition)
    reach = Reach(sources, SdkCalls(calls))
    for name, module in sources.modules.items():
        if not name.startswith(f"{CLIENTS}{VENDOR}"):
            continue
        for function in module.functions.values():
            made = reach.of(module, function) if function.name.startswith("test_") else frozenset()
            spoken = _protocols(reach, module, function)
            for one in operations:
                if one.definition.get("x-sdk-call") in made and one.protocol in (None, *spoken):
                    yield one.operation_id


def _protocols(reach: Reach, module: Module, function: Function) -> set[str]:
    kinds = set(reach.receivers.variables(module, function, None).values())
    spoken = {protocol for page, protocol in PAGES.items() if page in kinds}
    for node in ast.walk(function):
        chosen = node.value if isinstance(node, ast.keyword) and node.arg == BY_ARGUMENT else None
        if chosen is not None and not (isinstance(chosen, ast.Constant) and chosen.value is False):
            spoken.add("oauth2")
    return spoken


def _by_authlib(module: Module, operations: Sequence[Operation]) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("session."):
            continue
        ends = [each.values[-1] for each in node.args if isinstance(each, ast.JoinedStr)]
        paths = {each.value for each in ends if isinstance(each, ast.Constant)}
        method = "GET" if ast.unparse(node.func).endswith("authorization_url") else "POST"
        yield from (one.operation_id for one in operations if one.path in paths and one.method == method)


def _by_programs(programs: Mapping[str, str], operations: Sequence[Operation]) -> Iterator[str]:
    words = {word.replace("_", "").lower() for text in programs.values() for word in _WORD.findall(text)}
    texts = "\n".join(programs.values())
    for one in operations:
        called = one.operation_id.replace("-", "") in words
        if called or f'"{one.definition.get("summary")}"' in texts:
            yield one.operation_id

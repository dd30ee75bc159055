"""What a test calls: the operations named in it, in what its file has for it, and in the methods it uses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from attrs import field, frozen

from login_contract.codegen.support.naming import Naming
from login_contract.codegen.support.receivers import Receivers
from login_contract.codegen.support.source import Function, Module, Sources, methods

#: A function, or a method of the class that is named last.
Place = tuple[Module, Function, str | None]
Key = tuple[str, str, str | None]
# A constant that is made of others is made of so few that this is never reached.
DEEPEST = 5


@frozen(eq=False)
class Reach:
    """Follows names through the sources; nothing is run, so what is put together at run time stays unseen."""

    sources: Sources
    names: Naming
    receivers: Receivers = field(init=False)
    _known: dict[Key, tuple[frozenset[str], tuple[Place, ...]]] = field(factory=dict, init=False)

    @receivers.default
    def _of_the_sources(self) -> Receivers:
        return Receivers(self.sources)

    def of(self, module: Module, function: Function) -> frozenset[str]:
        """What a function comes to is named there, or in what it uses, however far away."""
        found: set[str] = set()
        seen: set[Key] = set()
        ahead: list[Place] = [(module, function, None)]
        while ahead:
            place = ahead.pop()
            key = (place[0].name, place[1].name, place[2])
            if key not in seen:
                seen.add(key)
                named, used = self._step(key, place)
                found |= named
                ahead += used
        return frozenset(found)

    def _step(self, key: Key, place: Place) -> tuple[frozenset[str], tuple[Place, ...]]:
        if key not in self._known:
            found = list(self._within(*place))
            named = frozenset(each for each in found if isinstance(each, str))
            self._known[key] = named, tuple(each for each in found if not isinstance(each, str))
        return self._known[key]

    def _within(self, module: Module, function: Function, own: str | None) -> Iterator[str | Place]:
        variables = self.receivers.variables(module, function, own)
        told = _is_told(function)
        for node in _stated(function):
            if not told:
                yield from self.names.in_text(node)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from self.names.told(node.args)
            if isinstance(node, ast.Attribute):
                method = self.receivers.method(module, node, variables)
                yield from () if method is None else (method,)
            if isinstance(node, ast.Attribute | ast.Name):
                yield from () if told else self._meant(module, node, own)
            elif isinstance(node, ast.arg):
                yield from self._given(module, node.arg)

    def _meant(self, module: Module, name: ast.expr, own: str | None) -> Iterator[str | Place]:
        """What is behind a name: a function, a class of the same file with its methods, or a constant."""
        found = self.sources.meant(module.name, name)
        if found is None:
            return
        where, node = found
        if isinstance(node, Function):
            yield where, node, None
        elif isinstance(node, ast.ClassDef) and where is module and node.name != own:
            yield from ((where, method, node.name) for method in methods(node).values())
        elif isinstance(node, ast.expr):
            yield from self._constant(where, node)

    def _constant(self, module: Module, value: ast.expr, depth: int = 0) -> Iterator[str | Place]:
        for node in ast.walk(value):
            yield from self.names.in_text(node)
            if isinstance(node, ast.Name):
                found = self.sources.definition(module.name, node.id)
                if found is not None and isinstance(found[1], Function):
                    yield found[0], found[1], None
                elif found is not None and isinstance(found[1], ast.expr) and depth < DEEPEST:
                    yield from self._constant(found[0], found[1], depth + 1)

    def _given(self, module: Module, fixture: str) -> Iterator[Place]:
        """A fixture that a test is given, of its file or of those beside it."""
        for name in (module.name, f"{module.name.rpartition('.')[0]}.conftest"):
            found = self.sources.modules.get(name)
            if found is not None and fixture in found.functions and _is_fixture(found.functions[fixture]):
                yield found, found.functions[fixture], None
                return


def _is_fixture(function: Function) -> bool:
    return any("fixture" in ast.unparse(each) for each in function.decorator_list)


def _stated(function: Function) -> Iterator[ast.AST]:
    """All that a function consists of, but its annotations: they use nothing."""
    ahead: list[ast.AST] = [function]
    while ahead:
        node = ahead.pop()
        yield node
        kinds = ("annotation", "returns")
        left_out = [each for each in (getattr(node, kind, None) for kind in kinds) if each is not None]
        ahead += [each for each in ast.iter_child_nodes(node) if each not in left_out]


def _is_told(function: Function) -> bool:
    """Whether it is told the operation as the first of its arguments: what it names itself, it compares."""
    return "operation_id" in [each.arg for each in function.args.args if each.arg != "self"][:1]

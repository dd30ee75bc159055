"""Whose method is called: read from annotations, which stand on every function of the repository."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from attrs import field, frozen

from login_contract.codegen.support.source import Function, Module, Sources, assigned, methods


@frozen(eq=False)
class Receivers:
    """The classes of the sources, and what their members are."""

    sources: Sources
    _classes: dict[str, tuple[Module, ast.ClassDef]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for module in self.sources.modules.values():
            for name, definition in module.classes.items():
                self._classes[name] = (module, definition)

    def variables(self, module: Module, function: Function, own: str | None) -> Mapping[str, str]:
        """The classes of the variables of a function, as far as they can be told; `own` is that of `self`."""
        found = {} if own is None else {"self": own}
        arguments = function.args
        for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            if each.annotation is not None and (name := self._annotated(module, each.annotation)):
                found[each.arg] = name
        for node in ast.walk(function):
            for target, value in assigned(node) if isinstance(node, ast.Assign) else ():
                told = self.type_of(module, value, found)
                if told is not None:
                    found.setdefault(target, told)
        return found

    def type_of(self, module: Module, node: ast.expr, variables: Mapping[str, str]) -> str | None:
        """The class of what an expression gives; a function that gives one is taken for what it gives."""
        if isinstance(node, ast.Name):
            return variables.get(node.id)
        if isinstance(node, ast.Attribute):
            owner = self.type_of(module, node.value, variables)
            return None if owner is None else self._member(owner, node.attr)
        if isinstance(node, ast.ListComp | ast.GeneratorExp):
            return self.type_of(module, node.elt, variables)
        if not isinstance(node, ast.Call):
            return None
        found = self.sources.meant(module.name, node.func)
        if found is not None and isinstance(found[1], ast.ClassDef):
            return found[1].name
        if found is not None and isinstance(found[1], Function) and found[1].returns is not None:
            return self._annotated(found[0], found[1].returns)
        return self.type_of(module, node.func, variables)

    def method(
        self, module: Module, called: ast.Attribute, variables: Mapping[str, str]
    ) -> tuple[Module, Function, str] | None:
        """The method or property that is used, and the class of its owner; None where that is not told."""
        owner = self.type_of(module, called.value, variables)
        return None if owner is None else self._found(owner, called.attr)

    def _found(self, owner: str, name: str) -> tuple[Module, Function, str] | None:
        for one in self._lineage(owner):
            module, definition = self._classes[one]
            if name in methods(definition):
                return module, methods(definition)[name], owner
        return None

    def _lineage(self, owner: str) -> list[str]:
        found = [owner] if owner in self._classes else []
        for one in found:
            bases = (base.id for base in self._classes[one][1].bases if isinstance(base, ast.Name))
            found += [base for base in bases if base in self._classes and base not in found]
        return found

    def _member(self, owner: str, name: str) -> str | None:
        for one in self._lineage(owner):
            module, definition = self._classes[one]
            if name in methods(definition):
                returns = methods(definition)[name].returns
                return None if returns is None else self._annotated(module, returns)
            for node in definition.body:
                if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
                    return self._annotated(module, node.annotation)
        return None

    def _annotated(self, module: Module, annotation: ast.expr) -> str | None:
        """The class that an annotation names last: in `Callable[..., Game]`, `Game`."""
        for name in _names(annotation):
            found = self.sources.definition(module.name, name)
            if found is not None and isinstance(found[1], ast.expr):
                # A name for a type of several words.
                written = (self.sources.definition(found[0].name, each) for each in _names(found[1]))
                found = next((each for each in written if each is not None), None)
            if found is not None and isinstance(found[1], ast.ClassDef):
                return found[1].name
        return None


def _names(annotation: ast.expr) -> list[str]:
    return [node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)][::-1]

"""Python files as they are written: their functions, classes, constants and imports, without running them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

Function = ast.FunctionDef | ast.AsyncFunctionDef
#: Module and name of what stands at the top of a file.
Place = tuple[str, str]


@frozen(eq=False)
class Module:
    """One file, and what stands at its top, by name; `imports` tells where a name is from."""

    name: str
    tree: ast.Module = field(repr=False)
    functions: Mapping[str, Function]
    classes: Mapping[str, ast.ClassDef]
    constants: Mapping[str, ast.expr]
    imports: Mapping[str, Place]


@frozen(eq=False)
class Sources:
    """Files that import each other, by the name of their module."""

    modules: Mapping[str, Module]

    def definition(self, module: str, name: str) -> tuple[Module, ast.AST] | None:
        """What a name means in a module, wherever it was imported from; None where no file here says."""
        seen: set[Place] = set()
        while (module, name) not in seen and module in self.modules:
            seen.add((module, name))
            found = self.modules[module]
            for kind in (found.functions, found.classes, found.constants):
                if name in kind:
                    return found, kind[name]
            if name not in found.imports:
                return None
            module, name = found.imports[name]
        return None

    def meant(self, module: str, node: ast.expr) -> tuple[Module, ast.AST] | None:
        """What a name, or that of something in a module which was imported, means; None for anything else."""
        if isinstance(node, ast.Name):
            return self.definition(module, node.id)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and module in self.modules:
            imported = ".".join(self.modules[module].imports.get(node.value.id, ()))
            return self.definition(imported, node.attr)
        return None


def read(folders: Mapping[str, Path], *, holding: str = "") -> Sources:
    """Reads every Python file below some folders, each given with the name that its modules begin with.

    Files that do not hold the given text are left out.
    """
    found = {}
    for prefix, folder in folders.items():
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            name = ".".join((prefix, *parts)).removesuffix(".__init__")
            text = path.read_text("utf-8")
            if holding in text:
                found[name] = _module(name, ast.parse(text))
    return Sources(found)


def methods(definition: ast.ClassDef) -> Mapping[str, Function]:
    """The methods and properties that a class defines itself."""
    return {node.name: node for node in definition.body if isinstance(node, Function)}


def _module(name: str, tree: ast.Module) -> Module:
    functions = {node.name: node for node in tree.body if isinstance(node, Function)}
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    return Module(name, tree, functions, classes, dict(_constants(tree)), dict(_imports(name, tree)))


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value
        elif isinstance(node, ast.Assign):
            yield from assigned(node)


def assigned(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    """The variables that a statement gives a value, each with it, or with that of which it is a part."""
    target, value = node.targets[0], node.value
    pairs: Iterable[tuple[ast.expr, ast.expr]] = [(target, value)]
    if isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        pairs = zip(target.elts, values, strict=False)
    for each, given in pairs:
        if isinstance(each, ast.Name):
            yield each.id, given


def _imports(name: str, tree: ast.Module) -> Iterator[tuple[str, Place]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            parent = name.rsplit(".", node.level)[0] if node.level else ""
            module = ".".join(filter(None, (parent, node.module)))
            yield from ((alias.asname or alias.name, (module, alias.name)) for alias in node.names)

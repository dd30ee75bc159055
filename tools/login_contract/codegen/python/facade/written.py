"""What the generator wrote, read back: functions of its modules, fields of its models, and their types.

The facade calls what is there, so it is rendered from that and cannot differ from it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from login_contract.codegen.python.templating import GenerationError

PACKAGE = "xsolla_login_client"
_ARGUMENT = re.compile(r"^(\w+)(?: \(.*?\))?: ?(.*)$")


@frozen
class Given:
    """An argument of a function, or a field of a model: its type and default as code."""

    name: str
    kind: str
    default: str | None = None
    text: str = ""

    @property
    def code(self) -> str:
        """The argument as it stands in a signature."""
        return f"{self.name}: {self.kind}" + ("" if self.default is None else f" = {self.default}")


@frozen
class Source:
    """A module that was written; `name` is its full name."""

    name: str
    tree: ast.Module = field(repr=False)

    @classmethod
    def read(cls, package: Path, path: Path) -> Source:
        """Read a module below the package's folder."""
        parts = path.relative_to(package).with_suffix("").parts
        return cls(".".join((PACKAGE, *parts)), ast.parse(path.read_text("utf-8")))

    @cached_property
    def imports(self) -> Mapping[str, str]:
        """The line that imports each name, for the names that it imports."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                for each in node.names:
                    found[each.asname or each.name] = f"from {origin} import {each.name}"
            elif isinstance(node, ast.Import):
                found |= {each.name.partition(".")[0]: f"import {each.name}" for each in node.names}
        return found

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return str(node.module)
        above = self.name.split(".")[: -node.level]
        return ".".join([*above, *([node.module] if node.module else [])])

    def needed(self, codes: Iterable[str]) -> set[str]:
        """Return the lines that import what types and defaults name."""
        names = {
            node.id for code in codes for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)
        }
        return {self.imports[name] for name in names if name in self.imports}


@frozen
class Endpoint:
    """The module of an operation: how its `sync` is called, and what that returns."""

    source: Source
    operation_id: str
    path: tuple[Given, ...]
    others: tuple[Given, ...]
    body: Given | None
    result: str
    text: str

    @property
    def module(self) -> str:
        """The last part of its name."""
        return self.source.name.rpartition(".")[2]

    @property
    def origin(self) -> str:
        """The package that it stands in."""
        return self.source.name.rpartition(".")[0]

    @classmethod
    def read(cls, source: Source) -> Endpoint:
        """Read the module of an operation.

        Raises:
            GenerationError: it is not written as the facade expects.
        """
        functions = {each.name: each for each in source.tree.body if isinstance(each, ast.FunctionDef)}
        function = functions.get("sync")
        if function is None or function.returns is None:
            raise GenerationError(f"{source.name} has no function sync that says what it returns")
        arguments = function.args
        names = {each.arg for each in (*arguments.args, *arguments.kwonlyargs)}
        text, texts = _texts(ast.get_docstring(function) or "", names)
        path = tuple(_given(each, None, texts) for each in arguments.args)
        named = {
            each.arg: _given(each, default, texts)
            for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        }
        apart = {"client", "timeout", "body"}
        return cls(
            source=source,
            operation_id=_operation_id(source),
            path=path,
            others=tuple(each for name, each in named.items() if name not in apart),
            body=named.get("body"),
            result=ast.unparse(function.returns),
            text=text,
        )


def endpoints(package: Path) -> dict[str, Endpoint]:
    """Return the modules of all operations by the operations' ids."""
    sources = (Source.read(package, path) for path in sorted((package / "api").glob("*/*.py")))
    found = [Endpoint.read(each) for each in sources if not each.name.endswith(".__init__")]
    return {each.operation_id: each for each in found}


def fields(package: Path, endpoint: Endpoint) -> tuple[Source, tuple[Given, ...]] | None:
    """Return the fields of the model that an operation's body is, None where it is none or may be several."""
    line = endpoint.source.imports.get(endpoint.body.kind, "") if endpoint.body else ""
    module = line.partition(" import ")[0].removeprefix("from ")
    if not module.startswith(f"{PACKAGE}.models.") or endpoint.body is None:
        return None
    path = package.joinpath(*module.split(".")[1:]).with_suffix(".py")
    source = Source.read(package, path)
    classes = [each for each in source.tree.body if isinstance(each, ast.ClassDef)]
    found = [each for each in classes if each.name == endpoint.body.kind]
    return (source, tuple(_fields(found[0]))) if found else None


def _fields(model: ast.ClassDef) -> Iterator[Given]:
    for index, node in enumerate(model.body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if node.target.id == "additional_properties":
                continue
            after = model.body[index + 1] if index + 1 < len(model.body) else None
            yield Given(
                node.target.id,
                ast.unparse(node.annotation),
                None if node.value is None else ast.unparse(node.value),
                _text(after),
            )


def _text(node: ast.stmt | None) -> str:
    value = node.value if isinstance(node, ast.Expr) else None
    return (
        " ".join(value.value.split())
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
        else ""
    )


def _given(argument: ast.arg, default: ast.expr | None, texts: Mapping[str, str]) -> Given:
    kind = "object" if argument.annotation is None else ast.unparse(argument.annotation)
    written = None if default is None else ast.unparse(default)
    return Given(argument.arg, kind, written, texts.get(argument.arg, ""))


def _texts(docstring: str, names: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return what a docstring says at first, and what it says of each of these arguments."""
    text, _, rest = docstring.partition("\nArgs:\n")
    texts: dict[str, str] = {}
    name = ""
    for line in rest.partition("\n\n")[0].splitlines():
        found = _ARGUMENT.match(line.strip())
        if found and found[1] in names:
            name = found[1]
            texts[name] = found[2]
        elif name:
            texts[name] += f" {line.strip()}"
    return text.strip(), texts


def _operation_id(source: Source) -> str:
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and node.value.args:
            first = node.value.args[0]
            if ast.unparse(node.targets[0]) == "OPERATION" and isinstance(first, ast.Constant):
                return str(first.value)
    raise GenerationError(f"{source.name} does not say which operation it is about")


__all__ = ["PACKAGE", "Endpoint", "Given", "Source", "endpoints", "fields"]

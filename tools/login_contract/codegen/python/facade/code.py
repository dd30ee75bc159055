"""Pieces of Python: imports, signatures, docstrings. The formatter puts them in shape afterwards."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from attrs import frozen

from login_contract.codegen.python.paragraphs import filled

WIDTH = 110
# Within a method of a class, as long as those of the operations' own functions.
_TEXT = 100


@frozen(kw_only=True)
class Argument:
    """An argument of a function that is rendered, with what its docstring says of it."""

    name: str
    kind: str
    default: str | None
    text: str = ""

    @property
    def code(self) -> str:
        """The argument as it stands in a signature."""
        return f"{self.name}: {self.kind}" + ("" if self.default is None else f" = {self.default}")


def signature(
    name: str, positional: Sequence[Argument], named: Sequence[Argument], result: str, *, awaited: bool
) -> str:
    """The head of a method, up to its colon."""
    star = ["*"] if named else []
    given = ["self", *(each.code for each in positional), *star, *(each.code for each in named)]
    # A comma at the end would have the formatter break even the shortest.
    return f"{'async ' if awaited else ''}def {name}({', '.join(given)}) -> {result}:"


def docstring(
    text: str, arguments: Iterable[Argument], *, raises: Sequence[str] = (), returns: str = ""
) -> str:
    """A docstring, quotes and all."""
    parts = [filled(text, _TEXT)]
    told = [f"{each.name}: {each.text}" for each in arguments if each.text]
    for head, entries in (("Args:", told), ("Raises:", raises), ("Returns:", [returns] if returns else [])):
        if entries:
            parts.append("\n".join([head, *map(_entry, entries)]))
    whole = "\n\n".join(parts).replace("\\", "\\\\").replace('"""', "'''")
    return f'"""{whole}\n"""' if "\n" in whole else f'"""{whole}"""'


def _entry(text: str) -> str:
    # Within a method of a class.
    options = {"break_long_words": False, "break_on_hyphens": False}
    indents = {"initial_indent": " " * 4, "subsequent_indent": " " * 8}
    return textwrap.fill(text, WIDTH - 8, **indents, **options)  # type: ignore[arg-type]


def module(docstring: str, imports: Iterable[str], *parts: str) -> str:
    """A whole module."""
    head = "\n".join(sorted(set(imports)))
    return (
        f'"""{docstring}"""\n\nfrom __future__ import annotations\n\n{head}\n\n\n'
        + "\n\n\n".join(each.rstrip() for each in parts if each.strip())
        + "\n"
    )


def indented(code: str, levels: int = 1) -> str:
    """Code further to the right."""
    return textwrap.indent(code, "    " * levels)


__all__ = ["Argument", "docstring", "indented", "module", "signature"]

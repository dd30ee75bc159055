"""Reads YAML 1.2 strictly, with a library that knows 1.1.

What differs between the two and matters here: which plain scalars are no texts (`scalars`), which
characters end a line and may stand in quotes (`stand_ins`), and merge keys, which 1.2 does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any, ClassVar

import yaml

from login_contract.document import scalars
from login_contract.document.problem import ReadingError
from login_contract.document.stand_ins import StandIns

_STRING = f"{scalars.TAG}str"
_PLAIN = frozenset(f"{scalars.TAG}{kind}" for kind in ("null", "bool", "int", "float"))
_HALF = re.compile("[\ud800-\udfff]")
_VALUES: dict[str, Callable[[str], Any]] = {
    "null": scalars.nothing,
    "bool": scalars.boolean,
    "int": scalars.integer,
    "float": scalars.real,
}


def read_yaml(text: str, *, plain_keys: bool = False) -> Any:
    """Reads one YAML document; with `plain_keys` an unquoted key is the text that stands there.

    Raises:
        ReadingError: it is none, or two readers would read it differently.
        RecursionError: it is nested too deeply.
    """
    stand_ins = StandIns.of(text)
    try:
        return _Loader(text, stand_ins, plain_keys=plain_keys).get_single_data()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = stand_ins.take_out(error.problem or "bad syntax")
        raise ReadingError(message, mark.line + 1 if mark else 1) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ReadingError(f"character U+{error.character:04X} is not allowed", line) from None


class _Loader(yaml.SafeLoader):
    yaml_constructors: ClassVar[dict[str | None, Any]] = {
        tag: yaml.SafeLoader.yaml_constructors[tag]
        for tag in (*(f"{scalars.TAG}{kind}" for kind in ("str", "seq", "map")), None)
    }

    def __init__(self, text: str, stand_ins: StandIns, *, plain_keys: bool) -> None:
        self._stand_ins = stand_ins
        self._plain_keys = plain_keys
        super().__init__(stand_ins.put_in(text))

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[Any] | None:
        """Takes tabs within a plain scalar as well as spaces."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        white: str = self.prefix(length)
        if "\t" not in white:
            return super().scan_plain_spaces(indent, start_mark)
        self.forward(length)
        return super().scan_plain_spaces(indent, start_mark) if self.peek() in "\r\n" else [white]

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        forced = self.peek_event().tag == "!"  # type: ignore[no-untyped-call]
        node = super().compose_scalar_node(anchor)
        if forced:
            node.tag = _STRING
        node.value = self._text(node)
        return node

    def _text(self, node: yaml.ScalarNode) -> str:
        line = node.start_mark.line + 1
        if node.style not in ('"', "'"):
            bare = self._stand_ins.only_quoted(node.value)
            if bare:
                raise ReadingError(f"character U+{ord(bare):04X} is not allowed outside quotes", line)
        text: str = self._stand_ins.take_out(node.value)
        if not _HALF.search(text):
            return text
        try:
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError as error:
            raise ReadingError(half(error.object[error.start : error.start + 2]), line) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            name = self._key(key)
            if name in seen:
                raise ReadingError(f"the key {name} stands twice", key.start_mark.line + 1)
            seen.add(name)
        return super().construct_mapping(node, deep=deep)

    def _key(self, key: yaml.Node) -> str:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise ReadingError("the key is no text but a list or an object", line)
        if key.value == "<<" and key.style is None:
            raise ReadingError("merge keys (<<) are not supported: write out what they would bring", line)
        if self._plain_keys and key.tag in _PLAIN:
            key.tag = _STRING
        if key.tag != _STRING:
            raise ReadingError(f"the key {key.value} is not a string (quote it)", line)
        return str(key.value)


def half(character: bytes) -> str:
    """What to say of half a surrogate pair, given as UTF-16-LE."""
    return f"half a character, \\u{int.from_bytes(character, 'little'):04x}"


def _constructor(read: Callable[[str], Any]) -> Callable[[_Loader, yaml.ScalarNode], Any]:
    def construct(loader: _Loader, node: yaml.ScalarNode) -> Any:
        text = loader.construct_scalar(node)
        try:
            return read(str(text))
        except ValueError as error:
            raise ReadingError(f"{error}", node.start_mark.line + 1) from None

    return construct


_Loader.yaml_implicit_resolvers = {}
for _rule in scalars.RULES:
    _Loader.add_implicit_resolver(*_rule)
for _kind, _read in _VALUES.items():
    _Loader.add_constructor(f"{scalars.TAG}{_kind}", _constructor(_read))

"""Writes documents as YAML to read and as JSON to load, the same bytes for the same document."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from login_contract.document.scalars import RULES
from login_contract.document.stand_ins import ORDINARY

_ESCAPED = re.compile(f"[{ORDINARY}]")


def to_json(document: Any) -> str:
    """JSON in document order, two spaces deep, ending in a newline."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def to_yaml(document: Any) -> str:
    """YAML in document order, with block scalars for texts of several lines."""
    # The pure Python emitter: libyaml folds and indents a little differently.
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # The emitter takes the line breaks of YAML 1.1 for some, and loses them outside double quotes.
    style = '"' if _ESCAPED.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
for _rule in RULES:
    _Dumper.add_implicit_resolver(*_rule)

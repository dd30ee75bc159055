"""What a plain YAML scalar means: the rules of the YAML 1.2 core schema.

PyYAML's own rules are those of 1.1, which turn `no` into a boolean and `2026-01-31` into a date. The
reader uses these rules instead; the writer uses them as well, so that it quotes what either version
would take for something else than text.
"""

from __future__ import annotations

import re

_PATTERNS = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "null": (r"null|Null|NULL|~|", ("n", "N", "~", "")),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+0123456789.",
    ),
    "merge": (r"<<", "<"),
}
# For each kind: its tag, the pattern, and the characters such a scalar starts with.
RULES = [
    (f"tag:yaml.org,2002:{kind}", re.compile(rf"^(?:{pattern})$"), list(first))
    for kind, (pattern, first) in _PATTERNS.items()
]

"""Where a name in backticks leads: a call by its operation id or its method and path, an error code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it.token import Token

from login_contract.description.error_codes import error_codes
from login_contract.description.model import described
from login_contract.description.operation import operations
from login_contract.site import reference

CODES = "codes.html"


def with_links(token: Token) -> None:
    """Make links of the names in a line that stand in no link yet."""
    inside, made = 0, list[Token]()
    for child in token.children or ():
        inside += child.type.startswith("link_") and child.nesting
        # A call may be shown with what it asks with.
        name = "" if inside or child.type != "code_inline" else child.content.partition("?")[0]
        address = addresses().get(name)
        made += _around(child, address) if address else [child]
    if token.children:
        token.children = made


@cache
def addresses() -> Mapping[str, str]:
    """Return the address of every call, webhook and code of the site by its names."""
    document: Mapping[str, Any] = described("docs").document
    calls = list(operations(document))
    return {
        # One without a hyphen is a number as well, as any text may have it.
        **{code: f"{CODES}#{code}" for code in error_codes(document) if "-" in code},
        **{each.label: reference.address(each) for each in calls if not each.is_webhook},
        **{each.operation_id: reference.address(each) for each in calls},
    }


def _around(code: Token, address: str) -> Sequence[Token]:
    return [Token("link_open", "a", 1, attrs={"href": address}), code, Token("link_close", "a", -1)]

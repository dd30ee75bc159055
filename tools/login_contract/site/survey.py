"""The page of what is supported: each operation leads to where the reference shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from login_contract.description.operation import operations
from login_contract.site import reference
from login_contract.site.article import Article

_NAMED = re.compile(r"(?<=<td>)<code>([\w-]+)</code>(?=<br>)")


def with_addresses(survey: Article, document: Mapping[str, Any]) -> Article:
    """Return the page with a link on every operation and webhook that the description has."""
    known = {each.operation_id: reference.address(each) for each in operations(document)}

    def linked(named: re.Match[str]) -> str:
        address = known.get(named[1])
        return f'<a href="{address}">{named[0]}</a>' if address else named[0]

    return evolve(survey, html=_NAMED.sub(linked, survey.html))

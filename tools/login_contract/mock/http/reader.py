"""In which language a page speaks to whoever reads it."""

from __future__ import annotations

from login_contract.mock.http.visit import Visit
from login_contract.mock.messages.accept_language import preferred


def reader(visit: Visit) -> str | None:
    """Return the ``locale`` of the query, else what the browser likes best of the languages with texts."""
    locale = next(iter(visit.query.get("locale", ())), "")
    return locale or preferred(visit.incoming.headers.get("accept-language", ""))

"""What of everything the page shows, as its address says: the filter, the size, the users' page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlencode

from attrs import evolve, frozen

PHONE = "phone"
FILTERS = ("recipient", "project_id", "kind", "channel")


@frozen(kw_only=True)
class View:
    """One address of the page.

    Empty filters let everything through; a ``recipient`` need only begin so. With ``phone`` messages are
    shown as on a phone. ``users`` is which page of a project's users, counted from 1; ``refresh`` are the
    seconds after which a browser without JavaScript loads the page again, 0 for never.
    """

    recipient: str = ""
    project_id: str = ""
    kind: str = ""
    channel: str = ""
    phone: bool = False
    users: int = 1
    refresh: int = 0

    @classmethod
    def of(cls, query: Mapping[str, Any]) -> Self:
        """Return what the decoded query of the page asks for."""
        given = {name: query.get(name, "").strip() for name in FILTERS}
        given["project_id"] = given["project_id"].lower()
        phone = query.get("view") == PHONE
        return cls(**given, phone=phone, users=query.get("users", 1), refresh=query.get("refresh", 0))

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, by their names in the query."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    @property
    def query(self) -> dict[str, str]:
        """The query of the address, without what it would be anyhow."""
        told = {
            "view": PHONE if self.phone else "",
            "users": str(self.users) if self.users > 1 else "",
            "refresh": str(self.refresh) if self.refresh else "",
        }
        return {**self.filters, **{name: value for name, value in told.items() if value}}

    def address(self, fragment: str = "", **changed: Any) -> str:
        """Return the address with some of it changed, relative to the page; HTML has yet to escape it.

        Who filters anew begins with the first users.
        """
        view = evolve(self, **{"users": 1, **changed}) if changed else self
        query = f"?{urlencode(view.query)}" if view.query else ""
        return f"./{query}{f'#{fragment}' if fragment else ''}"

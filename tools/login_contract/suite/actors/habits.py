"""What is known of a project that tests cannot configure: how it treats accounts, and what it lacks."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import frozen


@frozen(kw_only=True)
class Habits:
    """What a fresh account of the project met.

    Where no account can be made that works, ``trouble`` says so: how the project is set up, or, with
    ``fault``, what is wrong with it. ``confirms`` says whether the address has to be confirmed first,
    ``algorithm`` how tokens are signed, ``cookies`` what a login sets.
    """

    trouble: str | None = None
    fault: bool = False
    confirms: bool | None = None
    algorithm: str | None = None
    cookies: tuple[str, ...] = ()


class Home(Protocol):
    """The target's own project, as far as somebody who uses it has to know it."""

    @property
    def habits(self) -> Habits:
        """What the project does."""

    def wants(self, **settings: Any) -> None:
        """End the test unless the project is already as a test would have configured it."""

    def wants_accounts(self) -> None:
        """End the test unless somebody can get an account that works."""

    def wants_usual_accounts(self) -> None:
        """End the test where an account is no use because of how the project is set up, not of a fault."""

"""The model of what is known of a user, and of whether they are shut out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen

from login_contract.suite.histories.model import ModelClock

CHANGEABLE = ("birthday", "first_name", "last_name", "nickname", "gender")


@frozen
class KnownBan:
    """A ban in unix seconds, without an end for good, and how the profile shows it."""

    begins: float
    ends: float | None
    shown: Mapping[str, Any]


@define(eq=False)
class KnownProfile:
    """A user's profile as it has to be; ``fixed`` is what nothing here changes."""

    fixed: Mapping[str, Any]
    tokens: list[str]
    told: dict[str, str | None] = field(factory=lambda: dict.fromkeys(CHANGEABLE))
    tag: str | None = None
    ban: KnownBan | None = None

    def may_tell(self, given: Mapping[str, str]) -> bool:
        """Say whether a change is taken: a birthday is told once."""
        return "birthday" not in given or self.told["birthday"] is None

    def tell(self, given: Mapping[str, str]) -> None:
        """Take a change."""
        self.told.update(given)

    def shut_out(self, clock: ModelClock) -> bool | None:
        """Say whether a ban holds; None when the clock is too close to its beginning or its end to tell."""
        if self.ban is None:
            return False
        begun = clock.passed(self.ban.begins)
        over = clock.passed(self.ban.ends) if self.ban.ends is not None else False
        if begun is False or over is True:
            return False
        return None if begun is None or over is None else True

    def shown(self, clock: ModelClock) -> dict[str, Any]:
        """Return the profile of somebody who is not shut out."""
        ban = self.ban
        over = ban is not None and ban.ends is not None and clock.passed(ban.ends) is not False
        return {
            **self.fixed,
            **self.told,
            **({"tag": self.tag} if self.tag is not None else {}),
            "ban": None if ban is None or over else dict(ban.shown),
        }

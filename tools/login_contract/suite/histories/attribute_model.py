"""What attributes two users should have, kept beside a server; the model knows no HTTP."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, field

from login_contract.suite.actors.attribute_keeper import whole

WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
# What no answer of a call that reads one type tells.
UNTOLD = ("attr_type", "read_only")
Place = tuple[str, int | None, str]


def is_whole(value: str) -> bool:
    """Say whether a text is that of a whole number."""
    return WHOLE_NUMBER.fullmatch(value) is not None


@define
class ModelAttributes:
    """Every attribute by user, game and key; ``numbered`` is the key whose values the schema wants whole."""

    held: dict[Place, dict[str, Any]] = field(factory=dict)
    numbered: str | None = None

    def update(
        self,
        user: str,
        game: int | None,
        given: Sequence[Mapping[str, Any]],
        removing: Sequence[str],
        *,
        by: str,
    ) -> bool:
        """Do an update of the ``client``, the ``server`` or its ``read-only`` kind; False: it is refused."""
        keys = [each["key"] for each in given]
        removed = set(removing) - set(keys)
        touched = removed | set(keys)
        if len(set(keys)) < len(keys):
            return False
        if by == "client" and any(self._locked((user, game, key)) for key in touched):
            return False
        written = {each["key"]: self._written((user, game, each["key"]), each, by) for each in given}
        if not all(self._fits(attribute) for attribute in written.values()):
            return False
        for key in removed:
            self.held.pop((user, game, key), None)
        self.held.update({(user, game, key): attribute for key, attribute in written.items()})
        return True

    def _locked(self, place: Place) -> bool:
        return place in self.held and self.held[place]["read_only"]

    def _written(self, place: Place, given: Mapping[str, Any], by: str) -> dict[str, Any]:
        attribute = dict(self.held.get(place, whole(place[2], "")))
        told = {name: value for name, value in given.items() if value is not None}
        kinds = {"client": "client", "read-only": "server"}
        names = ("value", "permission") if by in kinds else ("value", "permission", "data_type")
        attribute.update({name: told[name] for name in names if name in told})
        attribute["attr_type"] = kinds.get(by, told.get("attr_type", "client"))
        attribute["read_only"] = attribute["attr_type"] == "server"
        return attribute

    def _fits(self, attribute: Mapping[str, Any]) -> bool:
        wanted = attribute["data_type"] == "integer" or attribute["key"] == self.numbered
        return is_whole(attribute["value"]) or not wanted

    def told(
        self, user: str, attr_type: str, games: Sequence[int | None], *, public: bool = False
    ) -> list[dict[str, Any]]:
        """Return what is told of a user, by key and then by game."""
        found = [
            (key, game or 0, attribute)
            for (holder, game, key), attribute in self.held.items()
            if holder == user and game in games and attribute["attr_type"] == attr_type
        ]
        ordered = sorted(found, key=lambda each: each[:2])
        told = [each for _, _, each in ordered if not public or each["permission"] == "public"]
        return [{name: value for name, value in each.items() if name not in UNTOLD} for each in told]

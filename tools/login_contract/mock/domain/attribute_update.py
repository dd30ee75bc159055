"""What an update makes of a user's attributes: read from a request, laid over what is there, judged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import jsonschema_rs
from attrs import evolve, frozen

from login_contract.mock.contract import payload
from login_contract.mock.contract.refusals import UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.store.attributes import CLIENT, PRIVATE, Attribute

# No source tells how many there may be.
MOST_ATTRIBUTES = 1000
# What a client's update and one of read-only attributes tell of an attribute beside its key.
PLAIN = ("value", "permission")
WHOLE = (*PLAIN, "data_type", "description", "format")


@frozen(kw_only=True)
class AttributeUpdate:
    """An update as it was asked for, of one game or of what is common to all.

    ``given`` holds attributes as in a request, ``removing`` the keys that go. ``attr_type`` is the type of
    all that is written, None where each attribute tells its own.
    """

    publisher_project_id: int | None
    given: Sequence[Mapping[str, Any]]
    removing: frozenset[str]
    attr_type: str | None = None

    @classmethod
    def read(cls, asked: Mapping[str, Any], *, attr_type: str | None = None) -> AttributeUpdate:
        """Read the body of an update; a key that is both written and removed is written [doc].

        Raises:
            LoginError: 422 002-027, a key is given twice.
        """
        given = asked.get("attributes", ())
        repeated = [key for key, times in Counter(each["key"] for each in given).items() if times > 1]
        if repeated:
            raise refused(repeated[0], "is given more than once")
        return cls(
            publisher_project_id=game_of(asked),
            given=given,
            removing=frozenset(asked.get("removing_keys", ())) - {each["key"] for each in given},
            attr_type=attr_type,
        )

    @property
    def touched(self) -> frozenset[str]:
        """The keys that it writes or removes."""
        return self.removing | {each["key"] for each in self.given}

    def among(self, held: Sequence[Attribute]) -> dict[str, Attribute]:
        """Return those of a user's attributes that are of the same game, by their keys."""
        return {each.key: each for each in held if each.publisher_project_id == self.publisher_project_id}

    def written(self, held: Mapping[str, Attribute]) -> Iterator[Attribute]:
        """Yield the attributes that it writes; what it leaves out of one that is there stays as it was."""
        told = WHOLE if self.attr_type is None else PLAIN
        for each in self.given:
            new = Attribute(key=each["key"], value="", publisher_project_id=self.publisher_project_id)
            changed = {name: each[name] for name in told if name in each}
            attr_type = self.attr_type or each.get("attr_type", CLIENT)
            yield evolve(held.get(each["key"], new), **changed, attr_type=attr_type)


def game_of(asked: Mapping[str, Any]) -> int | None:
    """Return the game that a request is about, None where it names none.

    Some SDKs send 0 where a game has not told them its id [sdk].
    """
    return asked.get("publisher_project_id") or None


def check_unlocked(update: AttributeUpdate, held: Mapping[str, Attribute]) -> None:
    """Look whether a client may do an update.

    Raises:
        LoginError: 422 002-027, an attribute that it writes or removes is read-only.
    """
    for key in sorted(update.touched & held.keys()):
        if held[key].locked:
            raise refused(key, "is read-only")


def check_value(attribute: Attribute) -> None:
    """Look whether a value is the text of what the attribute says it is.

    Raises:
        LoginError: 422 002-027, it is not.
    """
    data_type, form = attribute.data_type, attribute.format
    if data_type and not _fits(as_json(attribute.value, (data_type,)), type=data_type):
        raise refused(attribute.key, f"has a value that is no {data_type}")
    if form and not _fits(attribute.value, format=form):
        raise refused(attribute.key, f"has a value that is no {form}")


def check_number(before: int, after: int, written: Collection[str]) -> None:
    """Look whether a user may have so many attributes after an update that writes these keys.

    Raises:
        LoginError: 422 002-027, they are too many, and more than before.
    """
    if after > max(MOST_ATTRIBUTES, before):
        raise refused(min(written), f"would be one of more than {MOST_ATTRIBUTES}")


def _fits(value: Any, **schema: str) -> bool:
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value)


def as_json(value: str, kinds: Collection[str]) -> Any:
    """Return what a value is the text of, where that is of one of these JSON types; else the text itself."""
    # White space around a number belongs to JSON, not to the number.
    if "string" in kinds or value != value.strip():
        return value
    try:
        return payload.from_json(value.encode())
    except payload.Malformed:
        return value


def told(given: Mapping[str, Any]) -> Attribute:
    """Return an attribute as a partner tells it at a login: whole, of what is common to all games.

    Its value is any JSON but a list or an object, and kept as the text that JSON writes where it is no text.
    """
    value = given["value"]
    return Attribute(
        key=given["key"],
        value=value if isinstance(value, str) else json.dumps(value),
        attr_type=given.get("attr_type", CLIENT),
        permission=given.get("permission") or PRIVATE,
        read_only=given.get("read_only") in (True, "true"),
    )


def refused(key: str, why: str) -> LoginError:
    """Return the refusal of an update that does to an attribute what may not be."""
    return LoginError(UNPROCESSABLE_VALUE, f"The attribute {key} {why}.")

"""What goes wrong with attributes of users, and with their schema."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import jsonschema_rs
import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import PARTNER_NOT_ANSWERING
from login_contract.mock.domain import attribute_schema, attribute_update
from login_contract.mock.domain.attribute_update import AttributeUpdate
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError, envelope
from login_contract.mock.flows import attribute_search, attribute_updates, partner
from login_contract.mock.flows import attributes as reading
from login_contract.mock.flows.attribute_updates import AttributeUpdates
from login_contract.mock.http import answers
from login_contract.mock.services import Services
from login_contract.mock.store import attribute_schemas, attributes, partner_data, users
from login_contract.mock.store.attributes import CLIENT, PUBLIC, Attribute, Search, Update
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, blind, wrap_operation


def alter_written(patch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Write other attributes than those that were asked for: each field by a function of the attribute."""
    sound = attributes.put

    def put(tx: Transaction, user_id: str, given: Iterable[Attribute]) -> None:
        sound(tx, user_id, [evolve(one, **{name: of(one) for name, of in changed.items()}) for one in given])

    patch.setattr(attributes, "put", put)


def private_told_to_others(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reading, "PUBLIC", "private")


def read_only_private_told_to_others(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        user_id = call.body.get("user_id")
        if user_id is None:
            return await sound(call, services)
        asked = {"publisher_id": None, **call.body}
        found = await services.attributes.of_user(call.project, user_id, asked, attr_type="server")
        return Reply.json([{"key": each.key, "value": each.value} for each in found])

    wrap_operation(patch, "get-users-read-only-attributes-from-client", around)


def public_stays_public(patch: pytest.MonkeyPatch) -> None:
    sound = AttributeUpdate.written

    def written(self: AttributeUpdate, held: Mapping[str, Attribute]) -> Iterator[Attribute]:
        for each in sound(self, held):
            before = held.get(each.key)
            yield evolve(each, permission=PUBLIC) if before and before.permission == PUBLIC else each

    patch.setattr(AttributeUpdate, "written", written)


def users_of_every_project_found(patch: pytest.MonkeyPatch) -> None:
    def by_id(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User | None:
        row = tx.one("SELECT project_id FROM users WHERE user_id = :user_id", user_id=user_id)
        return users.by_id(tx, row["project_id"], user_id, hold=hold) if row else None

    patch.setattr(reading, "users", altered(users, by_id=by_id))


def read_only_changed_by_the_client(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_update, "check_unlocked", lambda update, held: None)


def read_only_removed_by_the_client(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_update.check_unlocked

    def check_unlocked(update: AttributeUpdate, held: Mapping[str, Attribute]) -> None:
        sound(evolve(update, removing=frozenset()), held)

    patch.setattr(attribute_update, "check_unlocked", check_unlocked)


def read_only_of_a_game_unprotected(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_update.check_unlocked

    def check_unlocked(update: AttributeUpdate, held: Mapping[str, Attribute]) -> None:
        if update.publisher_project_id is None:
            sound(update, held)

    patch.setattr(attribute_update, "check_unlocked", check_unlocked)


def type_taken_from_the_client(patch: pytest.MonkeyPatch) -> None:
    sound = AttributeUpdate.read

    def read(asked: Mapping[str, Any], *, attr_type: str | None = None) -> AttributeUpdate:
        return sound(asked, attr_type=None if attr_type == CLIENT else attr_type)

    patch.setattr(AttributeUpdate, "read", read)


def good_attributes_of_a_bad_update_written(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_updates._write

    def write(tx: Transaction, user: User, update: AttributeUpdate) -> None:
        for each in update.given:
            sound(tx, user, evolve(update, given=[each], removing=frozenset()))
        sound(tx, user, evolve(update, given=()))

    patch.setattr(attribute_updates, "_write", write)


def removal_comes_before_the_judgement(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_updates._write

    def write(tx: Transaction, user: User, update: AttributeUpdate) -> None:
        attributes.remove(tx, user.user_id, update.publisher_project_id, update.removing)
        sound(tx, user, update)

    patch.setattr(attribute_updates, "_write", write)


def key_in_both_lists_removed(patch: pytest.MonkeyPatch) -> None:
    sound = AttributeUpdate.read

    def read(asked: Mapping[str, Any], *, attr_type: str | None = None) -> AttributeUpdate:
        removing = set(asked.get("removing_keys", ()))
        given = [each for each in asked.get("attributes", ()) if each["key"] not in removing]
        return sound({**asked, "attributes": given}, attr_type=attr_type)

    patch.setattr(AttributeUpdate, "read", read)


def games_share_their_values(patch: pytest.MonkeyPatch) -> None:
    alter_written(patch, publisher_project_id=lambda each: None)


def common_values_told_for_a_game(patch: pytest.MonkeyPatch) -> None:
    sound = attributes.of_user

    def of_user(tx: Transaction, user_id: str) -> list[Attribute]:
        found = sound(tx, user_id)
        games = {each.publisher_project_id for each in found} - {None}
        common = [each for each in found if each.publisher_project_id is None]
        return [*found, *(evolve(each, publisher_project_id=game) for each in common for game in games)]

    patch.setattr(reading, "attributes", altered(attributes, of_user=of_user))


def letter_case_of_keys_does_not_matter(patch: pytest.MonkeyPatch) -> None:
    alter_written(patch, key=lambda each: each.key.lower())


def last_character_of_long_keys_cut_off(patch: pytest.MonkeyPatch) -> None:
    alter_written(patch, key=lambda each: each.key[:255])


def long_values_cut_off(patch: pytest.MonkeyPatch) -> None:
    alter_written(patch, value=lambda each: each.value[:255])


def values_trimmed(patch: pytest.MonkeyPatch) -> None:
    alter_written(patch, value=lambda each: each.value.strip())


def what_the_server_said_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = AttributeUpdate.written

    def written(self: AttributeUpdate, held: Mapping[str, Attribute]) -> Iterator[Attribute]:
        return sound(
            self, {key: evolve(each, data_type=None, description=None) for key, each in held.items()}
        )

    patch.setattr(AttributeUpdate, "written", written)


def values_of_any_type_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_update, "check_value", lambda attribute: None)


def concurrent_updates_overwrite_each_other(patch: pytest.MonkeyPatch) -> None:
    async def by_client(self: AttributeUpdates, bearer: Bearer, asked: Mapping[str, Any]) -> None:
        user, update = bearer.user, AttributeUpdate.read(asked, attr_type=CLIENT)
        before = await self._store.read(lambda tx: attributes.of_user(tx, user.user_id))
        await asyncio.sleep(0.01)

        def write(tx: Transaction) -> None:
            tx.execute("DELETE FROM attributes WHERE user_id = :user_id", user_id=user.user_id)
            attributes.put(tx, user.user_id, before)
            attribute_updates._write(tx, user, update)

        await self._store.transaction(write)

    patch.setattr(AttributeUpdates, "by_client", by_client)


def another_merchant_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_updates, "check_publisher", lambda project, asked: None)


def schema_outlives_its_removal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_schemas, "remove", lambda tx, project_id: None)


def schema_holds_for_the_client_only(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_updates._write

    def write(tx: Transaction, user: User, update: AttributeUpdate) -> None:
        # Of another project, there is no schema.
        nowhere = evolve(user, project_id="")
        sound(tx, user if update.attr_type == CLIENT else nowhere, update)

    patch.setattr(attribute_updates, "_write", write)


def schema_looks_at_values_that_are_not_touched(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_schema.breach

    def breach(schema: str, values: Mapping[str, str], touched: Iterable[str]) -> Any:
        return sound(schema, values, {*touched, *values})

    patch.setattr(attribute_schema, "breach", breach)


def numbers_are_texts_to_the_schema(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_schema, "as_json", lambda value, kinds: value)


def nested_schema_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attribute_schema, "_parts", lambda schema, depth: iter([(schema, 0)]))


def schema_asks_other_servers(patch: pytest.MonkeyPatch) -> None:
    def validator(schema: Mapping[str, Any]) -> Any:
        return jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

    patch.setattr(attribute_schema, "_validator", validator)


def schema_refusals_in_the_envelope(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(answers, "flat", envelope)
    blind(patch)


def like_is_a_pattern_of_sql(patch: pytest.MonkeyPatch) -> None:
    sound = attributes.updates

    def updates(tx: Transaction, project_id: str, search: Search) -> list[Update]:
        if not search.contained:
            return sound(tx, project_id, search)
        rows = tx.all(
            "SELECT updated_at, user_id FROM attributes WHERE key = :key AND value LIKE :value"
            " ORDER BY updated_at, user_id LIMIT :most",
            key=search.key,
            value=f"%{search.value}%",
            most=search.limit,
        )
        return [Update(row["updated_at"], row["user_id"]) for row in rows]

    patch.setattr(attributes, "updates", updates)


def pages_begin_at_a_number(patch: pytest.MonkeyPatch) -> None:
    sound = attributes.updates

    def updates(tx: Transaction, project_id: str, search: Search) -> list[Update]:
        skipped = int(search.after.at)
        everybody = sound(tx, project_id, evolve(search, after=attributes.FIRST, limit=1000))
        told = everybody[skipped : skipped + search.limit]
        return [Update(float(skipped + number + 1), each.user_id) for number, each in enumerate(told)]

    patch.setattr(attributes, "updates", updates)


def pages_go_by_the_ids_of_users(patch: pytest.MonkeyPatch) -> None:
    sound = attributes.updates

    def updates(tx: Transaction, project_id: str, search: Search) -> list[Update]:
        everybody = sound(tx, project_id, evolve(search, after=attributes.FIRST, limit=1000))
        ordered = sorted((Update(0.5, each.user_id) for each in everybody), key=lambda each: each.user_id)
        return [each for each in ordered if each.user_id > search.after.user_id][: search.limit]

    patch.setattr(attributes, "updates", updates)


def search_finds_every_project(patch: pytest.MonkeyPatch) -> None:
    sound = attributes.updates

    def updates(tx: Transaction, project_id: str, search: Search) -> list[Update]:
        projects = tx.all("SELECT project_id FROM projects")
        return [one for row in projects for one in sound(tx, row["project_id"], search)]

    patch.setattr(attributes, "updates", updates)


def custom_ids_of_every_project_found(patch: pytest.MonkeyPatch) -> None:
    def user_with(tx: Transaction, project_id: str, server_custom_id: str) -> str | None:
        row = tx.one(
            "SELECT user_id FROM server_custom_ids WHERE server_custom_id = :one", one=server_custom_id
        )
        return row["user_id"] if row else None

    found = altered(partner_data, user_with=user_with)
    patch.setattr(attribute_search, "partner_data", found)


def keys_with_a_hyphen_hidden(patch: pytest.MonkeyPatch) -> None:
    sound = reading.wanted

    def wanted(
        found: Iterable[Attribute], keys: Sequence[str] | None, attr_type: str | None
    ) -> list[Attribute]:
        return [each for each in sound(found, keys, attr_type) if "-" not in each.key]

    patch.setattr(reading, "wanted", wanted)


def partner_held_to_the_schema(patch: pytest.MonkeyPatch) -> None:
    def put(tx: Transaction, user_id: str, given: Iterable[Attribute]) -> None:
        row = tx.row("SELECT project_id FROM users WHERE user_id = :user_id", user_id=user_id)
        schema = attribute_schemas.of_project(tx, row["project_id"])
        values = {each.key: each.value for each in given}
        if schema is not None and attribute_schema.breach(schema, values, set(values)):
            raise LoginError(PARTNER_NOT_ANSWERING)
        attributes.put(tx, user_id, given)

    patch.setattr(partner, "attributes", altered(attributes, put=put))


def read_only_of_a_partner_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_update.told
    patch.setattr(attribute_update, "told", lambda given: evolve(sound(given), read_only=False))

"""Texts that are not kept as they were given, and identifiers that are taken for others."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.services import Services
from tests.defects.planting import wrap_operation


def long_first_names_cut(patch: pytest.MonkeyPatch) -> None:
    _give(patch, "update-user-details", _each_text(lambda text: text[:254]))


def nicknames_composed(patch: pytest.MonkeyPatch) -> None:
    _give(patch, "update-user-details", _each_text(lambda text: unicodedata.normalize("NFC", text)))


def attributes_kept_as_ascii(patch: pytest.MonkeyPatch) -> None:
    _give(
        patch,
        "update-users-attributes-from-client",
        _each_text(lambda text: text.encode("ascii", "replace").decode()),
    )


def leading_zeros_of_attributes_lost(patch: pytest.MonkeyPatch) -> None:
    _give(patch, "update-users-attributes-from-server", _each_text(lambda text: text.lstrip("0")))


def marks_of_direction_taken_out_of_group_names(patch: pytest.MonkeyPatch) -> None:
    _give(patch, "post-project-user-group", _each_text(lambda text: text.replace("\u202e", "")))


def device_taken_by_the_last_digit(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        number = call.path["type_or_id"]
        return await sound(evolve(call, path={**call.path, "type_or_id": str(number)[-1:]}), services)

    wrap_operation(patch, "unlink-device-from-account", around)


def group_taken_by_the_first_digit(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        first = int(str(call.path["group_id"])[0])
        return await sound(evolve(call, path={**call.path, "group_id": first}), services)

    wrap_operation(patch, "del-project-user-group", around)


def _give(patch: pytest.MonkeyPatch, operation_id: str, alter: Callable[[Any], Any]) -> None:
    """Let an operation get another body than was sent."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, body=alter(call.body)), services)

    wrap_operation(patch, operation_id, around)


def _each_text(alter: Callable[[str], str]) -> Callable[[Any], Any]:
    def altered(node: Any) -> Any:
        if isinstance(node, str):
            return alter(node)
        if isinstance(node, dict):
            return {name: altered(child) for name, child in node.items()}
        return [altered(child) for child in node] if isinstance(node, list) else node

    return altered

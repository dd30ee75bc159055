"""Defects of the pictures of users."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from login_contract.mock import picture_kinds
from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.multipart import Upload
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.flows.pictures import Pictures
from login_contract.mock.randomness import Randomness
from login_contract.mock.store import pictures, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.pictures import Picture
from tests.defects.planting import alter_answers


def anything_is_a_picture(patch: pytest.MonkeyPatch) -> None:
    sound = picture_kinds.media_type
    patch.setattr(picture_kinds, "media_type", lambda content: sound(content) or "image/png")


def picture_is_known_by_its_first_letters(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        picture_kinds, "media_type", lambda content: "image/gif" if b"GIF8" in content[:99] else None
    )


def one_byte_too_many_is_taken(patch: pytest.MonkeyPatch) -> None:
    _limit(patch, lambda most: most + 1)


def size_is_that_of_the_default(patch: pytest.MonkeyPatch) -> None:
    _limit(patch, lambda most: 5_242_880)


def _limit(patch: pytest.MonkeyPatch, change: Callable[[int], int]) -> None:
    sound = Pictures.upload

    async def upload(self: Pictures, bearer: Bearer, upload: Upload) -> str:
        settings = bearer.project.settings
        changed = {**settings, "picture_max_bytes": change(settings["picture_max_bytes"])}
        return await sound(self, evolve(bearer, project=evolve(bearer.project, settings=changed)), upload)

    patch.setattr(Pictures, "upload", upload)


def last_byte_is_lost(patch: pytest.MonkeyPatch) -> None:
    sound = pictures.named

    def named(tx: Transaction, name: str) -> Picture | None:
        found = sound(tx, name)
        return evolve(found, content=found.content[:-1]) if found else None

    patch.setattr(pictures, "named", named)


def old_picture_stays(patch: pytest.MonkeyPatch) -> None:
    def named(tx: Transaction, name: str) -> Picture | None:
        row = tx.one("SELECT media_type, content FROM pictures WHERE name = :name", name=name)
        return Picture(row["media_type"], bytes(row["content"])) if row else None

    patch.setattr(pictures, "named", named)
    patch.setattr(pictures, "remove", _forget_only)


def _forget_only(tx: Transaction, user_id: str) -> None:
    tx.change("users", users.KEY, user_id=user_id, picture=None)


def removal_takes_everybodys(patch: pytest.MonkeyPatch) -> None:
    def remove(tx: Transaction, user_id: str) -> None:
        tx.execute("DELETE FROM pictures")
        _forget_only(tx, user_id)

    patch.setattr(pictures, "remove", remove)


def browser_may_guess_the_type(patch: pytest.MonkeyPatch) -> None:
    _lose_header(patch, "x-content-type-options")


def picture_may_run(patch: pytest.MonkeyPatch) -> None:
    _lose_header(patch, "content-security-policy")


def _lose_header(patch: pytest.MonkeyPatch, lost: str) -> None:
    def without(reply: Reply) -> Reply:
        return evolve(reply, headers={name: value for name, value in reply.headers.items() if name != lost})

    alter_answers(patch, "mock-picture", without)


def address_is_counted(patch: pytest.MonkeyPatch) -> None:
    sound = Pictures.upload
    count = iter(range(10**6))

    async def upload(self: Pictures, bearer: Bearer, upload: Upload) -> str:
        return await sound(evolve(self, randomness=_Counted(next(count))), bearer, upload)

    patch.setattr(Pictures, "upload", upload)


class _Counted(Randomness):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def token(self, length: int = 32) -> str:
        return f"picture-of-somebody-{self._number:06d}"

"""Defects of new keys: what they sign, and how long those before them count."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Reply
from login_contract.mock.domain import tokens
from login_contract.mock.domain.keys import Keys, SigningKey
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.outgoing.partner_webhooks import PartnerWebhooks
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions
from tests.defects.planting import alter_answers


def new_key_ends_the_tokens_of_the_old_one(patch: pytest.MonkeyPatch) -> None:
    sound = Keys.all_of

    async def all_of(self: Keys, project: Project) -> Sequence[SigningKey]:
        return (await sound(self, project))[:1]

    patch.setattr(Keys, "all_of", all_of)


def old_key_goes_on_signing(patch: pytest.MonkeyPatch) -> None:
    async def of(self: Keys, project: Project) -> SigningKey:
        return (await self.all_of(project))[-1]

    patch.setattr(Keys, "of", of)


def old_key_stays_published(patch: pytest.MonkeyPatch) -> None:
    async def published(self: Keys, project: Project) -> list[SigningKey]:
        return list(await self.all_of(project))

    patch.setattr(Keys, "published", published)


def old_key_missing_in_one_of_the_lists(patch: pytest.MonkeyPatch) -> None:
    alter_answers(patch, "get-projects-keys", lambda reply: evolve(reply, body=reply.body[:1]))


def replaced_key_proves_whatever_it_signs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tokens, "_check_replaced", lambda key, content, now: None)


def key_that_a_token_names_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    def check_proof(token: str, named: SigningKey) -> None:
        """Believe what the header says of the key."""

    patch.setattr(tokens, "_check_proof", check_proof)


def longer_lives_of_earlier_tokens_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sessions, "last_end", lambda tx, project_id: 0.0)


def webhooks_keep_the_old_key(patch: pytest.MonkeyPatch) -> None:
    sound = PartnerWebhooks.__init__

    class Stale(Tokens):
        async def sign(self, project: Project, content: Any) -> str:
            self._keys = _of_before(self._keys)
            return await super().sign(project, content)

    def init(self: PartnerWebhooks, store: Any, known: Tokens, *rest: Any) -> None:
        stale = Stale(known._store, known._projects, known._keys, known._randomness)
        sound(self, store, stale, *rest)

    patch.setattr(PartnerWebhooks, "__init__", init)


def _of_before(keys: Keys) -> Keys:
    class Before(Keys):
        async def of(self, project: Project) -> SigningKey:
            return (await self.all_of(project))[-1]

    before = Before(keys._store)
    before._cache = keys._cache
    return before


def login_under_way_keeps_the_old_key(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.sign

    async def sign(self: Tokens, project: Project, content: Any) -> str:
        as_it_began = copy.copy(self)
        as_it_began._projects = _Only(project)
        return await sound(as_it_began, project, content)

    patch.setattr(Tokens, "sign", sign)


class _Only(Projects):
    def __init__(self, project: Project) -> None:
        self._project = project

    def find(self, project_id: str) -> Project:
        return self._project


def new_key_is_told_and_not_used(patch: pytest.MonkeyPatch) -> None:
    """Answer a key of which nothing is kept."""
    alter_answers(patch, "post-projects-key", _with_another_name)


def _with_another_name(reply: Reply) -> Reply:
    return evolve(reply, body={**reply.body, "kid": "another"})

"""Operations that take one for another: the check whose something is, taken out of the one under test.

Which operation that is, and who owns what is at stake, is known from the law about isolation itself: the test
that runs, and the mark in the names of its owners.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

import pytest
from attrs import evolve

from login_contract.description.model import described
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Endpoint
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.http import functions
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Transaction

Around = Callable[[Endpoint, Call, Services], Awaitable[Reply]]
_mistaken: ContextVar[bool] = ContextVar("mistaken", default=False)


def user_of_a_token_mistaken(patch: pytest.MonkeyPatch) -> None:
    """Let the operation under test act for the owner, whoever has a good token."""
    sound = Tokens.check

    async def check(self: Tokens, token: str, **options: tuple[str, ...]) -> Bearer:
        bearer = await sound(self, token, **options)
        if not _mistaken.get():
            return bearer
        owner = await self._store.read(_owner)
        return evolve(owner, project=self._projects.named(owner.user.project_id))

    async def around(endpoint: Endpoint, call: Call, services: Services) -> Reply:
        _mistaken.set(True)
        if call.identified is not None:
            bearer = await services.tokens.check(call.bearer or "", purposes=endpoint.purposes)
            call = evolve(call, identified=bearer, registered=bearer.project)
        return await endpoint.serve(call, services)

    patch.setattr(Tokens, "check", check)
    _around_the_one_under_test(patch, around)


def server_of_a_project_mistaken(patch: pytest.MonkeyPatch) -> None:
    """Let the operation under test act in the owner's project, whichever project's server asks."""
    sound = Tokens.identify_server

    async def identify_server(self: Tokens, token: str, project: Project | None) -> Project:
        await sound(self, token, None)
        return project or await sound(self, token, None)

    async def around(endpoint: Endpoint, call: Call, services: Services) -> Reply:
        if call.server_token is not None:
            owner = await services.store.read(_owner)
            call = evolve(call, registered=services.projects.named(owner.user.project_id))
        return await endpoint.serve(call, services)

    patch.setattr(Tokens, "identify_server", identify_server)
    _around_the_one_under_test(patch, around)


def _around_the_one_under_test(patch: pytest.MonkeyPatch, around: Around) -> None:
    sound = functions.endpoints()

    def planted(operation_id: str, endpoint: Endpoint) -> Endpoint:
        async def serve(call: Call, services: Services) -> Reply:
            if f"[{operation_id}]" not in os.environ.get("PYTEST_CURRENT_TEST", ""):
                return await endpoint.serve(call, services)
            return await around(endpoint, call, services)

        return evolve(endpoint, serve=serve)

    every = {
        name: planted(name, endpoint) for name, endpoint in sound.items() if name in described().operations
    }
    patch.setattr(functions, "endpoints", lambda: {**sound, **every})


def _owner(tx: Transaction) -> Bearer:
    """Return the newest user whose name has the mark of an owner, with a session of that user."""
    row = tx.one(
        "SELECT user_id, project_id FROM users WHERE username LIKE 'mark%' ORDER BY created_at DESC LIMIT 1"
    )
    assert row is not None
    user = users.by_id(tx, row["project_id"], row["user_id"])
    opened = tx.one(
        "SELECT jti FROM sessions WHERE user_id = :user_id AND purpose = 'full'", user_id=row["user_id"]
    )
    assert user is not None
    assert opened is not None
    session = sessions.find(tx, opened["jti"])
    assert session is not None
    return Bearer(None, user, session)  # type: ignore[arg-type]

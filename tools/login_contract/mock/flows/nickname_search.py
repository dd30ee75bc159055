"""The search for users by nickname, as often as a user may search."""

from __future__ import annotations

import math

from attrs import frozen

from login_contract.mock.contract.refusals import TOO_MANY_REQUESTS
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError
from login_contract.mock.store import nickname_search, rate_windows
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.nickname_search import Found

SEARCH = "search-users-by-nickname"
ALLOWED, PER_SECONDS = 1, 1.0


@frozen
class NicknameSearch:
    """Lets users find others of their project."""

    _store: Store

    async def find(self, bearer: Bearer, text: str, *, offset: int, limit: int) -> Found:
        """Return users whose nickname, or tag, begins with a text.

        Raises:
            LoginError: 429 003-038, the user has searched less than a second ago.
        """
        project_id = bearer.project.project_id

        def count(tx: Transaction) -> float:
            user_id = bearer.user.user_id
            return rate_windows.count(tx, project_id, SEARCH, user_id, limit=ALLOWED, per_seconds=PER_SECONDS)

        wait = await self._store.transaction(count)
        if wait > 0:
            headers = {"retry-after": str(math.ceil(wait))}
            raise LoginError(TOO_MANY_REQUESTS, headers=headers, because="a user may search once a second")
        return await self._store.read(
            lambda tx: nickname_search.search(tx, project_id, text, offset=offset, limit=limit)
        )

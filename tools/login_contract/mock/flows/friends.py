"""The lists of a user's friends, of those who asked or were asked, and of those who are blocked."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from uuid import UUID

from attrs import frozen

from login_contract.mock.contract import payload
from login_contract.mock.contract.refusals import INVALID_VALUE
from login_contract.mock.domain import named_users
from login_contract.mock.domain import relationships as rules
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.store import relationships, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.relationships import Place, Relationship
from login_contract.tokens.compact import base64url

NAME_KEY = re.compile(r"(?:[0-9a-f]{2})*")
# Where the vendor's SDK for Unity has a list begin.
BEGINNING = "0"


@frozen(kw_only=True)
class FriendPage:
    """Some entries of a list, and the cursor of those after them, None at the end."""

    entries: Sequence[Relationship]
    next_after: str | None


@frozen
class Friends:
    """Reads the lists of users and lets them act on each other."""

    _store: Store
    _tokens: Tokens

    async def page(
        self,
        bearer: Bearer,
        list_type: str,
        *,
        sort_by: str,
        descending: bool,
        after: str | None,
        limit: int,
    ) -> FriendPage:
        """Return so many entries of a list, those behind a cursor.

        Raises:
            LoginError: 400 002-027, the cursor is none of a list in this order.
        """
        behind = None if after == BEGINNING else after
        place = _place(behind, sort_by) if behind is not None else None

        def read(tx: Transaction) -> list[Relationship]:
            return relationships.page(
                tx,
                bearer.user.user_id,
                list_type,
                sort_by=sort_by,
                descending=descending,
                after=place,
                # One more than is shown tells whether there is a next page.
                limit=limit + 1,
            )

        found = await self._store.read(read)
        entries = found[:limit]
        more = len(found) > limit
        return FriendPage(entries=entries, next_after=_cursor(entries[-1], sort_by) if more else None)

    async def act(self, bearer: Bearer, action: str, other_id: str) -> None:
        """Let a user act on another one of the same project.

        Raises:
            LoginError: 400 002-027, it is the user's own id; 404 003-002, there is no such user in the
                project; 403 010-026 or 404 003-061, the two are not as the action needs it; 401 002-016, the
                token has ended meanwhile.
        """
        own_id, other_id = bearer.user.user_id, other_id.lower()
        if other_id == own_id:
            raise LoginError(INVALID_VALUE, "The user cannot act on itself.")

        def act(tx: Transaction) -> None:
            # In one order for both, so that two who act at once wait for each other and never in a circle.
            for user_id in sorted((own_id, other_id)):
                users.hold(tx, user_id)
            user = self._tokens.holder(tx, bearer)
            other = named_users.find(tx, bearer.project.project_id, other_id)
            stand = relationships.stand(tx, own_id, other_id)
            changed = rules.after(action, stand)
            if changed != stand:
                relationships.put(tx, user, other, changed)

        await self._store.transaction(act)


def _cursor(entry: Relationship, sort_by: str) -> str:
    return base64url(json.dumps([sort_by, *entry.place]).encode())


def _place(cursor: str, sort_by: str) -> Place:
    """Read a cursor.

    Raises:
        LoginError: 400 002-027.
    """
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        of_sort, key, user_id = payload.from_json(raw)
        spelled = str(UUID(user_id)) == user_id
    except (ValueError, TypeError, AttributeError):
        raise _no_cursor() from None
    if not (spelled and of_sort == sort_by and IS_KEY[sort_by](key)):
        raise _no_cursor()
    return key, user_id


def _is_name_key(key: object) -> bool:
    return isinstance(key, str) and NAME_KEY.fullmatch(key) is not None


def _is_time(key: object) -> bool:
    return isinstance(key, float)


IS_KEY = {"by_nickname": _is_name_key, "by_updated": _is_time}


def _no_cursor() -> LoginError:
    return LoginError(INVALID_VALUE, "The parameter after is no next_after of this list.")

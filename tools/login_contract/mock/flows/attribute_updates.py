"""Changes of a user's attributes: all that an update asks for, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.domain import attribute_update
from login_contract.mock.domain.attribute_update import MOST_ATTRIBUTES, AttributeUpdate
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.flows.attributes import check_publisher, somebody
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes
from login_contract.mock.store.attributes import CLIENT
from login_contract.mock.store.database import Store, Transaction


@frozen
class AttributeUpdates:
    """Writes and removes attributes of users, one update of a user after the other."""

    _store: Store
    _tokens: Tokens

    async def by_client(self, bearer: Bearer, asked: Mapping[str, Any]) -> None:
        """Change what the user of a token may change.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile; 422 002-027, an attribute cannot be so.
        """
        update = AttributeUpdate.read(asked, attr_type=CLIENT)

        def change(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            held = update.among(attributes.of_user(tx, user.user_id))
            attribute_update.check_unlocked(update, held)
            _write(tx, user.user_id, update)

        await self._store.transaction(change)

    async def by_server(
        self, project: Project, user_id: str, asked: Mapping[str, Any], *, attr_type: str | None = None
    ) -> None:
        """Change any attributes of a user; what is written has the type ``attr_type``, or each its own.

        Raises:
            LoginError: 403 1901-0001, the merchant is another; 422 003-002, there is no such user; 422
                002-027, an attribute cannot be so.
        """
        check_publisher(project, asked)
        update = AttributeUpdate.read(asked, attr_type=attr_type)

        def change(tx: Transaction) -> None:
            _write(tx, somebody(tx, project, user_id, hold=True).user_id, update)

        await self._store.transaction(change)


def _write(tx: Transaction, user_id: str, update: AttributeUpdate) -> None:
    """Do an update of a user whom nobody else can change meanwhile.

    A refusal commits what was done before it, so that everything is judged first.
    """
    held = attributes.of_user(tx, user_id)
    same_game = update.among(held)
    written = list(update.written(same_game))
    for attribute in written:
        attribute_update.check_value(attribute)
    after = len(held) + len([each for each in written if each.key not in same_game])
    after -= len(update.removing & same_game.keys())
    if after > max(MOST_ATTRIBUTES, len(held)):
        raise attribute_update.refused(written[-1].key, f"would be one of more than {MOST_ATTRIBUTES}")
    attributes.remove(tx, user_id, update.publisher_project_id, update.removing & same_game.keys())
    attributes.put(tx, user_id, written)

"""Changes of a user's attributes: all that an update asks for, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import UNKNOWN_USER
from login_contract.mock.domain import attribute_schema, attribute_update
from login_contract.mock.domain.attribute_update import AttributeUpdate
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.attributes import check_publisher, somebody
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attribute_schemas, attributes, partner_data
from login_contract.mock.store.attributes import CLIENT, Attribute
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown


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
            _write(tx, user, update)

        await self._store.transaction(change)

    async def by_server(
        self, project: Project, user_id: str, asked: Mapping[str, Any], *, attr_type: str | None = None
    ) -> None:
        """Change any attributes of a user; what is written has the type ``attr_type``, or each its own.

        Raises:
            LoginError: 403 1901-0001, the merchant is another; 422 003-002, there is no such user; 422
                002-027, an attribute cannot be so.
        """
        await self._change(
            project,
            asked,
            lambda tx: somebody(tx, project, user_id, hold=True),
            attr_type=attr_type,
        )

    async def by_custom_id(self, project: Project, custom_id: str, asked: Mapping[str, Any]) -> None:
        """Change any attributes of the user whose id on the partner's server this is.

        Raises:
            LoginError: 403 1901-0001, the merchant is another; 404 003-002, nobody has the id; 422 002-027,
                an attribute cannot be so.
        """

        def find(tx: Transaction) -> User:
            user_id = partner_data.user_with(tx, project.project_id, custom_id)
            if user_id is None:
                raise LoginError(UNKNOWN_USER, because=f"nobody has the server_custom_id {shown(custom_id)}")
            return somebody(tx, project, user_id, hold=True)

        await self._change(project, asked, find, attr_type=None)

    async def _change(
        self,
        project: Project,
        asked: Mapping[str, Any],
        find: Callable[[Transaction], User],
        *,
        attr_type: str | None,
    ) -> None:
        check_publisher(project, asked)
        update = AttributeUpdate.read(asked, attr_type=attr_type)
        await self._store.transaction(lambda tx: _write(tx, find(tx), update))


def _write(tx: Transaction, user: User, update: AttributeUpdate) -> None:
    """Do an update of a user whom nobody else can change meanwhile.

    A refusal commits what was done before it, so that everything is judged first.
    """
    held = attributes.of_user(tx, user.user_id)
    same_game = update.among(held)
    written = {each.key: each for each in update.written(same_game)}
    after = {key: each for key, each in {**same_game, **written}.items() if key not in update.removing}
    for attribute in written.values():
        attribute_update.check_value(attribute)
    attribute_update.check_number(len(held), len(held) - len(same_game) + len(after), written)
    _check_schema(tx, user, after, update)
    attributes.remove(tx, user.user_id, update.publisher_project_id, update.removing & same_game.keys())
    attributes.put(tx, user.user_id, written.values())


def _check_schema(
    tx: Transaction, user: User, after: Mapping[str, Attribute], update: AttributeUpdate
) -> None:
    schema = attribute_schemas.of_project(tx, user.project_id)
    if schema is not None:
        values = {key: each.value for key, each in after.items()}
        breach = attribute_schema.breach(schema, values, update.touched)
        if breach is not None:
            raise attribute_update.refused(*breach)

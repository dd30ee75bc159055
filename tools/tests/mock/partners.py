"""Partners of a mock in this process, and everything that its store holds."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from login_contract.description.model import described
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.schema import EMPTIED_BY_RESET
from login_contract.mock.store.sqlite import SqliteStore
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.storage_partner import StoragePartner, settings
from login_contract.suite.judging.judge import Judge

MakePartner = Callable[..., StoragePartner]
JUDGE = Judge(described(), partner_codes=True)


@contextlib.contextmanager
def partners_of(mock: EmbeddedMock, **always: Any) -> Iterator[MakePartner]:
    """Give a function that makes a project, whose partner answers at a receiver that all of them share."""
    with contextlib.ExitStack() as open_, CallbackServer() as receiver, Control(mock.origin) as control:

        def make(**changed: Any) -> StoragePartner:
            clients = ClientRegistrations()
            project = settings(receiver, **{"oauth_clients": clients.settings(), **always, **changed})
            jwt_client = JwtClient(
                http=open_.enter_context(httpx.Client(base_url=mock.base_url, timeout=30)),
                project_id=control.put_project(**project),
                description=described(),
                judge=JUDGE,
                control=control,
            )
            oauth_client = OAuthClient(jwt_client=jwt_client, clients=clients, client_id=clients.public)
            return StoragePartner(receiver=receiver, oauth_client=oauth_client)

        yield make


def held(mock: EmbeddedMock, *, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Return the rows of every table that requests write."""

    def look(tx: Transaction) -> dict[str, list[str]]:
        return {
            table: sorted(repr(dict(row)) for row in tx.all(f"SELECT * FROM {table}"))
            for table in EMPTIED_BY_RESET
            if table not in without
        }

    return mock.app.services.store.run(look, write=False)


def written(mock: EmbeddedMock) -> str:
    """Return all that the store holds as text; of SQLite its files, deleted rows and all."""
    text = "\n".join(row for rows in held(mock).values() for row in rows)
    store = mock.app.services.store
    if isinstance(store, SqliteStore):
        for file in sorted(store.path.parent.glob(f"{store.path.name}*")):
            text += file.read_bytes().decode("latin-1")
    return text

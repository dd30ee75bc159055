"""Signing out: of browsers, or of everything."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.domain.logout import end_everything
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.store import sso_sessions
from login_contract.mock.store.database import Store


@frozen
class Logouts:
    """Ends what users and browsers are signed in with."""

    _store: Store

    async def end(self, bearer: Bearer, *, everything: bool) -> None:
        """Sign the user of a token out of every browser, and with ``everything`` end their tokens as well."""
        user_id = bearer.user.user_id
        end = end_everything if everything else sso_sessions.forget_user
        await self._store.transaction(lambda tx: end(tx, user_id))

    async def forget(self, browser: str | None, project_id: str | None) -> None:
        """Sign a browser out of a project, or of all; nobody learns whether it was signed in."""
        if browser is not None:
            await self._store.transaction(lambda tx: sso_sessions.forget_browser(tx, browser, project_id))

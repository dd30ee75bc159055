"""Single sign-on: a browser that signed in once need not do so again."""

from __future__ import annotations

from login_contract.mock.contract.refusals import NOT_SIGNED_IN
from login_contract.mock.errors import LoginError
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sso_sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sso_sessions import SsoSession
from login_contract.mock.store.user_rows import User


class SingleSignOn:
    """Keeps sign-ins of browsers; a browser is known by the secret in its cookie.

    The secret changes with every sign-in, so that nobody can plant one that another person's sign-in fills.
    """

    def __init__(self, randomness: Randomness) -> None:
        self._randomness = randomness

    def sign_in(
        self, tx: Transaction, project: Project, user: User, login_type: str, *, before: str | None
    ) -> str:
        """Remember that a browser is signed in to a project; return its new secret."""
        browser = self._randomness.token(43)
        session = SsoSession(
            browser, project.project_id, user.user_id, login_type, tx.now + project["sso_lifetime"]
        )
        sso_sessions.sign_in(tx, session, before=before)
        return browser

    def signed_in(self, tx: Transaction, project: Project, browser: str | None) -> tuple[User, SsoSession]:
        """Return the user that a browser is signed in as.

        Raises:
            LoginError: 401 003-040, it is not signed in to this project.
        """
        session = sso_sessions.find(tx, browser, project.project_id) if browser else None
        user = users.by_id(tx, project.project_id, session.user_id, hold=True) if session else None
        # Looked at again, now that no logout can end it meanwhile.
        session = sso_sessions.find(tx, browser, project.project_id) if browser else None
        if session is None or user is None or user.banned:
            because = "the browser is not signed in" if browser else "the browser sent no sign-in cookie"
            raise LoginError(NOT_SIGNED_IN, because=because)
        return user, session

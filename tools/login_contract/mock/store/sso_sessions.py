"""Single sign-on: which user a browser is signed in as, per project."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.store.database import Transaction


@frozen
class SsoSession:
    """A browser's sign-in to a project; ``login_type`` is how the user signed in."""

    browser: str
    project_id: str
    user_id: str
    login_type: str
    expires_at: float


def sign_in(tx: Transaction, session: SsoSession, *, before: str | None) -> None:
    """Remember a sign-in under the browser's new secret; what its secret ``before`` held moves along."""
    if before is not None:
        tx.execute(
            "DELETE FROM sso_sessions WHERE browser = :before AND project_id = :project_id",
            before=before,
            project_id=session.project_id,
        )
        tx.execute(
            "UPDATE sso_sessions SET browser = :browser WHERE browser = :before",
            browser=session.browser,
            before=before,
        )
    tx.insert(
        "sso_sessions",
        browser=session.browser,
        project_id=session.project_id,
        user_id=session.user_id,
        login_type=session.login_type,
        expires_at=session.expires_at,
    )


def find(tx: Transaction, browser: str, project_id: str) -> SsoSession | None:
    """Return a browser's live sign-in to a project."""
    row = tx.one(
        "SELECT * FROM sso_sessions"
        " WHERE browser = :browser AND project_id = :project_id AND expires_at > :now",
        browser=browser,
        project_id=project_id,
        now=tx.now,
    )
    if row is None:
        return None
    return SsoSession(row["browser"], row["project_id"], row["user_id"], row["login_type"], row["expires_at"])


def forget_browser(tx: Transaction, browser: str, project_id: str | None) -> None:
    """Sign a browser out of one project, or of all."""
    tx.execute(
        "DELETE FROM sso_sessions WHERE browser = :browser AND (:everywhere = 1 OR project_id = :project_id)",
        browser=browser,
        everywhere=int(project_id is None),
        project_id=project_id or "",
    )


def forget_user(tx: Transaction, user_id: str) -> None:
    """Sign a user out of every browser."""
    tx.execute("DELETE FROM sso_sessions WHERE user_id = :user_id", user_id=user_id)

"""Mails with a link that works once: account confirmation and password reset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from login_contract.mock.domain.messenger import Messenger, Wording
from login_contract.mock.domain.redirects import in_language, with_query
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import mailed_links
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.mailed_links import CONFIRMATION, RESET, MailedLink
from login_contract.mock.store.user_rows import User

RESET_FORM_PATH = "/_mock/reset-form"


class Links:
    """Makes and mails links."""

    def __init__(self, randomness: Randomness, messenger: Messenger, *, origin: str, api: str) -> None:
        self._randomness = randomness
        self._messenger = messenger
        self._origin = origin
        self._api = api

    def mail_confirmation(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest, wording: Wording
    ) -> None:
        """Mail the link that confirms an account and then does what ``request`` says."""
        code = self._keep(tx, project, user, CONFIRMATION, request.to_json(), "confirmation_lifetime")
        parameters = urlencode({"projectId": project.project_id, "code": code})
        link = in_language(f"{self._api}/user/confirm?{parameters}", wording.locale)
        self._send(tx, project, user, CONFIRMATION, link, code, wording)

    def mail_reset(
        self, tx: Transaction, project: Project, user: User, login_url: str, wording: Wording
    ) -> None:
        """Mail the link to the form for a new password; ``user_id`` and ``code`` are in its query [doc]."""
        code = self._keep(tx, project, user, RESET, {}, "password_reset_lifetime")
        parameters = {"user_id": user.user_id, "code": code}
        form: str | None = project["reset_form_url"]
        if form is None:
            form = in_language(f"{self._origin}{RESET_FORM_PATH}", wording.locale)
            parameters |= {"projectId": project.project_id, "login_url": login_url}
        self._send(tx, project, user, RESET, with_query(form, **parameters), code, wording)

    def _keep(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        purpose: str,
        context: Mapping[str, Any],
        lifetime: str,
    ) -> str:
        link = MailedLink(
            code=self._randomness.token(),
            project_id=project.project_id,
            user_id=user.user_id,
            purpose=purpose,
            context=context,
            expires_at=tx.now + project[lifetime],
        )
        mailed_links.add(tx, link)
        return link.code

    def _send(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        kind: str,
        link: str,
        code: str,
        wording: Wording,
    ) -> None:
        minutes = round(project["password_reset_lifetime" if kind == RESET else "confirmation_lifetime"] / 60)
        self._messenger.send(
            tx,
            project,
            kind,
            user.email or "",
            wording=wording,
            values={"link": link, "minutes": max(1, minutes)},
            code=code,
            template_type=kind,
        )

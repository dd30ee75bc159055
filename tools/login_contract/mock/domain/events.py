"""What happens to users, told to whoever registered for it: written with its cause, sent afterwards."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from login_contract.description.message import JSON
from login_contract.mock import moments
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.domain import ask_fields
from login_contract.mock.errors import ContractBreach
from login_contract.mock.settings.project import Project
from login_contract.mock.store import event_queue, event_webhooks, newcomers, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

WEBHOOK = "login-event"
REGISTRATION = "registration"
AUTHORIZATION = "authorization"
EMAIL_CONFIRMATION = "email_confirmation"
LINK_SOCIAL_ACCOUNT = "link_social_account"
NEW_VERIFIED_USER = "new_verified_user"


class Events:
    """Queues events in the transaction of what causes them; ``wake`` is called once it is committed.

    Nothing is queued for an event that no address is registered for.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def registered(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        *,
        login_type: str,
        provider: str | None = None,
        proven_address: bool = False,
    ) -> None:
        """Tell that somebody has registered, and what they have proven with it.

        ``login_type`` says how, as a token of Xsolla storage does in ``type``.
        """
        self._tell(tx, project, user, REGISTRATION, login_type=login_type, provider=provider)
        if proven_address:
            self._tell(tx, project, user, EMAIL_CONFIRMATION)
        if is_verified(project, user):
            self._tell(tx, project, user, NEW_VERIFIED_USER)
        else:
            self.awaited(tx, user)

    def awaited(self, tx: Transaction, user: User) -> None:
        """Remember that a user who has just come into being has not passed every verification yet."""
        newcomers.add(tx, user.user_id)

    def authorized(
        self, tx: Transaction, project: Project, user: User, *, login_type: str, provider: str | None
    ) -> None:
        """Tell that somebody has logged in; ``login_type`` says how."""
        self._tell(tx, project, user, AUTHORIZATION, login_type=login_type, provider=provider)

    def confirmed(self, tx: Transaction, project: Project, user: User) -> None:
        """Tell that somebody has proven their e-mail address."""
        self._tell(tx, project, user, EMAIL_CONFIRMATION)
        self.proven(tx, project, user)

    def proven(self, tx: Transaction, project: Project, user: User) -> None:
        """Tell of a new user, once, as soon as every verification that the project wants is passed."""
        now = users.by_id(tx, project.project_id, user.user_id)
        if now is not None and is_verified(project, now) and newcomers.take(tx, now.user_id):
            self._tell(tx, project, now, NEW_VERIFIED_USER)

    def linked(self, tx: Transaction, project: Project, user: User, provider: str) -> None:
        """Tell that an account at a social network now stands for a user who was there before."""
        self._tell(tx, project, user, LINK_SOCIAL_ACCOUNT, provider=provider)

    def merged(
        self, tx: Transaction, project: Project, newcomer: User, account: User, providers: Iterable[str]
    ) -> None:
        """Tell that somebody who was about to register turned out to be a user who was there before.

        What this transaction was to tell of a sign-up is taken back; ``providers`` vouch for the user now.
        """
        event_queue.forget_user(tx, newcomer.user_id)
        newcomers.take(tx, newcomer.user_id)
        for provider in providers:
            self.linked(tx, project, account, provider)

    def _tell(self, tx: Transaction, project: Project, user: User, event_type: str, **data: Any) -> None:
        webhooks = event_webhooks.of_event(tx, project.project_id, event_type)
        if not webhooks:
            return
        # Held, so that the events of one user are queued one transaction after the other.
        now = users.by_id(tx, project.project_id, user.user_id, hold=True) or user
        known = {
            "user_id": now.user_id,
            "username": now.username,
            "email": now.email,
            "phone_number": now.phone_number,
            **data,
        }
        body = {
            "event_type": event_type,
            # Later than the transaction's own moment, which a wait for the user's row may have made old.
            "event_time": moments.in_milliseconds(time.time() + tx.clock_offset),
            "project_id": project.project_id,
            "data": {name: value for name, value in known.items() if value is not None},
        }
        _check(body)
        for webhook in webhooks:
            event_queue.add(
                tx,
                project_id=project.project_id,
                user_id=now.user_id,
                webhook_id=webhook.id,
                url=webhook.url,
                body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
            )
        tx.after_commit(self._wake)


def is_verified(project: Project, user: User) -> bool:
    """Say whether a user has passed every verification that the project wants of a new one.

    These are the confirmation of an address, of whoever has one, and the required fields that a code proves.
    """
    if project["confirmation_required"] and user.email is not None and not user.confirmed:
        return False
    return not any(
        field["required"] and field.get("confirmation_type") is not None
        for field in ask_fields.outstanding(project, user)
    )


def _check(body: Mapping[str, Any]) -> None:
    """Compare an event with the description.

    Raises:
        ContractBreach: it is not as described.
    """
    checker = compiled().webhooks[WEBHOOK].bodies[JSON]
    if not checker.accepts(body):
        problem = checker.problem(body)
        raise ContractBreach(f"{WEBHOOK}: {problem.where if problem else 'body'} breaks its schema")

"""One account for whom a partner's server knows as one: linking by the user's id there."""

from __future__ import annotations

from login_contract.mock.contract.refusals import BANNED_USER, PARTNER_NOT_ANSWERING, UNCONFIRMED_ACCOUNT
from login_contract.mock.domain.events import Events
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows import memberships
from login_contract.mock.settings.project import Project
from login_contract.mock.store import (
    attributes,
    consents,
    external_accounts,
    partner_data,
    pictures,
    relationships,
    user_data,
    users,
)
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

VERIFICATION = "user-verification"
# What has happened to a user is told nevertheless; the code or the page that let them in is in use right now.
OUTLIVING = frozenset({"queued_events", "one_time_codes", "tickets"})
# Meanwhile the account that had an id may have gone into another one, which sets the id free.
ATTEMPTS = 3


class CannotLink(Exception):
    """The partner gives a user the id of an account that the user cannot be let into; nothing may be kept.

    ``refusal`` is what the client is answered, ``remark`` what the delivery tells.
    """

    def __init__(self, refusal: Refusal, reason: str) -> None:
        super().__init__(reason)
        self.refusal = LoginError(refusal, because=reason)
        self.remark = f"The answer was refused: {reason}."


def holder_of(
    tx: Transaction, project: Project, webhook: str, user: User, custom_id: str, events: Events
) -> User:
    """Return whose id on the partner's server this is from now on.

    Where another account has the id, the user is let into that one and what they had goes along: a newcomer
    always, an account that was there before if nothing keeps either of the two out.

    Raises:
        CannotLink: the project does not link accounts, or one of the two is banned or not confirmed.
    """
    for _ in range(ATTEMPTS):
        if partner_data.set_server_custom_id(tx, project.project_id, user.user_id, custom_id):
            return user
        account = _account_with(tx, project, custom_id)
        if account is not None:
            return _linked(tx, project, webhook, user, account, events)
    raise LookupError("an id on a partner's server belongs to nobody")


def _account_with(tx: Transaction, project: Project, custom_id: str) -> User | None:
    holder = partner_data.user_with(tx, project.project_id, custom_id)
    return users.by_id(tx, project.project_id, holder, hold=True) if holder is not None else None


def _linked(
    tx: Transaction, project: Project, webhook: str, user: User, account: User, events: Events
) -> User:
    if not project["merge_by_server_custom_id"]:
        reason = "another user has this server_custom_id, and merge_by_server_custom_id is off"
        raise CannotLink(PARTNER_NOT_ANSWERING, reason)
    # Only who came into being with this answer has no sessions and no data yet.
    if users.is_new(tx, user.user_id):
        return _with_newcomer(tx, project, account, user, events)
    _check_both(webhook, user, account)
    return join(tx, project, account, user, events)


def _check_both(webhook: str, user: User, account: User) -> None:
    if user.banned or account.banned:
        reason = "one of the two accounts with this server_custom_id is banned"
        raise CannotLink(BANNED_USER, reason)
    if not (user.confirmed and account.confirmed):
        reason = "one of the two accounts with this server_custom_id is not confirmed"
        told = UNCONFIRMED_ACCOUNT if webhook == VERIFICATION else PARTNER_NOT_ANSWERING
        raise CannotLink(told, reason)


def _with_newcomer(tx: Transaction, project: Project, account: User, newcomer: User, events: Events) -> User:
    providers = external_accounts.providers(tx, newcomer.user_id)
    external_accounts.move(tx, newcomer.user_id, account.user_id)
    users.delete(tx, newcomer.user_id)
    taken = users.take_names(tx, account, newcomer)
    events.merged(tx, project, newcomer, taken, providers)
    return taken


def join(tx: Transaction, project: Project, account: User, user: User, events: Events) -> User:
    """Let all that a user has go to another account; where both have something, that of the account stays.

    With the user, the tokens end that name them: their user does not exist any more.
    """
    networks = [name for name in external_accounts.providers(tx, user.user_id) if name == name.lower()]
    external_accounts.move(tx, user.user_id, account.user_id)
    kept = {(each.publisher_project_id, each.key) for each in attributes.of_user(tx, account.user_id)}
    brought = [
        each
        for each in attributes.of_user(tx, user.user_id)
        if (each.publisher_project_id, each.key) not in kept
    ]
    attributes.put(tx, account.user_id, brought)
    consents.copy(tx, user.user_id, account.user_id)
    relationships.move(tx, user, account)
    memberships.move(tx, user, account)
    pictures.move(tx, user, account)
    custom_id = partner_data.server_custom_id(tx, user.user_id)
    user_data.erase(tx, user, kept=OUTLIVING)
    if custom_id is not None and partner_data.server_custom_id(tx, account.user_id) is None:
        partner_data.set_server_custom_id(tx, project.project_id, account.user_id, custom_id)
    users.take_names(tx, account, user)
    users.take_second_factor(tx, account, user)
    if account.phone_number is None and user.phone_number is not None:
        users.set_contact(tx, account, "phone", user.phone_number, proven=True)
    if account.external_id is None and user.external_id is not None:
        users.set_external_id(tx, account, user.external_id)
    if account.nickname is None and user.nickname is not None:
        users.set_nickname(tx, account.user_id, user.nickname)
    users.set_fields(tx, account, {**user.fields, **account.fields})
    for network in networks:
        events.linked(tx, project, account, network)
    return users.by_id(tx, project.project_id, account.user_id) or account

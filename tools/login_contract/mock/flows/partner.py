"""Custom user-data storage: what a flow asks the partner first, and what it keeps of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import field, frozen

from login_contract.mock.contract.refusals import PARTNER_NOT_ANSWERING
from login_contract.mock.domain import external_ids
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.key_map import mapped
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows.account_linking import CannotLink, holder_of
from login_contract.mock.outgoing.partner_answer import ACCEPTED, REFUSED, PartnerAnswer
from login_contract.mock.outgoing.partner_webhooks import PartnerWebhooks
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes, deliveries, partner_data, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

P = TypeVar("P")
T = TypeVar("T")
CUSTOM = "custom"


@frozen(kw_only=True)
class Question:
    """What a flow asks: the webhook, its body, and how a refusal is answered to the client.

    ``needed`` says that nothing goes on without a configured address; ``proves``, that the partner's word is
    what proves who it is, so that nothing about the user is told before. ``refusal`` answers one in
    which the partner gives no code of its own. ``refused`` is done, in a transaction, when the
    partner refuses. ``still`` refuses in the end what has become wrong since the given moment.
    """

    webhook: str
    body: Callable[[User], Mapping[str, Any]]
    refusal: Refusal
    needed: bool = False
    proves: bool = False
    claims: Mapping[str, Any] = field(factory=dict)
    refused: Callable[[Transaction], None] | None = None
    still: Callable[[Transaction, float], None] | None = None


class _Rehearsed(Exception):
    """Ends a transaction without leaving anything behind."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.user = user


class Partners:
    """Lets flows pass by the partner of a project."""

    def __init__(self, store: Store, gateway: PartnerWebhooks, events: Events) -> None:
        self._store = store
        self._gateway = gateway
        self._events = events

    async def transaction(
        self,
        project: Project,
        question: Question | None,
        *,
        identify: Callable[[Transaction], tuple[User, P]],
        finish: Callable[[Transaction, User, P], T],
    ) -> T:
        """Run a flow in one transaction: find or make its user by what proves who it is, then finish.

        Where the project's partner wants to be asked, the flow is tried first and taken back, so that what
        would be refused here never gets to the partner; then the partner is asked while no transaction is
        open; then the flow runs, and what the partner told is kept before it finishes.

        Raises:
            LoginError: of the flow itself; with the status of the question's refusal, the partner refuses;
                422 003-022, the partner is not set up or did not answer as it should, or two users would
                share an id.
        """
        if question is None or not _is_asked(project, question):
            return await self._store.transaction(lambda tx: finish(tx, *identify(tx)))
        asked_at = await self._store.read(lambda tx: tx.now)
        user = await self._rehearse(identify, None if question.proves else finish)
        claims = {**(await self._store.read(lambda tx: _identity(tx, user))), **question.claims}
        answer = await self._gateway.ask(project, question.webhook, question.body(user), claims)
        if answer.verdict != ACCEPTED:
            await self._refuse(question, answer)

        def perform(tx: Transaction) -> T:
            if question.still is not None:
                question.still(tx, asked_at)
            user, proof = identify(tx)
            return finish(tx, _keep(tx, project, question.webhook, user, answer, self._events), proof)

        try:
            return await self._store.transaction(perform)
        except CannotLink as problem:
            remarks = [problem.remark]
            await self._store.transaction(lambda tx: deliveries.remark(tx, answer.delivery_id, remarks))
            raise problem.refusal from None

    async def _rehearse(
        self,
        identify: Callable[[Transaction], tuple[User, P]],
        finish: Callable[[Transaction, User, P], Any] | None,
    ) -> User:
        def rehearse(tx: Transaction) -> None:
            user, proof = identify(tx)
            if finish is not None:
                finish(tx, user, proof)
            raise _Rehearsed(user)

        try:
            await self._store.transaction(rehearse)
        except _Rehearsed as done:
            return done.user
        raise LookupError("a rehearsal always ends in its own exception")

    async def _refuse(self, question: Question, answer: PartnerAnswer) -> None:
        if answer.verdict != REFUSED:
            because = f"webhook {question.webhook}: {answer.verdict}. {' '.join(answer.remarks)}"
            raise LoginError(PARTNER_NOT_ANSWERING, because=because)
        if question.refused is not None:
            await self._store.transaction(question.refused)
        told = shown(answer.words) or "it told neither code nor reason"
        because = f"webhook {question.webhook} refused: {told}"
        if answer.code is None:
            raise LoginError(question.refusal, because=because)
        refusal = Refusal(question.refusal.status, answer.code)
        raise LoginError(refusal, answer.text, because=because, of_partner=True)


def _is_asked(project: Project, question: Question) -> bool:
    """Say whether the project's partner is asked.

    Raises:
        LoginError: 422 003-022, it has to be, and there is no address.
    """
    if project["storage"] != CUSTOM:
        return False
    asked = question.webhook in project["webhooks"]
    if question.needed and not asked:
        because = f'the project has storage = "custom", but webhooks has no {question.webhook}'
        raise LoginError(PARTNER_NOT_ANSWERING, because=because)
    return asked


def _identity(tx: Transaction, user: User) -> dict[str, Any]:
    """Return the claims of a gateway token that say about whom it is; ``sub`` only once there is a user."""
    known = users.by_id(tx, user.project_id, user.user_id)
    return {
        "sub": known.user_id if known else None,
        "username": user.username,
        "email": user.email,
        "phone": user.phone_number,
        "external_account_id": external_ids.of_user(tx, known or user),
    }


def _keep(
    tx: Transaction, project: Project, webhook: str, user: User, answer: PartnerAnswer, events: Events
) -> User:
    """Store what the partner told about a user and return the user as they are then.

    Raises:
        CannotLink: the user's id on the partner's server is another account's, and the two cannot become one.
    """
    profile, skipped = mapped(project["key_map"].get(webhook, {}), answer.free)
    custom_id = profile.pop("server_custom_id", None)
    if custom_id is not None:
        user = holder_of(tx, project, webhook, user, custom_id, events)
    partner_data.replace(tx, user.user_id, answer.free)
    attributes.put(tx, user.user_id, answer.attributes)
    nickname = profile.pop("nickname", None)
    if nickname is not None:
        users.set_nickname(tx, user.user_id, nickname)
    if profile:
        users.set_fields(tx, user, profile)
    deliveries.remark(tx, answer.delivery_id, skipped)
    return users.by_id(tx, project.project_id, user.user_id) or user

"""Sending one-time codes and taking them back."""

from __future__ import annotations

import hmac
from urllib.parse import urlencode

from attrs import field, frozen

from login_contract.mock.contract.refusals import TOO_MANY_WRONG_CODES, UNDELIVERABLE_NUMBER, WRONG_CODE
from login_contract.mock.domain.email_templates import BY_CODE, BY_CODE_LINK, EMAIL_CONFIRMATION
from login_contract.mock.domain.messenger import PLAIN, Messenger, Wording
from login_contract.mock.domain.redirects import in_language
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.names import comparable
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode

LINK_PHONE = "link-phone"
MESSAGE_CHANNELS = {
    "email": "email",
    "phone": "sms",
    LINK_PHONE: "sms",
    "two-factor-email": "email",
    "two-factor-sms": "sms",
}
# A second factor has no refusal for a number that gets nothing.
ANY_NUMBER = ("phone", LINK_PHONE)


@frozen(kw_only=True)
class Dispatch:
    """A code to send: to whom, in which words, and whether with a link that completes the wait for it.

    Where the project allows links, it leads to ``link_url``, or to where the login does. A code that
    ``confirms_address`` logs nobody in.
    """

    channel: str
    recipient: str
    send_link: bool = False
    link_url: str | None = None
    wording: Wording = PLAIN
    user_id: str | None = None
    confirms_address: bool = False

    def template_type(self, *, with_link: bool) -> str | None:
        """The type of the templates that its mail may be made of; the second factor has none."""
        if self.channel != "email":
            return None
        if self.confirms_address:
            return EMAIL_CONFIRMATION
        return BY_CODE_LINK if with_link else BY_CODE


@frozen(kw_only=True)
class GivenCode:
    """A code that somebody brings back, and what they say of it."""

    channel: str
    recipient: str
    operation_id: str
    code: str = field(repr=False)
    client_id: int | None


class OneTimeCodes:
    """Makes, sends and takes one-time codes."""

    def __init__(self, randomness: Randomness, messenger: Messenger, api: str) -> None:
        self._randomness = randomness
        self._messenger = messenger
        self._api = api

    def send(self, tx: Transaction, project: Project, dispatch: Dispatch, request: LoginRequest) -> str:
        """Send a code and return its ``operation_id``.

        Raises:
            LoginError: 422 002-043, the phone number cannot receive SMS.
        """
        if dispatch.channel in ANY_NUMBER and dispatch.recipient in project["undeliverable_phones"]:
            raise LoginError(UNDELIVERABLE_NUMBER, because=f"{dispatch.recipient} is in undeliverable_phones")
        with_link = dispatch.send_link and project["magic_links"]
        code = self._digits(project, dispatch.recipient)
        sent = OneTimeCode(
            operation_id=self._randomness.token(),
            project_id=project.project_id,
            channel=dispatch.channel,
            recipient=dispatch.recipient,
            code=code,
            link_state=self._randomness.token() if with_link else None,
            link_url=(dispatch.link_url or request.login_url) if with_link else None,
            user_id=dispatch.user_id,
            context=request.to_json(),
            expires_at=tx.now + project["code_lifetime"],
        )
        one_time_codes.add(tx, sent)
        self._mail(tx, project, sent, dispatch)
        return sent.operation_id

    def _digits(self, project: Project, recipient: str) -> str:
        fixed = {comparable(each): code for each, code in project["test_codes"].items()}
        return fixed.get(comparable(recipient)) or self._randomness.digits(project["code_length"])

    def _mail(self, tx: Transaction, project: Project, sent: OneTimeCode, dispatch: Dispatch) -> None:
        self._messenger.send(
            tx,
            project,
            "one_time_code",
            sent.recipient,
            channel=MESSAGE_CHANNELS[sent.channel],
            wording=dispatch.wording,
            values={
                "code": sent.code,
                "minutes": max(1, round(project["code_lifetime"] / 60)),
                "link": self._link(sent, dispatch.wording.locale) if sent.link_state else None,
            },
            code=sent.code,
            operation_id=sent.operation_id,
            template_type=dispatch.template_type(with_link=sent.link_state is not None),
        )

    def _link(self, sent: OneTimeCode, locale: str | None) -> str:
        query = {"projectId": sent.project_id, "state": sent.link_state, "action": "open"}
        return in_language(f"{self._api}/otc/push?{urlencode(query)}", locale)

    def take(self, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        """Use a code up and return what it was sent for; of concurrent attempts one succeeds.

        Raises:
            LoginError: 401 003-039, code, operation, recipient or project do not fit, or the code is used or
                expired; 422 003-049, too many wrong codes were tried.
        """
        limit: int = project["code_attempts"]
        sent = one_time_codes.find(tx, given.operation_id)
        if sent is None:
            raise LoginError(WRONG_CODE, because="operation_id is unknown")
        if sent.project_id != project.project_id or not sent.is_live(tx.now):
            raise LoginError(WRONG_CODE, because="the code is used or expired (code_lifetime)")
        if not _fits(sent, project, given):
            if not one_time_codes.count_attempt(tx, given.operation_id, limit):
                because = f"code_attempts is {limit}, and all of them were wrong"
                raise LoginError(TOO_MANY_WRONG_CODES, because=because)
            raise LoginError(WRONG_CODE, because="the code is wrong, or was sent to somebody else")
        if not one_time_codes.consume(tx, given.operation_id, limit):
            now = one_time_codes.find(tx, given.operation_id)
            raise LoginError(TOO_MANY_WRONG_CODES if now and not now.consumed else WRONG_CODE)
        return sent


def _fits(sent: OneTimeCode, project: Project, given: GivenCode) -> bool:
    return (
        sent.channel == given.channel
        and sent.context.get("client_id") == given.client_id
        and sent.belongs_to(project.project_id, given.recipient)
        and hmac.compare_digest(sent.code.encode(), given.code.encode())
    )

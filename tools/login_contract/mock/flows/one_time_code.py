"""Sending one-time codes and taking them back."""

from __future__ import annotations

import hmac
from urllib.parse import urlencode

from attrs import frozen

from login_contract.mock.contract.refusals import TOO_MANY_WRONG_CODES, UNDELIVERABLE_NUMBER, WRONG_CODE
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.names import comparable
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode

MESSAGE_CHANNELS = {"email": "email", "phone": "sms", "two-factor-email": "email", "two-factor-sms": "sms"}


@frozen(kw_only=True)
class Dispatch:
    """A code to send: to whom, and what opening the message's link leads to (None: code only)."""

    channel: str
    recipient: str
    link_url: str | None
    locale: str | None = None
    template: str | None = None
    user_id: str | None = None


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
        if dispatch.channel == "phone" and dispatch.recipient in project["undeliverable_phones"]:
            raise LoginError(UNDELIVERABLE_NUMBER, because=f"{dispatch.recipient} is in undeliverable_phones")
        fixed = {comparable(recipient): code for recipient, code in project["test_codes"].items()}
        code = fixed.get(comparable(dispatch.recipient)) or self._randomness.digits(project["code_length"])
        operation_id = self._randomness.token()
        state = self._randomness.token() if dispatch.link_url else None
        one_time_codes.add(
            tx,
            OneTimeCode(
                operation_id=operation_id,
                project_id=project.project_id,
                channel=dispatch.channel,
                recipient=dispatch.recipient,
                code=code,
                link_state=state,
                link_url=dispatch.link_url,
                user_id=dispatch.user_id,
                context=request.to_json(),
                expires_at=tx.now + project["code_lifetime"],
            ),
        )
        query = urlencode({"projectId": project.project_id, "state": state, "action": "open"})
        self._messenger.send(
            tx,
            project,
            "one_time_code",
            dispatch.recipient,
            channel=MESSAGE_CHANNELS[dispatch.channel],
            locale=dispatch.locale,
            template=dispatch.template,
            values={
                "code": code,
                "minutes": max(1, round(project["code_lifetime"] / 60)),
                "link": f"{self._api}/otc/push?{query}" if state else None,
            },
            code=code,
            operation_id=operation_id,
        )
        return operation_id

    def take(
        self,
        tx: Transaction,
        project: Project,
        *,
        channel: str,
        recipient: str,
        operation_id: str,
        code: str,
        client_id: int | None,
    ) -> OneTimeCode:
        """Use a code up and return what it was sent for; of concurrent attempts one succeeds.

        Raises:
            LoginError: 401 003-039, code, operation, recipient or project do not fit, or the code is used or
                expired; 422 003-049, too many wrong codes were tried.
        """
        limit: int = project["code_attempts"]
        sent = one_time_codes.find(tx, operation_id)
        if sent is None or sent.project_id != project.project_id or not sent.is_live(tx.now):
            because = (
                "operation_id is unknown" if sent is None else "the code is used or expired (code_lifetime)"
            )
            raise LoginError(WRONG_CODE, because=because)
        fits = (
            sent.channel == channel
            and sent.context.get("client_id") == client_id
            and sent.belongs_to(project.project_id, recipient)
            and hmac.compare_digest(sent.code.encode(), code.encode())
        )
        if not fits:
            if not one_time_codes.count_attempt(tx, operation_id, limit):
                raise LoginError(
                    TOO_MANY_WRONG_CODES,
                    because=f"code_attempts is {limit}, and all of them were wrong",
                )
            raise LoginError(WRONG_CODE, because="the code is wrong, or was sent to somebody else")
        if not one_time_codes.consume(tx, operation_id, limit):
            now = one_time_codes.find(tx, operation_id)
            raise (LoginError(TOO_MANY_WRONG_CODES) if now and not now.consumed else LoginError(WRONG_CODE))
        return sent

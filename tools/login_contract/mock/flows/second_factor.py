"""The second factor: a code that follows the right password."""

from __future__ import annotations

from urllib.parse import urlencode

from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch, OneTimeCodes
from login_contract.mock.settings.project import Project
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.users import User

CHANNELS = ("two-factor-email", "two-factor-sms")
PAGE = "/_mock/two-factor"


class SecondFactor:
    """Asks for the code, where a project wants one and the user has somewhere to send it to."""

    def __init__(self, codes: OneTimeCodes, *, origin: str) -> None:
        self._codes = codes
        self._origin = origin

    def challenge(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest, locale: str | None
    ) -> str | None:
        """Send a code and return the ``challenge_id``, or None when no second factor is asked for."""
        recipient = _recipient(project, user)
        if recipient is None or user.banned:
            return None
        channel = f"two-factor-{project['two_factor']}"
        return self._send(tx, project, channel, recipient, user.user_id, request, locale)

    def applies(self, project: Project, user: User) -> bool:
        """Say whether a login of this user needs a second factor."""
        return _recipient(project, user) is not None

    def send_again(self, tx: Transaction, project: Project, sent: OneTimeCode, locale: str | None) -> str:
        """Send a new code for a challenge that goes on; its old code is to be replaced by the new one."""
        request = LoginRequest.from_json(sent.context)
        return self._send(tx, project, sent.channel, sent.recipient, sent.user_id or "", request, locale)

    def _send(
        self,
        tx: Transaction,
        project: Project,
        channel: str,
        recipient: str,
        user_id: str,
        request: LoginRequest,
        locale: str | None,
    ) -> str:
        dispatch = Dispatch(
            channel=channel, recipient=recipient, link_url=None, locale=locale, user_id=user_id
        )
        return self._codes.send(tx, project, dispatch, request)

    def page_url(self, challenge_id: str) -> str:
        """Return the address of the page that asks for the code."""
        return f"{self._origin}{PAGE}?{urlencode({'challenge_id': challenge_id})}"


def _recipient(project: Project, user: User) -> str | None:
    return {"email": user.email, "sms": user.phone_number}.get(project["two_factor"])

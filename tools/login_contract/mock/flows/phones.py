"""The phone numbers of an account: the one to log in with, and the one of the second factor."""

from __future__ import annotations

from attrs import evolve, field, frozen

from login_contract.mock.contract.refusals import (
    CONTACT_TAKEN,
    NOT_AVAILABLE,
    NOT_FOUND,
    UNDELIVERABLE_NUMBER,
)
from login_contract.mock.domain import second_factors, ways_in
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.one_time_code import LINK_PHONE, Dispatch, GivenCode, OneTimeCodes
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Store, Transaction

# The code that links a number is none to log in with; what else may reach a number that is taken away.
SENT_BY_SMS = ("phone", LINK_PHONE, "two-factor-sms")


@frozen(kw_only=True)
class LinkCode:
    """A code that somebody brings back to link the number that it was sent to."""

    phone_number: str
    operation_id: str
    code: str = field(repr=False)

    @property
    def given(self) -> GivenCode:
        """The same as any other code that comes back."""
        return GivenCode(
            channel=LINK_PHONE,
            recipient=self.phone_number,
            operation_id=self.operation_id,
            code=self.code,
            client_id=None,
        )


@frozen
class Phones:
    """Sets, removes and links the numbers of an account."""

    _store: Store
    _tokens: Tokens
    _events: Events
    _codes: OneTimeCodes

    async def set_for_codes(self, bearer: Bearer, number: str) -> None:
        """Let the codes of the second factor go to a number.

        Raises:
            LoginError: 422 002-043, the number cannot receive SMS; 401 002-016, the token has ended.
        """
        if number in bearer.project["undeliverable_phones"]:
            raise LoginError(UNDELIVERABLE_NUMBER, because=f"{number} is in undeliverable_phones")

        def change(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            users.set_numbers(tx, evolve(user, two_factor_phone=number))

        await self._store.transaction(change)

    async def remove(self, bearer: Bearer, number: str) -> None:
        """Take a number away wherever the account has it; ``number`` may lack its plus sign.

        Raises:
            LoginError: 404 003-061, the account has no such number; 422 003-020, it is the last way to log in
                or the second factor needs it; 401 002-016, the token has ended.
        """
        written = f"+{number.removeprefix('+')}"

        def change(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            if written not in (user.phone_number, user.two_factor_phone):
                raise LoginError(NOT_FOUND, because=f"user {user.user_id} has no number {written}")
            left = evolve(
                user,
                phone_number=None if user.phone_number == written else user.phone_number,
                two_factor_phone=None if user.two_factor_phone == written else user.two_factor_phone,
            )
            if user.phone_number == written:
                ways_in.keep_one(tx, bearer.project, user, ways_in.PHONE)
            if second_factors.needs_number(user) and second_factors.number_for_codes(left) is None:
                raise LoginError(NOT_AVAILABLE, because=f"the second factor needs {written}")
            users.set_numbers(tx, left)
            one_time_codes.void(tx, user.user_id, SENT_BY_SMS)

        await self._store.transaction(change)

    async def start_link(self, bearer: Bearer, number: str) -> str:
        """Send a code to a number that is to be linked; return its ``operation_id``.

        Raises:
            LoginError: 422 003-004, the number is another account's; 422 002-043, it cannot receive SMS;
                401 002-016, the token has ended.
        """

        def send(tx: Transaction) -> str:
            user = self._tokens.holder(tx, bearer)
            if not users.contact_is_free(tx, user, "phone", number):
                raise LoginError(CONTACT_TAKEN, because=f"another user has {number}")
            dispatch = Dispatch(channel=LINK_PHONE, recipient=number, user_id=user.user_id)
            return self._codes.send(tx, bearer.project, dispatch, LoginRequest(login_url="", login_type=""))

        return await self._store.transaction(send)

    async def link(self, bearer: Bearer, code: LinkCode) -> None:
        """Use a code up and let its number be the one to log in with; of two accounts at once one gets it.

        Raises:
            LoginError: 404 003-061, the user asked for no such code; 401 003-039 or 422 003-049, of the code;
                422 003-004, the number is another account's; 401 002-016, the token has ended.
        """

        def link(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            sent = one_time_codes.find(tx, code.operation_id)
            if sent is None or sent.channel != LINK_PHONE or sent.user_id != user.user_id:
                raise LoginError(NOT_FOUND, because="operation_id is unknown, or another user's")
            self._codes.take(tx, bearer.project, code.given)
            if not users.set_contact(tx, user, "phone", sent.recipient, proven=True):
                raise LoginError(CONTACT_TAKEN, because=f"another user has {sent.recipient}")
            self._events.proven(tx, bearer.project, user)

        await self._store.transaction(link)

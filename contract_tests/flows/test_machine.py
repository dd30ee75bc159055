"""Everything at once: a machine plays random histories and compares each answer with its own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import httpx
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.histories.model import (
    Account,
    Link,
    ModelOneTimeCode,
    Token,
    picked,
)
from login_contract.suite.judging.refusals import (
    CONFIRM_PHONE_NUMBER,
    CONTACT_TAKEN,
    INVALID_TOKEN,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    UNCONFIRMED_ACCOUNT,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

MakeJwtClient = Callable[..., JwtClient]
CODE_SECONDS, RESET_SECONDS, TOKEN_SECONDS, CONFIRMATION_SECONDS = 180, 3600, 86400, 86400
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 20, 30
NAMES = ("ann", "bob")
PHONES = ("+12025550143", "+12025550144")
PASSWORDS = ("correct-horse-7", "battery-staple-8")
ASKED_PHONE = {
    "name": "phone_number",
    "type": "phone",
    "required": False,
    "step": 0,
    "confirmation_type": "code",
}


def logout(wanted_too: bool) -> dict[str, str] | None:
    return {"with_logout": "1"} if wanted_too else None


def in_some_case(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from([text, text.upper(), text.title()])


names = st.sampled_from(NAMES)
spelled = names.flatmap(in_some_case)
addresses = names.flatmap(lambda name: in_some_case(f"{name}@example.com"))
contacts = st.one_of(addresses, st.sampled_from(PHONES))
passwords = st.sampled_from(PASSWORDS)
picks = st.sampled_from(range(5))


class AccountHistory(History):
    """A project, and whatever may happen in it."""

    make_jwt_client: ClassVar[MakeJwtClient]

    @initialize()
    def start(self) -> None:
        self.begin(
            type(self).make_jwt_client(
                ask_fields=[ASKED_PHONE],
                lockout={"attempts": 1_000_000, "seconds": 1, "captcha": False},
                access_token_lifetime=TOKEN_SECONDS,
            )
        )

    def logged_in(self, answer: httpx.Response, account: Account, *, with_logout: bool = False) -> None:
        """Note the token of a login and check whose it is."""
        text = token_of(answer)
        content = claims(text)
        if account.subject is None:
            assert content["sub"] not in {a.subject for a in self.model.accounts}, (
                "two accounts share a subject"
            )
            account.subject = content["sub"]
        assert content["sub"] == account.subject, "the token belongs to another account"
        if with_logout:
            self.model.end_tokens(account)
        self.model.tokens.append(Token(text, account, content["exp"]))

    @rule(username=spelled, email=addresses, password=passwords, opened=st.booleans())
    def register(self, username: str, email: str, password: str, opened: bool) -> None:
        """Register, and open the mailed link or leave it."""
        answer = self.jwt_client.register(username=username, email=email, password=password)

        if self.model.named(username):
            assert refusal(answer) == USERNAME_TAKEN
        elif self.model.named(email):
            assert refusal(answer) == CONTACT_TAKEN
        else:
            assert answer.status_code == 204
            account = Account(email=email.lower(), username=username.lower(), password=password)
            self.model.accounts.append(account)
            self.note_confirmation(account)
            if opened:
                self.open(self.model.confirmations[-1])

    @precondition(lambda self: self.model.accounts)
    @rule(name=st.one_of(spelled, addresses), pick=picks)
    def resend(self, name: str, pick: int) -> None:
        """Ask for the confirmation mail again, and open any link that was ever mailed."""
        account = self.model.named(name)

        assert self.jwt_client.resend(name).status_code == 204

        if self.mailed(account is not None and not account.confirmed):
            assert account is not None
            self.note_confirmation(account)
        if self.model.confirmations:
            self.open(picked(self.model.confirmations, pick))

    def mailed(self, due: bool) -> bool:
        """Check that one message more was sent than the model knows, or none."""
        assert len(self.jwt_client.messages()) == self.model.messages + due
        return due

    def note_confirmation(self, account: Account) -> None:
        message = self.jwt_client.message(str(account.email), "account_confirmation")
        expires = self.clock.now + CONFIRMATION_SECONDS
        self.model.confirmations.append(Link(account, str(message.link), expires))

    def open(self, link: Link) -> None:
        late = self.clock.passed(link.expires)
        if late is None:
            return

        answer = self.jwt_client.open(link.url)

        if link.dead or late:
            assert refusal(answer) == NOT_FOUND
            return
        assert answer.status_code == 302
        link.account.confirmed = True
        for other in self.model.confirmations:
            other.dead = other.dead or other.account is link.account
        self.logged_in(answer, link.account)

    @rule(name=st.one_of(spelled, addresses), password=passwords, with_logout=st.booleans())
    def login(self, name: str, password: str, with_logout: bool) -> None:
        """Log in with a password, right or wrong."""
        account = self.model.named(name)

        answer = self.jwt_client.login(name, password, query=logout(with_logout))

        if account is None or account.password != password:
            assert refusal(answer) == WRONG_CREDENTIALS
        elif not account.confirmed:
            assert refusal(answer) == UNCONFIRMED_ACCOUNT
        else:
            self.logged_in(answer, account, with_logout=with_logout)

    @rule(
        contact=contacts,
        fresh=st.booleans(),
        pick=picks,
        wrong=st.sampled_from(range(7)),
        with_logout=st.booleans(),
    )
    def use_code(self, contact: str, fresh: bool, pick: int, wrong: int, with_logout: bool) -> None:
        """Confirm a new or an earlier code, after so many wrong tries."""
        if fresh or not self.model.one_time_codes:
            code, operation_id = self.jwt_client.code_for(contact)
            self.model.one_time_codes.append(
                ModelOneTimeCode(contact, code, operation_id, self.clock.now + CODE_SECONDS)
            )
        sent = self.model.one_time_codes[-1] if fresh else picked(self.model.one_time_codes, pick)
        for _ in range(wrong):
            self.confirm(sent, f"{(int(sent.code) + 1) % 1_000_000:06d}")
        self.confirm(sent, sent.code, with_logout=with_logout)

    def confirm(self, sent: ModelOneTimeCode, code: str, *, with_logout: bool = False) -> None:
        late = self.clock.passed(sent.expires)
        if late is None:
            return

        answer = self.jwt_client.confirm_code(
            sent.recipient, code, sent.operation_id, query=logout(with_logout)
        )

        if sent.used or late:
            assert refusal(answer) == WRONG_CODE
        elif sent.tries >= 5:
            assert refusal(answer) == TOO_MANY_WRONG_CODES
        elif code != sent.code:
            sent.tries += 1
            assert refusal(answer) == WRONG_CODE
        else:
            sent.used = True
            self.code_was_right(sent, answer, with_logout=with_logout)

    def code_was_right(self, sent: ModelOneTimeCode, answer: httpx.Response, *, with_logout: bool) -> None:
        owner = self.model.reached_at(sent.recipient)
        if sent.asker is not None and owner not in (None, sent.asker):
            assert refusal(answer) == CONTACT_TAKEN
            return
        account = sent.asker or owner or Account()
        if account not in self.model.accounts:
            self.model.accounts.append(account)
        if "@" in sent.recipient:
            account.email, account.confirmed = sent.recipient.lower(), True
        else:
            account.phone = sent.recipient
        asks = bool(answer.json().get("ask_fields"))
        assert asks == (account.phone is None), "ask_fields do not tell what is missing"
        self.logged_in(answer, account, with_logout=with_logout)

    @precondition(lambda self: self.model.tokens)
    @rule(pick=picks, phone=st.sampled_from(PHONES), confirmed=st.booleans())
    def answer_ask(self, pick: int, phone: str, confirmed: bool) -> None:
        """Give a phone number with any token, and confirm it or leave that for later."""
        token = picked(self.model.tokens, pick)
        late = self.clock.passed(token.expires)
        if late is None:
            return

        answer = self.jwt_client.answer_asks(token.text, {"phone_number": phone})

        owner = self.model.reached_at(phone)
        if token.revoked or late:
            assert refusal(answer) == INVALID_TOKEN
        elif owner not in (None, token.account):
            assert refusal(answer) == CONTACT_TAKEN
        else:
            error = answer.json()["error"]
            assert error["code"] == CONFIRM_PHONE_NUMBER.code
            operation_id = error["details"]["operation_id"]
            code = str(self.jwt_client.message(phone, "one_time_code").code)
            expires = self.clock.now + CODE_SECONDS
            self.model.one_time_codes.append(
                ModelOneTimeCode(phone, code, operation_id, expires, asker=token.account)
            )
            if confirmed:
                self.confirm(self.model.one_time_codes[-1], code)

    @precondition(lambda self: self.model.accounts)
    @rule(name=st.one_of(spelled, addresses), fresh=st.booleans(), pick=picks, password=passwords)
    def reset(self, name: str, fresh: bool, pick: int, password: str) -> None:
        """Ask for a new password, and use a new or an earlier link."""
        if fresh or not self.model.resets:
            self.request_reset(name)
        if self.model.resets:
            self.confirm_reset(picked(self.model.resets, pick), password)

    def request_reset(self, name: str) -> None:
        account = self.model.named(name)

        assert self.jwt_client.request_reset(name).status_code == 204

        if self.mailed(account is not None and account.email is not None):
            assert account is not None
            link = str(self.jwt_client.message(str(account.email), "password_reset").link)
            query, expires = query_of(link), self.clock.now + RESET_SECONDS
            self.model.resets.append(
                Link(account, link, expires, user_id=query["user_id"], code=query["code"])
            )

    def confirm_reset(self, link: Link, password: str) -> None:
        late = self.clock.passed(link.expires)
        if late is None:
            return

        answer = self.jwt_client.confirm_reset(link.user_id, link.code, password)

        if link.dead or late:
            assert refusal(answer) == WRONG_RESET_CODE
            return
        assert answer.status_code == 204
        link.account.password, link.account.confirmed = password, True
        self.model.end_everything(link.account)
        for other in self.model.resets:
            other.dead = other.dead or other.account is link.account

    @rule(seconds=st.sampled_from([60, 130, 1900, 30_000]))
    def advance(self, seconds: int) -> None:
        self.move_time(seconds)

    @precondition(lambda self: self.model.tokens)
    @rule(pick=picks)
    def validate_any(self, pick: int) -> None:
        self.validate(picked(self.model.tokens, pick))

    @invariant()
    def newest_token_is_as_it_must_be(self) -> None:
        if getattr(self, "model", None) and self.model.tokens:
            self.validate(self.model.tokens[-1])


@pytest.mark.law("Whatever happens in whatever order, accounts, codes, links and tokens stay consistent")
def test_random_histories(make_jwt_client: MakeJwtClient, control: Control) -> None:
    AccountHistory.make_jwt_client = staticmethod(make_jwt_client)
    play(
        AccountHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )

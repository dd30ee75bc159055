"""Everything at once: a machine plays random histories and compares each answer with its own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import httpx
import pytest
from attrs import define, field
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from login_contract.suite.control import Control
from login_contract.suite.player import Player, refusal, token_of
from login_contract.suite.probe import wanted
from login_contract.suite.token import claims

MakePlayer = Callable[..., Player]
CODE_SECONDS, RESET_SECONDS, TOKEN_SECONDS = 180, 3600, 86400
# Closer to a deadline than this, the time that requests take decides the answer.
BLUR_SECONDS = 4
NAMES = ("ann", "bob")
PHONES = ("+12025550143", "+12025550144")
PASSWORDS = ("correct-horse-7", "battery-staple-8")
ASKED_PHONE = {"name": "phone_number", "type": "phone", "required": False, "step": 0, "confirmation_type": "code"}
INVALID_TOKEN, BAD_CREDENTIALS, UNCONFIRMED = (422, "010-017"), (401, "003-001"), (401, "003-007")
BAD_CODE, TRIED_TOO_OFTEN, TAKEN, BAD_LINK = (401, "003-039"), (422, "003-049"), (422, "003-004"), (404, "003-061")
BAD_RESET = (422, "003-039")


@define(eq=False)
class Account:
    """What the model knows of an account; ``subject`` is learned with its first token."""

    email: str | None = None
    phone: str | None = None
    username: str | None = None
    password: str | None = None
    confirmed: bool = False
    subject: str | None = None


@define(eq=False)
class Token:
    """A token that was given out."""

    text: str
    account: Account
    expires: float
    revoked: bool = False


@define(eq=False)
class Code:
    """A one-time code that was sent; ``asker`` is the account it was asked of, if it was."""

    recipient: str
    code: str
    operation_id: str
    expires: float
    asker: Account | None = None
    tries: int = 0
    used: bool = False


@define(eq=False)
class Link:
    """A mailed link, to confirm an account or to reset its password."""

    account: Account
    url: str
    expires: float
    user_id: str = ""
    code: str = ""
    dead: bool = False


@define
class Model:
    """Every account, token, code and link of the project, as they must be."""

    accounts: list[Account] = field(factory=list)
    tokens: list[Token] = field(factory=list)
    codes: list[Code] = field(factory=list)
    confirmations: list[Link] = field(factory=list)
    resets: list[Link] = field(factory=list)

    def named(self, name: str) -> Account | None:
        """The account with this username or e-mail address, in any letter case."""
        wanted_name = name.lower()
        return next((a for a in self.accounts if wanted_name in (a.username, a.email)), None)

    def reached_at(self, contact: str) -> Account | None:
        """The account that has this address or number."""
        return next((a for a in self.accounts if contact.lower() in (a.email, a.phone)), None)

    def revoke(self, account: Account) -> None:
        """End every session of an account."""
        for token in self.tokens:
            token.revoked = token.revoked or token.account is account


def in_some_case(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from([text, text.upper(), text.title()])


names = st.sampled_from(NAMES)
spelled = names.flatmap(in_some_case)
addresses = names.flatmap(lambda name: in_some_case(f"{name}@example.com"))
contacts = st.one_of(addresses, st.sampled_from(PHONES))
passwords = st.sampled_from(PASSWORDS)
picks = st.integers(0, 30)


class Machine(RuleBasedStateMachine):
    """A project, and whatever may happen in it."""

    make_player: ClassVar[MakePlayer]
    control: ClassVar[Control]

    @initialize()
    def start(self) -> None:
        self.player = type(self).make_player(
            ask_fields=[ASKED_PHONE],
            lockout={"attempts": 1_000_000, "seconds": 1, "captcha": False},
            access_token_lifetime=TOKEN_SECONDS,
        )
        self.model = Model()
        self.now = self.read_clock()

    def read_clock(self) -> float:
        now: float = type(self).control.request("GET", "/_mock/clock")["now"]
        return now

    def passed(self, moment: float) -> bool | None:
        """Whether a moment lies in the past; None when it is too close to tell."""
        self.now = self.read_clock()
        return None if abs(moment - self.now) < BLUR_SECONDS else moment < self.now

    def logged_in(self, answer: httpx.Response, account: Account, *, with_logout: bool = False) -> None:
        """Note the token of a login and check whose it is."""
        text = token_of(answer)
        content = claims(text)
        if account.subject is None:
            assert content["sub"] not in {a.subject for a in self.model.accounts}, "two accounts share a subject"
            account.subject = content["sub"]
        assert content["sub"] == account.subject, "the token belongs to another account"
        if with_logout:
            self.model.revoke(account)
        self.model.tokens.append(Token(text, account, content["exp"]))

    @rule(username=spelled, email=addresses, password=passwords)
    def register(self, username: str, email: str, password: str) -> None:
        answer = self.player.register(username=username, email=email, password=password)

        if self.model.named(username):
            assert refusal(answer) == (422, "003-003")
        elif self.model.named(email):
            assert refusal(answer) == TAKEN
        else:
            assert answer.status_code == 204
            account = Account(email=email.lower(), username=username.lower(), password=password)
            self.model.accounts.append(account)
            self.note_confirmation(account, email)

    def note_confirmation(self, account: Account, email: str) -> None:
        message = self.player.message(email, "account_confirmation")
        self.model.confirmations.append(Link(account, str(message.link), self.read_clock() + 86400))

    @rule(name=st.one_of(spelled, addresses))
    def resend(self, name: str) -> None:
        account = self.model.named(name)
        before = len(self.player.messages())

        assert self.player.resend(name).status_code == 204

        waits = account is not None and not account.confirmed
        assert len(self.player.messages()) == before + waits
        if account is not None and waits:
            self.note_confirmation(account, str(account.email))

    @precondition(lambda self: self.model.confirmations)
    @rule(pick=picks)
    def open_confirmation(self, pick: int) -> None:
        link = self.model.confirmations[pick % len(self.model.confirmations)]
        late = self.passed(link.expires)
        if late is None:
            return

        answer = self.player.open(link.url)

        if link.dead or late:
            assert refusal(answer) == BAD_LINK
            return
        assert answer.status_code == 302
        link.account.confirmed = True
        for other in self.model.confirmations:
            other.dead = other.dead or other.account is link.account
        self.logged_in(answer, link.account)

    @rule(name=st.one_of(spelled, addresses), password=passwords, with_logout=st.booleans())
    def login(self, name: str, password: str, with_logout: bool) -> None:
        account = self.model.named(name)

        answer = self.player.login(name, password, query={"with_logout": "1"} if with_logout else None)

        if account is None or account.password != password:
            assert refusal(answer) == BAD_CREDENTIALS
        elif not account.confirmed:
            assert refusal(answer) == UNCONFIRMED
        else:
            self.logged_in(answer, account, with_logout=with_logout)

    @rule(contact=contacts)
    def request_code(self, contact: str) -> None:
        code, operation_id = self.player.code_for(contact)

        self.model.codes.append(Code(contact, code, operation_id, self.read_clock() + CODE_SECONDS))

    @precondition(lambda self: self.model.codes)
    @rule(pick=picks, right=st.booleans(), with_logout=st.booleans())
    def confirm_code(self, pick: int, right: bool, with_logout: bool) -> None:
        sent = self.model.codes[-1 - pick % min(len(self.model.codes), 4)]
        late = self.passed(sent.expires)
        if late is None:
            return
        code = sent.code if right else f"{(int(sent.code) + 1) % 1_000_000:06d}"

        answer = self.player.confirm_code(
            sent.recipient, code, sent.operation_id, query={"with_logout": "1"} if with_logout else None
        )

        if sent.used or late:
            assert refusal(answer) == BAD_CODE
        elif sent.tries >= 5:
            assert refusal(answer) == TRIED_TOO_OFTEN
        elif not right:
            sent.tries += 1
            assert refusal(answer) == BAD_CODE
        else:
            sent.used = True
            self.code_was_right(sent, answer, with_logout=with_logout)

    def code_was_right(self, sent: Code, answer: httpx.Response, *, with_logout: bool) -> None:
        owner = self.model.reached_at(sent.recipient)
        if sent.asker is not None and owner not in (None, sent.asker):
            assert refusal(answer) == TAKEN
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
    @rule(pick=picks, phone=st.sampled_from(PHONES))
    def answer_ask(self, pick: int, phone: str) -> None:
        token = self.model.tokens[-1 - pick % min(len(self.model.tokens), 4)]
        late = self.passed(token.expires)
        if late is None:
            return

        answer = self.player.answer_asks(token.text, {"phone_number": phone})

        owner = self.model.reached_at(phone)
        if token.revoked or late:
            assert refusal(answer) == (401, "002-016")
        elif owner not in (None, token.account):
            assert refusal(answer) == TAKEN
        else:
            error = answer.json()["error"]
            assert error["code"] == "003-014"
            operation_id = error["details"]["operation_id"]
            code = str(self.player.message(phone, "one_time_code").code)
            expires = self.read_clock() + CODE_SECONDS
            self.model.codes.append(Code(phone, code, operation_id, expires, asker=token.account))

    @rule(name=st.one_of(spelled, addresses))
    def request_reset(self, name: str) -> None:
        account = self.model.named(name)
        before = len(self.player.messages())

        assert self.player.request_reset(name).status_code == 204

        reachable = account is not None and account.email is not None
        assert len(self.player.messages()) == before + reachable
        if account is not None and reachable:
            user_id, code = self.reset_mail(str(account.email))
            expires = self.read_clock() + RESET_SECONDS
            self.model.resets.append(Link(account, "", expires, user_id=user_id, code=code))

    def reset_mail(self, email: str) -> tuple[str, str]:
        query = httpx.URL(str(self.player.message(email, "password_reset").link)).params
        return query["user_id"], query["code"]

    @precondition(lambda self: self.model.resets)
    @rule(pick=picks, password=passwords)
    def confirm_reset(self, pick: int, password: str) -> None:
        link = self.model.resets[pick % len(self.model.resets)]
        late = self.passed(link.expires)
        if late is None:
            return

        answer = self.player.confirm_reset(link.user_id, link.code, password)

        if link.dead or late:
            assert refusal(answer) == BAD_RESET
            return
        assert answer.status_code == 204
        link.account.password, link.account.confirmed = password, True
        self.model.revoke(link.account)
        for other in self.model.resets:
            other.dead = other.dead or other.account is link.account

    @rule(seconds=st.sampled_from([60, 130, 1900, 30_000]))
    def advance(self, seconds: int) -> None:
        type(self).control.advance(seconds)

    @precondition(lambda self: self.model.tokens)
    @rule(pick=picks)
    def validate(self, pick: int) -> None:
        self.check(self.model.tokens[pick % len(self.model.tokens)])

    @invariant()
    def newest_token_is_as_it_must_be(self) -> None:
        if getattr(self, "model", None) and self.model.tokens:
            self.check(self.model.tokens[-1])

    def check(self, token: Token) -> None:
        """Compare what the server says about a token with the model."""
        late = self.passed(token.expires)
        if late is None:
            return
        answer = self.player.validate(token.text)
        if token.revoked or late:
            assert refusal(answer) == INVALID_TOKEN
        else:
            assert answer.status_code == 204, answer.text


@pytest.mark.law("Whatever happens in whatever order, accounts, codes, links and tokens stay consistent")
def test_random_histories(make_player: MakePlayer, control: Control) -> None:
    deep, wanted_seed = wanted()
    Machine.make_player, Machine.control = staticmethod(make_player), control  # type: ignore[assignment]
    if wanted_seed is not None:
        seed(wanted_seed)(Machine)
    histories: dict[str, Any] = {
        "max_examples": 25 if deep is None else max(25, deep // 5),
        "stateful_step_count": 40,
        "derandomize": wanted_seed is None,
    }
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Machine,
        settings=settings(
            **histories,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )

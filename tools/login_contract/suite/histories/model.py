"""What a server should think of one project, kept beside it: who exists, what was given, what still counts.

The machines that play random histories tell the model what they do and compare the answers with what it says.
The model knows no HTTP, and no time but the ``late`` that it is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from attrs import define, field

T = TypeVar("T")
OFFLINE = "offline"
# Closer to a deadline than this, the time that requests take decides the answer.
BLUR_SECONDS = 4
LATEST = 5


@define
class ModelClock:
    """The server's clock, set whenever it is read or moved; in between it goes like this machine's.

    ``elapsed`` tells seconds from any point on, and never goes back.
    """

    reading: float
    elapsed: Callable[[], float] = time.monotonic
    read_at: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.set(self.reading)

    def set(self, reading: float) -> None:
        """Note what the clock says now, in unix seconds."""
        self.reading, self.read_at = reading, self.elapsed()

    @property
    def now(self) -> float:
        """The server's time in unix seconds."""
        return self.reading + self.elapsed() - self.read_at

    def passed(self, moment: float) -> bool | None:
        """Say whether a moment lies in the past; None when it is too close to tell."""
        return None if abs(moment - self.now) < BLUR_SECONDS else moment < self.now


@define(eq=False)
class Account:
    """A user; contacts and name in lower case, ``subject`` is learned with the first token."""

    email: str | None = None
    phone: str | None = None
    username: str | None = None
    password: str | None = None
    confirmed: bool = False
    subject: str | None = None


@define(eq=False, kw_only=True)
class Family:
    """One OAuth 2.0 login: its code and every token that follows from it belong together.

    Without ``client_id`` any client of the project may exchange the code; nothing is refreshed then.
    """

    account: Account
    client_id: int | None = None
    scope: str = ""
    audience: str = ""

    @property
    def refreshes(self) -> bool:
        """Whether a refresh token comes with its access tokens."""
        return self.client_id is not None and OFFLINE in self.scope.split()


@define(eq=False)
class Token:
    """A user token; one of a client is of a family and belongs to the client that got it."""

    text: str = field(repr=False)
    account: Account
    expires: float
    revoked: bool = False
    family: Family | None = None
    client_id: int | None = None


@define(eq=False)
class ModelRefreshToken:
    """A refresh token; ``used`` when it was exchanged for the next one of its family."""

    text: str = field(repr=False)
    family: Family
    expires: float
    used: bool = False
    revoked: bool = False

    @property
    def client_id(self) -> int | None:
        """The client that it belongs to."""
        return self.family.client_id


@define(eq=False)
class ModelAuthorizationCode:
    """A code of an OAuth 2.0 login, or of the single sign-on; ``void`` when it was ended before its use.

    Without ``redirect_uri`` it is bound to none, without ``verifier`` it needs no proof.
    """

    text: str = field(repr=False)
    family: Family
    expires: float
    redirect_uri: str | None = None
    verifier: str | None = None
    used: bool = False
    void: bool = False


@define(eq=False)
class ModelSignIn:
    """A browser's sign-in to the project, known by its cookie."""

    cookie: str = field(repr=False)
    account: Account
    expires: float
    ended: bool = False


@define(eq=False)
class ModelOneTimeCode:
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
    """Everything that a project has or ever gave out, oldest first, as it must be."""

    accounts: list[Account] = field(factory=list)
    tokens: list[Token] = field(factory=list)
    refresh_tokens: list[ModelRefreshToken] = field(factory=list)
    authorization_codes: list[ModelAuthorizationCode] = field(factory=list)
    sign_ins: list[ModelSignIn] = field(factory=list)
    one_time_codes: list[ModelOneTimeCode] = field(factory=list)
    confirmations: list[Link] = field(factory=list)
    resets: list[Link] = field(factory=list)

    @property
    def messages(self) -> int:
        """How many messages were sent: one with each one-time code and each link."""
        return len(self.one_time_codes) + len(self.confirmations) + len(self.resets)

    def named(self, name: str) -> Account | None:
        """Return the account with this username or e-mail address, in any letter case."""
        wanted = name.lower()
        return next((each for each in self.accounts if wanted in (each.username, each.email)), None)

    def reached_at(self, contact: str) -> Account | None:
        """Return the account that has this address or number."""
        return next((each for each in self.accounts if contact.lower() in (each.email, each.phone)), None)

    def sign_in(self, account: Account, cookie: str, expires: float, *, before: ModelSignIn | None) -> None:
        """Note that a browser is signed in; what its cookie ``before`` stood for is over."""
        if before is not None:
            before.ended = True
        self.sign_ins.append(ModelSignIn(cookie, account, expires))

    def exchange(
        self,
        code: ModelAuthorizationCode,
        *,
        client_id: int,
        redirect_uri: str | None,
        verifier: str | None,
        late: bool,
    ) -> bool:
        """Use an authorization code; return whether tokens have to come.

        A second use ends what the first one gave, but a code that another client shows is as good as unknown.
        """
        family = code.family
        if family.client_id not in (None, client_id):
            return False
        if code.used:
            self.end_family(family)
            return False
        elsewhere = code.redirect_uri is not None and redirect_uri not in (None, code.redirect_uri)
        unproven = code.verifier != verifier
        code.used = not (code.void or late or elsewhere or unproven)
        return code.used

    def refresh(self, token: ModelRefreshToken, *, client_id: int, late: bool) -> bool:
        """Use a refresh token; return whether tokens have to come.

        One that comes again ends its family, but one that another client shows is as good as unknown.
        """
        if token.client_id != client_id:
            return False
        if token.used:
            self.end_family(token.family)
            return False
        token.used = not (token.revoked or late)
        return token.used

    def revoke(self, token: Token | ModelRefreshToken, *, client_id: int) -> None:
        """Revoke a token of a client; a refresh token takes its family along."""
        if token.client_id != client_id:
            return
        if isinstance(token, ModelRefreshToken):
            self.end_family(token.family)
        else:
            token.revoked = True

    def end_family(self, family: Family) -> None:
        """End every token that stems from one login."""
        for token in self.tokens:
            token.revoked = token.revoked or token.family is family
        for refresh_token in self.refresh_tokens:
            refresh_token.revoked = refresh_token.revoked or refresh_token.family is family

    def end_tokens(self, account: Account) -> None:
        """End every token of an account, and every code that could become one."""
        for token in self.tokens:
            token.revoked = token.revoked or token.account is account
        for refresh_token in self.refresh_tokens:
            refresh_token.revoked = refresh_token.revoked or refresh_token.family.account is account
        for code in self.authorization_codes:
            code.void = code.void or code.family.account is account

    def end_sign_ins(self, account: Account) -> None:
        """Sign an account out of every browser."""
        for sign_in in self.sign_ins:
            sign_in.ended = sign_in.ended or sign_in.account is account

    def end_everything(self, account: Account) -> None:
        """End the tokens of an account and sign it out of every browser."""
        self.end_tokens(account)
        self.end_sign_ins(account)


def picked(among: list[T], pick: int) -> T:
    """Return the pick-th of the latest few."""
    return among[-1 - pick % min(len(among), LATEST)]

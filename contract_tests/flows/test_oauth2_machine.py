"""Codes, families of tokens and sign-ins at once: a machine plays random histories against its own model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from http.cookies import SimpleCookie
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

import httpx
import pytest
from attrs import define, field
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
    challenge_of,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.histories.model import (
    Account,
    Family,
    ModelAuthorizationCode,
    ModelRefreshToken,
    ModelSignIn,
    Token,
    picked,
)
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
    INVALID_TOKEN,
    INVALID_VALUE,
    NOT_SIGNED_IN,
)

MakeOAuthClient = Callable[..., OAuthClient]
Course = tuple[str | None, ...]
T = TypeVar("T")
CODE_SECONDS, SIGN_IN_SECONDS, ACCESS_SECONDS, REFRESH_SECONDS, JWT_SECONDS = 60, 2000, 3000, 2500, 5000
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 24, 20
NAMES = ("ann", "bob")
PASSWORDS = ("correct-horse-7", "battery-staple-8")
OTHER = "https://example.com/other"
COOKIE = "xl_sso"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = challenge_of(VERIFIER)
# Of what ended in a step, so much is looked at; of everything else only what comes in turn.
LOOKED_AT = 3

names = st.sampled_from(NAMES)
# What is latest goes on most often, so that families grow.
picks = st.sampled_from([0, 0, 0, 1, 2, 3])
# A browser that is signed in, or a new one.
browsers = st.sampled_from([0, 0, 1, 2, 3, None])
confidential = st.booleans()
# How a new code is shown at once, and with which mistakes; none of it leaves the code for later.
courses = st.sampled_from(
    [
        (None,),
        (None,),
        (),
        ("client", None),
        ("redirect_uri", None),
        ("verifier", None),
        ("no verifier", None),
        (None, "no verifier"),
    ]
)
scopes = st.sampled_from(["offline own", "offline", "offline", "own", ""])
audiences = st.sampled_from(["", "https://api.example"])
redirect_uris = st.sampled_from([CALLBACK, OTHER])
# Most histories shall come far, so most of what is shown is right.
mistakes = st.sampled_from([None, None, None, None, "client", "redirect_uri", "verifier", "no verifier"])
strangers = st.sampled_from([False, False, False, True])
logouts = st.sampled_from([False, False, False, False, False, False, False, True])


@define
class Looks:
    """Which of the things that ended were looked at since, and whose turn comes next."""

    seen: set[object] = field(factory=set)
    turn: int = 0

    def at_ended(self, ended: Iterable[T]) -> list[T]:
        """Return the latest few of what was not looked at since it ended."""
        fresh = [each for each in ended if each not in self.seen]
        self.seen.update(fresh)
        return fresh[-LOOKED_AT:]

    def next_of(self, everything: Sequence[T]) -> T | None:
        """Return what comes in turn, the newest first."""
        self.turn += 1
        return everything[-1 - self.turn % len(everything)] if everything else None


class FamilyHistory(History):
    """A project with two users, two clients and any number of browsers."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        self.oauth_client = type(self).make_oauth_client(
            redirect_uris=(CALLBACK, OTHER),
            authorization_code_lifetime=CODE_SECONDS,
            sso_lifetime=SIGN_IN_SECONDS,
            oauth_token_lifetime=ACCESS_SECONDS,
            refresh_token_lifetime=REFRESH_SECONDS,
            access_token_lifetime=JWT_SECONDS,
        )
        self.begin(self.oauth_client.jwt_client)
        self.looks = Looks()
        for name in NAMES:
            user = self.oauth_client.member(name, password=PASSWORDS[0])
            email, subject = f"{name}@example.com", user["user_id"]
            self.model.accounts.append(
                Account(email=email, username=name, password=PASSWORDS[0], subject=subject)
            )

    # Rules choose from what was not ended; what was ended is looked at once, right after.

    def codes(self) -> list[ModelAuthorizationCode]:
        return [code for code in self.model.authorization_codes if not code.void]

    def tokens(self) -> list[Token]:
        return [token for token in self.model.tokens if not token.revoked]

    def refresh_tokens(self, *, used: bool) -> list[ModelRefreshToken]:
        return [token for token in self.model.refresh_tokens if not token.revoked and token.used is used]

    def sign_ins(self) -> list[ModelSignIn]:
        return [sign_in for sign_in in self.model.sign_ins if not sign_in.ended]

    def account(self, name: str) -> Account:
        account = self.model.named(name)
        assert account is not None
        return account

    def browser(self, pick: int | None) -> ModelSignIn | None:
        """A browser that is signed in, unless that has expired, or a new one."""
        among = self.sign_ins()
        return picked(among, pick) if pick is not None and among else None

    def browse(self, browser: ModelSignIn | None, operation_id: str, **request: Any) -> httpx.Response:
        """Send a request from a browser with its cookie; the JWT client's own keeps none."""
        headers = {"Cookie": f"{COOKIE}={browser.cookie}"} if browser else None
        answer = self.jwt_client.call(operation_id, headers=headers, **request)
        self.jwt_client.http.cookies.clear()
        return answer

    def client(self, is_confidential: bool) -> int:
        clients = self.oauth_client.clients
        return clients.confidential if is_confidential else clients.public

    def signed_in(self, answer: httpx.Response, account: Account, before: ModelSignIn | None) -> None:
        """Note the cookie that a login gave."""
        (morsel,) = SimpleCookie(answer.headers["set-cookie"]).values()
        expires = self.clock.now + SIGN_IN_SECONDS
        self.model.sign_in(account, morsel.value, expires, before=before)

    @rule(
        name=names,
        browser=browsers,
        is_confidential=confidential,
        redirect_uri=redirect_uris,
        scope=scopes,
        audience=audiences,
        with_logout=logouts,
        course=courses,
        refreshes=st.sampled_from(range(3)),
    )
    def login(
        self,
        name: str,
        browser: int | None,
        is_confidential: bool,
        redirect_uri: str,
        scope: str,
        audience: str,
        with_logout: bool,
        course: Course,
        refreshes: int,
    ) -> None:
        """Log in to a client with a password; go on to tokens, and to the next ones, or stop early."""
        account, before, client_id = self.account(name), self.browser(browser), self.client(is_confidential)
        started = self.oauth_client.of(client_id).start(
            redirect_uri=redirect_uri, scope=scope, audience=audience, with_logout=str(int(with_logout))
        )

        answer = self.browse(
            before,
            "oauth-20-auth-by-username-and-password",
            query=started,
            body={"username": name, "password": account.password},
        )

        if with_logout:
            self.model.end_tokens(account)
        self.signed_in(answer, account, before)
        family = Family(account=account, client_id=client_id, scope=scope, audience=audience)
        self.note_code(answer, family, redirect_uri)
        self.follow(course)
        for _ in range(refreshes):
            if self.model.refresh_tokens and self.model.refresh_tokens[-1].family is family:
                self.rotate(self.model.refresh_tokens[-1])

    @precondition(lambda self: self.tokens())
    @rule(name=names, browser=browsers, with_logout=logouts)
    def login_for_a_jwt(self, name: str, browser: int | None, with_logout: bool) -> None:
        """Log in without a client."""
        account, before = self.account(name), self.browser(browser)

        answer = self.browse(
            before,
            "auth-by-username-and-password",
            query={"with_logout": str(int(with_logout))},
            body={"username": name, "password": account.password},
        )

        if with_logout:
            self.model.end_tokens(account)
        self.signed_in(answer, account, before)
        text = token_of(answer)
        assert claims(text)["sub"] == account.subject, "the token belongs to another account"
        self.model.tokens.append(Token(text, account, claims(text)["exp"]))

    def note_code(
        self, answer: httpx.Response, family: Family, redirect_uri: str, verifier: str | None = None
    ) -> None:
        target = target_of(answer)
        assert target.startswith(f"{redirect_uri}?")
        assert query_of(target)["state"] == STATE
        self.model.authorization_codes.append(
            ModelAuthorizationCode(
                code_of(answer), family, self.clock.now + CODE_SECONDS, redirect_uri, verifier
            )
        )

    @precondition(lambda self: self.sign_ins())
    @rule(
        browser=browsers,
        is_confidential=confidential,
        redirect_uri=redirect_uris,
        scope=scopes,
        audience=audiences,
        proven=st.booleans(),
        course=courses,
    )
    def authorize(
        self,
        browser: int | None,
        is_confidential: bool,
        redirect_uri: str,
        scope: str,
        audience: str,
        proven: bool,
        course: Course,
    ) -> None:
        """Come with a browser, with or without a proof key, and show the code or leave it."""
        known, client_id = self.browser(browser), self.client(is_confidential)
        late = self.clock.passed(known.expires) if known else False
        if late is None:
            return
        proof = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"} if proven else {}
        started = self.oauth_client.of(client_id).start(
            redirect_uri=redirect_uri, scope=scope, audience=audience
        )

        answer = self.browse(known, "oauth2-authorize", query={**started, **proof})

        if known is None or known.ended or late:
            assert urlsplit(target_of(answer)).path == "/_mock/sign-in", "nobody is signed in"
            return
        family = Family(account=known.account, client_id=client_id, scope=scope, audience=audience)
        self.note_code(answer, family, redirect_uri, VERIFIER if proven else None)
        self.follow(course)

    @precondition(lambda self: self.sign_ins())
    @rule(browser=browsers, is_confidential=confidential, scope=scopes, redirect_uri=redirect_uris)
    def check_sign_in(
        self, browser: int | None, is_confidential: bool, scope: str, redirect_uri: str
    ) -> None:
        """Ask for a code without a page, as a client does that only wants to know."""
        known, client_id = self.browser(browser), self.client(is_confidential)
        started = self.oauth_client.of(client_id).start(redirect_uri=redirect_uri, scope=scope)

        answer = self.if_signed_in(known, "check-user-authentication", query=started)

        if answer is not None and known is not None:
            family = Family(account=known.account, client_id=client_id, scope=scope)
            self.note_code(answer, family, redirect_uri)

    @precondition(lambda self: self.sign_ins())
    @rule(browser=browsers, redirected=st.booleans(), is_confidential=confidential)
    def single_sign_on(self, browser: int | None, redirected: bool, is_confidential: bool) -> None:
        """Get the code of the single sign-on, and exchange it as some client."""
        known = self.browser(browser)

        answer = self.if_signed_in(known, "jwt-sso-redirect" if redirected else "jwt-sso")

        if answer is not None and known is not None:
            code = code_of(answer) if redirected else answer.json()["code"]
            family = Family(account=known.account)
            expires = self.clock.now + CODE_SECONDS
            self.model.authorization_codes.append(ModelAuthorizationCode(code, family, expires))
            self.show(self.model.authorization_codes[-1], "client" if is_confidential else None)

    def if_signed_in(
        self, known: ModelSignIn | None, operation_id: str, **request: Any
    ) -> httpx.Response | None:
        """Send a request that needs a sign-in; return its answer when there is one."""
        late = self.clock.passed(known.expires) if known else False
        if late is None:
            return None
        answer = self.browse(known, operation_id, **request)
        if known is None or known.ended or late:
            assert refusal(answer) == NOT_SIGNED_IN
            return None
        return answer

    def follow(self, course: Course) -> None:
        """Show the newest code so often."""
        for mistake in course:
            self.show(self.model.authorization_codes[-1], mistake)

    @precondition(lambda self: self.codes())
    @rule(pick=picks, mistake=mistakes)
    def exchange(self, pick: int, mistake: str | None) -> None:
        """Show an earlier code, used or not."""
        self.show(picked(self.codes(), pick), mistake)

    def show(self, code: ModelAuthorizationCode, mistake: str | None) -> None:
        """Show a code as its client, or with a mistake."""
        late = self.clock.passed(code.expires)
        if late is None:
            return
        clients = self.oauth_client.clients
        client_id = code.family.client_id or clients.public
        if mistake == "client":
            client_id = clients.public if client_id == clients.confidential else clients.confidential
        redirect_uri = code.redirect_uri
        if mistake == "redirect_uri":
            redirect_uri = OTHER if redirect_uri == CALLBACK else CALLBACK
        verifier = {"verifier": VERIFIER.lower(), "no verifier": None}.get(mistake or "", code.verifier)

        answer = self.oauth_client.of(client_id).exchange(
            code.text, redirect_uri=redirect_uri, code_verifier=verifier
        )

        due = self.model.exchange(
            code, client_id=client_id, redirect_uri=redirect_uri, verifier=verifier, late=late
        )
        self.given(answer, code.family, client_id, due=due)

    @precondition(lambda self: self.refresh_tokens(used=False))
    @rule(pick=picks, stranger=strangers)
    def refresh(self, pick: int, stranger: bool) -> None:
        self.rotate(picked(self.refresh_tokens(used=False), pick), stranger=stranger)

    @precondition(lambda self: self.refresh_tokens(used=True))
    @rule(pick=picks, stranger=strangers)
    def reuse(self, pick: int, stranger: bool) -> None:
        """Show a refresh token that was used before."""
        self.rotate(picked(self.refresh_tokens(used=True), pick), stranger=stranger)

    def rotate(self, token: ModelRefreshToken, *, stranger: bool = False) -> None:
        late = self.clock.passed(token.expires)
        if late is None:
            return
        client_id = self.owner_or(token.client_id, stranger=stranger)

        answer = self.oauth_client.of(client_id).refresh(token.text)

        due = self.model.refresh(token, client_id=client_id, late=late)
        self.given(answer, token.family, client_id, due=due)

    def owner_or(self, owner: int | None, *, stranger: bool) -> int:
        """The client that something belongs to, or the other one."""
        clients = self.oauth_client.clients
        return self.client((owner == clients.confidential) is not stranger)

    def given(self, answer: httpx.Response, family: Family, client_id: int, *, due: bool) -> None:
        """Note the tokens of an answer, where some are due."""
        if not due:
            assert refusal(answer) == INVALID_GRANT
            return
        tokens = tokens_of(answer)
        text = tokens["access_token"]
        content = claims(text)
        assert content["sub"] == family.account.subject, "the token belongs to another account"
        assert content["aud"] == family.audience.split(), "the token is for another audience"
        assert content["scp"] == family.scope.split(), "the token has other scopes"
        assert ("refresh_token" in tokens) == family.refreshes, "only offline gives a refresh token"
        self.model.tokens.append(
            Token(text, family.account, content["exp"], family=family, client_id=client_id)
        )
        if family.refreshes:
            expires = self.clock.now + REFRESH_SECONDS
            self.model.refresh_tokens.append(ModelRefreshToken(tokens["refresh_token"], family, expires))

    @precondition(lambda self: self.tokens())
    @rule(pick=picks, kind=st.sampled_from(["access", "live", "used"]), stranger=strangers)
    def revoke(self, pick: int, kind: str, stranger: bool) -> None:
        """Revoke an access token, or the family of a refresh token, used or not."""
        refresh_tokens = self.refresh_tokens(used=kind == "used") if kind != "access" else []
        token = picked(refresh_tokens, pick) if refresh_tokens else picked(self.tokens(), pick)
        client_id = self.owner_or(token.client_id, stranger=stranger)

        assert self.oauth_client.of(client_id).revoke(token.text).status_code == 200

        self.model.revoke(token, client_id=client_id)

    @precondition(lambda self: self.tokens())
    @rule(pick=picks, how=st.sampled_from(["sso", "sso", "all", "all", "ALL", "browser", "new password"]))
    def sign_out(self, pick: int, how: str) -> None:
        """Sign out of the single sign-on, of everything, of nothing that there is, or in another way."""
        if how == "browser":
            self.clear_cookie(self.browser(pick))
        elif how == "new password":
            self.reset_password(picked(self.tokens(), pick).account)
        else:
            self.logout(picked(self.tokens(), pick), how)

    def logout(self, token: Token, sessions: str) -> None:
        late = self.clock.passed(token.expires)
        if late is None:
            return

        answer = self.jwt_client.call("log-user-out", query={"sessions": sessions}, bearer=token.text)

        if sessions == "ALL":
            assert refusal(answer) == INVALID_VALUE
        elif late:
            assert refusal(answer) == INVALID_TOKEN
        else:
            assert answer.status_code == 204
            end = self.model.end_everything if sessions == "all" else self.model.end_sign_ins
            end(token.account)

    def clear_cookie(self, known: ModelSignIn | None) -> None:
        assert self.browse(known, "clear-sso-cookie").status_code == 204

        if known is not None:
            known.ended = True

    def reset_password(self, account: Account) -> None:
        user_id, code = self.jwt_client.reset_link(str(account.username), str(account.email))
        account.password = PASSWORDS[account.password == PASSWORDS[0]]

        assert self.jwt_client.confirm_reset(user_id, code, account.password).status_code == 204

        self.model.end_everything(account)

    @precondition(lambda self: self.model.authorization_codes)
    @rule(seconds=st.sampled_from([20, 45, 1100, 1700]))
    def advance(self, seconds: int) -> None:
        self.move_time(seconds)

    @invariant()
    def server_agrees(self) -> None:
        """What just ended is refused; of everything else the next in turn is as the model has it."""
        if not hasattr(self, "model"):
            return
        for refresh_token in self.looks.at_ended(each for each in self.model.refresh_tokens if each.revoked):
            # One that was used up would end its family once more, which hides whether it had ended.
            if not refresh_token.used:
                self.rotate(refresh_token)
        for code in self.looks.at_ended(each for each in self.model.authorization_codes if each.void):
            if not code.used:
                self.show(code, None)
        for token in self.looks.at_ended(each for each in self.model.tokens if each.revoked):
            self.validate(token)
        for sign_in in self.looks.at_ended(each for each in self.model.sign_ins if each.ended):
            self.if_signed_in(sign_in, "jwt-sso")
        either: list[Token | ModelSignIn] = [*self.model.tokens, *self.model.sign_ins]
        following = self.looks.next_of(either)
        if isinstance(following, Token):
            self.validate(following)
        elif following is not None:
            self.if_signed_in(following, "jwt-sso")


@pytest.mark.law("Whatever happens in whatever order, codes, families of tokens and sign-ins stay consistent")
def test_random_oauth2_histories(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    FamilyHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        FamilyHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )

"""Codes, families of tokens and sign-ins at once: a machine plays random histories against its own model."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, token_of
from login_contract.suite.actors.oauth_client import challenge_of, code_of, target_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import play
from login_contract.suite.histories.model import Family, ModelAuthorizationCode, ModelSignIn, Token, picked

from .oauth2_steps import CODE_SECONDS, NAMES, OTHER, VERIFIER, Course, MakeOAuthClient, OAuth2Steps

ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 24, 20
CHALLENGE = challenge_of(VERIFIER)

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


class FamilyHistory(OAuth2Steps):
    """Whatever users, clients and browsers of a project do, in whatever order."""

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

    @precondition(lambda self: self.codes())
    @rule(pick=picks, mistake=mistakes)
    def exchange(self, pick: int, mistake: str | None) -> None:
        """Show an earlier code, used or not."""
        self.show(picked(self.codes(), pick), mistake)

    @precondition(lambda self: self.refresh_tokens(used=False))
    @rule(pick=picks, stranger=strangers)
    def refresh(self, pick: int, stranger: bool) -> None:
        self.rotate(picked(self.refresh_tokens(used=False), pick), stranger=stranger)

    @precondition(lambda self: self.refresh_tokens(used=True))
    @rule(pick=picks, stranger=strangers)
    def reuse(self, pick: int, stranger: bool) -> None:
        """Show a refresh token that was used before."""
        self.rotate(picked(self.refresh_tokens(used=True), pick), stranger=stranger)

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

"""The steps of a history over OAuth 2.0: each is one call, compared with the model and noted in it."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any, ClassVar

import httpx
from hypothesis.stateful import initialize

from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.histories.history import History
from login_contract.suite.histories.looks import Looks
from login_contract.suite.histories.model import (
    Account,
    Family,
    ModelAuthorizationCode,
    ModelRefreshToken,
    ModelSignIn,
    Token,
    picked,
)
from login_contract.suite.judging.refusals import INVALID_GRANT, INVALID_TOKEN, INVALID_VALUE, NOT_SIGNED_IN

MakeOAuthClient = Callable[..., OAuthClient]
Course = tuple[str | None, ...]
NAMES = ("ann", "bob")
PASSWORDS = ("correct-horse-7", "battery-staple-8")
OTHER = "https://example.com/other"
COOKIE = "xl_sso"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CODE_SECONDS, SIGN_IN_SECONDS, ACCESS_SECONDS, REFRESH_SECONDS, JWT_SECONDS = 60, 2000, 3000, 2500, 5000


class OAuth2Steps(History):
    """A project with two users, two clients and any number of browsers."""

    make_oauth_client: ClassVar[MakeOAuthClient]
    oauth_client: OAuthClient

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

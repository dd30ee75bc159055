"""A situation for every code that the description knows: what has to happen for the mock to answer it.

``ON_ORDER`` lists, with the reason, what an operation answers on order only (``POST /_mock/faults``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx

from login_contract.suite.actors.jwt_client import CALLBACK
from login_contract.suite.actors.partner_flows import (
    GOOGLE,
    JANE,
    PHONE,
    login,
    login_for_tokens,
    member,
    reset,
    social,
)
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    ATTRIBUTES_OF_NOBODY,
    BANNED_USER,
    BIRTHDAY_TOLD_BEFORE,
    BLOCKED_RELATIONSHIP,
    CALL_NOT_AVAILABLE,
    CAPTCHA_REQUIRED,
    CONFIRM_EMAIL,
    CONFIRM_PHONE_NUMBER,
    CONFLICT,
    CONTACT_TAKEN,
    CONTENT_TOO_LARGE,
    DEADLINE_EXCEEDED,
    EMAIL_CHANGE_NOT_ALLOWED,
    GENERAL_FAILURE,
    INACTIVE_TOKEN,
    INVALID_ATTRIBUTES_SCHEMA,
    INVALID_ATTRIBUTES_TOKEN,
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_NICKNAME,
    INVALID_PHONE_NUMBER,
    INVALID_STATE,
    INVALID_TOKEN,
    INVALID_VALUE,
    LINKED_ALREADY,
    LOCKED_ACCOUNT,
    MISSING_VALUE,
    NOT_AVAILABLE,
    NOT_FOUND,
    NOT_SIGNED_IN,
    PARTNER_NOT_ANSWERING,
    PARTNER_REFUSES_LOGIN,
    PARTNER_REFUSES_RESET,
    REGISTRATION_NOT_ALLOWED,
    RESET_NOT_ALLOWED,
    SECOND_FACTOR_UNCHANGED,
    SOCIAL_NETWORK_REFUSES,
    TOO_MANY_REQUESTS,
    TOO_MANY_WRONG_CODES,
    UNCONFIRMED_ACCOUNT,
    UNDELIVERABLE_NUMBER,
    UNKNOWN_PROJECT,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
    UNREADABLE_BODY,
    UNREGISTERED_ADDRESS,
    UNSUPPORTED_MEDIA_TYPE,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_PROTOCOL,
    WRONG_RESET_CODE,
)
from tests.mock.partners import MakePartner

Situation = Callable[[MakePartner], httpx.Response]
Answered = tuple[int, str]
EMAIL = "ann@example.com"
LOCKED_AT_ONCE = {"attempts": 1, "seconds": 900, "captcha": False}
LARGE = 70_000


def plain(make: MakePartner, **settings: Any) -> StoragePartner:
    """Somebody at a project that keeps its users itself."""
    return make(**{"storage": "xsolla", "webhooks": {}, **settings})


def asked_for(make: MakePartner, name: str, kind: str, answer: str, **settings: Any) -> httpx.Response:
    """Answer a field that the project asks for after a login."""
    field = {"name": name, "type": kind, "required": False, "step": 0, "confirmation_type": "code"}
    partner = plain(make, ask_fields=[field], **settings)
    member(partner)
    return partner.jwt_client.answer_asks(partner.access_token(login(partner)()), {name: answer})


def not_asked_for(make: MakePartner) -> httpx.Response:
    """Answer a field that the project does not ask for."""
    partner = plain(make)
    member(partner)
    return partner.jwt_client.answer_asks(partner.access_token(login(partner)()), {"bday": "1990-05-15"})


def raw(make: MakePartner, content: bytes, media_type: str) -> httpx.Response:
    """Send bytes to the login with a password."""
    jwt_client = plain(make).jwt_client
    headers = {"Content-Type": media_type}
    return jwt_client.http.post(
        "/login", params={"projectId": jwt_client.project_id}, content=content, headers=headers
    )


def registered(make: MakePartner, body: dict[str, Any] | None = None, **settings: Any) -> httpx.Response:
    """Register, where ann is registered already."""
    partner = plain(make, **settings)
    partner.oauth_client.member("ann")
    given = {"username": "bob", "email": "bob@example.com", "password": "correct-horse-7", **(body or {})}
    return partner.jwt_client.call("jwt-register-new-user", body=given)


def locked(make: MakePartner, *, captcha: bool) -> httpx.Response:
    """Log in once more after a wrong password."""
    partner = plain(make, lockout={**LOCKED_AT_ONCE, "captcha": captcha})
    member(partner)
    partner.jwt_client.login(JANE, "not-the-password")
    return partner.jwt_client.login(JANE)


def wrong_code(make: MakePartner, *, times: int = 1) -> httpx.Response:
    """Confirm a one-time code that is wrong, so many times."""
    jwt_client = plain(make).jwt_client
    code, operation_id = jwt_client.code_for(EMAIL)
    return [jwt_client.confirm_code(EMAIL, code[::-1] + "0", operation_id) for _ in range(times)][-1]


def unconfirmed(make: MakePartner) -> httpx.Response:
    """Log in before the address is confirmed."""
    partner = plain(make)
    member(partner, confirmed=False)
    return login(partner)()


def banned(make: MakePartner) -> httpx.Response:
    """Log in as somebody who may not."""
    partner = plain(make)
    member(partner, banned=True)
    return login(partner)()


def refused(make: MakePartner, webhook: str, step: Callable[[StoragePartner], Any]) -> httpx.Response:
    """Do what a partner refuses without a reason of their own."""
    partner = make()
    doing = step(partner)
    partner.answer(webhook, 400)
    answer: httpx.Response = doing()
    return answer


def of_a_user_who_is_gone(make: MakePartner) -> httpx.Response:
    """Have a token checked whose account has become part of another one."""
    names = {"user-verification": {"id": "server_custom_id"}}
    partner = make(merge_by_server_custom_id=True, key_map=names)
    partner.answer("user-verification", json={"id": "1"})
    partner.jwt_client.login("first")
    partner.answer("user-verification", json={"id": "2"})
    token = partner.access_token(login(partner)())
    partner.answer("user-verification", json={"id": "1"})
    login(partner)()
    return partner.jwt_client.validate(token)


def twice(make: MakePartner) -> httpx.Response:
    """Call once more than a rate limit allows."""
    limit = {"operation_id": "*", "limit": 1, "per_seconds": 60}
    jwt_client = plain(make, rate_limits=[limit]).jwt_client
    return [jwt_client.login(JANE) for _ in "ab"][-1]


def with_second_factor(make: MakePartner) -> httpx.Response:
    """Ask for tokens at once where a second factor is wanted."""
    partner = plain(make, two_factor="email")
    member(partner)
    return login_for_tokens(partner)()


def unreachable(make: MakePartner) -> httpx.Response:
    """Ask for a code by SMS for a number that gets none."""
    return plain(make, undeliverable_phones=[PHONE]).jwt_client.request_code(PHONE)


def by_token_of_nobody(make: MakePartner) -> httpx.Response:
    """Log in with an access token that the network does not know."""
    operation_id = "jwt-auth-via-access-token-of-social-network"
    return plain(make).jwt_client.call(operation_id, path=GOOGLE, body={"access_token": "nobody's"})


def without_login_url(make: MakePartner) -> httpx.Response:
    """Leave out where to go on, where several addresses are registered."""
    return plain(make, callback_urls=[CALLBACK, f"{CALLBACK}2"]).jwt_client.login(JANE)


def of_keys(make: MakePartner) -> httpx.Response:
    """Read the keys of a project that does not exist."""
    return plain(make).jwt_client.call("json-web-key-set", path={"project_id": str(uuid4())})


def of_a_server(make: MakePartner) -> httpx.Response:
    """Ask for a server's token with a wrong secret."""
    oauth_client = plain(make).oauth_client
    return oauth_client.of(oauth_client.clients.server).grant("client_credentials", secret="wrong")


def in_time(make: MakePartner) -> httpx.Response:
    """Wait for a code that nobody confirms."""
    jwt_client = plain(make, otc_wait_seconds=0.05).jwt_client
    return jwt_client.await_code(EMAIL, jwt_client.code_for(EMAIL)[1])


def attributes(make: MakePartner, body: dict[str, Any], *, token: str | None = None) -> httpx.Response:
    """Ask for attributes in jane's name, or with another token."""
    partner = plain(make)
    member(partner)
    bearer = token or partner.access_token(login(partner)())
    return partner.jwt_client.call("get-users-attributes-from-client", body=body, bearer=bearer)


def schema_of_attributes(make: MakePartner, schema: dict[str, Any]) -> httpx.Response:
    """Put a schema for attributes, as the project's server."""
    oauth_client = plain(make).oauth_client
    tokens = oauth_client.of(oauth_client.clients.server).grant("client_credentials").json()
    headers = {"X-SERVER-AUTHORIZATION": tokens["access_token"]}
    return oauth_client.jwt_client.call("put-attributes-schema", body=schema, headers=headers)


def birthday(make: MakePartner) -> httpx.Response:
    """Tell a birthday, and then another one."""
    partner = plain(make)
    member(partner)
    bearer = partner.access_token(login(partner)())
    days = ("1990-05-15", "1990-05-16")
    call = partner.jwt_client.call
    return [call("update-user-details", body={"birthday": day}, bearer=bearer) for day in days][-1]


def of_somebody_blocked(make: MakePartner) -> httpx.Response:
    """Ask somebody for friendship whom one has blocked."""
    partner = plain(make)
    member(partner)
    other = partner.oauth_client.member("bob")["user_id"]
    token = partner.access_token(login(partner)())
    return [
        partner.jwt_client.call("update-users-friends", body={"action": action, "user": other}, bearer=token)
        for action in ("block", "friend_request_add")
    ][-1]


def linked(make: MakePartner) -> httpx.Response:
    """Log two users in with one account at a platform."""
    server = ProjectServer(plain(make).oauth_client)
    account = {"platform": "steam", "user_id": "1"}
    return [server.log_in(each, social_profile=account) for each in "ab"][-1]


def other_address(make: MakePartner) -> httpx.Response:
    """Add a password, and another address than the one that is proven."""
    jwt_client = plain(make).jwt_client
    body = {"username": "ann", "email": "new@example.com", "password": "correct-horse-7"}
    bearer = jwt_client.login_by_code(EMAIL)
    return jwt_client.call("add-username-email-auth-to-account", body=body, bearer=bearer)


def unchanged(make: MakePartner) -> httpx.Response:
    """Turn off a second factor that is off."""
    partner = plain(make)
    member(partner)
    operation_id = "update-users-two-factor-authentication-settings"
    bearer = partner.access_token(login(partner)())
    return partner.jwt_client.call(operation_id, body={"mfa_type": "email"}, bearer=bearer)


def searched(make: MakePartner, nickname: str) -> httpx.Response:
    """Look for users by a nickname."""
    partner = plain(make)
    member(partner)
    bearer, query = partner.access_token(login(partner)()), {"nickname": nickname}
    return partner.jwt_client.call("search-users-by-nickname", query=query, bearer=bearer)


SITUATIONS: dict[Answered, Situation] = {
    CONFIRM_EMAIL: lambda make: asked_for(make, "email", "email", "new@example.com"),
    CONFIRM_PHONE_NUMBER: lambda make: asked_for(make, "phone_number", "phone", PHONE),
    UNREADABLE_BODY: lambda make: raw(make, b"[]", "application/json"),
    INVALID_VALUE: lambda make: registered(make, {"email": "no address"}),
    MISSING_VALUE: lambda make: plain(make).jwt_client.call("auth-by-username-and-password", body={}),
    INVALID_PHONE_NUMBER: lambda make: plain(make).jwt_client.request_code("+1"),
    INVALID_CLIENT: of_a_server,
    INVALID_STATE: lambda make: plain(make).oauth_client.login(state="short"),
    INVALID_GRANT: lambda make: plain(make).oauth_client.exchange("nobody's"),
    PARTNER_REFUSES_RESET: lambda make: refused(make, "password-reset", reset),
    INVALID_TOKEN: lambda make: plain(make).jwt_client.asked("nobody's"),
    INVALID_ATTRIBUTES_SCHEMA: lambda make: schema_of_attributes(make, {"type": "attribute"}),
    INVALID_ATTRIBUTES_TOKEN: lambda make: attributes(make, {}, token="nobody's"),
    ATTRIBUTES_OF_NOBODY: lambda make: attributes(make, {"user_id": str(uuid4())}),
    BANNED_USER: banned,
    BLOCKED_RELATIONSHIP: of_somebody_blocked,
    WRONG_CREDENTIALS: lambda make: plain(make).jwt_client.login("nobody"),
    UNCONFIRMED_ACCOUNT: unconfirmed,
    WRONG_CODE: wrong_code,
    NOT_SIGNED_IN: lambda make: plain(make).jwt_client.call("jwt-sso"),
    PARTNER_REFUSES_LOGIN: lambda make: refused(make, "social", social),
    UNKNOWN_USER: of_a_user_who_is_gone,
    UNKNOWN_PROJECT: lambda make: plain(make).jwt_client.at(str(uuid4())).login(JANE),
    NOT_FOUND: of_keys,
    DEADLINE_EXCEEDED: in_time,
    CONTENT_TOO_LARGE: lambda make: registered(make, {"nickname": "x" * LARGE}),
    UNSUPPORTED_MEDIA_TYPE: lambda make: raw(make, b"{}", "text/plain"),
    INVALID_NICKNAME: lambda make: searched(make, "Jo"),
    UNPROCESSABLE_VALUE: not_asked_for,
    UNDELIVERABLE_NUMBER: unreachable,
    SECOND_FACTOR_UNCHANGED: unchanged,
    LOCKED_ACCOUNT: lambda make: locked(make, captcha=False),
    BIRTHDAY_TOLD_BEFORE: birthday,
    USERNAME_TAKEN: lambda make: registered(make, {"username": "ann"}),
    CONTACT_TAKEN: lambda make: registered(make, {"email": EMAIL}),
    EMAIL_CHANGE_NOT_ALLOWED: other_address,
    NOT_AVAILABLE: with_second_factor,
    PARTNER_NOT_ANSWERING: lambda make: make(webhooks={}).jwt_client.login(JANE),
    RESET_NOT_ALLOWED: lambda make: plain(make, password_reset_allowed=False).jwt_client.request_reset(JANE),
    WRONG_PROTOCOL: lambda make: plain(make, protocol="jwt").oauth_client.login(),
    CAPTCHA_REQUIRED: lambda make: locked(make, captcha=True),
    WRONG_RESET_CODE: lambda make: plain(make).jwt_client.confirm_reset(str(uuid4()), "x", "another-horse-8"),
    TOO_MANY_WRONG_CODES: lambda make: wrong_code(make, times=6),
    REGISTRATION_NOT_ALLOWED: lambda make: registered(make, registration_allowed=False),
    AMBIGUOUS_ADDRESS: without_login_url,
    UNREGISTERED_ADDRESS: lambda make: plain(make).jwt_client.login(
        JANE, query={"login_url": "https://example.com/x"}
    ),
    LINKED_ALREADY: linked,
    SOCIAL_NETWORK_REFUSES: by_token_of_nobody,
    INACTIVE_TOKEN: lambda make: plain(make).jwt_client.validate("x.y.z"),
    TOO_MANY_REQUESTS: twice,
}

NOT_TOLD_WHEN = "The reference lists the status and does not tell when it comes."
ON_ORDER: dict[tuple[str, int, str], str] = {
    ("oauth-20-resend-account-confirmation-email", *CONFLICT): NOT_TOLD_WHEN,
    ("post-projects-users-ban", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("del-projects-users-ban", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("del-projects-users-ban", *NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("update-user-details", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("update-user-details", *UNKNOWN_USER): NOT_TOLD_WHEN,
    ("post-project-user-group", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("put-project-user-group", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("get-server-mfa", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("get-server-mfa", *NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("update-server-mfa", *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN,
    ("generate-jwt", *GENERAL_FAILURE): NOT_TOLD_WHEN,
    **{
        (operation_id, *CALL_NOT_AVAILABLE): NOT_TOLD_WHEN
        for operation_id in (
            "delete-linked-networks",
            "get-links-for-social-auth",
            "get-url-to-link-social-network-to-account",
            "get-users-friends",
            "link-social-network-to-account",
        )
    },
    ("oauth2-authorize", *GENERAL_FAILURE): NOT_TOLD_WHEN,
    ("update-user-phone-number", *NOT_FOUND): NOT_TOLD_WHEN,
    ("generate-jwt", *NOT_FOUND): "The reference lists the status; RFC 6749 wants 400 for unknown clients.",
    (
        "reset-password",
        *NOT_SIGNED_IN,
    ): "The reference lists the status; the answer here is the same for anybody.",
}

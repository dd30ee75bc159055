"""From a request to a typed delivery, or to the reason why not."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from xsolla_login_client.models import (
    EmailChangeDelivery,
    EmailDelivery,
    EventDelivery,
    NewUserDelivery,
    PasswordChangeDelivery,
    PasswordResetDelivery,
    PhoneDelivery,
    RefreshTokenDelivery,
    SocialDelivery,
    UserVerificationDelivery,
)
from xsolla_login_client.webhooks.delivery import AnyDelivery, Delivery, read_model
from xsolla_login_client.webhooks.keys import AsyncJwksSource, JwksSource
from xsolla_login_client.webhooks.token import Headers
from xsolla_login_client.webhooks.verification import AsyncVerification, Check, Verification


@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["new-user"], **how: Unpack[Verification]
) -> Delivery[NewUserDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["user-verification"], **how: Unpack[Verification]
) -> Delivery[UserVerificationDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["phone"], **how: Unpack[Verification]
) -> Delivery[PhoneDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["email"], **how: Unpack[Verification]
) -> Delivery[EmailDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["social"], **how: Unpack[Verification]
) -> Delivery[SocialDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["password-reset"], **how: Unpack[Verification]
) -> Delivery[PasswordResetDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["refresh-token"], **how: Unpack[Verification]
) -> Delivery[RefreshTokenDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["password-change"], **how: Unpack[Verification]
) -> Delivery[PasswordChangeDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: Literal["email-change"], **how: Unpack[Verification]
) -> Delivery[EmailChangeDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: str, **how: Unpack[Verification]
) -> Delivery[AnyDelivery]: ...
@overload
def unwrap(
    body: bytes, headers: Headers, *, webhook: None = None, **how: Unpack[Verification]
) -> Delivery[dict[str, Any]]: ...
def unwrap(
    body: bytes, headers: Headers, *, webhook: str | None = None, **how: Unpack[Verification]
) -> Delivery[Any]:
    """Check that the Login server sent a request to one of a partner's addresses, and read it.

    The token in the header does not cover the body, so the address has to be reached by TLS.

    Args:
        body: the bytes of the request as they came, at most 64 KiB.
        headers: the headers of the request; their names may have any case.
        webhook: the webhook that is configured with this address, such as `"new-user"`: `data` is then its
            model. Without it, where one address serves several, `data` is a dict.
        **how: `secret` or `jwks`, `project_id`, `leeway`, `now`; see `Verification`.

    Raises:
        WebhookError: the delivery is not good; each reason is a class of its own that knows its answer.
        MissingExtra: the extra `webhooks` is not installed.
        TypeError, ValueError: not one of `secret` and `jwks`, or something that proves nothing.
    """
    check = Check.from_options(**how)
    token = check.presented(headers)
    jwks = how.get("jwks")
    key = jwks.key(token.kid) if isinstance(jwks, JwksSource) else check.key(token)
    return check.delivery(token, key, body, webhook)


@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["new-user"], **how: Unpack[AsyncVerification]
) -> Delivery[NewUserDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["user-verification"], **how: Unpack[AsyncVerification]
) -> Delivery[UserVerificationDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["phone"], **how: Unpack[AsyncVerification]
) -> Delivery[PhoneDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["email"], **how: Unpack[AsyncVerification]
) -> Delivery[EmailDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["social"], **how: Unpack[AsyncVerification]
) -> Delivery[SocialDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["password-reset"], **how: Unpack[AsyncVerification]
) -> Delivery[PasswordResetDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["refresh-token"], **how: Unpack[AsyncVerification]
) -> Delivery[RefreshTokenDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["password-change"], **how: Unpack[AsyncVerification]
) -> Delivery[PasswordChangeDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: Literal["email-change"], **how: Unpack[AsyncVerification]
) -> Delivery[EmailChangeDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: str, **how: Unpack[AsyncVerification]
) -> Delivery[AnyDelivery]: ...
@overload
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: None = None, **how: Unpack[AsyncVerification]
) -> Delivery[dict[str, Any]]: ...
async def unwrap_async(
    body: bytes, headers: Headers, *, webhook: str | None = None, **how: Unpack[AsyncVerification]
) -> Delivery[Any]:
    """As `unwrap`, for an event loop: `jwks` may be an `AsyncJwksSource`."""
    check = Check.from_options(**how)
    token = check.presented(headers)
    jwks = how.get("jwks")
    key = await jwks.key(token.kid) if isinstance(jwks, AsyncJwksSource) else check.key(token)
    return check.delivery(token, key, body, webhook)


def login_event(body: bytes) -> EventDelivery:
    """Read a login event. Nothing proves who sent it: take it as a hint, and look up what matters.

    Raises:
        MalformedBody: the body is no login event.
    """
    return read_model(body, EventDelivery)

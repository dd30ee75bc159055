"""A receiver of webhooks for Starlette, for a project that signs with RS256 and publishes its keys."""

import hashlib
import hmac
import os
import secrets
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from xsolla_login_client import webhooks

LOGIN: webhooks.AsyncVerification = {
    "jwks": webhooks.AsyncJwksSource(os.environ["LOGIN_JWKS_URL"]),
    "project_id": os.environ["LOGIN_PROJECT_ID"],
}


def hashed(password: str, salt: bytes = b"") -> bytes:
    salt = salt or secrets.token_bytes(16)
    # Light, so that a laptop answers many at once in time.
    return salt + hashlib.scrypt(password.encode(), salt=salt, n=2**13, r=8, p=1)


def matches(stored: bytes, password: str) -> bool:
    return hmac.compare_digest(stored, hashed(password, stored[:16]))


# The hash of the password, by name and by address; there is one user to try it with.
users = dict.fromkeys(["jane.doe", "jane.doe@example.com"], hashed("correct-horse-7"))


async def new_user(request: Request) -> JSONResponse:
    body = await request.body()
    user = (await webhooks.unwrap_async(body, request.headers, webhook="new-user", **LOGIN)).data
    names = [(user.username or user.email).casefold(), user.email.casefold()]
    fresh = await run_in_threadpool(hashed, user.password)
    stored = {users.get(name, b"") for name in names}
    if stored == {b""}:
        users.update(dict.fromkeys(names, fresh))
    # The same delivery may come twice: that is the same user, not a second one.
    elif len(stored) > 1 or not await run_in_threadpool(matches, stored.pop(), user.password):
        raise webhooks.Refusal("003-003", "This name or address is taken.")
    return JSONResponse(webhooks.accept(attributes=[{"key": "origin", "value": "my-game"}]))


async def user_verification(request: Request) -> JSONResponse:
    body = await request.body()
    login = (await webhooks.unwrap_async(body, request.headers, webhook="user-verification", **LOGIN)).data
    name = str(login.username or login.email)  # a delivery has one of them, or both
    stored = users.get(name.casefold(), b"")
    if not await run_in_threadpool(matches, stored, login.password):
        raise webhooks.Refusal("003-001", "Wrong name or password.")
    return JSONResponse(webhooks.accept(data={"level": 7}))


async def refuse(_: Request, error: Any) -> JSONResponse:
    return JSONResponse(error.answer(), error.status)


app = Starlette(
    routes=[
        Route("/new-user", new_user, methods=["POST"]),
        Route("/user-verification", user_verification, methods=["POST"]),
    ],
    exception_handlers={webhooks.WebhookError: refuse},
)

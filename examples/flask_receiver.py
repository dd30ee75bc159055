"""A receiver of webhooks for Flask, for a project that signs with a shared secret."""

import os
from threading import Lock
from typing import Any

from flask import Flask, request
from werkzeug.security import check_password_hash, generate_password_hash
from xsolla_login_client import webhooks

LOGIN: webhooks.Verification = {
    "secret": os.environ["LOGIN_SECRET"],
    "project_id": os.environ["LOGIN_PROJECT_ID"],
}
HASH = "scrypt:8192:8:1"  # light, so that a laptop answers many at once in time
# The hash of the password, by name and by address; there is one user to try it with.
users = dict.fromkeys(["jane.doe", "jane.doe@example.com"], generate_password_hash("correct-horse-7", HASH))
lock = Lock()
app = Flask(__name__)


@app.errorhandler(webhooks.WebhookError)
def refuse(error: webhooks.WebhookError) -> tuple[dict[str, Any], int]:
    return error.answer(), error.status


@app.post("/new-user")
def new_user() -> dict[str, Any]:
    user = webhooks.unwrap(request.get_data(), request.headers, webhook="new-user", **LOGIN).data
    names = [(user.username or user.email).casefold(), user.email.casefold()]
    with lock:
        stored = {users.get(name, "") for name in names}
        if stored == {""}:
            stored = {generate_password_hash(user.password, HASH)}
            users.update(dict.fromkeys(names, *stored))
    # The same delivery may come twice: that is the same user, not a second one.
    if len(stored) > 1 or not check_password_hash(stored.pop(), user.password):
        raise webhooks.Refusal("003-003", "This name or address is taken.")
    return webhooks.accept(attributes=[{"key": "origin", "value": "my-game"}])


@app.post("/user-verification")
def user_verification() -> dict[str, Any]:
    login = webhooks.unwrap(request.get_data(), request.headers, webhook="user-verification", **LOGIN).data
    name = str(login.username or login.email)  # a delivery has one of them, or both
    if not check_password_hash(users.get(name.casefold(), ""), login.password):
        raise webhooks.Refusal("003-001", "Wrong name or password.")
    return webhooks.accept(data={"level": 7})

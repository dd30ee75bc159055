"""What the login operations read alike from their calls."""

from __future__ import annotations

from login_contract.mock.calls.call import Call
from login_contract.mock.domain import redirects
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.flows.devices import NamedDevice
from login_contract.mock.flows.login_request import LaterWord, LoginRequest


def login_request(
    call: Call, *, login_type: str, remember_me: bool | None = None, redirects_on: bool = True
) -> LoginRequest:
    """Read the shared query parameters of a login, of the JWT or the OAuth 2.0 family.

    A login that answers its token and ``redirects_on`` to nowhere needs neither URL.

    Raises:
        LoginError: 422 010-011 or 010-012, ``login_url`` or ``redirect_uri`` is missing or not registered.
    """
    if call.client is not None:
        return LoginRequest(
            login_url=call.client.redirect_uri(call.query.get("redirect_uri")) if redirects_on else "",
            login_type=login_type,
            payload=call.query.get("payload"),
            with_logout=_with_logout(call),
            client_id=call.client.client_id,
            state=call.query.get("state"),
            scope=call.query.get("scope", ""),
            audience=call.query.get("audience", ""),
        )
    return LoginRequest(
        login_url=redirects.login_url(call.project, call.query.get("login_url"))
        if redirects_on
        else call.project.callback_urls[0],
        login_type=login_type,
        payload=call.query.get("payload"),
        with_logout=_with_logout(call),
        remember_me=remember_me,
    )


def later_word(call: Call) -> LaterWord:
    """Read what a call says that goes on with a login."""
    return LaterWord(
        client=call.client,
        address=call.query.get("redirect_uri" if call.client is not None else "login_url"),
        payload=call.query.get("payload"),
        state=call.query.get("state"),
        scope=call.query.get("scope", ""),
        with_logout=_with_logout(call),
    )


def wording(call: Call) -> Wording:
    """Read how the messages that a call sends are worded."""
    return Wording(call.query.get("locale"), call.query.get("email_template"))


def named_device(call: Call, kind: str) -> NamedDevice:
    """Return the device that a call tells of."""
    return NamedDevice(device_id=call.body["device_id"], type=kind, name=call.body["device"])


def _with_logout(call: Call) -> bool:
    return call.query.get("with_logout") in ("1", "true")

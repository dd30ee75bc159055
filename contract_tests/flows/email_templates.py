"""Templates of mails, as the server of a project makes, reads and uses them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from login_contract.suite.actors.control import Message
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer

MakeOAuthClient = Callable[..., OAuthClient]
CREATE, READ, CHANGE, SEND = (
    "create-custom-email-template",
    "get-custom-email-template",
    "update-custom-email-template",
    "send-email-based-on-template",
)
GAME = "Star & <b>Pilots</b>"
BOTH = '<p>{{code}}</p><p><a href="{{action_link}}">Go on</a></p>'
# What each type of template shapes; the others are none of a login's.
SHAPED = {
    "account_confirmation": "account_confirmation",
    "password_reset": "password_reset",
    "email_confirmation": "asked",
    "passwordless_auth_by_code": "code",
    "passwordless_auth_by_code_link": "code with link",
}
NEEDED = {
    "account_confirmation": ["{{action_link}}"],
    "password_reset": ["{{action_link}}"],
    "email_confirmation": ["{{action_link}}", "{{code}}"],
    "passwordless_auth_by_code": ["{{code}}"],
    "passwordless_auth_by_code_link": ["{{action_link}}", "{{code}}"],
    "custom": ["-"],
    "welcome_email": ["-"],
}


def asking(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    """The server of a project that asks for an e-mail address."""
    asked = {"name": "email", "type": "email", "required": False, "step": 0, "confirmation_type": "code"}
    return ProjectServer(oauth_client=make_oauth_client(name=GAME, ask_fields=[asked]))


def at(template_id: str, template_type: str = "custom", locale: str = "en_US") -> dict[str, str]:
    return {"template_id": template_id, "template_type": template_type, "locale": locale}


def made(server: ProjectServer, path: dict[str, str], header: str = "Hello", body: str = BOTH) -> Any:
    """Make a template and return what is told of it."""
    __tracebackhide__ = True
    answer = server.call(CREATE, path=path, body={"header": header, "body": body})
    assert answer.status_code == 200, answer.text
    return answer.json()


def read(server: ProjectServer, path: dict[str, str]) -> Any:
    __tracebackhide__ = True
    answer = server.call(READ, path=path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def send(server: ProjectServer, template_id: str, *, to: str = "eve@example.com", **named: Any) -> Message:
    """Send a mail by template and return it."""
    __tracebackhide__ = True
    answer = server.call(SEND, body={"email": to, "template": {"id": template_id, **named}})
    assert answer.status_code == 204, answer.text
    return server.jwt_client.message(to)

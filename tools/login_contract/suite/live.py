"""Puts live values into generated requests, so that they reach what lies behind the first refusal."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any
from uuid import UUID

from attrs import define, field

from login_contract.suite.control import Control, Message
from login_contract.suite.player import CALLBACK, PASSWORD, Player, query_of, token_of
from login_contract.suite.readable import is_readable

# Of a hundred requests: so many keep a project that does not exist, and so many get live values throughout.
UNKNOWN_PROJECT = 8
ALL_LIVE = 35
CODE_FOUND = 75
NO_PROJECT = "00000000-0000-4000-8000-000000000000"
MADE_BY_SERVER = ("projectId", "operation_id", "code", "token", "state", "user_id", "reset_code")
SETTINGS: Mapping[str, Any] = {
    "otc_wait_seconds": 0.05,
    "lockout": {"attempts": 1_000_000, "seconds": 1, "captcha": False},
    "ask_fields": [
        {"name": "phone_number", "type": "phone", "required": False, "step": 0, "confirmation_type": "code"},
        {"name": "country-name", "type": "str", "required": False, "step": 1},
    ],
}


def dice(case: Any) -> int:
    """Return 0…99 from what a request contains: the same request always falls the same way.

    Values that the server makes are left out, because they differ from run to run.
    """
    shown = [case.operation.label, _without_ids(case.query), _without_ids(case.body)]
    text = json.dumps(shown, default=repr, sort_keys=True)
    return zlib.crc32(text.encode("utf-8", "backslashreplace")) % 100


def _without_ids(values: Any) -> Any:
    if isinstance(values, (list, str, bytes)):
        return values
    if not isinstance(values, dict):
        return None
    return {name: "" if name in MADE_BY_SERVER else value for name, value in values.items()}


@define
class LiveValues:
    """Values that the target holds right now, made and read through the API and the control interface."""

    player: Player
    control: Control
    settings: Mapping[str, Any] = field(repr=False)
    _numbers: Any = field(factory=count, repr=False)

    def renew(self) -> None:
        """Go on in a project that nothing has happened in yet."""
        self.player = self.player.at(self.control.put_project(**self.settings))
        self._numbers = count()

    def settle(self, case: Any) -> None:
        """Let a request name the suite's project, and a registered address where it names a valid one."""
        roll = dice(case)
        # The description's example names a project that every mock has, with waits that are not the suite's.
        project_id = NO_PROJECT if roll < UNKNOWN_PROJECT else self.player.project_id
        for container, name in ((case.query, "projectId"), (case.path_parameters, "project_id")):
            if _is_uuid((container or {}).get(name)):
                container[name] = project_id
        if roll % 4 and isinstance((case.query or {}).get("login_url"), str) and _valid(case, "query"):
            case.query["login_url"] = CALLBACK
        body = case.body
        if (
            roll % 4
            and isinstance(body, dict)
            and isinstance(body.get("link_url"), str)
            and _valid(case, "body")
        ):
            body["link_url"] = CALLBACK

    def revive(self, case: Any) -> Mapping[str, str] | None:
        """Make some requests live in every part: they have to succeed.

        Returns the headers to send with a revived request, None for a request left as it was.
        """
        fill = self._fillers().get(case.operation.definition.raw["operationId"])
        if fill is None or dice(case) % 100 >= ALL_LIVE or not self._may_revive(case):
            return None
        if isinstance(case.query, dict) and "projectId" in case.query:
            case.query["projectId"] = self.player.project_id
        if "login_url" in (case.query or {}):
            case.query["login_url"] = CALLBACK
        if isinstance(case.body, dict):
            case.body = dict(case.body)
            if "link_url" in case.body:
                case.body["link_url"] = CALLBACK
        return fill(case)

    def complete(self, case: Any) -> Mapping[str, str]:
        """Give a linked request what its link cannot carry: the code of its message, or a user's token."""
        operation_id = case.operation.definition.raw["operationId"]
        body = case.body if isinstance(case.body, dict) else {}
        if operation_id.startswith("jwt-complete-auth-by") and dice(case) < CODE_FOUND:
            self._read_code(body)
        if operation_id == "get-confirmation-code" and dice(case) < CODE_FOUND:
            self._open_link(case.query)
        if operation_id == "get-ask-fields" and dice(case) < CODE_FOUND:
            return self._bearer(case)
        if operation_id in ("validate-jwt", "update-token") and "token" in body and dice(case) < CODE_FOUND:
            body["token"] = self._fresh_token()
        return {}

    def _open_link(self, query: dict[str, Any]) -> None:
        for message in self._sent(query.get("operation_id")):
            if message.link:
                self.player.open(message.link)

    def _read_code(self, body: dict[str, Any]) -> None:
        for message in self._sent(body.get("operation_id")):
            if message.code:
                body["code"] = message.code

    def _sent(self, operation_id: Any) -> list[Message]:
        return [
            each for each in self.player.messages(kind="one_time_code") if each.operation_id == operation_id
        ]

    def _may_revive(self, case: Any) -> bool:
        return case.meta is not None and case.meta.generation.mode.is_positive and is_readable(case)

    def _fillers(self) -> Mapping[str, Callable[[Any], Mapping[str, str]]]:
        return {
            "jwt-register-new-user": self._newcomer,
            "auth-by-username-and-password": self._returning,
            "jwt-resend-account-confirmation-email": self._unconfirmed,
            "confirm-account": self._mailed_link,
            "jwt-start-auth-by-phone-number": self._nothing,
            "jwt-start-auth-by-email": self._nothing,
            "jwt-complete-auth-by-phone-number": self._phone_code,
            "jwt-complete-auth-by-email": self._email_code,
            "get-confirmation-code": self._opened_link,
            "push-confirmation-code": self._unopened_link,
            "get-ask-fields": self._bearer,
            "update-token": self._token_to_update,
            "reset-password": self._nothing,
            "confirm-password-reset": self._reset_code,
            "validate-jwt": self._token,
            "get-projects-keys": self._project,
            "json-web-key-set": self._project,
        }

    def _nothing(self, case: Any) -> Mapping[str, str]:
        return {}

    def _newcomer(self, case: Any) -> Mapping[str, str]:
        name = self._name()
        case.body.update(username=name, email=f"{name}@example.com")
        return {}

    def _returning(self, case: Any) -> Mapping[str, str]:
        name = self._user()
        case.body.update(username=name, password=PASSWORD)
        return {}

    def _unconfirmed(self, case: Any) -> Mapping[str, str]:
        case.body["username"] = self._user(confirmed=False)
        return {}

    def _mailed_link(self, case: Any) -> Mapping[str, str]:
        name = self._user(confirmed=False)
        self.player.resend(name)
        link = self.player.message(f"{name}@example.com", "account_confirmation").link
        case.query["code"] = query_of(link or "")["code"]
        return {}

    def _phone_code(self, case: Any) -> Mapping[str, str]:
        recipient = f"+1202{next(self._numbers):08d}"
        code, operation_id = self.player.code_for(recipient)
        case.body.update(phone_number=recipient, code=code, operation_id=operation_id)
        return {}

    def _email_code(self, case: Any) -> Mapping[str, str]:
        recipient = f"{self._name()}@example.com"
        code, operation_id = self.player.code_for(recipient)
        case.body.update(email=recipient, code=code, operation_id=operation_id)
        return {}

    def _opened_link(self, case: Any) -> Mapping[str, str]:
        recipient, link, operation_id = self._link()
        self.player.open(link)
        case.query.update(login=recipient, operation_id=operation_id)
        return {}

    def _unopened_link(self, case: Any) -> Mapping[str, str]:
        _, link, _ = self._link()
        case.query["state"] = query_of(link)["state"]
        if "link_url" in case.query:
            case.query["link_url"] = CALLBACK
        return {}

    def _bearer(self, case: Any) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._fresh_token()}"}

    def _token(self, case: Any) -> Mapping[str, str]:
        case.body["token"] = self._fresh_token()
        return {}

    def _token_to_update(self, case: Any) -> Mapping[str, str]:
        case.body.update(token=self._fresh_token(), updatedFields={"country-name": "DE"})
        case.body.pop("settings", None)
        return {}

    def _reset_code(self, case: Any) -> Mapping[str, str]:
        name = self._user()
        user_id, code = self.player.reset_link(name, f"{name}@example.com")
        case.body.update(user_id=user_id, reset_code=code)
        return {}

    def _project(self, case: Any) -> Mapping[str, str]:
        case.path_parameters["project_id"] = self.player.project_id
        return {}

    def _name(self) -> str:
        return f"live-{next(self._numbers)}"

    def _user(self, *, confirmed: bool = True) -> str:
        name = self._name()
        self.control.create_user(
            self.player.project_id,
            username=name,
            email=f"{name}@example.com",
            password=PASSWORD,
            confirmed=confirmed,
        )
        return name

    def _fresh_token(self) -> str:
        return token_of(self.player.login(self._user()))

    def _link(self) -> tuple[str, str, str]:
        recipient = f"{self._name()}@example.com"
        operation_id = self.player.request_code(recipient, send_link=True).json()["operation_id"]
        link = self.player.message(recipient, "one_time_code").link
        assert link, "a message with send_link carries no link"
        return recipient, link, operation_id


def _valid(case: Any, container: str) -> bool:
    """Say whether a part of a request was generated as valid data."""
    if case.meta is None:
        return True
    for location, component in case.meta.components.items():
        if str(location.value if hasattr(location, "value") else location) == container:
            return bool(component.mode.is_positive)
    return True


def _is_uuid(value: Any) -> bool:
    try:
        UUID(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True

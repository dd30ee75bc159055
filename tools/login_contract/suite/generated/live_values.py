"""Puts live values into generated requests, so that they reach what lies behind the first refusal."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from attrs import define

from login_contract.suite.actors.jwt_client import CALLBACK
from login_contract.suite.generated import live_jwt, live_oauth2
from login_contract.suite.generated.live_jwt import NOTHING, bearer, observer
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.readable import is_readable
from login_contract.suite.target import MOCK_CLIENT_IDS, MOCK_PROJECT_ID

# Of a hundred requests: so many keep a project that does not exist, and so many get live values throughout.
UNKNOWN_PROJECT = 8
ALL_LIVE = 35
CODE_FOUND = 75
NO_PROJECT = "00000000-0000-4000-8000-000000000000"
MADE_BY_SERVER = (
    *("projectId", "client_id", "operation_id", "challenge_id", "code", "token", "access_token"),
    *("refresh_token", "subject_token", "session_ticket", "state", "user_id", "reset_code"),
)
PAGES = ("login_url", "redirect_uri", "link_url")
FILLERS = {**live_jwt.FILLERS, **live_oauth2.FILLERS}


def dice(case: Any) -> int:
    """Return 0…99 from what a request contains: the same request always falls the same way.

    Values that the server makes are left out, because they differ from run to run.
    """
    return _roll(case.operation.label, _without_ids(case.query), _without_ids(case.body))


def whole_dice(case: Any) -> int:
    """Return 0…99 from all that a generated request contains, which no server has had a hand in yet."""
    return _roll(case.operation.label, case.query, case.body, dict(case.headers or {}))


def _roll(*shown: Any) -> int:
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

    stock: Stock

    def renew(self) -> None:
        """Go on in a project that nothing has happened in yet."""
        self.stock = Stock.at_a_fresh_project(self.stock.jwt_client, self.stock.control, self.stock.settings)

    @property
    def stand_ins(self) -> Mapping[str, str]:
        """What to show in place of ids that are gone afterwards: those of the project every mock has."""
        clients = self.stock.clients
        ids = (clients.public, clients.confidential, clients.server)
        return {
            self.stock.jwt_client.project_id: MOCK_PROJECT_ID,
            **{str(mine): str(there) for mine, there in zip(ids, MOCK_CLIENT_IDS, strict=True)},
        }

    def settle(self, case: Any) -> None:
        """Let a request name the suite's project, and a registered address where it names a valid one."""
        roll = dice(case)
        # The description's example names a project that every mock has, with waits that are not the suite's.
        project_id = NO_PROJECT if roll < UNKNOWN_PROJECT else self.stock.jwt_client.project_id
        for container, name in ((case.query, "projectId"), (case.path_parameters, "project_id")):
            if _is_uuid((container or {}).get(name)):
                container[name] = project_id
        if roll < UNKNOWN_PROJECT:
            return
        for container, part in ((case.query, "query"), (case.body, "body")):
            if isinstance(container, dict) and _valid(case, part):
                self._name_client(container)
                if roll % 4:
                    _name_page(container)

    def _name_client(self, container: dict[str, Any]) -> None:
        given = container.get("client_id")
        if given is not None:
            public = self.stock.clients.public
            container["client_id"] = str(public) if isinstance(given, str) else public

    def revive(self, case: Any) -> Mapping[str, str] | None:
        """Make some requests live in every part: they have to succeed.

        Returns the headers to send with a revived request, None for a request left as it was.
        """
        fill = FILLERS.get(case.operation.definition.raw["operationId"])
        if fill is None or whole_dice(case) >= ALL_LIVE or not self._may_revive(case):
            return None
        if isinstance(case.query, dict):
            if "projectId" in case.query:
                case.query["projectId"] = self.stock.jwt_client.project_id
            self._name_client(case.query)
            _name_page(case.query)
        if isinstance(case.body, dict):
            case.body = dict(case.body)
            _name_page(case.body)
        return fill(case, self.stock)

    def complete(self, case: Any) -> Mapping[str, str]:
        """Give a linked request what its link cannot carry: the code of its message, or a user's token."""
        operation_id = case.operation.definition.raw["operationId"]
        body = case.body if isinstance(case.body, dict) else {}
        if dice(case) >= CODE_FOUND:
            return NOTHING
        # What was made wrong on purpose stays wrong.
        sound = _valid(case, "body")
        if "-complete-auth-by" in operation_id and sound:
            self._read_code(body)
        elif operation_id == "get-confirmation-code":
            self._open_link(case.query)
        elif operation_id in ("get-ask-fields", "oauth2-check-consent"):
            return bearer(case, self.stock)
        elif operation_id in ("validate-jwt", "update-token") and "token" in body and sound:
            body["token"] = self.stock.token()
        elif operation_id.endswith("-for-event"):
            return observer(case, self.stock)
        return NOTHING

    def _open_link(self, query: dict[str, Any]) -> None:
        for message in self.stock.sent(query.get("operation_id")):
            if message.link:
                self.stock.jwt_client.open(message.link)

    def _read_code(self, body: dict[str, Any]) -> None:
        for message in self.stock.sent(body.get("operation_id")):
            if message.code:
                body["code"] = message.code

    def _may_revive(self, case: Any) -> bool:
        return case.meta is not None and case.meta.generation.mode.is_positive and is_readable(case)


def _name_page(container: dict[str, Any]) -> None:
    for name in PAGES:
        if isinstance(container.get(name), str):
            container[name] = CALLBACK


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

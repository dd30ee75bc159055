"""Puts live values into generated requests, so that they reach what lies behind the first refusal."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from attrs import define

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.generated.good_requests import fill, find_code, schemes_of, secure, takes_user_token
from login_contract.suite.generated.input_limits import is_readable
from login_contract.suite.generated.live_inputs import PROJECTS, name_client, name_pages
from login_contract.suite.generated.live_stock import Stock
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


def percentile(case: Any) -> int:
    """Return 0…99 from what a request contains: the same request always falls the same way.

    Values that the server makes are left out, because they differ from run to run.
    """
    return _percentile(case.operation.label, _without_ids(case.query), _without_ids(case.body))


def percentile_of_all(case: Any) -> int:
    """Return 0…99 from all that a generated request contains, which no server has had a hand in yet."""
    return _percentile(
        case.operation.label, case.path_parameters, case.query, case.body, dict(case.headers or {})
    )


def _percentile(*shown: Any) -> int:
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
    _walker: Stock | None = None

    def renew(self) -> None:
        """Go on in a project that nothing has happened in yet."""
        self.stock, self._walker = self.stock.renewed(), None

    @property
    def walker(self) -> Stock:
        """The stock of the one user who makes the calls that links lead to, as long as the token is good."""
        if self._walker is None or not self._walker.is_signed_in():
            self._walker = self.stock.of_one_user()
        return self._walker

    @property
    def stand_ins(self) -> Mapping[str, str]:
        """What to show in place of ids that are gone afterwards: those of the project every mock has."""
        clients = self.stock.clients
        ids = (clients.public, clients.confidential, clients.server)
        return {
            self.stock.jwt_client.project_id: MOCK_PROJECT_ID,
            **{str(mine): str(there) for mine, there in zip(ids, MOCK_CLIENT_IDS, strict=True)},
        }

    def name_project(self, case: Any) -> None:
        """Let a request name the suite's project, and a registered address where it names a valid one."""
        share = percentile(case)
        # The description's example names a project that every mock has, with waits that are not the suite's.
        project_id = NO_PROJECT if share < UNKNOWN_PROJECT else self.stock.jwt_client.project_id
        for container in (case.query, case.path_parameters):
            for name in PROJECTS:
                if _is_uuid((container or {}).get(name)):
                    container[name] = project_id
        if share < UNKNOWN_PROJECT:
            return
        for container, part in ((case.query, "query"), (case.body, "body")):
            if isinstance(container, dict) and _valid(case, part):
                name_client(container, self.stock)
                if share % 4:
                    name_pages(container)

    def fill(self, case: Any) -> Mapping[str, str] | None:
        """Make some requests live in every part: they have to succeed.

        Returns the headers to send with such a request, None for a request left as it was.
        """
        well_formed = case.meta is not None and case.meta.generation.mode.is_positive and is_readable(case)
        if not well_formed or percentile_of_all(case) >= ALL_LIVE:
            return None
        return fill(_operation(case), case, self.stock)

    def complete(self, case: Any) -> Mapping[str, str]:
        """Give a linked request what its link cannot carry: the code of its message, or a token."""
        if percentile(case) >= CODE_FOUND:
            return {}
        operation = _operation(case)
        if operation.operation_id == "get-confirmation-code":
            self._open_link(case.query)
        # What was made wrong on purpose stays wrong.
        elif _valid(case, "body"):
            find_code(case, self.stock)
            if isinstance(case.body, dict) and "token" in case.body and takes_user_token(operation):
                case.body["token"] = self.stock.token()
        # Links follow each other outside of a browser, with no cookie that could sign anybody in.
        if "SsoCookie" in schemes_of(operation):
            return {}
        return secure(operation, case, self.walker if operation.user_token else self.stock)

    def _open_link(self, query: dict[str, Any]) -> None:
        for message in self.stock.sent(query.get("operation_id")):
            if message.link:
                self.stock.jwt_client.open(message.link)


def _operation(case: Any) -> Operation:
    return described().by_label[case.operation.label]


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

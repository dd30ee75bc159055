"""What the target's own project does, found out once for a run: tests fit in where they cannot configure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import define, field

from login_contract.suite.actors.habits import Habits
from login_contract.suite.actors.jwt_client import CALLBACK, JwtClient, query_of
from login_contract.suite.actors.lacking import NO_CONFIGURING, SEVERAL_CALLBACKS, lacks
from login_contract.suite.actors.user_token import header
from login_contract.suite.judging.refusals import AMBIGUOUS_ADDRESS, REGISTRATION_NOT_ALLOWED
from login_contract.suite.target import Capabilities

PAGE = "http://localhost:3000"
# The setting ``allowed_origins`` that every project of the mock has at first.
LOCALHOST = ("http://localhost:*", "http://127.0.0.1:*")


@define(slots=False)
class OwnProject:
    """The project that the settings name, as one run finds it; ``scout`` speaks to it unjudged."""

    scout: JwtClient = field(repr=False)
    _habits: Habits | None = None

    @cached_property
    def knows_localhost(self) -> bool:
        """Whether pages on localhost may read answers."""
        answer = self.scout.call("get-ask-fields", headers={"Origin": PAGE})
        return answer.headers.get("access-control-allow-origin") in (PAGE, "*")

    @property
    def habits(self) -> Habits:
        """What the project does; the first to ask has an account made, which needs leave to write."""
        if self._habits is None:
            self._habits = explored(self.scout)
        return self._habits

    def wants(self, **settings: Any) -> None:
        """End the test unless the project is already as a test would have configured it."""
        if "confirmation_required" in settings:
            self.wants_usual_accounts()
        for name, value in settings.items():
            reason = self._unlike(name, value)
            if reason is not None:
                lacks(reason)

    def wants_accounts(self) -> None:
        """End the test unless somebody can get an account that works."""
        if self.habits.trouble is not None:
            lacks(self.habits.trouble)

    def wants_usual_accounts(self) -> None:
        """End the test where an account is no use because of how the project is set up, not of a fault."""
        if not self.habits.fault:
            self.wants_accounts()

    def _unlike(self, name: str, value: Any) -> str | None:
        if name == "callback_urls" and list(value) == [CALLBACK]:
            return None
        if name == "allowed_origins" and value == LOCALHOST:
            return None if self.knows_localhost else "pages on localhost may not read the project's answers"
        if name == "confirmation_required" and self.habits.confirms is not None:
            does = "asks" if self.habits.confirms else "does not ask"
            return None if self.habits.confirms is value else f"the project {does} for confirmation"
        if name == "algorithm" and self.habits.algorithm is not None:
            known = self.habits.algorithm
            return None if known == value else f"the project signs with {known}"
        return NO_CONFIGURING


def explored(scout: JwtClient) -> Habits:
    """Make an account, log in, and return what was met."""
    answer = scout.register(username="scout", email="scout@example.com")
    if answer.status_code not in (200, 204):
        told = _told(answer)
        if AMBIGUOUS_ADDRESS.code in told and scout.login_url is None:
            return Habits(trouble=SEVERAL_CALLBACKS)
        closed = REGISTRATION_NOT_ALLOWED.code in told
        return Habits(trouble=f"nobody can register at the project: {told}", fault=not closed)
    confirms = answer.status_code == 204
    if confirms and scout.mailbox is None:
        return Habits(
            confirms=True,
            trouble=f"the project asks for confirmation, and {Capabilities.REASONS['read_codes']}",
        )
    if confirms:
        opened = scout.open(scout.message("scout@example.com").link)
        if not opened.is_redirect:
            return Habits(
                confirms=True, trouble=f"a mailed link confirms nobody: {_told(opened)}", fault=True
            )
    return _logged_in(scout, confirms=confirms)


def _logged_in(scout: JwtClient, *, confirms: bool) -> Habits:
    scout.http.cookies.clear()
    answer = scout.login("scout")
    met: dict[str, Any] = {
        "confirms": confirms,
        "cookies": tuple(scout.http.cookies),
    }
    scout.http.cookies.clear()
    if answer.status_code != 200:
        return Habits(**met, trouble=f"a fresh account cannot log in: {_told(answer)}", fault=True)
    told = answer.json()
    leads = query_of(str(told.get("login_url", "")))
    wanted = wanted_after(answer)
    if wanted is not None:
        return Habits(**met, trouble=wanted)
    if "token" not in leads:
        return Habits(**met, trouble="a login at the project gives no token", fault=True)
    return Habits(**met, algorithm=str(header(leads["token"]).get("alg")))


def wanted_after(login: Any) -> str | None:
    """Say what the project wants after the right password before it gives a full token; None for nothing."""
    told = login.json() if login.status_code == 200 else {}
    if "challenge_id" in query_of(str(told.get("login_url", ""))):
        return "the project wants a second factor"
    return "the project asks for fields after a login" if told.get("ask_fields") else None


def _told(answer: Any) -> str:
    try:
        error: Mapping[str, Any] = answer.json()["error"]
        return f"{answer.status_code} {error['code']}"
    except (ValueError, KeyError, TypeError, AttributeError):
        return str(answer.status_code)

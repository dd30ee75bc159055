"""Defects of the page that asks for fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.ask_fields import AskField
from login_contract.mock.flows import ask_fields as asking
from login_contract.mock.flows import ask_stops
from login_contract.mock.flows.ask_stops import AskStop, AskStops
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.sign_ins import SignIns
from login_contract.mock.hosted import ask_answers
from login_contract.mock.store import sessions, tickets
from login_contract.mock.store.database import Transaction


def no_page_asks(patch: pytest.MonkeyPatch) -> None:
    async def stop(self: AskStops, grant: Grant, **options: Any) -> None:
        return None

    patch.setattr(AskStops, "stop", stop)


def required_field_may_be_skipped(patch: pytest.MonkeyPatch) -> None:
    """Offer the way past the page to whoever sends it, and ask nothing twice."""
    patch.setattr(AskStop, "may_skip", property(lambda self: True))
    patch.setattr(ask_stops, "_asked", _not_shown_before)


def _not_shown_before(missing: Sequence[AskField], passed: Sequence[str]) -> list[AskField]:
    return [each for each in missing if each["name"] not in passed]


def blank_answer_taken(patch: pytest.MonkeyPatch) -> None:
    sound = ask_answers.filled

    def filled(*given: Any) -> ask_answers.Input:
        found = sound(*given)
        return evolve(found, problems=[each for each in found.problems if each.name != "required"])

    patch.setattr(ask_answers, "filled", filled)
    patch.setattr(ask_stops, "_asked", _not_shown_before)


def contact_attached_before_its_code(patch: pytest.MonkeyPatch) -> None:
    """Store what was typed at once, and send the code all the same."""
    sound = asking.AskFields.take

    def take(
        self: asking.AskFields, tx: Transaction, project: Any, user: Any, *given: Any, **options: Any
    ) -> Any:
        outcome = sound(self, tx, project, user, *given, **options)
        if isinstance(outcome, asking.Pending):
            asking._store(tx, user, {outcome.name: given[1][outcome.name]})
        return outcome

    patch.setattr(asking.AskFields, "take", take)


def answers_taken_again(patch: pytest.MonkeyPatch) -> None:
    """Look at a ticket instead of using it up."""

    def spend(tx: Transaction, secret: str, purpose: str, work: Callable[[], Any]) -> Any:
        return work() if tickets.find(tx, secret, purpose) is not None else None

    patch.setattr(tickets, "spend", spend)


def stopped_login_outlives_its_session(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SignIns, "check", lambda self, tx, sign_in: None)
    patch.setattr(sessions, "goes_on", lambda tx, jti: True)


def stopped_login_ends_with_its_token(patch: pytest.MonkeyPatch) -> None:
    sound = AskStops._find

    def find(self: AskStops, tx: Transaction, ticket: str) -> AskStop | None:
        stop = sound(self, tx, ticket)
        session = sessions.find(tx, stop.sign_in.session or "") if stop is not None else None
        return stop if session is not None and session.expires_at > tx.now else None

    patch.setattr(AskStops, "_find", find)


def code_for_who_lacks_a_field(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_fields, "needs_answers", lambda missing: False)


def rules_not_judged_on_the_page(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_fields, "rules", lambda asked: [])


def age_not_judged_on_the_page(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_answers, "is_old_enough", lambda *given: True)


def secrets_shown_again(patch: pytest.MonkeyPatch) -> None:
    sound = ask_answers.filled
    patch.setattr(
        ask_answers,
        "filled",
        lambda *given: evolve(found, kind="str") if (found := sound(*given)).kind == "pass" else found,
    )


def signed_in_users_not_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Logins, "interrupted", lambda *given: None)


def link_of_an_ask_leads_into_the_login(patch: pytest.MonkeyPatch) -> None:
    """End the link of a message on the page that waits for it."""
    sound = AskStops._dispatch

    def dispatch(self: AskStops, stop: AskStop, *given: Any) -> Any:
        page = f"{self._origin}{ask_stops.PAGE}?ticket={stop.sign_in.ticket}"
        return evolve(sound(self, stop, *given), link_url=page)

    patch.setattr(AskStops, "_dispatch", dispatch)

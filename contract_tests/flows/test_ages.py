"""The check of an age: the country's rule, to the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.judging.refusals import INVALID_VALUE, UNKNOWN_PROJECT

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]


def accepted(jwt_client: JwtClient, born: date | str) -> bool:
    body = {"project_id": jwt_client.project_id, "dob": str(born)}
    answer = jwt_client.call("check-users-age", body=body)
    assert answer.status_code == 200, answer.text
    verdict: bool = answer.json()["accepted"]
    return verdict


def today(control: Control) -> date:
    now: float = control.request("GET", "/_mock/clock")["now"]
    return datetime.fromtimestamp(now, UTC).date()


def years_before(day: date, years: int) -> date:
    """The same day so many years before; the 28th for the 29th of February, which is older than enough."""
    return date(day.year - years, day.month, min(day.day, 28) if day.month == 2 else day.day)


@law("Who has the required age today is accepted, who has it tomorrow is not")
@pytest.mark.parametrize(
    ("settings", "years"),
    [
        ({}, 13),
        ({"geo_country": "DE"}, 16),
        ({"geo_country": "KR"}, 14),
        ({"geo_country": "DE", "required_ages": {"DE": 18}}, 18),
        ({"geo_country": "DE", "required_ages": {"FR": 18}, "required_age": 21}, 21),
        ({"required_age": 0}, 0),
    ],
)
def test_age_is_checked_to_the_day(
    make_jwt_client: MakeJwtClient, control: Control, settings: dict[str, object], years: int
) -> None:
    jwt_client = make_jwt_client(**settings)
    day = today(control)
    born = years_before(day, years)

    verdicts = [accepted(jwt_client, born + timedelta(days)) for days in (-366, 0, 1)]

    # Where midnight came meanwhile, the third one has had a birthday.
    assert verdicts == [True, True, today(control) != day]
    assert accepted(jwt_client, "9999-12-31") is False


@law("The clock makes everybody older")
def test_age_comes_with_time(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(required_age=1)
    born = years_before(today(control), 1) + timedelta(2)
    assert not accepted(jwt_client, born)

    control.advance(2 * 86400)

    assert accepted(jwt_client, born)


@law("A day that no calendar has is refused, and so is an unknown project")
def test_wrong_question_is_refused(jwt_client: JwtClient) -> None:
    for dob in ("2001-02-29", "0000-01-01", "15.05.1990", "1990-05-15T00:00:00Z", ""):
        body = {"project_id": jwt_client.project_id, "dob": dob}
        assert refusal(jwt_client.call("check-users-age", body=body)) == INVALID_VALUE, dob
    body = {"project_id": str(uuid4()), "dob": "1990-05-15"}
    assert refusal(jwt_client.call("check-users-age", body=body)) == UNKNOWN_PROJECT

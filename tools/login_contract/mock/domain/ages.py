"""Whether somebody is as old as their country wants."""

from __future__ import annotations

from datetime import UTC, date, datetime

from login_contract.mock.settings.project import Project


def is_old_enough(project: Project, born: date, now: float) -> bool:
    """Say whether who was born on a day has the age that the country of the project's callers requires.

    Birthdays begin at midnight UTC; that of the 29th of February is the 1st of March in other years.
    """
    required: int = project["required_ages"].get(project["geo_country"], project["required_age"])
    today = datetime.fromtimestamp(now, UTC).date()
    return (today.year - required, today.month, today.day) >= (born.year, born.month, born.day)

"""A kept project between its settings file and what was changed at run time: setting by setting.

A setting that changed in the file since the last start is applied. One that only a control call changed is
kept, as users, keys and messages are, and the start says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from login_contract.mock.settings.project import project_settings
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.store.projects import KeptProject

_NOT_THERE = object()


@frozen(kw_only=True)
class Standing:
    """What a project's settings are from this start on.

    ``held`` is the project as the database has it, None for a new one. ``applied`` names the settings that
    the file changes there, ``kept`` those that are not as the file says, being changed at run time.
    ``seeds`` are the users as the file named them at the last start, None when it names the same ones now.
    """

    settings: Mapping[str, Any] = field(repr=False)
    held: KeptProject | None = field(default=None, repr=False)
    seeds: Sequence[Mapping[str, Any]] | None = field(default=None, repr=False)
    applied: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def project_id(self) -> str:
        """The project."""
        return str(self.settings["project_id"])


def standing(settings: Mapping[str, Any], held: KeptProject | None) -> Standing:
    """Compare what the file says now with what it said at the last start and with the database."""
    if held is None:
        return Standing(settings=settings)
    before = held.configured or {}
    changed = {name: value for name, value in settings.items() if before.get(name, _NOT_THERE) != value}
    joined = _joined({**held.settings, **changed}, settings)
    return Standing(
        settings=joined,
        held=held,
        seeds=before.get("users", ()) if "users" in changed else None,
        applied=_differing(joined, held.settings),
        kept=tuple(name for name in _differing(settings, joined) if not _differs_anyway(name, settings)),
    )


def _differs_anyway(name: str, settings: Mapping[str, Any]) -> bool:
    # Users go their own way from the start on, and a secret that the file leaves out is made.
    return name == "users" or (name == "hs256_secret" and settings[name] is None)


def _joined(joined: Mapping[str, Any], settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return settings of both origins, or those of the file alone where the two do not go together."""
    try:
        return project_settings().complete(joined)
    except SettingsError:
        return settings


def _differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(name for name in one if one[name] != other.get(name, _NOT_THERE)))

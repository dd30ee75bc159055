"""The addresses that the project under test has registered: those of every mock, unless settings say else."""

from __future__ import annotations

from login_contract.errors import UsageError
from login_contract.suite.settings import TargetSettings, read_settings

MOCK_CALLBACK = "https://example.com/callback"


def _settings() -> TargetSettings:
    try:
        return read_settings()
    except UsageError:
        # Whoever starts a run is told; importing this module alone is no run.
        return TargetSettings()


_SETTINGS = _settings()
# Read once for a process, because tests are made from them before any of them runs.
CALLBACK = _SETTINGS.login_url or MOCK_CALLBACK
REDIRECT_URI = _SETTINGS.redirect_uri or CALLBACK

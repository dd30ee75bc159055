"""How a test ends that met something which the target does not have: skipped, with the reason."""

from __future__ import annotations

from typing import NoReturn

NO_CONFIGURING = "the target's projects cannot be configured (no control interface)"
NO_READING = "what the target holds cannot be read (no control interface)"
SEVERAL_CALLBACKS = "the project has several Callback URLs; set login_url"
NO_CLIENT = "no OAuth 2.0 client of the project is known; set client_id"


def lacks(reason: str) -> NoReturn:
    """End the running test: what it goes on to do needs something that the target lacks."""
    import pytest

    __tracebackhide__ = True
    pytest.skip(reason)

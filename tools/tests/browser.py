"""The Chromium of this machine, for tests that need a real browser."""

from __future__ import annotations

import os
import shutil

# The shell is the same engine without a window around it: it starts, and opens tabs, twice as fast.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# A container has neither the privileges of the sandbox nor a large /dev/shm, and a test wants no traffic
# that it did not cause.
LAUNCH_ARGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
)
NOT_FOUND = f"no browser: CHROMIUM_PATH names none, and neither {', '.join(NAMES)} is on the PATH"


def find_chromium() -> str | None:
    """Return the path of Chromium: that in ``CHROMIUM_PATH`` if set, else the first one on the PATH."""
    given = os.environ.get("CHROMIUM_PATH")
    if given:
        return shutil.which(given)
    return next((found for name in NAMES if (found := shutil.which(name))), None)

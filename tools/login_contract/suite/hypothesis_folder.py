"""Where the suite keeps what is slow to compute: beside other temporary files, never beside itself."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

HYPOTHESIS = "HYPOTHESIS_STORAGE_DIRECTORY"


def folder() -> Path:
    """Return a folder of this user's that outlives a run; it may be deleted at any time."""
    owner = os.getuid() if hasattr(os, "getuid") else "me"
    return Path(tempfile.gettempdir(), f"login-contract-{owner}")

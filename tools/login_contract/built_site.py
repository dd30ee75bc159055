"""Where the documentation is put by `docs build`, and found by the mock."""

from __future__ import annotations

from pathlib import Path

from login_contract import __version__


def folder() -> Path:
    """Return the folder of this version's site, which need not be there."""
    from login_contract import npm

    return npm.cache_folder().with_name(f"docs-{__version__}")

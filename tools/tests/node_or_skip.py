"""What needs Node or packages of npm is skipped where they are missing."""

from __future__ import annotations

from types import TracebackType

import pytest

from login_contract.npm import NodeUnavailableError


class NodeOrSkip:
    """Skips a test, with the reason, where something within cannot get Node or its packages.

    With `LOGIN_CONTRACT_NO_SKIPS=1` that is a failure, like every skip.
    """

    def __enter__(self) -> None:
        """Begin what may find no Node."""

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None
    ) -> None:
        """Raise the skip instead of the error that there is no Node."""
        if isinstance(error, NodeUnavailableError):
            pytest.skip(str(error))

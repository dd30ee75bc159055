"""Without Node a test is skipped, and says why; any other error is told as it is."""

from __future__ import annotations

import pytest

from login_contract.npm import NodeUnavailableError
from tests.node_or_skip import NodeOrSkip


def test_missing_node_skips_with_its_reason() -> None:
    with pytest.raises(pytest.skip.Exception, match="Node is missing"), NodeOrSkip():
        raise NodeUnavailableError("Node is missing")


def test_another_error_is_none_of_its_business() -> None:
    with pytest.raises(ValueError, match="else"), NodeOrSkip():
        raise ValueError("something else")

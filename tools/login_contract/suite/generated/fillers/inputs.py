"""What is filled: the inputs of a request, by what fills them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from login_contract.suite.generated.live_stock import Stock


class Inputs(Protocol):
    """What a request says, be it generated or made of examples."""

    path_parameters: dict[str, Any]
    query: dict[str, Any]
    cookies: dict[str, Any]
    body: Any


Filler = Callable[[Inputs, Stock], None]

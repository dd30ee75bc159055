"""A page in one state: what it is called, and how a tab gets there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

THUMB = 40  # CSS pixels, of what is pressed on a phone


@frozen(kw_only=True)
class Scene:
    """One state of a page in one language.

    ``page`` is the group that it is asked for by, ``state`` tells it from the others of that page. ``open``
    leads a tab there. Nothing that is pressed is lower than ``target_height``, and what ``scrolling`` (CSS
    selectors) names is meant to scroll. ``waived`` names rules of axe that do not apply, and says why.
    """

    page: str
    state: str
    open: Callable[[Any], None]
    target_height: int = THUMB
    scrolling: tuple[str, ...] = ()
    waived: Mapping[str, str] = field(factory=dict)

    @property
    def name(self) -> str:
        """The name in tables and files."""
        return f"{self.page}, {self.state}"

"""A page in one state: what it is called, and how a tab gets there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from attrs import field, frozen

from login_contract.mock.messages.languages import available

THUMB = 40  # CSS pixels, of what is pressed on a phone

ALL = available()
Share = Literal["axe and layout", "layout", "nothing"]


@frozen(kw_only=True)
class Scene:
    """One state of a page.

    ``page`` is the group that it is asked for by, ``state`` tells it from the others of that page. ``open``
    leads a tab there, in the language of a tag. Nothing that is pressed is lower than ``target_height``, and
    what ``scrolling`` (CSS selectors) names is meant to scroll. ``waived`` names rules of axe that do not
    apply, and says why; ``spoken`` are the tags of the languages that the page is in. ``share`` is
    what ordinary tests judge of it: a state of which others show all is left to the whole matrix.
    """

    page: str
    state: str
    open: Callable[[Any, str], None]
    target_height: int = THUMB
    scrolling: tuple[str, ...] = ()
    waived: Mapping[str, str] = field(factory=dict)
    spoken: Sequence[str] = ALL
    share: Share = "axe and layout"

    @property
    def name(self) -> str:
        """The name in tables and files."""
        return f"{self.page}, {self.state}"

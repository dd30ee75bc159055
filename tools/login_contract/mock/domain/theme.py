"""What the pages of a project look like: its colours, made readable, its corners and its logo."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from login_contract.mock.domain.colours import Colour, on, readable
from login_contract.mock.settings.project import Project

# Colours of the stylesheet: its accents, and what it puts them on.
LIGHT_ACCENT, DARK_ACCENT = "#3d4be0", "#9aa5ff"
LIGHT_GROUNDS = (Colour.of("#f3f4f8"), Colour.of("#ffffff"))
DARK_GROUNDS = (Colour.of("#12141a"), Colour.of("#1b1e27"))
# The share of the accent in a tinted card.
TINT = 0.1


@frozen
class Colours:
    """The accent of light or dark pages and the colour of texts on it, as ``#rrggbb``."""

    accent: str
    on_accent: str


@frozen(kw_only=True)
class Theme:
    """What a page of a project looks like; ``radius`` is in CSS pixels, ``logo`` a ``data:`` URL."""

    project_name: str
    logo: str | None
    light: Colours
    dark: Colours
    radius: int


def theme_of(project: Project) -> Theme:
    """Return the theme of a project, with colours that can be read as texts and be written on."""
    wanted = project["theme"]
    light = wanted["accent"] or LIGHT_ACCENT
    return Theme(
        project_name=project.name,
        logo=wanted["logo"],
        light=colours_of(light, dark=False),
        dark=colours_of(wanted["dark_accent"] or wanted["accent"] or DARK_ACCENT, dark=True),
        radius=wanted["radius"],
    )


def grounds(accent: Colour, *, dark: bool) -> tuple[Colour, ...]:
    """Return what an accent stands on as a text: the page, a card, and a card tinted with it."""
    page, card = DARK_GROUNDS if dark else LIGHT_GROUNDS
    return page, card, accent.mixed(card, TINT)


@lru_cache(maxsize=256)
def colours_of(wanted: str, *, dark: bool) -> Colours:
    """Return the colours of light or dark pages for the accent that is wanted, ``#rgb`` or ``#rrggbb``."""
    accent = readable(
        Colour.of(wanted), lambda colour: grounds(colour, dark=dark), lightness=1.0 if dark else 0.0
    )
    return Colours(str(accent), str(on(accent)))

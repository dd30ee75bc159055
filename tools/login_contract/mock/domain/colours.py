"""Colours, and what makes one readable on others: the contrast of WCAG 2."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable
from typing import Self

from attrs import frozen

# What text of any size needs (level AA).
READABLE = 4.5
# Fine enough that nobody sees one step.
STEPS = 200
SHORT = 4


@frozen
class Colour:
    """A colour of sRGB; every part is between 0 and 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def of(cls, text: str) -> Self:
        """Read ``#rgb`` or ``#rrggbb``."""
        digits = "".join(digit * 2 for digit in text[1:]) if len(text) == SHORT else text[1:]
        return cls(*(part / 255 for part in bytes.fromhex(digits)))

    def __str__(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in self._parts()))

    def contrast(self, other: Colour) -> float:
        """Return the contrast to another colour, from 1 to 21."""
        darker, lighter = sorted((self._luminance(), other._luminance()))
        return (lighter + 0.05) / (darker + 0.05)

    def mixed(self, other: Colour, share: float) -> Colour:
        """Return another colour with a ``share`` of this one in it, as CSS mixes them in sRGB."""
        pairs = zip(self._parts(), other._parts(), strict=True)
        return Colour(*(own * share + its * (1 - share) for own, its in pairs))

    def towards(self, lightness: float, share: float) -> Colour:
        """Return the colour on its way to black (0) or white (1), in its own hue, as a screen shows it."""
        hue, own, saturation = colorsys.rgb_to_hls(*self._parts())
        moved = colorsys.hls_to_rgb(hue, own + (lightness - own) * share, saturation)
        return Colour.of(str(Colour(*moved)))

    def _parts(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue

    def _luminance(self) -> float:
        red, green, blue = (_linear(part) for part in self._parts())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLACK, WHITE = Colour(0, 0, 0), Colour(1, 1, 1)


def readable(wanted: Colour, grounds: Callable[[Colour], Iterable[Colour]], *, lightness: float) -> Colour:
    """Return the first colour on the way to black (0) or white (1) that can be read on all its grounds.

    ``grounds`` gives them for a colour, since some are made from it. The last colour of the way has to be
    readable.
    """
    steps = (wanted if not step else wanted.towards(lightness, step / STEPS) for step in range(STEPS + 1))
    return next(
        colour for colour in steps if all(colour.contrast(each) >= READABLE for each in grounds(colour))
    )


def on(colour: Colour) -> Colour:
    """Return the colour for texts on another one: of black and white the one that stands out more."""
    return max(WHITE, BLACK, key=colour.contrast)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

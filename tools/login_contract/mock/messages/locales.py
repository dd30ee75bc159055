"""Which of the languages that have texts comes closest to what a client asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from login_contract.mock.messages.languages import available

DEFAULT = "en_XX"
# One language, several tags: the SDK says cz and cn where standards say cs and zh [sdk-js]; iw is what
# old Java and Android still send for he.
LANGUAGES = {"cz": "cs", "iw": "he", "cn": "zh", "tw": "zh_tw"}
# Chinese is written in two ways, so that the language alone does not lead to readable texts.
TRADITIONAL = frozenset({"zh_hant", "zh_hk", "zh_mo"})


def resolve_locale(wanted: str | None) -> str:
    """Return the tag of the texts for any ``locale``: the exact one, else its language, else English."""
    return nearest(wanted, available())


def nearest(wanted: str | None, tags: Collection[str]) -> str:
    """Return the tag among ``tags`` that comes closest to ``wanted``, English when none does.

    Letter case, ``-`` for ``_``, an encoding (``de_DE.UTF-8``) and other decoration do not matter.
    """
    if not wanted:
        return DEFAULT
    index = _index(tuple(tags))
    parts = [LANGUAGES.get(part, part) for part in _parts(wanted)[:1]] + _parts(wanted)[1:3]
    for length in range(len(parts), 0, -1):
        spelling = "_".join(parts[:length])
        found = index.get("zh_tw" if spelling in TRADITIONAL else spelling)
        if found is not None:
            return found
    return DEFAULT


def _parts(tag: str) -> list[str]:
    # A locale has a handful of letters; looking no further keeps a hostile one cheap.
    return re.findall("[a-z0-9]+", tag[:40].partition(".")[0].lower())


@lru_cache(maxsize=256)
def _index(tags: tuple[str, ...]) -> Mapping[str, str]:
    """Map every spelling that leads to a tag: the tag itself, and its language alone."""
    index: dict[str, str] = {}
    for tag in sorted(tags):
        language, *rest = _parts(tag)
        language = LANGUAGES.get(language, language)
        index["_".join([language, *rest])] = tag
        index.setdefault(language, tag)
    return index

"""The language files: found, read once when first needed, and refused when a text is not whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from attrs import frozen

from login_contract.mock.messages.durations import PLURALS, count
from login_contract.mock.messages.forms import required_texts

FOLDER = Path(__file__).parent / "texts"
DIRECTIONS = ("ltr", "rtl")


class LanguageFileError(Exception):
    """A language file lacks a text or a placeholder, or has one too many: file, text and reason."""


@frozen(kw_only=True)
class Language:
    """The texts of one language.

    ``code`` and ``direction`` (``ltr`` or ``rtl``) are what HTML calls ``lang`` and ``dir``; ``texts``
    are named ``section.text``; ``plural`` names the rule that ``duration.<unit>.<form>`` follows.
    """

    tag: str
    code: str
    direction: str
    plural: str
    texts: Mapping[str, str]

    def duration(self, minutes: int) -> str:
        """Return how long ``minutes`` are, in words, in the largest unit that divides them."""
        unit, number = count(minutes)
        form = PLURALS[self.plural].choose(number)
        return self.texts[f"duration.{unit}.{form}"].format(n=number)


@cache
def available() -> tuple[str, ...]:
    """Return the tags of the languages that have a file, sorted."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def language(tag: str) -> Language:
    """Return the language of an available tag; the file is read once."""
    return read(FOLDER / f"{tag}.toml")


def read(path: Path) -> Language:
    """Read a language file; its name is the tag.

    Raises:
        LanguageFileError: a text or placeholder is missing, unknown or malformed.
    """
    import tomllib

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise LanguageFileError(f"{path.name}: not valid TOML: {problem}") from problem
    try:
        head = {name: document.pop(name, None) for name in ("language", "direction", "plural")}
        _check_head(head)
        texts = dict(_flat(document))
        _check_texts(texts, _owed(head["plural"]))
    except LanguageFileError as problem:
        raise LanguageFileError(f"{path.name}: {problem}") from None
    return Language(
        tag=path.stem, code=head["language"], direction=head["direction"], plural=head["plural"], texts=texts
    )


def placeholders(text: str) -> frozenset[str]:
    """Return the names in a text's ``{placeholders}``.

    Raises:
        LanguageFileError: a brace is unmatched, or a placeholder is more than a plain name.
    """
    try:
        fields = [(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None]
    except ValueError as problem:
        raise LanguageFileError(f"{text!r}: {problem}") from None
    for name, spec, how in fields:
        if spec or how or not name.isidentifier():
            raise LanguageFileError(f"{text!r}: {{{name}}} must be a plain name")
    return frozenset(name for name, _, _ in fields)


def _check_head(head: Mapping[str, Any]) -> None:
    for name, value in head.items():
        if not isinstance(value, str):
            raise LanguageFileError(f"{name} is missing")
    for name, known in (("direction", DIRECTIONS), ("plural", tuple(PLURALS))):
        if head[name] not in known:
            raise LanguageFileError(f"{name} is {head[name]!r}, not one of {', '.join(known)}")


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, str) and value.strip():
            yield f"{prefix}{name}", value
        else:
            raise LanguageFileError(f"{prefix}{name} must be a text that is not empty")


def _owed(plural: str) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return what placeholders each text must have, and which it may have.

    A text with a number is one for each plural form; that for a single number may leave the number out.
    """
    rule, owed = PLURALS[plural], {}
    for name, holds in required_texts().items():
        if "n" not in holds:
            owed[name] = (holds, holds)
            continue
        for form in rule.forms:
            owed[f"{name}.{form}"] = (holds - {"n"} if rule.is_exact(form) else holds, holds)
    return owed


def _check_texts(texts: Mapping[str, str], owed: Mapping[str, tuple[frozenset[str], frozenset[str]]]) -> None:
    for name in sorted(owed.keys() ^ texts.keys()):
        raise LanguageFileError(f"{name} is {'missing' if name in owed else 'not a known text'}")
    for name, text in texts.items():
        found, (required, allowed) = placeholders(text), owed[name]
        for placeholder in sorted(required - found):
            raise LanguageFileError(f"{name} lacks {{{placeholder}}}")
        for placeholder in sorted(found - allowed):
            raise LanguageFileError(f"{name} cannot use {{{placeholder}}}")

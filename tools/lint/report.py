"""What all judges say of the description, beside what is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract import resources
from login_contract.description.references import Pointer
from login_contract.document.bundle import Bundle, bundle
from login_contract.document.loader import load
from login_contract.document.problem import Problem

from . import ibm, sentence_case
from .accepted import Accepted, read, sift
from .finding import Finding
from .judge import judge
from .prose import words

CHECKOUT = resources.checkout()
FOLDER = CHECKOUT / "openapi" / "lint"


@frozen
class Report:
    """What was found, what of it is left, and what of the lists nothing needs or fits."""

    found: tuple[Finding, ...]
    left: tuple[Problem, ...]
    idle: tuple[str, ...]


def report() -> Report:
    """Judges the description of the checkout, and the headings of its overlays."""
    made = bundle(CHECKOUT / "openapi" / "login.yaml")
    known, names = lines("words.txt"), lines("names.txt")
    entries, rules = read(FOLDER / "accepted.yaml"), ibm.read(FOLDER / "ibm.yaml")
    prose, headings = words(made.document), sentence_case.headings(made.document)
    judged = judge(made.document, shared=rules.shared, words=prose, known=known)
    found = (*judged.findings, *sentence_case.findings(headings, names))
    left, idle = sift(found, entries, made.document)
    added = dict(overlays())
    return Report(
        found=found,
        left=(
            *(problem(made, one.pointer, f"{one.rule}: {one.message}") for one in left),
            *(problem(made, prose[word], f"{word} is no word of the dictionary") for word in judged.unknown),
            *(one for file, overlay in added.items() for one in capitals(file, overlay, names)),
        ),
        idle=(
            *_idle(idle),
            *rules.faults(judged.offered),
            *unneeded(known, prose),
            *sentence_case.unneeded(_texts(made.document, *added.values()), names),
        ),
    )


def lines(name: str) -> tuple[str, ...]:
    """The lines of a list."""
    return tuple((FOLDER / name).read_text("utf-8").splitlines())


def overlays() -> Iterator[tuple[str, Any]]:
    """The overlays of the checkout, by their names there."""
    for path in sorted((CHECKOUT / "overlays").rglob("*.yaml")):
        yield path.relative_to(CHECKOUT).as_posix(), load(path)


def capitals(file: str, overlay: Any, names: Iterable[str]) -> Iterator[Problem]:
    """The headings of an overlay that are not in sentence case."""
    for one in sentence_case.findings(sentence_case.headings(overlay), names):
        yield Problem(file, f"{one.rule}: {one.message}", one.pointer)


def problem(made: Bundle, pointer: Pointer, message: str) -> Problem:
    """A finding in the bundle, told of the file that it comes from."""
    place = made.locate(pointer)
    if place is None:
        return Problem("openapi/login.yaml", message, pointer)
    return Problem(place.file, message, place.pointer)


def unneeded(known: Iterable[str], prose: Iterable[str]) -> list[str]:
    """Words of the list that nobody writes any more."""
    written = set(prose)
    return [f"words.txt: nothing says {word}" for word in known if word not in written]


def _texts(*documents: Mapping[str, Any]) -> list[str]:
    return [text for each in documents for text in sentence_case.headings(each).values()]


def _idle(entries: Iterable[Accepted]) -> list[str]:
    return [
        f"accepted.yaml: nothing is accepted by {', '.join(one.rules)} {' '.join(one.at)}".rstrip()
        for one in entries
    ]

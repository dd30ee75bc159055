"""The hand-written modules of the TypeScript client: their laws, and defects that break them."""

from __future__ import annotations

from pathlib import Path

from tests.codegen.typescript.defect import Defect
from tests.codegen.typescript.node_package import compiled, held_to_laws, workshop
from tests.codegen.typescript.planted import DEFECTS

LEAST = 80


def test_the_hand_written_modules_keep_their_laws() -> None:
    with workshop() as (_, folder):
        (found,) = held_to_laws([(compiled(folder / "sound"), ())])

    assert {law: complaint for law, complaint in found.items() if complaint} == {}
    assert len(found) > LEAST


def test_every_planted_defect_breaks_a_law() -> None:
    with workshop() as (_, folder):
        planted = [plant(defect, compiled(folder / str(at))) for at, defect in enumerate(DEFECTS.values())]
        found = held_to_laws(zip(planted, ([each.law] for each in DEFECTS.values()), strict=True))

    missed = [name for name, laws in zip(DEFECTS, found, strict=True) if None in laws.values() or not laws]
    assert not missed, ", ".join(missed)


def plant(defect: Defect, folder: Path) -> Path:
    """The folder, with the defect in it."""
    module = folder / f"{defect.module}.js"
    text = module.read_text("utf-8")
    assert text.count(defect.given) > 0, f"{defect.given!r} is not in {module.name} any more"
    module.write_text(text.replace(defect.given, defect.instead), "utf-8")
    return folder

"""Links between documents, and the files and folders that they name."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

from tests.docs.reading import EXAMPLES, GUIDES, README, TOP, inline_code, markdown_files, name, prose

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
OVERVIEW = TOP / "docs" / "README.md"
ROOMS = "openapi|overlays|generated|contract_tests|tools|docs|examples"
PATH = re.compile(rf"(?:{ROOMS}|\.ci)(?:/[\w.-]+)*/?")


def links(path: Path) -> Iterator[tuple[Path, str]]:
    """The file and the anchor of every link of a document that stays in this repository."""
    for link in LINK.findall(re.sub(r"`[^`]*`", "", prose(path.read_text("utf-8")))):
        if "://" not in link:
            target, _, anchor = link.partition("#")
            yield (path.parent / target).resolve() if target else path, anchor


def anchors(path: Path) -> set[str]:
    """The anchors that a page of GitHub gives a document's headings."""
    found: Counter[str] = Counter()
    names = set()
    for heading in re.findall(r"^#+ (.+)$", prose(path.read_text("utf-8")), re.MULTILINE):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        names.add(f"{anchor}-{found[anchor]}" if found[anchor] else anchor)
        found[anchor] += 1
    return names


@pytest.mark.parametrize("path", markdown_files(), ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    dangling = [
        f"{target}#{anchor}"
        for target, anchor in links(path)
        if not target.exists() or (anchor and anchor not in anchors(target))
    ]
    assert dangling == []


@pytest.mark.parametrize("path", [one for one in markdown_files() if one.name != "CHANGELOG.md"], ids=name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    named = [code for code in inline_code(path.read_text("utf-8")) if PATH.fullmatch(code)]
    assert [one for one in named if not ((TOP / one).exists() or (path.parent / one).exists())] == []


def test_readme_leads_to_the_list_of_guides() -> None:
    assert OVERVIEW in {target for target, _ in links(README)}


def test_list_of_guides_is_that_of_the_site() -> None:
    groups = tomllib.loads((TOP / "docs" / "site.toml").read_text("utf-8"))["groups"]
    listed = [
        (heading, re.findall(r"^\| \[[^]]+\]\(guides/([\w-]+)\.md\)", section, re.MULTILINE))
        for heading, section in re.findall(
            r"^## (.+)\n((?:(?!## ).*\n)*)", OVERVIEW.read_text("utf-8"), re.MULTILINE
        )
    ]

    assert listed == [(group["title"], group["guides"]) for group in groups]
    assert {guide for _, guides in listed for guide in guides} == {path.stem for path in GUIDES.glob("*.md")}


def test_list_of_examples_names_every_example() -> None:
    listed = {target for target, _ in links(EXAMPLES / "README.md")}
    programs = {path for path in EXAMPLES.iterdir() if path.is_file()} - {EXAMPLES / "README.md"}
    assert listed >= programs | set(EXAMPLES.glob("*/README.md"))


def test_links_hold_in_the_source_distribution_too() -> None:
    files = {Path(one.distribution_path) for one in SdistBuilder(str(TOP)).recurse_included_files()}
    files.add(Path("README.md"))  # it comes along by itself
    places = files | {folder for file in files for folder in file.parents}
    dangling = [
        f"{file}: {target}"
        for file in sorted(files)
        if file.suffix == ".md"
        for target, _ in links(TOP / file)
        if target.relative_to(TOP) not in places
    ]
    assert dangling == []

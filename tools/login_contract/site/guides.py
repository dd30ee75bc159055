"""Which guides and documents the site has, in which groups and order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from attrs import frozen

from login_contract import resources, toml_file
from login_contract.errors import UsageError

FOLDER = PurePosixPath("docs/guides")
ORDER = "docs/site.toml"
REST = "More"


@frozen
class Group:
    """Guides and documents that stand together, as files from the top of the checkout."""

    title: str
    guides: Sequence[PurePosixPath]


def groups() -> list[Group]:
    """Return the groups of the site; guides that `docs/site.toml` does not name come last.

    Raises:
        UsageError: it names what is not there.
    """
    there = {path.stem: FOLDER / path.name for path in sorted(resources.path(str(FOLDER)).glob("*.md"))}
    read = toml_file.read(resources.path(ORDER))
    found = []
    for group in read["groups"]:
        unknown = [name for name in group["guides"] if name not in there]
        if unknown:
            raise UsageError(f"{ORDER} names {unknown[0]}, which is not in {FOLDER}")
        documents = [PurePosixPath(name) for name in group.get("documents", ())]
        found.append(Group(group["title"], [*(there.pop(name) for name in group["guides"]), *documents]))
    return [*found, Group(REST, list(there.values()))] if there else found

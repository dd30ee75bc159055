"""Which files of the checkout are pages of the site, and what their pages are called."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

from login_contract import resources
from login_contract.errors import UsageError
from login_contract.site.guides import FOLDER

# What is read beside the guides: documents, and the programs that they quote.
SHELVES = ("docs/", "examples/", "openapi/", "contract_tests/", "tools/login_contract/")
# Documents from elsewhere, by what their pages are called.
SUPPORTED = PurePosixPath("generated/SUPPORTED.md")
CHANGELOG = PurePosixPath("CHANGELOG.md")
#: What an agent is given to work with all of this.
SKILL = PurePosixPath("docs/skills/login-contract/SKILL.md")
ALONE = {SUPPORTED: "supported.html", CHANGELOG: "changelog.html", SKILL: "skill.html"}
READABLE = (".md", ".py", ".js", ".mjs", ".ts", ".html", ".css", ".toml", ".yaml", ".json", ".csv", ".txt")
START = "index.html"


def text(file: PurePosixPath) -> str:
    """Return what a file says, by its path from the top of the checkout.

    Raises:
        UsageError: it is not there.
    """
    return resources.path(str(file)).read_text("utf-8")


def linked(link: str, source: PurePosixPath) -> PurePosixPath | None:
    """Return the file that a relative link of a document leads to, None where the site does not have it.

    A folder is what its README.md says.
    """
    joined = posixpath.normpath(posixpath.join(source.parent.as_posix(), link))
    if joined == "README.md":
        return PurePosixPath(joined)
    if PurePosixPath(joined) in ALONE:
        return PurePosixPath(joined)
    if not f"{joined}/".startswith(SHELVES):
        return None
    return _readable(joined) or _readable(f"{joined}/README.md")


def is_file(file: PurePosixPath) -> bool:
    """Say whether it is a file of the checkout, rather than the name of a page that the site makes itself."""
    return file.as_posix() == "README.md" or file in ALONE or len(file.parts) > 1


def page_name(file: PurePosixPath) -> str:
    """Return what the page of a file is called; the site has no folders, so that a link is a name."""
    if file.as_posix() == "README.md":
        return START
    if file in ALONE:
        return ALONE[file]
    if file.parent == FOLDER:
        return f"{file.stem}.html"
    flat = file.as_posix().removeprefix("tools/login_contract/").replace("/", "-")
    return f"{flat.removesuffix('.md').lower()}.html"


def _readable(name: str) -> PurePosixPath | None:
    if not name.endswith(READABLE):
        return None
    try:
        found = resources.path(name)
    except UsageError:
        return None
    return PurePosixPath(name) if found.is_file() else None

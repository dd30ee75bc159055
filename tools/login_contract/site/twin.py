"""The same page in Markdown, which stands beside every page of the site, for agents and readers of text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from login_contract.site import shelf

# What agents are told of a skill before they read it; no page shows it.
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
INDEX = "llms.txt"
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Whatever stands in code is no link.
_PARTS = re.compile(
    r"(?P<code>^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ ]*$|`+[^`]+`+)"
    r"|\[(?P<text>(?:`[^`]*`|[^\[\]`])+)\]\((?P<to>[^)\s]+)\)",
    re.DOTALL | re.MULTILINE,
)


def of_document(text: str, file: PurePosixPath) -> str:
    """Return a document with links to the pages of the site; a link to what the site lacks is plain text."""
    return _PARTS.sub(lambda part: part[0] if part["code"] else _led(part, file), text)


def of_program(text: str, file: PurePosixPath) -> str:
    """Return a program as one block of code."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text) or [""]))
    return f"# {file.name}\n\n`{file}`\n\n{fence}{file.suffix.removeprefix('.')}\n{text.rstrip()}\n{fence}\n"


def with_index(markdown: str) -> str:
    """Return a page that says after its title where all pages are listed."""
    told = f"> For AI agents: [{INDEX}]({INDEX}) lists every page of this documentation, each in Markdown."
    head = FRONT_MATTER.match(markdown)
    start = head.end() if head else 0
    title, _, rest = markdown[start:].lstrip("\n").partition("\n")
    return f"{markdown[:start]}{title}\n\n{told}\n{rest if rest.startswith(chr(10)) else chr(10) + rest}"


def name(page: str) -> str:
    """Return what the Markdown of a page is called."""
    return f"{page.removesuffix('.html')}.md"


def _led(link: re.Match[str], file: PurePosixPath) -> str:
    target, _, anchor = link["to"].partition("#")
    if not target or _FOREIGN.match(target):
        return link[0]
    found = shelf.linked(target, file)
    if found is None:
        return link["text"]
    return f"[{link['text']}]({name(shelf.page_name(found))}{f'#{anchor}' if anchor else ''})"

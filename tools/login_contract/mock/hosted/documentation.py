"""The documentation, as far as it was built on this machine; nothing of it is read before it is asked for."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Iterable
from difflib import get_close_matches
from html import escape
from pathlib import Path
from urllib.parse import quote

from login_contract import built_site
from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.settings.server import DEFAULT_HOST, DEFAULT_PORT

START = "index.html"
HTML, MARKDOWN, TEXT = "text/html", "text/markdown", "text/plain"
MEDIA_TYPES = {
    ".html": HTML,
    ".css": "text/css",
    ".js": "text/javascript",
    ".md": MARKDOWN,
    ".txt": TEXT,
}
# Its pages say themselves what they may load; a page of another site must not show them in a frame.
HEADERS = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
# What has a version in its name never changes; the rest may be built anew at any time.
_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.\w+$")
# A link in Markdown to a file beside it.
_LINK = re.compile(r"(?<=\]\()(?P<name>[\w.-]+)(?=[)#])")
# Where the programs of a page find a mock, as it is built; what is served has the mock that serves it.
WRITTEN_FOR = f"http://{DEFAULT_HOST}:{DEFAULT_PORT}"
COMMAND = "login-contract docs build"
NO_PAGE = "The page does not exist."


@serves("mock-docs-folder", "mock-docs-folder-head")
async def to_documentation(call: Call, services: Services) -> Reply:
    """Lead to the documentation; from another path than its own, its links would lead elsewhere."""
    return Reply.redirect("/docs/")


@serves("mock-docs-start", "mock-docs-start-head")
async def start(call: Call, services: Services) -> Reply:
    """Show the first page."""
    return await _shown(START, call, services)


@serves("mock-docs", "mock-docs-head")
async def page(call: Call, services: Services) -> Reply:
    """Show a page, in HTML or as Markdown, or give a file that one loads."""
    return await _shown(call.path["file"], call, services)


@serves("mock-docs-slash", "mock-docs-slash-head")
async def to_page(call: Call, services: Services) -> Reply:
    """Lead to a page; below its address with a slash, its links would lead elsewhere."""
    return Reply.redirect(f"/docs/{quote(call.path['file'], safe='')}")


@serves("mock-llms-txt", "mock-llms-txt-head")
async def all_pages(call: Call, services: Services) -> Reply:
    """List all pages for agents."""
    return await _shown("llms.txt", call, services)


@serves("mock-llms-full-txt", "mock-llms-full-txt-head")
async def whole(call: Call, services: Services) -> Reply:
    """Give the guides and calls in one file."""
    return await _shown("llms-full.txt", call, services)


@serves("mock-docs-sitemap", "mock-docs-sitemap-head")
async def sitemap(call: Call, services: Services) -> Reply:
    """List the addresses of all pages."""
    names = await asyncio.to_thread(_names)
    if START not in names:
        return _not_built(shown=False)
    pages = sorted(name for name in names if name.endswith(".html"))
    listed = "".join(f"<url><loc>{escape(_base(services) + name)}</loc></url>\n" for name in pages)
    xml = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</urlset>\n'
    return Reply(200, xml, "application/xml", {**HEADERS, "cache-control": "no-cache"})


async def _shown(asked: str, call: Call, services: Services) -> Reply:
    names = await asyncio.to_thread(_names)
    if START not in names:
        return _not_built(shown=_is_page(asked, markdown=call.wants_markdown))
    name = _wanted(asked, names, markdown=call.wants_markdown)
    if name is None:
        return _not_found(asked, names, _base(services), markdown=call.wants_markdown)
    text = await asyncio.to_thread(_text, name)
    if not _VERSIONED.search(name):
        text = text.replace(WRITTEN_FOR, services.settings.origin)
    media_type = MEDIA_TYPES[Path(name).suffix]
    if media_type in (MARKDOWN, TEXT):
        text = _with_addresses(text, names, _base(services))
    headers = {
        "cache-control": "max-age=86400" if _VERSIONED.search(name) else "no-cache",
        "etag": f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"',
        "vary": "Accept",
    }
    if not call.kept.isdisjoint({"*", headers["etag"]}):
        return Reply(304, headers=headers)
    return Reply(200, text, media_type, {**HEADERS, **headers})


def _names() -> frozenset[str]:
    """Return what is in the folder; a name that leads out of it is none of these."""
    try:
        found = [each.name for each in built_site.folder().iterdir()]
    except OSError:
        return frozenset()
    return frozenset(name for name in found if Path(name).suffix in MEDIA_TYPES)


def _text(name: str) -> str:
    """Return what is in a file of the folder.

    Raises:
        LoginError: 404, a new build has taken it away since, or it is none that a build writes.
    """
    file = built_site.folder() / name
    try:
        if not file.is_symlink():
            return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        pass
    raise LoginError(NOT_FOUND, NO_PAGE, because=f"{file} cannot be read")


def _wanted(asked: str, names: frozenset[str], *, markdown: bool) -> str | None:
    """Return the file that is meant: an address may leave out how its page is written."""
    name = asked if asked in names else f"{asked}.html"
    as_text = re.sub(r"\.html$", ".md", name)
    if markdown and as_text in names:
        return as_text
    return name if name in names else None


def _is_page(asked: str, *, markdown: bool) -> bool:
    """Say whether what is asked for is shown to people, if it is there."""
    return not markdown and Path(asked).suffix in ("", ".html")


def _base(services: Services) -> str:
    return f"{services.settings.origin}/docs/"


def _with_addresses(text: str, names: frozenset[str], base: str) -> str:
    """Write links out: an agent that has read a page does not always know where it was."""

    def led(link: re.Match[str]) -> str:
        return f"{base}{link['name']}" if link["name"] in names else link[0]

    return _LINK.sub(led, text)


def _not_found(asked: str, names: frozenset[str], base: str, *, markdown: bool) -> Reply:
    """Return which pages are called alike, and where all are, as a page where it is for people.

    Raises:
        LoginError: it is for a program.
    """
    shown = _is_page(asked, markdown=markdown)
    alike = [f"{each}{'' if shown else '.md'}" for each in _alike(asked, names)]
    told = "".join(f" There is {base}{each}." for each in alike)
    refusal = LoginError(NOT_FOUND, f"{NO_PAGE}{told} {base}llms.txt lists all pages.")
    if not shown:
        raise refusal
    links = "".join(f'<li><a href="{base}{each}">{each}</a></li>\n' for each in map(escape, alike))
    content = f"""\
<p>{escape(NO_PAGE)}{" Some are called alike:" if alike else ""}</p>
{f"<ul>{links}</ul>" if alike else ""}
<p><a href="{base}">All guides, with a search</a>, <a href="{base}calls">all calls</a>,
<a href="{base}codes">all error codes</a></p>"""
    page = html_document.dialog(title="There is no such page", content=content)
    return Reply(404, page, "text/html", {**html_document.headers(), "vary": "Accept"}, refused=refusal)


def _alike(asked: str, names: Iterable[str]) -> list[str]:
    """Return the few pages whose names are most like the one that was asked for, without an ending."""
    stem = re.sub(r"\.(html|md)$", "", asked).lower()
    pages = sorted(Path(name).stem for name in names if name.endswith(".html"))
    # That of a call is known by its operation id, too.
    same = [page for page in pages if page in (stem, f"call-{stem}", f"webhook-{stem}")]
    return same or get_close_matches(stem, pages, n=3)


def _not_built(*, shown: bool) -> Reply:
    """Return how to build it, as a page where it is `shown` to people.

    Raises:
        LoginError: it is for a program.
    """
    told = f"The documentation is not built yet: {COMMAND}"
    refusal = LoginError(NOT_FOUND, told)
    if not shown:
        raise refusal
    content = f"""\
<p>Build it once, and load this page again:</p>
<pre><code>{escape(COMMAND)}</code></pre>
<p class="soft">It needs the extra <code>docs</code>. In a clone, <code>nox -s docs</code> does it too.</p>"""
    page = html_document.dialog(title="The documentation is not built yet", content=content)
    return Reply(404, page, "text/html", html_document.headers(), refused=refusal)

"""The documentation, as far as it was built on this machine; nothing of it is read before it is asked for."""

from __future__ import annotations

import asyncio
import re
from html import escape
from pathlib import Path

from login_contract import built_site
from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services

START = "index.html"
MEDIA_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
# Its pages say themselves what they may load; a page of another site must not show them in a frame.
HEADERS = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
# What has a version in its name never changes; the rest may be built anew at any time.
_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.\w+$")
COMMAND = "login-contract docs build"


@serves("mock-docs-folder")
async def to_documentation(call: Call, services: Services) -> Reply:
    """Lead to the documentation; from another path than its own, its links would lead elsewhere."""
    return Reply.redirect("/docs/")


@serves("mock-docs-start")
async def start(call: Call, services: Services) -> Reply:
    """Show the first page."""
    return await _shown(START)


@serves("mock-docs")
async def page(call: Call, services: Services) -> Reply:
    """Show a page, or give a file that one loads."""
    return await _shown(call.path["file"])


async def _shown(name: str) -> Reply:
    folder = built_site.folder()
    if not (folder / START).is_file():
        return _not_built()
    found = await asyncio.to_thread(_content, folder, name)
    if found is None:
        raise LoginError(NOT_FOUND, "The page does not exist.")
    kept = "max-age=86400" if _VERSIONED.search(name) else "no-cache"
    return Reply(200, found, MEDIA_TYPES[Path(name).suffix], {**HEADERS, "cache-control": kept})


def _content(folder: Path, name: str) -> str | None:
    # A name that leads out of the folder is none of those in it.
    if Path(name).suffix not in MEDIA_TYPES or name not in {each.name for each in folder.iterdir()}:
        return None
    return (folder / name).read_text("utf-8")


def _not_built() -> Reply:
    refusal = LoginError(NOT_FOUND, because=f"the documentation is not built yet: {COMMAND}")
    content = f"""\
<p>Build it once, and load this page again:</p>
<pre><code>{escape(COMMAND)}</code></pre>
<p class="soft">It needs the extra <code>docs</code>. In a clone, <code>nox -s docs</code> does it too.</p>"""
    shown = html_document.dialog(title="The documentation is not built yet", content=content)
    return Reply(404, shown, "text/html", html_document.headers(), refused=refusal)

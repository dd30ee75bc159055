"""For agents: a list of all pages in Markdown (llmstxt.org), and the guides and calls in one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from login_contract.site import frame, lists, pages
from login_contract.site.article import Article
from login_contract.site.calls import index
from login_contract.site.calls.document import Calls
from login_contract.site.guides import FOLDER
from login_contract.site.pages import Shown

WHOLE = "llms-full.txt"
DESCRIPTION = "openapi.json"
#: The file of the checkout that the description is a copy of.
PUBLISHED = "generated/openapi/login.json"
ABOUT = (
    "Every page is Markdown, and has a page in HTML of its name beside it. Guides and calls whole are in "
    f"`{WHOLE}` beside this file, the OpenAPI description in `{DESCRIPTION}`. Paths of calls are below the "
    "API's address: `http://127.0.0.1:8480/api` at a local server, which `login-contract mock` starts."
)
LISTS = """\
## Lists

- [All calls and webhooks](calls.md): what each does, by group
- [Error codes](codes.md): what each means, and what to do about it
- [Start](index.md): what there is, and for whom
- [Reference](reference.md): all calls; in HTML with a form to try them
- [A skill](skill.md): how an agent starts and steers a local Login server"""


def listing(groups: Sequence[Shown], calls: Calls, further: Iterable[Article]) -> str:
    """Return the list; what few need is in its last section, which a reader may leave out."""
    parts = [f"# {frame.NAME}", f"> {pages.LEAD}", ABOUT, LISTS]
    parts += [_section(group.title, map(lists.item, group.articles)) for group in groups]
    parts += [_section(f"Calls: {each.title}", map(index.line, each.calls)) for each in index.tagged(calls)]
    return "\n\n".join([*parts, _section("Optional", map(lists.item, further))]) + "\n"


def whole(guides: Iterable[Article], calls: Iterable[Article]) -> str:
    """Return the guides and then the calls, one after the other."""
    kept = [*(one for one in guides if one.file.parent == FOLDER), *calls]
    texts = [one.markdown.strip() for one in kept]
    return "\n\n".join([f"# {frame.NAME}", f"> {pages.LEAD}", *texts]) + "\n"


def _section(title: str, items: Iterable[str]) -> str:
    return "\n".join([f"## {title}", "", *items])

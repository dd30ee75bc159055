"""For agents: a list of all pages in Markdown (llmstxt.org), and the guides and calls in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from login_contract.site import frame, lists, pages, twin
from login_contract.site.article import Article
from login_contract.site.calls import index
from login_contract.site.calls.document import Calls
from login_contract.site.pages import Shown

WHOLE = "llms-full.txt"
DESCRIPTION = "openapi.json"
#: The file of the checkout that the description is a copy of.
PUBLISHED = "generated/openapi/login.json"
ABOUT = (
    "Every page is Markdown, and has a page in HTML of the same name beside it. Guides and calls whole are "
    f"in `{WHOLE}` beside this file, the OpenAPI description in `{DESCRIPTION}`. Paths of calls are below the "
    "address of the API: `http://127.0.0.1:8480/api` at a local server, which `login-contract mock` starts."
)


def listing(groups: Sequence[Shown], calls: Calls, skill: Article, further: Iterable[Article]) -> str:
    """Return the list; what few need is in its last section, which a reader may leave out."""
    parts = [f"# {frame.NAME}", f"> {pages.LEAD}", ABOUT, *_sections(groups, calls, skill)]
    optional = "\n".join(map(lists.item, further))
    return "\n\n".join([*parts, f"## Optional\n\n{optional}"]) + "\n"


def whole(groups: Iterable[Shown], calls: Iterable[Article]) -> str:
    """Return the guides and then the calls, one after the other."""
    guides = (one for group in groups for one in group.articles)
    texts = (twin.FRONT_MATTER.sub("", one.markdown).strip() for one in [*guides, *calls])
    return "\n\n".join([f"# {frame.NAME}", f"> {pages.LEAD}", *texts]) + "\n"


def _sections(groups: Sequence[Shown], calls: Calls, skill: Article) -> Iterator[str]:
    yield "\n".join(
        [
            "## Look up",
            "",
            "- [All calls and webhooks](calls.md): what each does, by group",
            "- [Error codes](codes.md): what each means, and what to do about it",
            "- [Start](index.md): what there is, and for whom",
            "- [Reference](reference.md): all calls; in HTML, with a form to try them",
            lists.item(skill),
        ]
    )
    for group in groups:
        yield "\n".join([f"## {group.title}", "", *map(lists.item, group.articles)])
    for each in index.tagged(calls):
        yield "\n".join([f"## Calls: {each.title}", "", *map(index.line, each.calls)])

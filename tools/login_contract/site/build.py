"""Builds the site: a folder of pages that needs nothing beside itself."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from login_contract import built_site, npm, resources
from login_contract.codegen import placing
from login_contract.errors import UsageError
from login_contract.mock.calls import html_document
from login_contract.site import (
    article,
    frame,
    lists,
    llms_txt,
    pages,
    refusals,
    search_index,
    shelf,
    survey,
    twin,
)
from login_contract.site.article import Article
from login_contract.site.calls import index, names
from login_contract.site.calls.document import Calls
from login_contract.site.frame import Chapter, Entry
from login_contract.site.guides import groups
from login_contract.site.pages import Shown
from login_contract.site.reference import PAGE, reference

DESCRIPTION = "generated/openapi/docs.json"
#: The group that begins with the tabs of the site: what is not read through.
LOOK_UP = "Look up"
#: The one file that the site has of the package that shows the reference.
STANDALONE = "@scalar/api-reference/dist/browser/standalone.js"
_ASSETS = Path(__file__).parent / "assets"


def build(output: Path | None = None) -> tuple[Path, bool]:
    """Write the site; return its folder, and whether anything there had to change.

    Without `output` it is written to where the mock looks for it.

    Raises:
        UsageError: there is no Node, the registry is out of reach, or `output` holds something else.
    """
    place = (output or built_site.folder()).resolve()
    placing.refuse_foreign(place.parent, [place.name])
    if placing.listed(place) and PAGE not in placing.listed(place):
        raise UsageError(f"{place} holds what another command generated: name another folder")
    with tempfile.TemporaryDirectory(prefix="site-") as draft:
        _write(Path(draft))
        return place, placing.put(Path(draft), place)


def _write(folder: Path) -> None:
    shutil.copyfile(_scalar(), folder / pages.SCALAR)
    document = json.loads(resources.path(DESCRIPTION).read_text("utf-8"))
    for name, text in _files(document):
        (folder / name).write_text(text, "utf-8")


def _scalar() -> Path:
    try:
        return npm.install(pages.SCALAR_PACKAGE).modules / STANDALONE
    except npm.NodeUnavailableError as error:
        raise UsageError(f"the reference is shown by an npm package: {error}") from error


def _files(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    shown = [Shown(each.title, [article.read(guide) for guide in each.guides]) for each in groups()]
    guides = [one for group in shown for one in group.articles]
    skill = article.read(shelf.SKILL)
    articles = [*guides, skill, *_further([*guides, skill])]
    calls, chapters, known = Calls.read(document), _chapters(shown), refusals.codes(document)
    of_calls = [article.made(names.page(each), calls.page(each)) for each in calls.all]
    listed = article.made(names.LIST, index.page(calls))
    yield "index.html", pages.start(shown, chapters, document)
    yield "index.md", twin.with_index(lists.start(shown, document))
    yield "codes.html", pages.codes(known, chapters)
    yield "codes.md", twin.with_index(lists.codes(known))
    yield "reference.html", pages.reference_page()
    yield "reference.md", twin.with_index(listed.markdown)
    for one in [*articles, *of_calls, listed]:
        shown_one = survey.with_addresses(one, document) if one.file == shelf.SUPPORTED else one
        yield one.page, pages.guide(shown_one, chapters)
        yield twin.name(one.page), twin.with_index(one.markdown)
    yield twin.INDEX, llms_txt.listing(shown, calls, articles[len(guides) :])
    yield llms_txt.WHOLE, llms_txt.whole(guides, of_calls)
    yield llms_txt.DESCRIPTION, resources.path(llms_txt.PUBLISHED).read_text("utf-8")
    yield "description.js", _assigned("DESCRIPTION", reference(document))
    found = search_index.entries(articles, document, known)
    yield "search-index.js", _assigned("SEARCH", found)
    yield from _assets()


def _assets() -> Iterator[tuple[str, str]]:
    yield "site.js", _asset("site.js")
    yield "reference.js", _asset("reference.js")
    yield "site.css", html_document.STYLE + _asset("frame.css") + _asset("site.css")
    yield "reference.css", html_document.TOKENS + _asset("frame.css") + _asset("reference.css")


def _further(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield what the articles lead to, and what these lead to in turn."""
    known = {PurePosixPath("README.md"), *(one.file for one in articles)}
    wanted = sorted({file for one in articles for file in one.leads_to} - known)
    while wanted:
        found = [article.read(file) for file in wanted]
        yield from found
        known.update(wanted)
        wanted = sorted({file for one in found for file in one.leads_to} - known)


def _chapters(shown: Sequence[Shown]) -> list[Chapter]:
    tabs = [
        *(Entry(address, label) for address, label in frame.TABS[1:]),
        Entry("calls.html", "Calls by page"),
    ]
    return [
        Chapter(group.title, [*(tabs if group.title == LOOK_UP else ()), *_entries(group)]) for group in shown
    ]


def _entries(group: Shown) -> list[Entry]:
    return [Entry(one.page, one.title) for one in group.articles]


def _assigned(name: str, value: Any) -> str:
    # A page that is opened from disk may load a script, but not fetch a file.
    return f"window.{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")

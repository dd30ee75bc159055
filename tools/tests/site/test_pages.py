"""What the site consists of: every guide and code, links that lead somewhere, and nothing from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from login_contract.description.error_codes import error_codes
from login_contract.description.model import described
from login_contract.description.operation import operations
from login_contract.site import article, frame, reference, refusals, shelf
from login_contract.site.build import build
from tests.docs.reading import GUIDES

DOCUMENT: Mapping[str, Any] = described("docs").document


class Read:
    """The anchors and addresses of a page, whose text has no angle brackets of its own: they are escaped."""

    TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^>]*)")
    ATTRIBUTE = re.compile(r'\s(id|href|src)="([^"]*)"')

    def __init__(self, text: str) -> None:
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        for tag, attributes in self.TAG.findall(text):
            for name, value in self.ATTRIBUTE.findall(attributes):
                if name == "id":
                    self.anchors.append(unescape(value))
                else:
                    (self.links if tag == "a" else self.loaded).append(unescape(value))


@cache
def read(page: Path) -> Read:
    return Read(page.read_text("utf-8"))


def test_lists_tell_what_a_guide_is_about(site: Path) -> None:
    told = (
        "For partners who keep the passwords and data of their users on a server of their own: which calls "
        "come to it, when, what it answers, and what follows."
    )
    assert f"(custom-storage.md): {told}\n" in (site / "llms.txt").read_text("utf-8")
    assert told in (site / "index.html").read_text("utf-8")


def pages(site: Path) -> list[Path]:
    return sorted(site.glob("*.html"))


def found(site: Path) -> list[dict[str, str]]:
    text = (site / "search-index.js").read_text("utf-8").removeprefix("window.SEARCH=")
    return list(json.loads(text))


def dangling(site: Path, links: Iterator[str], here: Path) -> list[str]:
    lost = []
    for link in links:
        name, _, anchor = link.partition("#")
        target = site / name if name else here
        if not target.is_file() or (
            anchor and name != "reference.html" and anchor not in read(target).anchors
        ):
            lost.append(f"{here.name}: {link}")
    return lost


def test_every_guide_is_a_page(site: Path) -> None:
    assert {f"{guide.stem}.html" for guide in GUIDES.glob("*.md")} <= {page.name for page in pages(site)}


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    lost = [
        each
        for page in pages(site)
        for each in dangling(site, (link for link in read(page).links if "://" not in link), page)
    ]
    assert lost == []


def test_everything_that_is_found_is_there(site: Path) -> None:
    assert dangling(site, (each["a"] for each in found(site)), site / "index.html") == []


def test_pages_load_files_of_the_site_alone(site: Path) -> None:
    loaded = {address for page in pages(site) for address in read(page).loaded} - {"data:,"}
    assert {address for address in loaded if not (site / address).is_file()} == set()


def test_no_page_has_an_anchor_twice(site: Path) -> None:
    assert [page.name for page in pages(site) if len(set(read(page).anchors)) < len(read(page).anchors)] == []


def test_every_call_and_webhook_is_found_by_its_id(site: Path) -> None:
    words = [set(each["w"].split()) for each in found(site) if each["k"] in ("call", "webhook")]
    ids = {each.operation_id for each in operations(DOCUMENT)}
    assert {one for one in ids if not any(one in each for each in words)} == set()


def test_what_is_supported_leads_to_the_reference(site: Path) -> None:
    shown = read(site / "supported.html").links
    unreached = {reference.address(each) for each in operations(DOCUMENT)} - set(shown)
    assert unreached == set()
    assert "&lt;br&gt;" not in (site / "supported.html").read_text("utf-8")


@pytest.mark.parametrize("page", ["origins.html", "supported.html", "changelog.html"])
def test_page_to_look_things_up_in_is_listed_everywhere(page: str, site: Path) -> None:
    assert all(page in read(site / each).links for each in ("index.html", "codes.html", "oauth2.html"))


def test_every_code_has_an_anchor_and_says_what_to_do(site: Path) -> None:
    known = error_codes(DOCUMENT)

    assert set(refusals.advice(DOCUMENT)) == set(known)
    assert set(read(site / "codes.html").anchors) >= set(known)


def test_every_meaning_of_a_code_is_shown(site: Path) -> None:
    page = unescape(re.sub(r"<[^>]*>", "", (site / "codes.html").read_text("utf-8")))
    markdown = (site / "codes.md").read_text("utf-8")

    said = {each.meaning for one in operations(DOCUMENT) for each in refusals.refused(DOCUMENT, one)}
    assert {each for each in said if each not in markdown or each.replace("`", "") not in page} == set()


def test_every_call_shows_its_origin_and_its_codes() -> None:
    made = {each.operation_id: each for each in operations(reference.reference(DOCUMENT))}
    for operation in operations(DOCUMENT):
        shown = made[operation.operation_id].definition
        assert [each["name"] for each in shown["x-badges"]] == [
            reference.BADGES[operation.definition["x-origin"]]
        ]
        for each in refusals.refused(DOCUMENT, operation):
            assert f"| {each.status} [{each.code}](codes.html#{each.code})" in shown["description"]


def test_reference_leads_to_what_its_badges_mean(site: Path) -> None:
    led = re.findall(r"\(([\w-]+\.html)\)", reference.reference(DOCUMENT)["info"]["description"])

    assert led == ["origins.html", "tokens-and-claims.html", "python-client.html", "typescript-client.html"]
    assert all((site / page).is_file() for page in led)


def test_weaker_origin_of_a_field_is_told() -> None:
    field = {"x-origin": "inferred", "description": "The text."}
    made = reference.reference(
        {"paths": {}, "components": {"schemas": {"One": {"properties": {"a": field}}}}}
    )

    told = made["components"]["schemas"]["One"]["properties"]["a"]["description"]
    assert told == "The text. _(Origin: inferred.)_"


def test_reference_keeps_the_description_as_it_was() -> None:
    before = json.dumps(DOCUMENT)
    reference.reference(DOCUMENT)
    assert json.dumps(DOCUMENT) == before


def test_link_to_what_the_site_lacks_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: "# T\n\n[one](../../noxfile.py), [two](oauth2.md#pkce)\n")
    read = article.read(PurePosixPath("docs/guides/made-up.md"))

    assert "<span>one</span>" in read.html
    assert '<a href="oauth2.html#pkce">two</a>' in read.html
    assert read.leads_to == {PurePosixPath("docs/guides/oauth2.md")}


def test_heading_has_the_anchor_that_github_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: "# T\n\n## A [link](oauth2.md#x), *twice*\n\n## `x-y`\n")
    read = article.read(PurePosixPath("docs/guides/made-up.md"))

    assert [each.anchor for each in read.headings] == ["a-link-twice", "x-y"]


@pytest.mark.parametrize(
    ("page", "tab"),
    [("calls.html", "Reference"), ("call-a.html", "Reference"), ("callbacks.html", "Guides")],
)
def test_bar_shows_where_a_page_belongs(page: str, tab: str) -> None:
    shown = frame.page(name=page, title="T", body="", chapters=[])

    assert re.findall("aria-current=page>([^<]+)<", shown) == [tab]


def test_name_in_backticks_leads_to_what_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "`update-token`, `003-039`, `POST /login?locale=`, `404`, `login`, [`003-001`](oauth2.md)"
    monkeypatch.setattr(shelf, "text", lambda _: f"# T\n\n{said}\n\n```\nupdate-token\n```\n")
    html = article.read(PurePosixPath("docs/guides/made-up.md")).html

    assert re.findall('<a href="([^"]+)"><code[^>]*>([^<]+)</code></a>', html) == [
        ("reference.html#tag/ask-fields/update-token", "update-token"),
        ("codes.html#003-039", "003-039"),
        ("reference.html#tag/password/auth-by-username-and-password", "POST /login?locale="),
        ("oauth2.html", "003-001"),
    ]
    assert html.count("<a ") == 4


def test_second_build_changes_nothing(site: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in site.iterdir()}
    assert build(site) == (site, False)
    assert {path.name: path.stat().st_mtime_ns for path in site.iterdir()} == before


def test_markup_in_a_document_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "text", lambda _: "# <b>T</b>\n\n<script>one</script>\n")
    html = article.read(PurePosixPath("docs/guides/made-up.md")).html
    assert not re.search("<(b|script)>", html)

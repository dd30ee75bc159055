"""Each page of the site in Markdown, and the lists for agents: whole, linked, and of a readable size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from login_contract.site import article, twin
from tests.site.test_pages import pages

# How much of a page an agent surely reads, in characters.
MOST = 50_000
LINK = re.compile(r"\]\(([^)\s]+)\)")
FOREIGN = re.compile(r"[a-z]+:|#")
CODE = re.compile(r"^(`{3,}).*?^\1|`+[^`]+`+", re.DOTALL | re.MULTILINE)
ITEM = re.compile(r"- \[[^\]]+\]\([\w.-]+\.md\)(: .+)?")


def twins(site: Path) -> Iterator[Path]:
    yield from sorted(site.glob("*.md"))


def links(text: str) -> list[str]:
    """Return where the links of a page in Markdown lead within the site, without anchors."""
    found = LINK.findall(CODE.sub("", text))
    return [link.partition("#")[0] for link in found if not FOREIGN.match(link)]


def unlisted(index: str, site: Path) -> set[str]:
    """Return the pages that a list does not have."""
    return {path.name for path in twins(site)} - set(links(index))


def test_every_page_has_a_twin_and_leads_to_it(site: Path) -> None:
    assert {page.stem for page in pages(site)} == {path.stem for path in twins(site)}
    for page in pages(site):
        head = f'<link rel="alternate" type="text/markdown" href="{page.stem}.md">'
        assert head in page.read_text("utf-8"), page.name


def test_every_page_says_where_agents_find_all_of_them(site: Path) -> None:
    assert [each.name for each in pages(site) if './llms.txt"' not in each.read_text("utf-8")] == []
    assert [each.name for each in twins(site) if "](llms.txt)" not in each.read_text("utf-8")[:2000]] == []


def test_every_link_of_a_twin_leads_to_a_file_of_the_site(site: Path) -> None:
    lost = [
        f"{path.name}: {link}"
        for path in [*twins(site), *site.glob("llms*.txt")]
        for link in links(path.read_text("utf-8"))
        if not (site / link).is_file()
    ]
    assert lost == []


def test_list_for_agents_is_as_llmstxt_org_has_it(site: Path) -> None:
    title, about, told, *sections = (site / "llms.txt").read_text("utf-8").strip().split("\n\n")

    assert title.startswith("# ")
    assert about.startswith("> ")
    assert not told.startswith(("#", "-"))
    for heading, items in zip(sections[::2], sections[1::2], strict=True):
        assert heading.startswith("## ")
        assert [line for line in items.splitlines() if not ITEM.fullmatch(line)] == []


def test_list_for_agents_has_every_page(site: Path) -> None:
    index = (site / "llms.txt").read_text("utf-8")

    assert unlisted(index, site) == set()
    assert unlisted(index.replace("(oauth2.md)", ""), site) == {"oauth2.md"}


def test_no_page_is_more_than_an_agent_reads(site: Path) -> None:
    read = [*twins(site), site / "llms.txt"]
    assert {each.name: size for each in read if (size := len(each.read_text("utf-8"))) >= MOST} == {}


def test_guides_and_calls_are_whole_in_one_file(site: Path) -> None:
    whole = (site / "llms-full.txt").read_text("utf-8")
    kept = [*site.glob("call-*.md"), *site.glob("webhook-*.md"), site / "oauth2.md", site / "local-server.md"]
    last = {path.name: path.read_text("utf-8").strip().splitlines()[-1] for path in kept}
    assert {name for name, line in last.items() if line not in whole} == set()
    assert whole.count("\n# ") >= len(kept)


FILE = PurePosixPath("docs/guides/made-up.md")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[two](oauth2.md#pkce)", "[two](oauth2.md#pkce)"),
        ("[a\nb](../../openapi/README.md)", "[a\nb](openapi-readme.md)"),
        ("[`x`](../../examples/server.py)", "[`x`](examples-server.py.md)"),
        ("[home](../../README.md)", "[home](index.md)"),
        ("[gone](../../noxfile.py)", "gone"),
        ("[far](https://example.com/a.md), [here](#a)", "[far](https://example.com/a.md), [here](#a)"),
        ("`[a](oauth2.md)` and\n```\n[b](../x.md)\n```", "`[a](oauth2.md)` and\n```\n[b](../x.md)\n```"),
    ],
)
def test_links_of_a_document_become_those_of_the_site(written: str, read: str) -> None:
    assert twin.of_document(written, FILE) == read


def test_program_with_a_fence_in_it_stays_one_block() -> None:
    told = twin.of_program('"""\n```sh\nls\n```\n"""\n', PurePosixPath("examples/a.py"))
    assert told.startswith("# a.py\n")
    assert "````py\n" in told
    assert told.endswith("\n````\n")


def test_index_is_named_after_the_title_and_front_matter_stays_first() -> None:
    told = twin.with_index("---\nname: a\n---\n\n# A\n\nText.\n").splitlines()
    assert told[:4] == ["---", "name: a", "---", "# A"]
    assert told[5].startswith("> For AI agents: [llms.txt](llms.txt)")
    assert told[7] == "Text."


def test_made_page_leads_to_pages_of_its_kind() -> None:
    made = article.made("call-a.md", "# A\n\n[b](call-b.md), [c](codes.md#003), [d](reference.html#tag/d)\n")

    assert made.page == "call-a.html"
    for address in ("call-b.html", "codes.html#003", "reference.html#tag/d"):
        assert f'href="{address}"' in made.html

"""What the mock serves to agents: pages as Markdown, lists of pages, the catalog of the API, skills."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest

from login_contract import built_site
from login_contract.mock.hosted import documentation
from login_contract.mock.http.accepted import wants_markdown
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.site.pages import SCALAR
from tests.docs.reading import SKILLS

LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
PROFILE = "https://www.rfc-editor.org/info/rfc9727"
RELATIONS = {"service-desc", "service-doc", "status"}


@pytest.fixture(scope="module")
def mock(site: Path) -> Iterator[EmbeddedMock]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(built_site, "folder", lambda: site)
        with EmbeddedMock() as running:
            yield running


@pytest.fixture(scope="module")
def client(mock: EmbeddedMock) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=mock.origin) as made:
        yield made


def relative(text: str) -> list[str]:
    """Return the links of a page in Markdown that only those can follow who know where it was."""
    return [link for link in LINK.findall(text) if not urlsplit(link).scheme]


def faults_of_linkset(document: Any) -> list[str]:
    """Return what is wrong with a set of links in JSON (RFC 9264, section 4.2)."""
    if not isinstance(document, dict) or set(document) != {"linkset"}:
        return ["its only member is linkset"]
    found = []
    for context in document["linkset"]:
        if not urlsplit(context.get("anchor", "")).scheme:
            found.append("an anchor is an address")
        for relation, targets in context.items():
            if relation != "anchor":
                wrong = not isinstance(targets, list) or not all(one.get("href") for one in targets)
                found += [f"{relation} is a list of targets, each with href"] * wrong
    return found


@pytest.mark.parametrize("address", ["/llms.txt", "/docs/llms.txt"])
def test_every_page_of_the_list_is_markdown_with_whole_addresses(
    address: str, client: httpx.Client, mock: EmbeddedMock, site: Path
) -> None:
    listed = client.get(address)

    assert listed.headers["content-type"] == "text/plain; charset=utf-8"
    assert relative(listed.text) == []
    links = LINK.findall(listed.text)
    assert len(links) > 180
    assert {link for link in links if not link.startswith(f"{mock.origin}/docs/")} == set()
    assert {link.rpartition("/")[2] for link in links} <= {path.name for path in site.glob("*.md")}
    for link in links[::12]:
        answer = client.get(link)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/markdown; charset=utf-8")
        assert relative(answer.text) == [], link


@pytest.mark.parametrize(
    "name",
    ["call-generate-jwt.html", "call-generate-jwt.md", "quick-start.html", "description.js", "llms-full.txt"],
)
def test_programs_speak_to_the_mock_that_shows_them(
    name: str, client: httpx.Client, mock: EmbeddedMock, site: Path
) -> None:
    shown = client.get(f"/docs/{name}").text
    assert shown.count(mock.origin) >= (site / name).read_text("utf-8").count(documentation.WRITTEN_FOR) > 0
    assert documentation.WRITTEN_FOR not in shown


def test_guides_and_calls_are_served_in_one_file(client: httpx.Client) -> None:
    whole = client.get("/llms-full.txt")
    assert whole.headers["content-type"].startswith("text/plain")
    assert "\n# Log in with a password\n" in whole.text


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("/docs/oauth2.html", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("/docs/oauth2.html", "text/markdown", "text/markdown"),
        ("/docs/oauth2", "text/markdown, text/html;q=0.9", "text/markdown"),
        ("/docs/oauth2", "*/*", "text/html"),
        ("/docs/oauth2", "text/html, text/markdown;q=0.5", "text/html"),
        ("/docs/", "text/markdown", "text/markdown"),
        ("/docs/examples-server.py", "text/markdown", "text/markdown"),
        ("/docs/site.css", "text/markdown", "text/css"),
    ],
)
def test_page_is_what_is_asked_for(address: str, accept: str, media_type: str, client: httpx.Client) -> None:
    answer = client.get(address, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", False),
        ("*/*", False),
        ("text/markdown;q=0", False),
        ("text/markdown;q=0.2,text/html;q=0.1", True),
        ("text/markdown; charset=utf-8; q=0.5, text/html", False),
        ("TEXT/MARKDOWN", True),
        ("nonsense, text/markdown", True),
        (",".join(["a/b"] * 40) + ",text/markdown", False),
        ("text/markdown ; Q=0", False),
        ("text/markdown;q=0.5, */*", False),
        ("text/markdown;q=0.5, text/*;q=0.9, */*;q=0.1", False),
        ("text/markdown;q=0.5, */*;q=0.9, text/html;q=0.2", True),
        ("text/markdown, */*", True),
        ("text/markdown;q=nan, text/html;q=0.1", False),
        ("text/markdown;q=2", False),
        ("text/markdown;" * 4000, True),
    ],
)
def test_markdown_is_wanted_only_by_its_name(accept: str, wanted: bool) -> None:
    assert wants_markdown(accept) is wanted


def test_pages_are_asked_for_again_and_shown_in_no_frame(client: httpx.Client) -> None:
    page, script = client.get("/docs/oauth2"), client.get(f"/docs/{SCALAR}")

    assert page.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert page.headers["vary"] == "Accept, Origin"
    assert (page.headers["cache-control"], script.headers["cache-control"]) == ("no-cache", "max-age=86400")


def test_header_that_is_given_twice_is_read_as_one(mock: EmbeddedMock) -> None:
    twice = [("accept", "text/html"), ("accept", "text/markdown;q=0.5")]
    # Whoever reads one of them alone takes it, in one of the two orders, for a wish for Markdown.
    for headers in (twice, twice[::-1]):
        answer = httpx.get(f"{mock.origin}/docs/oauth2", headers=headers)
        assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "address", ["/docs/", "/docs/oauth2", "/docs/site.css", "/llms.txt", "/llms-full.txt"]
)
def test_page_that_is_kept_is_not_sent_again(address: str, client: httpx.Client) -> None:
    whole = client.get(address)
    tag = whole.headers["etag"]
    for kept in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        for method in ("GET", "HEAD"):
            answer = client.request(method, address, headers={"if-none-match": kept})
            assert (answer.status_code, answer.content) == (304, b"")
            assert not {"content-type", "content-length"} & answer.headers.keys()
            for name in ("etag", "cache-control", "vary"):
                assert answer.headers[name] == whole.headers[name]

    for kept in ('"other"', tag.strip('"'), "", '"*"'):
        answer = client.get(address, headers={"if-none-match": kept})
        assert (answer.status_code, answer.text) == (200, whole.text)


def test_each_text_of_a_page_has_its_version(client: httpx.Client) -> None:
    asked = [
        ("oauth2", "text/html"),
        ("oauth2.md", "*/*"),
        ("oauth2", "text/markdown"),
        ("codes", "text/html"),
    ]
    html, text, as_asked, other = (
        client.get(f"/docs/{name}", headers={"accept": accept}).headers["etag"] for name, accept in asked
    )
    assert text == as_asked
    assert len({html, text, other}) == 3


@pytest.mark.parametrize("name", ["oauth2", "codes.html", "none", "a b", "..%2Fllms.txt", "%2F%2Fa.test"])
def test_slash_at_the_end_leads_to_the_page(name: str, client: httpx.Client) -> None:
    led, page = client.get(f"/docs/{name}/"), client.get(f"/docs/{name}")

    assert (led.status_code, led.headers["location"]) == (302, f"/docs/{name.replace(' ', '%20')}")
    assert client.get(led.headers["location"]).status_code == page.status_code


def test_page_of_the_mock_leads_to_the_documentation(client: httpx.Client) -> None:
    links = re.findall('<a href="([^"]+)">Documentation</a>', client.get("/_mock/").text)

    assert [client.get(link).status_code for link in links] == [200]


def test_page_that_is_not_there_is_not_found(client: httpx.Client) -> None:
    for name in ("none", "none.md", "..%2Fllms.txt", "openapi", ".generated-files"):
        assert client.get(f"/docs/{name}", headers={"accept": "text/markdown"}).status_code == 404


@pytest.mark.parametrize(
    ("asked", "alike"),
    [
        ("OAuth2", ["oauth2"]),
        ("generate-jwt.html", ["call-generate-jwt"]),
        ("custom-storag", ["custom-storage"]),
        ("<b>xyzzyq", []),
    ],
)
def test_page_that_is_not_there_leads_to_those_that_are(
    asked: str, alike: list[str], client: httpx.Client, mock: EmbeddedMock
) -> None:
    base, address = f"{mock.origin}/docs/", f"/docs/{quote(asked)}"
    page = client.get(address, headers={"accept": "text/html"})
    told = client.get(address, headers={"accept": "text/markdown"})

    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    links = re.findall('href="([^"]+)"', page.text)
    assert links[: len(alike)] == [f"{base}{each}" for each in alike]
    assert links[-3:] == [base, f"{base}calls", f"{base}codes"]
    assert {client.get(link).status_code for link in links} == {200}
    assert told.status_code == 404
    description = told.json()["error"]["description"]
    assert all(f" {base}{each}.md." in description for each in alike)
    assert description.endswith(f" {base}llms.txt lists all pages.")


def test_what_no_build_writes_is_not_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "docs"
    (folder / "folder.html").mkdir(parents=True)
    (folder / "index.html").write_text("<title>One</title>", "utf-8")
    (folder / "bytes.html").write_bytes(b"\xff\xfe")
    (folder / "elsewhere.html").symlink_to(folder / "index.html")
    monkeypatch.setattr(built_site, "folder", lambda: folder)
    with EmbeddedMock() as mock:
        found = {path.name: httpx.get(f"{mock.origin}/docs/{path.name}") for path in folder.iterdir()}

    assert len(found) == 4
    assert [name for name, answer in found.items() if answer.status_code == 200] == ["index.html"]
    assert {answer.status_code for answer in found.values()} == {200, 404}


def test_page_that_a_build_takes_away_meanwhile_is_not_found(
    site: Path, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documentation, "_names", lambda: frozenset({"index.html", "gone.html"}))
    answer = client.get("/docs/gone")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "003-061")


def test_map_of_the_site_has_every_page(client: httpx.Client, site: Path, mock: EmbeddedMock) -> None:
    answer = client.get("/docs/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    listed = set(re.findall("<loc>([^<]+)</loc>", answer.text))
    assert listed == {f"{mock.origin}/docs/{page.name}" for page in site.glob("*.html")}


def test_catalog_leads_to_what_is_there(client: httpx.Client, mock: EmbeddedMock) -> None:
    answer = client.get("/.well-known/api-catalog")

    assert answer.headers["content-type"] == f'application/linkset+json; profile="{PROFILE}"'
    assert answer.headers["link"] == f'<{mock.origin}/.well-known/api-catalog>; rel="api-catalog"'
    assert faults_of_linkset(answer.json()) == []
    (api,) = answer.json()["linkset"]
    assert api["anchor"] == mock.base_url
    assert api.keys() - {"anchor"} == RELATIONS
    for target in (each for relation in RELATIONS for each in api[relation]):
        found = client.get(target["href"])
        assert (found.status_code, found.headers["content-type"].partition(";")[0]) == (200, target["type"])


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ([], "its only member is linkset"),
        ({"linkset": [{"anchor": "/api"}]}, "an anchor is an address"),
        ({"linkset": [{"anchor": "http://a/", "status": {"href": "/"}}]}, "status is a list of targets"),
        ({"linkset": [{"anchor": "http://a/", "status": [{}]}]}, "status is a list of targets"),
    ],
)
def test_set_of_links_that_is_none_is_noticed(document: Any, fault: str) -> None:
    assert any(told.startswith(fault) for told in faults_of_linkset(document))


def test_head_of_the_catalog_has_its_link_and_no_body(client: httpx.Client, mock: EmbeddedMock) -> None:
    answer = client.head("/.well-known/api-catalog")
    assert (answer.status_code, answer.content) == (200, b"")
    assert 'rel="api-catalog"' in answer.headers["link"]


@pytest.mark.parametrize(
    "address",
    [
        "/docs",
        "/docs/",
        "/docs/oauth2",
        "/docs/none",
        "/llms.txt",
        "/llms-full.txt",
        "/docs/sitemap.xml",
        "/docs/openapi.json",
        "/.well-known/agent-skills/index.json",
        "/.well-known/agent-skills/login-contract/SKILL.md",
    ],
)
def test_head_is_that_of_the_whole_answer(address: str, client: httpx.Client) -> None:
    asked, whole = client.head(address), client.get(address)

    assert (asked.status_code, asked.content) == (whole.status_code, b"")
    for name in ("content-type", "content-length", "location", "vary"):
        assert asked.headers.get(name) == whole.headers.get(name)


def test_description_leads_back_to_the_mock(client: httpx.Client, mock: EmbeddedMock, site: Path) -> None:
    served = client.get("/docs/openapi.json").json()
    built = json.loads((site / "openapi.json").read_text("utf-8"))

    assert [one["url"] for one in served["servers"]] == [mock.base_url]
    assert served | {"servers": built["servers"]} == built


def test_skills_are_offered_with_their_digests(client: httpx.Client) -> None:
    told = client.get("/.well-known/agent-skills/index.json").json()

    assert [one["name"] for one in told["skills"]] == [path.parent.name for path in SKILLS]
    for one in told["skills"]:
        served = client.get(one["url"])
        assert served.headers["content-type"] == "text/markdown; charset=utf-8"
        assert one["digest"] == f"sha256:{hashlib.sha256(served.content).hexdigest()}"
    assert client.get("/.well-known/agent-skills/none/SKILL.md").status_code == 404


def test_public_address_is_that_of_all_links(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built_site, "folder", lambda: site)
    with EmbeddedMock(MockSettings(public_url="https://login.test")) as mock:
        listed = httpx.get(f"{mock.origin}/llms.txt").text
        catalog = httpx.get(f"{mock.origin}/.well-known/api-catalog").json()

    assert "](https://login.test/docs/oauth2.md)" in listed
    assert mock.origin not in json.dumps(catalog) + listed


def test_without_a_build_catalog_description_and_skills_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built_site, "folder", lambda: tmp_path / "none")
    with EmbeddedMock() as mock:
        there = ("/.well-known/api-catalog", "/.well-known/agent-skills/index.json", "/docs/openapi.json")
        lacking = ("/llms.txt", "/llms-full.txt", "/docs/sitemap.xml", "/docs/oauth2.md")
        statuses = [httpx.get(f"{mock.origin}{address}").status_code for address in there]
        told = [httpx.get(f"{mock.origin}{address}") for address in lacking]
        page = httpx.get(f"{mock.origin}/docs/oauth2")

    assert statuses == [200, 200, 200]
    assert [each.status_code for each in told] == [404] * len(lacking)
    assert all(each.json()["error"]["description"].endswith("login-contract docs build") for each in told)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")

"""The site in a browser, opened from disk and served by the mock: it works, and asks nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pages import axe_core
from pages.findings import by_axe
from tests.site.conftest import Reader

LOGIN = "reference.html#tag/password/auth-by-username-and-password"


@pytest.fixture(autouse=True)
def quiet(reader: Reader) -> Iterator[None]:
    """Whatever is done with a page, it complains of nothing and stays here."""
    reader.complaints.clear()
    reader.outside.clear()
    yield
    assert (reader.complaints, reader.outside) == ([], [])


def found(reader: Reader, words: str) -> list[str]:
    """Search as a reader does; return where the results lead."""
    reader.tab.keyboard.press("/")
    reader.tab.keyboard.type(words)
    reader.tab.wait_for_selector("#found a")
    return [str(link.get_attribute("href")) for link in reader.tab.query_selector_all("#found a")]


def test_search_finds_an_error_code(reader: Reader) -> None:
    reader.open("index.html")

    assert found(reader, "003-001")[0] == "codes.html#003-001"
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url("**/codes.html#003-001")
    assert "WrongCredentials" in reader.tab.inner_text(":target")


def test_search_finds_a_flow_in_guides_and_calls(reader: Reader) -> None:
    reader.open("codes.html")

    links = found(reader, "single sign-on")
    assert {link.partition("#")[0] for link in links} >= {"hosted-pages.html", "reference.html"}


def test_search_says_that_nothing_was_found(reader: Reader) -> None:
    reader.open("index.html")

    reader.tab.fill("#find", "xyzzyq")
    reader.tab.wait_for_selector("#found .none")
    assert reader.tab.text_content("#found-count") == "0 results"


def test_reference_shows_a_call_with_its_origin_and_error_codes(reader: Reader) -> None:
    reader.open(LOGIN)

    section = reader.tab.locator("#reference section", has_text="auth-by-username-and-password").last
    section.locator("td", has_text="WrongCredentials").wait_for()
    assert section.locator("a[href$='codes.html#003-001']").count() == 1
    assert "documented" in section.inner_text()


def test_reference_offers_the_samples_of_a_call_and_no_others(reader: Reader) -> None:
    reader.open(LOGIN)
    section = reader.tab.locator("#reference section", has_text="auth-by-username-and-password").last

    assert "http://127.0.0.1:8480/api/login?projectId=" in section.locator("pre").first.inner_text()
    section.get_by_role("button", name="curl").click()
    offered = [each.inner_text() for each in reader.tab.get_by_role("option").all()]
    assert offered == ["curl", "Python", "Python, LoginApi", "TypeScript", "TypeScript, LoginApi"]


def test_reference_shows_webhooks(reader: Reader) -> None:
    reader.open("reference.html#tag/custom-storage/webhook/custom-storage-new-user")

    reader.tab.locator("#reference h3", has_text="Store a new user").wait_for()


def test_calls_are_tried_where_the_mock_serves_the_page(reader: Reader) -> None:
    reader.open(LOGIN)

    trial = reader.tab.locator("button", has_text="(post /login)")
    if reader.address.startswith("file:"):
        assert reader.tab.is_visible("#from-disk")
        assert trial.count() == 0
        return
    assert not reader.tab.is_visible("#from-disk")
    trial.first.click()
    with reader.tab.expect_response("**/api/login?*") as answered:
        reader.tab.get_by_role("button", name="Send").first.click()
    assert answered.value.status == 200
    assert "token=" in answered.value.json()["login_url"]


@pytest.mark.parametrize("reader", ["from the mock"], indirect=True)
@pytest.mark.parametrize("page", ["index.html", "receivers.html", "codes.html"])
def test_page_can_be_read_by_everybody(page: str, reader: Reader, axe: str) -> None:
    for width, scheme in ((320, "light"), (1440, "dark")):
        reader.tab.set_viewport_size({"width": width, "height": 900})
        reader.tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        reader.open(page)
        reader.tab.evaluate(axe)
        told, _ = by_axe(reader.tab.evaluate(axe_core.RUN, ["css-orientation-lock"]))
        assert list(map(str, told)) == []
        assert reader.tab.evaluate("document.documentElement.scrollWidth") <= width

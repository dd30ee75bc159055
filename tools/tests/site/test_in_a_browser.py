"""The site in a browser, opened from disk and served by the mock: it works, and asks nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages import axe_core
from pages.findings import by_axe
from tests.site import drawn
from tests.site.conftest import Reader

served = pytest.mark.parametrize("reader", ["from the mock"], indirect=True)
LOGIN = "reference.html#tag/password/auth-by-username-and-password"

# Cells of the form to try a call that lie over the next cell of their row.
COVERED = """() => [...document.querySelectorAll(".scalar-data-table td + td")]
  .filter(each => each.getBoundingClientRect().width && each.getBoundingClientRect().left + 1
    < each.previousElementSibling.getBoundingClientRect().right)
  .map(each => each.textContent)"""

# What would have to be scrolled to be read.
CUT_ON_PAPER = """() => [...document.querySelectorAll("main pre, main .wide, main table")]
  .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"""


@pytest.fixture(autouse=True)
def quiet(reader: Reader) -> Iterator[None]:
    """Whatever is done with a page, it complains of nothing and stays here."""
    reader.complaints.clear()
    reader.outside.clear()
    yield
    assert (reader.complaints, reader.outside) == ([], [])


def look(reader: Reader, width: int, scheme: str) -> None:
    reader.tab.set_viewport_size({"width": width, "height": 900})
    reader.tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def faults(reader: Reader, axe: str) -> list[str]:
    """What axe finds on the page, and how far it scrolls sideways."""
    if not reader.tab.evaluate("'axe' in window"):
        reader.tab.evaluate(axe)
    told, _ = by_axe(reader.tab.evaluate(axe_core.RUN, ["css-orientation-lock"]))
    wider = reader.tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*map(str, told), *([f"{wider} px too wide"] if wider > 0 else [])]


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


@pytest.mark.parametrize(
    "call", ["oauth2-token/generate-jwt", "tokens/validate-jwt", "two-factor/otp-validate"]
)
def test_search_finds_a_call_by_its_operation_id(call: str, reader: Reader) -> None:
    reader.open("index.html")

    assert found(reader, call.rpartition("/")[2])[0] == f"reference.html#tag/{call}"


def test_search_finds_a_flow_in_guides_and_calls(reader: Reader) -> None:
    reader.open("codes.html")

    links = found(reader, "single sign-on")
    assert {link.partition("#")[0] for link in links} >= {"hosted-pages.html", "reference.html"}


@served
def test_search_is_used_with_the_keyboard_alone(reader: Reader) -> None:
    reader.open("index.html")
    links = found(reader, "token")

    for pressed, at in (("ArrowDown", links[0]), ("ArrowDown", links[1]), ("ArrowUp", links[0])):
        reader.tab.keyboard.press(pressed)
        assert reader.tab.evaluate("document.activeElement.getAttribute('href')") == at
    reader.tab.keyboard.press("Escape")
    assert reader.tab.evaluate("document.activeElement.id") == "find"
    assert not reader.tab.is_visible("#found")


@served
@pytest.mark.parametrize("page", ["codes.html", "reference.html"])
def test_bar_is_skipped_with_the_keyboard(reader: Reader, page: str) -> None:
    reader.open(page)

    reader.tab.keyboard.press("Tab")
    assert reader.tab.locator(".skip").bounding_box()["y"] >= 0
    reader.tab.keyboard.press("Enter")
    reader.tab.keyboard.press("Tab")
    assert reader.tab.evaluate("document.activeElement.closest('#content') !== null")


def test_search_says_that_nothing_was_found(reader: Reader) -> None:
    reader.open("index.html")

    reader.tab.fill("#find", "xyzzyq")
    reader.tab.wait_for_selector("#found .none")
    assert reader.tab.text_content("#found-count") == "0 results"


@served
def test_reference_can_be_read_by_everybody(reader: Reader, axe: str) -> None:
    look(reader, 1440, "light")
    reader.open(LOGIN)
    reader.tab.locator("td", has_text="WrongCredentials").first.wait_for()
    for width, scheme in ((1440, "light"), (320, "light"), (375, "dark"), (1440, "dark")):
        look(reader, width, scheme)
        assert (width, scheme, faults(reader, axe)) == (width, scheme, [])


@served
def test_reference_shows_a_call_with_its_origin_and_error_codes(reader: Reader) -> None:
    reader.open(LOGIN)

    section = reader.tab.locator("#reference section", has_text="auth-by-username-and-password").last
    section.locator("td", has_text="WrongCredentials").wait_for()
    assert section.locator("a[href$='codes.html#003-001']").count() == 1
    assert "documented" in section.inner_text()


@served
def test_reference_offers_the_samples_of_a_call_and_no_others(reader: Reader) -> None:
    reader.open(LOGIN)
    section = reader.tab.locator("#reference section", has_text="auth-by-username-and-password").last

    origin = reader.address.removesuffix("/docs")
    assert f"{origin}/api/login?projectId=" in section.locator("pre").first.inner_text()
    section.get_by_role("button", name="curl").click()
    offered = [each.inner_text() for each in reader.tab.get_by_role("option").all()]
    assert offered == [
        "curl",
        "curl, by email",
        "Python",
        "Python, LoginApi",
        "TypeScript",
        "TypeScript, LoginApi",
    ]
    reader.tab.keyboard.press("Escape")


@served
def test_call_is_tried_where_the_mock_serves_the_page(reader: Reader) -> None:
    reader.open(LOGIN)

    assert not reader.tab.is_visible("#from-disk")
    reader.tab.locator("button", has_text="(post /login)").first.click()
    reader.tab.get_by_role("button", name="Send").first.wait_for()
    assert reader.tab.evaluate(COVERED) == []
    with reader.tab.expect_response("**/api/login?*") as answered:
        reader.tab.get_by_role("button", name="Send").first.click()
    assert answered.value.status == 200
    assert "token=" in answered.value.json()["login_url"]


@pytest.mark.parametrize("reader", ["from disk"], indirect=True)
def test_page_from_disk_shows_webhooks_and_offers_no_trial(reader: Reader) -> None:
    reader.open("reference.html#tag/custom-storage/webhook/custom-storage-new-user")

    reader.tab.locator("#reference h3", has_text="Store a new user").wait_for()
    assert reader.tab.is_visible("#from-disk")
    assert reader.tab.locator("button", has_text="Test Request").count() == 0


@served
@pytest.mark.parametrize("page", ["index.html", "receivers.html", "codes.html"])
def test_page_can_be_read_by_everybody(page: str, reader: Reader, axe: str) -> None:
    look(reader, 320, "light")
    reader.open(page)
    assert faults(reader, axe) == []
    look(reader, 1440, "dark")
    assert faults(reader, axe) == []


@served
def test_no_text_of_a_diagram_is_cut_or_covered(reader: Reader, site: Path) -> None:
    reader.open("receivers.html")
    reader.tab.evaluate(drawn.SHOW, "".join(drawn.figures(site)))

    assert reader.tab.evaluate(drawn.CUT) == []
    # A font that is wider than any that was reckoned with is told by the same measure.
    reader.tab.evaluate(drawn.LARGER)
    assert reader.tab.evaluate(drawn.CUT) != []


@served
def test_diagram_is_told_from_its_ground(reader: Reader) -> None:
    reader.open("receivers.html")

    for scheme in ("light", "dark"):
        look(reader, 1440, scheme)
        texts, lines = reader.tab.evaluate(drawn.CONTRAST)
        assert texts >= 4.5
        assert lines >= 3


@served
def test_diagram_that_is_too_wide_is_read_with_the_keyboard(reader: Reader) -> None:
    look(reader, 320, "light")
    reader.open("receivers.html")
    reader.tab.get_by_role("region", name="Diagram 1: How a webhook of custom storage travels").focus()
    reader.tab.keyboard.press("ArrowRight")

    # What waits in the page evaluates a string there, which its policy forbids.
    for _ in range(200):
        if reader.tab.evaluate("document.activeElement.scrollLeft") > 0:
            return
        reader.tab.wait_for_timeout(50)
    pytest.fail("the diagram does not scroll")


@served
def test_list_of_pages_shows_the_page_that_is_read(reader: Reader) -> None:
    look(reader, 1440, "light")
    reader.open("changes.html")

    assert reader.tab.evaluate("scrollY") == 0
    place = reader.tab.locator("#pages [aria-current]").bounding_box()
    assert 0 < place["y"] < 800


@served
@pytest.mark.parametrize("page", ["custom-storage.html", "supported.html", "call-generate-jwt.html"])
def test_paper_has_all_of_a_page(page: str, reader: Reader) -> None:
    for width in (718, 1047):  # what a sheet of A4 has between its margins, upright and across
        reader.tab.set_viewport_size({"width": width, "height": 900})
        reader.open(page)
        reader.tab.emulate_media(media="print")
        cut = reader.tab.evaluate(CUT_ON_PAPER)
        filled = reader.tab.locator("main").bounding_box()["width"]
        reader.tab.emulate_media(media="screen")
        assert (cut, round(filled)) == ([], width)


@served
def test_short_name_in_a_table_is_read_whole(reader: Reader) -> None:
    look(reader, 1000, "light")
    reader.open("oauth2.html")

    names = reader.tab.locator("main td code, main th code").filter(
        has_text=re.compile(r"^(client_id|type|\w{6,12})$")
    )
    assert names.count() > 4
    assert {round(each.bounding_box()["height"] / 20) for each in names.all()} == {1}

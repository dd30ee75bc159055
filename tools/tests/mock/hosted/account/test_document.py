"""What the server sends: the page in the reader's language, its files, its texts, its policy."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from xsolla_login_client.user_account import LOCALES

from login_contract.mock.hosted import account_texts, page_files
from login_contract.mock.messages.languages import available, language
from login_contract.mock.messages.locales import resolve_locale
from tests.mock.game import Game, refusal

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def page(game: Game, locale: str | None = None) -> str:
    answer = game.http.get("/profile", params={} if locale is None else {"locale": locale})
    assert answer.status_code == 200, answer.text
    return answer.text


def data(html: str) -> dict[str, Any]:
    [found] = DATA.findall(html)
    told: dict[str, Any] = json.loads(found)
    return told


def policy(game: Game) -> dict[str, list[str]]:
    [header] = game.http.get("/profile").headers.get_list("content-security-policy")
    return {name: sources for name, *sources in (each.split() for each in header.split(";"))}


@pytest.mark.parametrize("tag", available())
def test_the_page_is_in_the_readers_language_before_any_script_runs(game: Game, tag: str) -> None:
    html, words = page(game, tag), language(tag)

    assert f'<html lang="{words.code}" dir="{words.direction}">' in html
    assert words.texts["account.first_name"] in html
    assert data(html)["account"]["title"] == words.texts["account.title"]
    assert re.findall(r'<option value="(\S+)" lang="\S+" selected', html) == [
        account_texts.offered()[tag].locale
    ]
    assert "{{" not in html


@pytest.mark.parametrize("code", LOCALES)
def test_every_code_of_the_document_opens_the_page(game: Game, code: str) -> None:
    assert data(page(game, code))["tag"] == resolve_locale(code)


@pytest.mark.parametrize("locale", ["", "x", "xx_YY", "<script>", "de" * 500, "🏴", "en\u202e", "../../de"])
def test_a_strange_locale_is_english_and_no_error(game: Game, locale: str) -> None:
    assert data(page(game, locale))["tag"] == "en_XX"


def test_every_language_with_texts_is_offered_once_under_its_own_name(game: Game) -> None:
    offered = re.findall(r'<option value="(\S+)" lang="(\S+)"[^>]*>([^<]+)<', page(game))
    assert {resolve_locale(locale) for locale, _, _ in offered} == set(available())
    assert len(offered) == len({name for _, _, name in offered}) == len(available())
    assert ("de", "de", "Deutsch") in offered
    assert [locale for locale, _, _ in offered] == list(LOCALES), "the client makes addresses for others"


def test_a_text_cannot_end_the_block_that_carries_it(monkeypatch: pytest.MonkeyPatch, game: Game) -> None:
    told = account_texts.told("en")
    hostile = {**told, "account": {**told["account"], "saved": "</script><script>alert(1)</script>"}}
    monkeypatch.setattr(account_texts, "told", lambda locale: hostile)
    html = page(game)
    assert "<script>alert" not in html
    assert data(html)["account"]["saved"] == hostile["account"]["saved"]


def test_the_page_may_load_nothing_but_its_own_and_run_nothing_inline(game: Game) -> None:
    allowed = policy(game)
    assert allowed.pop("frame-ancestors")[0] == "'self'"
    assert allowed == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "connect-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    html = page(game)
    assert "style=" not in html
    assert "<style" not in html
    assert not re.search(r"\son\w+=", html)


def test_pages_of_every_projects_allowed_origins_may_frame_it(game: Game) -> None:
    game.configure(allowed_origins=["https://game.example", "http://localhost:*"])
    game.another(allowed_origins=["https://other.example:8443"])
    answer = game.http.get("/profile")
    assert {"'self'", "https://game.example", "http://localhost:*", "https://other.example:8443"} <= set(
        policy(game)["frame-ancestors"]
    )
    assert "x-frame-options" not in answer.headers
    game.configure(allowed_origins=["http://localhost:*"])
    assert "https://game.example" not in policy(game)["frame-ancestors"]


@pytest.mark.parametrize("origin", ["http://a;sandbox", "http://a,b", "http://ü.example", "http://'none'"])
def test_an_odd_origin_adds_nothing_to_the_policy(game: Game, origin: str) -> None:
    game.configure(allowed_origins=[origin])
    assert "sandbox" not in policy(game)
    assert origin not in policy(game)["frame-ancestors"]


def test_every_file_that_the_page_links_is_there_with_its_media_type(game: Game) -> None:
    linked = re.findall(r'(?:href|src)="(_mock/pages/[^"]+)"', page(game))
    imported = re.findall(
        r'(?:from|import\() ?"\./([\w-]+\.js)"', "".join(f.text for f in page_files.all_files().values())
    )
    assert len(linked) > 10
    for path in {*linked, *(f"_mock/pages/{name}" for name in imported)}:
        answer = game.http.get(f"/{path}")
        kind = "text/css" if path.endswith(".css") else "text/javascript"
        assert answer.headers["content-type"] == f"{kind}; charset=utf-8", path
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert {path.name for path in page_files.FOLDER.glob("*.js")} == {
        *imported,
        "main.js",
        "start.js",
    }, "a module that nothing imports, or one that is missing"


@pytest.mark.parametrize(
    "name", ["gone.js", "page.html", "..%2fpage_files.py", "account", "MAIN.JS", "a" * 255]
)
def test_another_file_is_not_found(game: Game, name: str) -> None:
    assert refusal(game.http.get(f"/_mock/pages/{name}")) == (404, "003-061")


@pytest.mark.parametrize("tag", available())
def test_the_texts_of_a_language_are_whole_and_plural_ones_are_tables(game: Game, tag: str) -> None:
    told = game.http.get("/_mock/texts", params={"locale": tag}).json()
    texts = language(tag).texts
    flat: dict[str, str] = {}
    for section in ("account", "refusal"):
        for name, text in told[section].items():
            forms = {"": text} if isinstance(text, str) else {f".{form}": one for form, one in text.items()}
            flat |= {f"{section}.{name}{form}": one for form, one in forms.items()}
    assert flat == {name: text for name, text in texts.items() if name.startswith(("account.", "refusal."))}
    assert isinstance(told["account"]["too_long"], dict)

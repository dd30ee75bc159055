"""The address of the account page, and the HTML that leads there: what a game puts into its own page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from xsolla_login_client import user_account
from xsolla_login_client.user_account import BASE_URL, EVENTS, LOCALES, account_url, iframe, link

from login_contract import cli
from login_contract.mock.messages import locales
from tests.mock.hosted.site import HOSTILE

TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiItXyJ9.c2lnbi1fYXR1cmU"
URL = f"{BASE_URL}/profile?locale=en#token={TOKEN}"
SDK_TAGS = (
    *("en_XX", "ar_AE", "bg_BG", "cz_CZ", "de_DE", "es_ES", "fr_FR", "he_IL", "it_IT", "ja_JP"),
    *("ko_KR", "pl_PL", "pt_BR", "ro_RO", "ru_RU", "th_TH", "tr_TR", "vi_VN", "zh_CN", "zh_TW"),
)
OTHER_NAMES = [
    *zip(SDK_TAGS, LOCALES, strict=True),
    *(
        ("DE", "de"),
        ("de-AT", "de"),
        ("pt-PT", "pt"),
        ("cs-CZ", "cs"),
        ("iw-IL", "he"),
        ("cn", "cn"),
        ("tw", "tw"),
    ),
    *(
        ("zh", "cn"),
        ("zh-Hans", "cn"),
        ("zh-Hans-HK", "cn"),
        ("zh-Hant", "tw"),
        ("zh_HK", "tw"),
        ("zh_MO", "tw"),
    ),
]
WRONG_LOCALES = (
    "",
    "xx",
    "english",
    "d",
    "de_",
    "-de",
    "de DE",
    "de&x=1",
    "de#",
    'de"',
    "de_DE.UTF-8",
    "sr-Latn",
)
WRONG_TOKENS = (
    "",
    " ",
    "a",
    "a.b",
    "a.b.",
    "..",
    "a.b.c.d",
    f"Bearer {TOKEN}",
    f"{TOKEN}\n",
    "a.b.c&x=1",
    "a.b.c'",
)
ADDRESSES = {
    "http://127.0.0.1:8480": "http://127.0.0.1:8480/profile",
    "http://127.0.0.1:8480/": "http://127.0.0.1:8480/profile",
    "http://[::1]:8480//": "http://[::1]:8480/profile",
    "https://login.example/account": "https://login.example/account/profile",
    "https://login.example/account/": "https://login.example/account/profile",
    "https://login.example/profile": "https://login.example/profile",
    "https://login.example/a/profile/": "https://login.example/a/profile",
    "https://profile": "https://profile/profile",
    "HTTPS://Login.Example": "https://Login.Example/profile",
    "https://login.example/%C3%A4'&(": "https://login.example/%C3%A4'&(/profile",
}
WRONG_ADDRESSES = (
    *(
        "",
        "login.example",
        "//login.example",
        "ftp://login.example",
        "javascript:alert(1)",
        "https://",
        "https:///a",
    ),
    *(
        "https://a b",
        "https://a\n",
        "https://a\t/",
        "https://ä.example",
        "https://a/<b>",
        'https://a/"b',
        "https://a\\b",
    ),
    *(
        "https://u:p@login.example",
        "https://a?x=1",
        "https://a#x",
        "https://a?",
        "https://a:70000",
        "https://a:0",
    ),
    *("https://a:", "https://[::1", "https://[:::::]", "https://a/\u202eb"),
)


class Elements(HTMLParser):
    """The elements of a text, and what its scripts hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def check_address() -> None:
    """Judge an address as a browser and a server would read it."""
    parts = urlsplit(user_account.account_url(TOKEN, locale="zh-TW", base_url="http://127.0.0.1:8480"))
    assert (parts.scheme, parts.netloc, parts.path) == ("http", "127.0.0.1:8480", "/profile")
    assert parse_qsl(parts.query, strict_parsing=True) == [("locale", "tw")]
    assert parse_qsl(parts.fragment, strict_parsing=True) == [("token", TOKEN)]


def check_refusals() -> None:
    """Judge what no address is made of: whoever gave it is told, and nothing of a token is."""
    for token in WRONG_TOKENS:
        with pytest.raises(ValueError, match=r"^token: is no JWT"):
            user_account.account_url(token)
    for locale in WRONG_LOCALES:
        with pytest.raises(ValueError, match=f"^locale: .* is none of {', '.join(LOCALES)}$"):
            user_account.account_url(TOKEN, locale=locale)
    for address in WRONG_ADDRESSES:
        with pytest.raises(ValueError, match=f"^base_url: .* is no address such as {BASE_URL}$"):
            user_account.account_url(TOKEN, base_url=address)
        # Of what they are given, these judge what stands before query and hash.
        for make in () if set(address) & set("?#") else (user_account.iframe, user_account.link):
            with pytest.raises(ValueError, match=r"^base_url: "):
                make(address)


def check_escaping() -> None:
    """Judge that nothing breaks out of the HTML, and that the address arrives in it as it was."""
    url = account_url(TOKEN, base_url="https://login.example/'&amp;/")
    frame, anchor = (
        Elements(user_account.iframe(url, title=HOSTILE)),
        Elements(user_account.link(url, text=HOSTILE)),
    )

    assert [tag for tag, _ in frame.tags] == ["script", "iframe"]
    shown = {"id": "user-account", "title": HOSTILE, "src": url}
    assert shown.items() <= frame.tags[1][1].items()
    assert anchor.tags == [("a", {"href": url, "target": "_blank", "rel": "noopener"})]
    assert "".join(anchor.texts).strip() == HOSTILE


def test_the_token_is_in_the_hash_and_the_language_in_the_query() -> None:
    assert account_url(TOKEN) == URL
    assert account_url(TOKEN, locale="de") == URL.replace("=en", "=de")
    check_address()


def test_wrong_tokens_languages_and_addresses_are_refused() -> None:
    check_refusals()


def test_nothing_breaks_out_of_the_html() -> None:
    check_escaping()


@pytest.mark.parametrize("code", LOCALES)
def test_every_language_of_the_page_is_asked_for_by_its_code(code: str) -> None:
    assert f"?locale={code}#" in account_url(TOKEN, locale=code)


def test_the_languages_are_those_that_the_local_server_speaks() -> None:
    assert [locales.resolve_locale(code) for code in LOCALES] == list(SDK_TAGS)


@pytest.mark.parametrize(("name", "code"), OTHER_NAMES)
def test_a_language_may_be_called_as_others_call_it(name: str, code: str) -> None:
    assert f"?locale={code}#" in account_url(TOKEN, locale=name)
    assert locales.nearest(code, SDK_TAGS) == locales.nearest(name, SDK_TAGS), "as the local server reads it"


@pytest.mark.parametrize(("base_url", "page"), ADDRESSES.items())
def test_an_address_may_end_in_a_slash_or_a_path(base_url: str, page: str) -> None:
    assert account_url(TOKEN, base_url=base_url) == f"{page}?locale=en#token={TOKEN}"


def test_a_wrong_address_is_told_without_the_token_in_it() -> None:
    with pytest.raises(ValueError, match=r"^base_url: ") as refused:
        account_url(TOKEN, base_url=URL)
    assert TOKEN not in str(refused.value)


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [
        ("https://Login.Example/x", "https://login.example"),
        ("https://login.example:443", "https://login.example"),
        ("http://login.example:443", "http://login.example:443"),
        ("HTTP://127.0.0.1:80/", "http://127.0.0.1"),
        ("http://[::1]:8480", "http://[::1]:8480"),
    ],
)
def test_the_frame_is_known_by_its_origin_as_browsers_write_it(base_url: str, origin: str) -> None:
    html = iframe(account_url(TOKEN, base_url=base_url))
    assert re.findall(r"event\.origin !== (\S+)", html) == [json.dumps(origin)]


def test_the_handler_knows_every_event_and_comes_before_the_frame() -> None:
    html = iframe(URL)
    assert set(re.findall(r'case "([^"]+)"', html)) == set(EVENTS)
    assert html.index("addEventListener") < html.index("<iframe")


def test_every_public_name_is_listed() -> None:
    own = {name for name, value in vars(user_account).items() if not name.startswith("_") and callable(value)}
    made_here = {name for name in own if getattr(user_account, name).__module__ == user_account.__name__}
    assert made_here | {"BASE_URL", "EVENTS", "LOCALES"} == set(user_account.__all__)


def edited(name: str, old: str, new: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a defect: the result of a function with something else in place of a text."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        sound: Callable[..., str] = getattr(user_account, name)
        patch.setattr(user_account, name, lambda *given, **more: sound(*given, **more).replace(old, new))

    return plant


def anything_is(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a defect: a pattern that every text fits."""
    return lambda patch: patch.setattr(user_account, name, re.compile(".*", re.DOTALL))


def nothing_escaped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(user_account, "escape", str)


def any_language(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(user_account, "_code", str)


@pytest.mark.parametrize(
    ("plant", "law", "sign"),
    [
        (edited("account_url", "#token", "&token"), check_address, "token"),
        (edited("account_url", "?locale", "?lang"), check_address, "lang"),
        (edited("link", "noopener", "opener"), check_escaping, "opener"),
        (nothing_escaped, check_escaping, "img"),
        (anything_is("_JWT"), check_refusals, "DID NOT RAISE"),
        (anything_is("_ADDRESS"), check_refusals, "DID NOT RAISE"),
        (any_language, check_address, "zh-TW"),
        (any_language, check_refusals, "DID NOT RAISE"),
    ],
)
def test_a_planted_defect_is_noticed(
    plant: Callable[[pytest.MonkeyPatch], None],
    law: Callable[[], None],
    sign: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    law()
    plant(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception), match=sign):
        law()


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.run(["account-url", *arguments])
    return status, *capfd.readouterr()


def test_the_command_prints_the_address_or_the_html_for_it(capfd: pytest.CaptureFixture[str]) -> None:
    local = account_url(TOKEN, locale="pt", base_url="http://127.0.0.1:8480")
    asked = ("--token", TOKEN, "--locale", "pt-BR", "--base-url", "http://127.0.0.1:8480/")

    assert run(capfd, "--token", TOKEN) == (0, f"{URL}\n", "")
    assert run(capfd, *asked) == (0, f"{local}\n", "")
    assert run(capfd, *asked, "--embed", "iframe") == (0, iframe(local), "")
    assert run(capfd, *asked, "--embed", "link") == (0, link(local), "")


def test_the_command_reads_the_token_from_where_no_shell_keeps_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOGIN_CONTRACT_USER_TOKEN", TOKEN)
    assert run(capfd) == (0, f"{URL}\n", "")
    monkeypatch.delenv("LOGIN_CONTRACT_USER_TOKEN")
    for content in (TOKEN, f"{TOKEN}\n", f" {TOKEN}\r\nmore"):
        (tmp_path / "token").write_text(content)
        with (tmp_path / "token").open() as file:
            monkeypatch.setattr("sys.stdin", file)
            assert run(capfd, "--token", "-") == (0, f"{URL}\n", "")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Missing option '--token'"),
        (("--token", "a.b"), "token: is no JWT"),
        (("--token", TOKEN, "--locale", "xx"), "locale: 'xx' is none of en, ar, bg"),
        (("--token", TOKEN, "--base-url", "localhost:8480"), "base_url: 'localhost:8480' is no address"),
        (("--token", TOKEN, "--base-url", ""), "base_url: '' is no address"),
        (("--token", TOKEN, "--locale", ""), "locale: '' is none of en"),
        (("--token", TOKEN, "--embed", "object"), "Invalid value for '--embed'"),
    ],
)
def test_the_command_refuses_in_one_line(
    arguments: tuple[str, ...], reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capfd, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"login-contract: {reason}")
    assert TOKEN not in err


@pytest.mark.parametrize("content", [b"\xff\xfe.b.c", b"", b"a.b\0.c", b"a" * 100_000])
def test_whatever_stands_on_standard_input_is_a_token_or_refused(
    content: bytes, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "token").write_bytes(content)
    with (tmp_path / "token").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        status, out, err = run(capfd, "--token", "-")
    assert (status, out, err.count("\n")) == (2, "", 1)

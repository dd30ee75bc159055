"""A project's colours can be read, whatever they are; its logo is a picture, or it is refused."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from login_contract.errors import UsageError
from login_contract.mock.calls import html_document
from login_contract.mock.domain import theme as theme_module
from login_contract.mock.domain.colours import BLACK, READABLE, WHITE, Colour, on
from login_contract.mock.domain.theme import DARK_ACCENT, LIGHT_ACCENT, TINT, Theme, grounds, theme_of
from login_contract.mock.settings import server
from login_contract.mock.settings.logo import LARGEST
from login_contract.mock.settings.project import Project, project_settings
from login_contract.mock.settings.rules import SettingsError

GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(17)
SVG = b'<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
# Three texts of the stylesheet that stand on a tinted card beside the accent.
TEXTS = {False: ("#1b1f2a", "#565e70"), True: ("#e9ebf2", "#a9b0c2")}


def theme(**wanted: Any) -> Theme:
    return theme_of(Project(project_settings().complete({"theme": wanted})))


def data_url(content: bytes, media_type: str = "image/gif") -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def why(**wanted: Any) -> str:
    with pytest.raises(SettingsError) as refused:
        project_settings().complete({"theme": wanted})
    return str(refused.value)


def check_readable(wanted: str) -> None:
    """Judge the accents that light and dark pages get for one that is wanted."""
    told = theme(accent=wanted)
    for colours, dark in ((told.light, False), (told.dark, True)):
        accent = Colour.of(colours.accent)
        for ground in grounds(accent, dark=dark):
            assert accent.contrast(ground) >= READABLE, (colours, dark)
        assert accent.contrast(Colour.of(colours.on_accent)) >= READABLE, colours
        for text in TEXTS[dark]:
            assert Colour.of(text).contrast(grounds(accent, dark=dark)[-1]) >= READABLE, (text, colours)


def test_every_accent_of_a_coarse_cube_can_be_read_and_written_on() -> None:
    for red, green, blue in product(range(0, 256, 51), repeat=3):
        check_readable(f"#{red:02x}{green:02x}{blue:02x}")


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 0xFFFFFF))
def test_any_accent_can_be_read_and_written_on(number: int) -> None:
    check_readable(f"#{number:06x}")


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 0xFFFFFF))
def test_an_accent_is_moved_no_further_than_it_has_to_be(number: int) -> None:
    wanted = Colour.of(f"#{number:06x}")
    told = theme(accent=str(wanted))
    for colours, dark in ((told.light, False), (told.dark, True)):
        if all(wanted.contrast(ground) >= READABLE for ground in grounds(wanted, dark=dark)):
            assert colours.accent == str(wanted)
        else:
            worst = min(
                Colour.of(colours.accent).contrast(each)
                for each in grounds(Colour.of(colours.accent), dark=dark)
            )
            assert worst < READABLE * 1.05


def as_wanted(wanted: Colour, *_: object, **__: object) -> Colour:
    return wanted


def bare_grounds(_: Colour, *, dark: bool) -> list[Colour]:
    return [BLACK if dark else WHITE]


@pytest.mark.parametrize(
    ("name", "defect", "accent"),
    [
        ("readable", as_wanted, "#fff59d"),
        ("on", lambda _: WHITE, "#fff59d"),
        ("grounds", bare_grounds, "#757575"),
    ],
)
def test_colours_that_cannot_be_read_are_noticed(
    name: str, defect: Callable[..., object], accent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_readable(accent)
    monkeypatch.setattr(theme_module, name, defect)
    theme_module.colours_of.cache_clear()
    with pytest.raises(AssertionError, match="Colours"):
        check_readable(accent)
    theme_module.colours_of.cache_clear()


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777777", "#fff", 4.48), ("#767676", "#fff", 4.54), ("#f00", "#00f", 2.15)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert Colour.of(one).contrast(Colour.of(other)) == pytest.approx(ratio, abs=0.005)


def test_a_pale_yellow_becomes_dark_enough_to_read_and_stays_as_it_is_on_dark_pages() -> None:
    told = theme(accent="#FFF59d")

    assert Colour.of("#fff59d").contrast(WHITE) < 1.2
    assert Colour.of(told.light.accent).contrast(WHITE) >= READABLE
    red, green, blue = bytes.fromhex(told.light.accent[1:])
    assert min(red, green) > blue, "no yellow any more"
    assert told.dark.accent == "#fff59d"
    assert told.dark.on_accent == "#000000"


def test_a_dark_accent_is_taken_when_it_is_given() -> None:
    assert theme(accent="#a00", dark_accent="#8f8").dark.accent == "#88ff88"
    assert theme(dark_accent="#8f8").light.accent == LIGHT_ACCENT


def test_a_project_without_colours_has_those_of_the_stylesheet() -> None:
    told = theme()
    rules = re.findall(r":root \{.*?\}", html_document.STYLE, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): ([^;}]+?)\s*[;}]", rule)) for rule in rules)

    assert (light["accent"], light["on-accent"]) == (told.light.accent, "#fff")
    assert (dark["accent"], dark["on-accent"]) == (told.dark.accent, "#000")
    assert (told.light.on_accent, told.dark.on_accent) == ("#ffffff", "#000000")
    assert light["radius"] == f"{told.radius}px"
    assert light["tint"] == f"color-mix(in srgb, var(--accent) {TINT:.0%}, var(--card))"
    assert grounds(WHITE, dark=False)[:2] == (Colour.of(light["page"]), Colour.of(light["card"]))
    assert grounds(WHITE, dark=True)[:2] == (Colour.of(dark["page"]), Colour.of(dark["card"]))
    assert {False: (light["text"], light["soft"]), True: (dark["text"], dark["soft"])} == TEXTS
    assert (told.light.accent, told.dark.accent) == (LIGHT_ACCENT, DARK_ACCENT)


def test_texts_on_a_colour_are_black_or_white_whichever_stands_out_more() -> None:
    assert [str(on(Colour.of(each))) for each in ("#fff59d", "#3d4be0", "#000")] == [
        "#000000",
        "#ffffff",
        "#ffffff",
    ]


@pytest.mark.parametrize(
    "accent",
    ["red", "#12", "#1234567", "#ggg", "#fff;}*{}", "#fff\n", "#fff</style><script>", "url(#a)", 7],
)
@pytest.mark.parametrize("name", ["accent", "dark_accent"])
def test_what_is_no_colour_is_refused(name: str, accent: Any) -> None:
    assert why(**{name: accent}).startswith(f"theme.{name}: ")


@pytest.mark.parametrize("radius", [-1, 25, 1.5, "8px", None])
def test_corners_are_round_within_reason(radius: Any) -> None:
    assert why(radius=radius).startswith("theme.radius: ")


@pytest.mark.parametrize(
    "logo",
    [
        "logo.png",
        "https://elsewhere.example/logo.png",
        "data:text/html;base64,PGI+",
        "data:image/png,abc",
        'data:image/png;base64,abc" onerror="alert(1)',
        "data:image/png;base64,ab\n",
        data_url(bytes(30_000)),
    ],
)
def test_what_is_no_data_url_of_a_picture_is_refused(logo: str) -> None:
    assert why(logo=logo).startswith("theme.logo: ")


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        ("data:image/gif;base64,abc", "is no base64 behind the comma"),
        (data_url(b"<b>no picture</b>"), "is no PNG, JPEG, GIF, WebP or SVG"),
        (data_url(GIF, "image/png"), "says that it is image/png, but is image/gif"),
        (data_url(SVG), "says that it is image/gif, but is image/svg+xml"),
        (data_url(b"<svg/>", "image/svg+xml"), "is no PNG, JPEG, GIF, WebP or SVG"),
        (data_url(b"<svg", "image/svg+xml"), "is no PNG, JPEG, GIF, WebP or SVG"),
        (data_url(b'<?xml version="1.0" encoding="big5"?><svg/>', "image/svg+xml"), "is no PNG, JPEG"),
        (data_url(b'<?xml version="1.0" encoding="nonsense"?><svg/>', "image/svg+xml"), "is no PNG, JPEG"),
    ],
)
def test_a_logo_that_is_not_what_it_says_is_refused(logo: str, reason: str) -> None:
    assert why(logo=logo).startswith(f"theme.logo: {reason}")


@pytest.mark.parametrize(
    ("content", "media_type"), [(GIF, "image/gif"), (PNG, "image/png"), (SVG, "image/svg+xml")]
)
def test_a_logo_may_be_a_picture_beside_the_settings_file(
    tmp_path: Path, content: bytes, media_type: str
) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "logo").write_bytes(content)
    path = tmp_path / "login-mock.toml"
    path.write_text('[[projects]]\ntheme = {logo = "pictures/logo"}\n', "utf-8")

    (project,) = server.load(path).projects

    assert project["theme"] == {
        "accent": None,
        "dark_accent": None,
        "radius": 8,
        "logo": data_url(content, media_type),
    }


def test_the_largest_logo_of_every_kind_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "login-mock.toml"
    path.write_text('[[projects]]\ntheme = {logo = "logo"}\n', "utf-8")
    for content in (PNG.ljust(LARGEST), GIF.ljust(LARGEST), SVG.ljust(LARGEST)):
        (tmp_path / "logo").write_bytes(content)
        (project,) = server.load(path).projects
        assert base64.b64decode(project["theme"]["logo"].partition(",")[2]) == content


def test_a_logo_that_cannot_be_shown_is_refused_with_file_key_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "login-mock.toml"
    (tmp_path / "text").write_text("no picture")
    (tmp_path / "large").write_bytes(PNG.ljust(LARGEST + 1))
    os.mkfifo(tmp_path / "pipe")
    reasons = {
        "nowhere.png": "nowhere.png cannot be read: No such file or directory",
        "text": "text is no PNG, JPEG, GIF, WebP or SVG",
        "large": f"large has {LARGEST + 1} bytes, at most {LARGEST} are allowed",
        "pipe": "pipe is no file",
        "": f"{tmp_path} is no file",
        "x" * 300: "cannot be read: File name too long",
        "a\\u0000b": "cannot be read: embedded null byte",
    }
    for logo, reason in reasons.items():
        path.write_text(f'[[projects]]\n[[projects]]\ntheme = {{logo = "{logo}"}}\n', "utf-8")
        with pytest.raises(UsageError) as refused:
            server.load(path)
        assert str(refused.value).startswith(f"{path}: projects[1].theme.logo: ")
        assert str(refused.value).endswith(reason)


@pytest.mark.parametrize("wrong", ["theme = 1", "theme = {logo = 1}", "theme = {logoo = 'x'}"])
def test_a_theme_of_another_shape_is_refused_as_any_setting(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "login-mock.toml"
    path.write_text(f"[[projects]]\n{wrong}\n", "utf-8")
    with pytest.raises(UsageError, match=r"projects\[0\]\.theme"):
        server.load(path)

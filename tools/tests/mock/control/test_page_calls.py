"""What the forms of the mock's front page do, as a browser without JavaScript sends them."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from login_contract.mock.control import page_content
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store import outbox
from login_contract.mock.store.database import Transaction
from login_contract.suite.judging.refusals import (
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    ORIGIN_NOT_ALLOWED,
    UNKNOWN_PROJECT,
    UNKNOWN_USER,
    WRONG_ADMIN_TOKEN,
)
from login_contract.tokens.compact import claims_of
from tests.mock.embedded import StartMock
from tests.mock.game import PASSWORD, Game, refusal

YEAR = 31_536_000
COMMON = {"password": PASSWORD, "confirmed": True}


def shown(game: Game, **query: Any) -> str:
    answer = game.http.get("/_mock/", params=query)
    assert answer.status_code == 200, answer.text
    return answer.text


def recipients(html: str) -> list[str]:
    return re.findall(
        r'<p class="soft">To <(?:a|span)[^>]*><bdi dir="ltr" data-recipient>([^<]*)</bdi>', html
    )


def submit(game: Game, query: str = "", **form: Any) -> Any:
    return game.http.post(f"/_mock/{query}", data=form)


def token_on(html: str) -> str:
    found = re.search(r"<pre [^>]*>(ey[^<]+)</pre>", html)
    assert found is not None, html
    return unescape(found[1])


@pytest.fixture
def peopled(game: Game) -> Game:
    """A game with a mail to ann and an SMS, beside another project with a mail to bob."""
    game.register("ann")
    game.request_code("+12025550143")
    game.another().register("bob")
    return game


def test_the_page_shows_what_the_filter_lets_through(peopled: Game) -> None:
    assert recipients(shown(peopled))[:3] == ["bob@example.com", "+12025550143", "ann@example.com"]
    mine = {"project_id": peopled.project_id.upper()}
    assert recipients(shown(peopled, **mine)) == ["+12025550143", "ann@example.com"]
    assert recipients(shown(peopled, channel="sms", **mine)) == ["+12025550143"]
    assert recipients(shown(peopled, kind="account_confirmation", **mine)) == ["ann@example.com"]
    assert set(recipients(shown(peopled, recipient="BOB@"))) == {"bob@example.com"}
    assert recipients(shown(peopled, recipient="+1202", **mine)) == ["+12025550143"]
    assert recipients(shown(peopled, recipient="nn", **mine)) == []
    assert recipients(shown(peopled, recipient="ann", channel="sms", **mine)) == []


def test_what_a_form_leaves_empty_filters_nothing(peopled: Game) -> None:
    everything = {"recipient": "", "project_id": "", "kind": "", "channel": ""}
    assert recipients(shown(peopled, **everything)) == recipients(shown(peopled))


def test_a_filter_that_nothing_matches_says_so_and_how_to_get_out(game: Game) -> None:
    html = shown(game, kind="no_such_kind", view="phone")
    assert 'No message matches the filter. <a href="./?view=phone">Show everything</a>' in html
    assert '<option value="no_such_kind" selected>No such kind</option>' in html


@pytest.mark.parametrize("name", ["recipient", "project_id", "kind", "channel"])
@pytest.mark.parametrize("value", ["%", "_", "'", '"><script>', "\u202e", "é\u0301", "\U0001f600", "x" * 255])
def test_an_odd_filter_matches_nothing_and_is_shown_as_text(game: Game, name: str, value: str) -> None:
    html = shown(game, **{name: value})
    assert recipients(html) == []
    assert "<script>" not in html


@pytest.mark.parametrize(
    "query",
    [
        {"users": 0},
        {"users": "x"},
        {"view": "tv"},
        {"refresh": -1},
        {"kind": "a\0"},
        {"recipient": "\0"},
        {"kind": "k" * 256},
    ],
)
def test_an_address_that_makes_no_sense_is_refused(game: Game, query: dict[str, Any]) -> None:
    assert refusal(game.http.get("/_mock/", params=query)) == INVALID_VALUE


def test_time_moves_by_a_form_that_leads_back_to_the_filtered_page(lone_game: Game) -> None:
    before = lone_game.control.request("GET", "/_mock/clock")
    answer = submit(
        lone_game, "?channel=sms&recipient=a%26b&refresh=5", action="advance", advance_seconds=3600
    )
    assert answer.status_code == 302
    assert answer.headers["location"] == "/_mock/?recipient=a%26b&channel=sms&refresh=5#time"
    after = lone_game.control.request("GET", "/_mock/clock")
    assert after["offset_seconds"] == before["offset_seconds"] + 3600
    assert "1 hour ahead of real time" in shown(lone_game)
    assert claims_of(lone_game.token_by_code("late@example.com"))["iat"] >= int(before["now"]) + 3600


def test_time_that_cannot_be_moved_is_told_on_the_page(lone_game: Game) -> None:
    for _ in range(10):
        lone_game.control.advance(10 * YEAR)
    answer = submit(lone_game, "?channel=sms", action="advance", advance_seconds=10 * YEAR)
    assert answer.status_code == 422
    assert '<p class="refusal" role="alert" id="refusal">The clock cannot be moved' in answer.text
    assert '<option value="sms" selected>' in answer.text


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"action": "advance", "advance_seconds": "-1"}, INVALID_VALUE),
        ({"action": "advance", "advance_seconds": "soon"}, INVALID_VALUE),
        ({"action": "advance", "advance_seconds": "1e999"}, None),
        ({"action": "delete_all"}, INVALID_VALUE),
        ({}, MISSING_VALUE),
        ({"action": "advance", "advance_seconds": ["1", "2"]}, None),
    ],
)
def test_a_form_that_makes_no_sense_changes_nothing(
    lone_game: Game, form: dict[str, Any], code: tuple[int, str] | None
) -> None:
    answer = submit(lone_game, **form)
    assert answer.status_code == 400
    assert code is None or refusal(answer) == code
    assert lone_game.control.request("GET", "/_mock/clock")["offset_seconds"] == 0


def test_a_form_that_lacks_what_its_action_needs_is_told_on_the_page(lone_game: Game) -> None:
    assert "lacks advance_seconds" in submit(lone_game, action="advance").text
    assert submit(lone_game, action="end_session").status_code == 422


def test_a_reset_goes_back_to_real_time(lone_game: Game) -> None:
    lone_game.control.advance(60)
    assert submit(lone_game, action="reset").headers["location"] == "/_mock/"
    assert lone_game.control.request("GET", "/_mock/clock")["offset_seconds"] == 0
    assert ">Real time<" in shown(lone_game)


@pytest.mark.parametrize("path", ["/_mock/", "/_mock/new-token", "/_mock/reset"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_elsewhere_cannot_send_the_forms(game: Game, path: str, headers: dict[str, str]) -> None:
    before = game.control.request("GET", "/_mock/clock")["offset_seconds"]
    answer = game.http.post(path, data={"action": "advance", "advance_seconds": 60}, headers=headers)
    assert refusal(answer) == ORIGIN_NOT_ALLOWED
    assert game.control.request("GET", "/_mock/clock")["offset_seconds"] == before


def test_a_link_from_elsewhere_leads_to_the_page(game: Game) -> None:
    answer = game.http.get("/_mock/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200


def test_the_page_can_send_its_forms_under_the_address_that_links_have(start_mock: StartMock) -> None:
    mock = start_mock(public_url="https://login.test")
    with Game.at(mock.origin) as game:
        # Who ends the encryption before the mock does not change what the browser says.
        headers = {"Host": "login.test", "Origin": "https://login.test"}
        answer = game.http.post("/_mock/", data={"action": "reset"}, headers=headers)
        assert answer.status_code == 302


def test_forms_need_the_admin_token_as_the_page_does() -> None:
    with (
        EmbeddedMock(MockSettings(admin_token="s3cret")) as mock,
        Game.at(mock.origin, admin_token="s3cret") as game,
    ):
        form = {"action": "advance", "advance_seconds": "60"}
        assert refusal(game.http.post("/_mock/", data=form)) == WRONG_ADMIN_TOKEN
        answer = game.http.post("/_mock/", data=form, auth=("me", "s3cret"))
        assert answer.status_code == 302


def test_users_are_shown_page_by_page_with_how_many_there_are(game: Game) -> None:
    lines = [{"project_id": game.project_id, "username": f"u{number:03}", **COMMON} for number in range(120)]
    lines = [{**line, "email": f"{line['username']}@example.com"} for line in lines]
    assert game.control.create_users(lines) == 120
    alone = {"project_id": game.project_id}
    html = shown(game, **alone)
    assert '<summary>Users <span class="soft">120</span></summary>' in html
    assert named(html) == [f"u{number:03}" for number in range(119, 69, -1)]
    assert "Page 1 of 3" in html
    assert f'./?project_id={game.project_id}&amp;users=2#project-{game.project_id}">Older' in html
    assert named(shown(game, users=3, **alone)) == [f"u{number:03}" for number in range(19, -1, -1)]
    assert named(shown(game, users=999, **alone)) == named(shown(game, users=3, **alone))
    assert named(shown(game, recipient="U01", **alone)) == [f"u{number:03}" for number in range(19, 9, -1)]
    assert "No user matches the filter." in shown(game, recipient="nobody", **alone)


def test_no_password_is_shown_and_a_banned_user_is_marked(game: Game) -> None:
    given = {"username": "ann", "email": "ann@example.com", "password": PASSWORD}
    game.control.create_user(game.project_id, **given, banned=True, confirmed=False)
    html = shown(game, project_id=game.project_id)
    assert '<div class="soft">Not confirmed, Banned</div>\n<div class="soft">Not signed in</div>' in html
    assert PASSWORD not in html


def named(html: str) -> list[str]:
    return re.findall(r'<strong dir="auto">([^<]+)</strong>', html)


def sessions_of(html: str) -> list[str]:
    return re.findall(r'name="session" value="([^"]+)"', html)


def user_of(game: Game, username: str) -> str:
    game.control.create_user(
        game.project_id, username=username, email=f"{username}@example.com", password=PASSWORD
    )
    html = shown(game, project_id=game.project_id, recipient=username)
    (user_id,) = re.findall(r'name="user_id" value="([^"]+)"', html)
    return str(user_id)


def made(game: Game, user_id: str, query: str = "", **form: Any) -> Any:
    form = {"project_id": game.project_id, "user_id": user_id, **form}
    return game.http.post(f"/_mock/new-token{query}", data=form)


def test_a_token_is_made_and_shown_with_the_call_that_uses_it(game: Game) -> None:
    answer = made(game, user_of(game, "ann"), "?channel=sms")
    token = token_on(answer.text)
    assert answer.headers["cache-control"] == "no-store"
    assert game.call("GET", "/users/me", bearer=token).json()["username"] == "ann"
    assert f"Authorization: Bearer {token}" in answer.text
    curl = f"curl -H &#x27;Authorization: Bearer {token}&#x27; {game.http.base_url}/api/users/me"
    assert curl.replace("//api", "/api") in answer.text
    assert f'href="../profile#token={token}"' in answer.text
    assert '<a href="./?channel=sms">Back' in answer.text
    assert token not in shown(game, project_id=game.project_id)


def test_a_token_can_be_spoilt_on_purpose(game: Game) -> None:
    answer = made(game, user_of(game, "ann"), defect="wrong_issuer")
    assert "Spoilt on purpose: wrong issuer." in answer.text
    assert "../profile" not in answer.text
    assert refusal(game.call("GET", "/users/me", bearer=token_on(answer.text))) == INVALID_TOKEN


def test_nobody_gets_no_token(game: Game) -> None:
    assert refusal(made(game, "nobody")) == UNKNOWN_USER
    unknown = {"project_id": "00000000-0000-4000-8000-000000000000", "user_id": "x"}
    assert refusal(game.http.post("/_mock/new-token", data=unknown)) == UNKNOWN_PROJECT
    assert refusal(made(game, "nobody", defect="rotten")) == INVALID_VALUE
    page = game.http.post("/_mock/new-token", data=unknown, headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")


def test_a_session_is_ended_by_its_button(game: Game) -> None:
    user_id, mine = user_of(game, "ann"), {"project_id": game.project_id}
    tokens = [token_on(made(game, user_id).text) for _ in range(2)]
    first, second = (claims_of(token)["jti"] for token in tokens)
    assert sessions_of(shown(game, **mine)) == [second, first]
    answer = submit(game, f"?project_id={game.project_id}", action="end_session", session=first)
    place = f"?project_id={game.project_id}#project-{game.project_id}"
    assert answer.headers["location"] == f"/_mock/{place}"
    assert refusal(game.call("GET", "/users/me", bearer=tokens[0])) == INVALID_TOKEN
    assert game.call("GET", "/users/me", bearer=tokens[1]).status_code == 200
    assert sessions_of(shown(game, **mine)) == [second]
    assert submit(game, action="end_session", session=first).status_code == 302


def test_only_the_newest_sessions_are_listed(game: Game) -> None:
    user_id = user_of(game, "ann")
    for _ in range(7):
        made(game, user_id)
    html = shown(game, project_id=game.project_id)
    assert len(sessions_of(html)) == 5
    assert "<summary>7 sessions</summary>" in html
    assert "2 older ones are not shown." in html


def changes(game: Game, **query: Any) -> int:
    return int(game.http.get("/_mock/changes", params=query).json()["changes"])


def test_everything_that_the_page_shows_anew_moves_the_count_of_changes(game: Game) -> None:
    user_id = user_of(game, "ann")
    jti = claims_of(token_on(made(game, user_id).text))["jti"]
    ben = {"username": "ben", "email": "ben@example.com", "password": PASSWORD}
    cleo = {**ben, "username": "cleo", "email": "cleo@example.com"}
    for what, change in {
        "a message": lambda: game.request_code("a@example.com"),
        "a project": lambda: game.configure(name="Renamed"),
        "a user": lambda: game.control.create_user(game.project_id, **ben),
        "users": lambda: game.control.create_users([{"project_id": game.project_id, **cleo}]),
        "a token": lambda: made(game, user_id),
        "the end of a session": lambda: submit(game, action="end_session", session=jti),
        "time": lambda: submit(game, action="advance", advance_seconds=1),
        "an empty outbox": game.control.clear_outbox,
    }.items():
        before = changes(game)
        change()
        assert changes(game, after=before, wait=0.2) != before, what


def test_without_a_change_the_count_is_the_one_that_is_known(game: Game) -> None:
    before = changes(game)
    shown(game)
    assert changes(game, after=before, wait=0.05) == before


@pytest.mark.parametrize("query", [{"after": -1}, {"after": "x"}, {"after": 2**63}, {"wait": 61}])
def test_a_count_that_makes_no_sense_is_refused(game: Game, query: dict[str, Any]) -> None:
    assert refusal(game.http.get("/_mock/changes", params=query)) == INVALID_VALUE


def test_among_very_many_projects_the_newest_are_shown(
    peopled: Game, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_content, "SHOWN", 2)
    newest = peopled.another(name="Brand new")
    peopled.another(name="Newer still")
    newest.configure(name="Touched again")
    html = shown(peopled)
    assert re.findall(r"<h3><bdi>([^<]+)</bdi></h3>\n<dl>", html)[0] == "Demo Game"
    assert f'id="project-{newest.project_id}"' in html
    assert "Newer still" not in html
    chosen = f'<option value="{peopled.project_id}" selected>'
    assert chosen in shown(peopled, project_id=peopled.project_id)


def test_no_more_is_read_than_is_shown(peopled: Game, mock: EmbeddedMock) -> None:
    project = {"project_id": peopled.project_id}

    def look(tx: Transaction) -> tuple[int, list[Any]]:
        return outbox.beginning(tx, "", project, most=1)

    found, read = mock.app.services.store.run(look, write=False)
    assert (found, [each["recipient"] for each in read]) == (2, ["+12025550143"])

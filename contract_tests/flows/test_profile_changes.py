"""Changes of a profile: what was given comes back whole, and everything else stays as it was."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import BIRTHDAY_TOLD_BEFORE, INVALID_VALUE

from .profiles import EMAIL, WHOLE, change, details, filled, public

law = pytest.mark.law
TEXTS = ("first_name", "last_name", "nickname")
SCRIPTS = {
    "right-to-left": "\u202eרגיל\u202c ابنة ",
    "emoji": "👩‍👩‍👧🏽🚀",
    "combining": "e\u0301a\u0323\u0302Z\u0335",
    "composed": "éậſß",
    "beyond-16-bits": "𝔄𠜎",
    "markup": "<b>&amp;\"'\\%41+{}",
    "white-space": " \t\n\u2028\u00a0",
    "case": "aAıİ",
}


@law("Whatever a change of the profile was given comes back whole: in its answer, to the user, and to others")
@pytest.mark.parametrize("length", [1, 255])
def test_change_is_kept(jwt_client: JwtClient, length: int) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, nickname="Annie").json()
    for script in SCRIPTS.values():
        if length == 1:
            given = {name: script[number % len(script)] for number, name in enumerate(TEXTS)}
        else:
            given = {name: filled(length, script + name) for name in TEXTS}

        changed = change(jwt_client, token, **given)

        assert changed.status_code == 200
        assert changed.json() == {**before, **given}
        assert details(jwt_client, token) == {**before, **given}
        assert public(jwt_client, token, before["id"])["nickname"] == given["nickname"]


@law("An empty text is a text, and takes the place of another")
def test_empty_text_is_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    tag = change(jwt_client, token, **WHOLE).json()["tag"]
    empty = dict.fromkeys(TEXTS, "")

    assert change(jwt_client, token, **empty).json() == details(jwt_client, token)

    assert {name: details(jwt_client, token)[name] for name in TEXTS} == empty
    assert details(jwt_client, token)["tag"] == tag


@law("Each gender comes back as it was told, and the last one counts")
def test_gender_is_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    for gender in ("f", "m", "other", "prefer not to answer"):
        assert change(jwt_client, token, gender=gender).json()["gender"] == gender
        assert details(jwt_client, token)["gender"] == gender


@law("A change leaves everything that it does not name, null included")
def test_change_leaves_the_rest(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()
    for name in (*TEXTS, "gender"):
        new = {"gender": "m"}.get(name, "Another")

        assert change(jwt_client, token, **{**dict.fromkeys(WHOLE), name: new}).status_code == 200
        assert details(jwt_client, token) == {**before, name: new}
        assert change(jwt_client, token, **{name: WHOLE[name]}).json() == before
    assert change(jwt_client, token).json() == before


@law("A text that is too long is refused, and nothing of the request is kept")
def test_too_long_text_is_refused(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()

    for name in TEXTS:
        assert refusal(change(jwt_client, token, **{"gender": "m", name: "x" * 256})) == INVALID_VALUE

    assert details(jwt_client, token) == before


@law("A birthday is told once; a refused request leaves everything as it was")
def test_birthday_is_told_once(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()
    assert before["birthday"] == WHOLE["birthday"]

    for day in ("1991-05-15", WHOLE["birthday"]):
        refused = change(jwt_client, token, birthday=day, nickname="Nan", gender="m", first_name="Nan")

        assert refusal(refused) == BIRTHDAY_TOLD_BEFORE
        assert details(jwt_client, token) == before


@law("A day that no calendar has is no birthday, and the right one may follow")
def test_birthday_is_a_day(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = details(jwt_client, token)

    for day in (
        "2001-02-29",
        "1990-13-01",
        "0000-01-01",
        "1990-5-15",
        "15.05.1990",
        "1990-05-15T00:00:00Z",
        "",
    ):
        assert change(jwt_client, token, birthday=day, nickname="Annie").is_client_error, day

    assert details(jwt_client, token) == before
    assert change(jwt_client, token, birthday="2000-02-29").json()["birthday"] == "2000-02-29"


@law("Of birthdays that are told at the same moment one is taken")
def test_one_birthday_of_many(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    days = [f"1990-05-{day:02d}" for day in range(1, 21)]

    answers = at_once(len(days), lambda number: change(jwt_client, token, birthday=days[number]))

    taken = [day for day, answer in zip(days, answers, strict=True) if answer.status_code == 200]
    assert len(taken) == 1
    assert {refusal(each) for each in answers if each.is_client_error} == {BIRTHDAY_TOLD_BEFORE}
    assert details(jwt_client, token)["birthday"] == taken[0]


@law("Changes of different properties at the same moment are all kept")
def test_changes_at_once_are_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    parts = [{name: value} for name, value in WHOLE.items()]

    answers = at_once(len(parts), lambda number: change(jwt_client, token, **parts[number]))

    assert {answer.status_code for answer in answers} == {200}
    assert {name: details(jwt_client, token)[name] for name in WHOLE} == WHOLE


@law("Neither a change of the profile nor a ban is told to anybody")
def test_changes_are_told_to_nobody(listener: EventSubscriber) -> None:
    server, jwt_client = ProjectServer(listener.oauth_client), listener.jwt_client
    path = {"user_id": listener.oauth_client.member("ann")["user_id"]}
    token = token_of(jwt_client.login("ann"))
    listener.hear()

    assert change(jwt_client, token, **WHOLE).status_code == 200
    assert server.call("post-projects-users-ban", path=path, body={"reason": "Cheating"}).status_code == 204
    assert server.call("del-projects-users-ban", path=path).status_code == 204
    jwt_client.login("ann")

    assert listener.types(1) == ["authorization"]

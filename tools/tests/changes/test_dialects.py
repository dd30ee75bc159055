"""Whoever wrote a recording, it is judged the same, and what it lacks is told and not judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from login_contract.changes.comparison import Comparison, compare
from login_contract.changes.consumer import Verdict, judge
from login_contract.changes.consumer_report import as_markdown, told
from tests.changes import planted as plants
from tests.changes.conftest import excerpt
from tests.changes.dialects import BESIDE, FILES, REWRITES, Rewrite, rewritten
from tests.changes.recordings import GAME, PROJECT, call, recording, write

Document = dict[str, Any]
Plant = Callable[[Document], object]
Judge = Callable[[Plant, Path], Verdict]
RECORDED = Path(__file__).with_name("recorded")
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "----b"
PICTURE = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="p.png"\r\n'
    f"Content-Type: image/png\r\n\r\nP\r\n--{BOUNDARY}--\r\n"
)
KEPT = (
    *plants.KEPT,
    "get-user-details",
    "update-user-details",
    "upload-user-picture",
    "generate-jwt",
    "validate-jwt",
    "get-social-providers-linked-to-account",
)


def posted(path: str, kind: str, text: str) -> Document:
    """A call with a body that is no JSON."""
    entry = call("POST", f"https://login.example/api{path}", reads={})
    entry["request"]["postData"] = {"mimeType": kind, "text": text}
    return entry


WHOLE = recording(
    *GAME["log"]["entries"],
    call("GET", "https://login.example/api/users/me", headers={"Authorization": "Bearer a.b.c"}, reads={}),
    posted("/oauth2/token", FORM, "grant_type=refresh_token&refresh_token=a%26b&client_id=1001"),
    posted("/users/me/picture", f"multipart/form-data; boundary={BOUNDARY}", PICTURE),
)


def everything_breaks(document: Document) -> None:
    """Changes of all that `WHOLE` uses, and of some that it does not."""
    plants.lose_code(document)
    plants.change_default(document)
    plants.require_more_of_requests(document)
    plants.promise_less_of_answers(document)
    plants.schema(document, "Registration")["properties"]["username"]["maxLength"] = 3
    for name, lost in (
        ("LoginResult", "login_url"),
        ("TokenGrant", "refresh_token"),
        ("PictureUpload", "picture"),
        ("UserDetails", "country"),
    ):
        del plants.schema(document, name)["properties"][lost]


@pytest.fixture(scope="module")
def text() -> str:
    return excerpt(KEPT)


@pytest.fixture(scope="module")
def judged(text: str) -> Judge:
    @cache
    def comparison(plant: Plant) -> Comparison:
        changed = json.loads(text)
        plant(changed)
        return compare(json.loads(text), changed)

    def judging(plant: Plant, path: Path) -> Verdict:
        return judge(comparison(plant), [path])

    return judging


def shown(verdict: Verdict) -> list[tuple[str, str, int]]:
    return [(each.change.operation, each.change.where, each.calls) for each in verdict.broken]


@pytest.fixture(scope="module")
def plain(judged: Judge, tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    return judged(everything_breaks, write(tmp_path_factory.mktemp("plain"), WHOLE))


def test_a_recording_breaks_by_all_that_it_uses(plain: Verdict) -> None:
    assert {where for _, where, _ in shown(plain)} == {
        "401",
        "query.with_logout",
        "body.nickname",
        "body.username",
        "200.body.login_url",
        "body.refresh_token",
        "body.picture",
    }
    assert plain.spared


@pytest.mark.parametrize("rewrite", REWRITES, ids=lambda each: each.__name__)
def test_each_program_s_recording_is_judged_the_same(
    judged: Judge, plain: Verdict, tmp_path: Path, rewrite: Rewrite
) -> None:
    other = rewritten(WHOLE, rewrite)

    verdict = judged(everything_breaks, write(tmp_path, other))

    assert other != WHOLE
    assert shown(verdict) == shown(plain)
    assert verdict.traffic.lost == 0


@pytest.mark.parametrize("form", FILES)
def test_each_form_of_a_file_is_read(judged: Judge, plain: Verdict, tmp_path: Path, form: str) -> None:
    path = tmp_path / "consumer.har"
    path.write_bytes(FILES[form](json.dumps(WHOLE)))

    assert shown(judged(everything_breaks, path)) == shown(plain)


def test_what_stands_beside_calls_is_passed_over(judged: Judge, plain: Verdict, tmp_path: Path) -> None:
    verdict = judged(
        everything_breaks, write(tmp_path, recording(*WHOLE["log"]["entries"], *BESIDE.values()))
    )

    assert shown(verdict) == shown(plain)
    assert len(verdict.traffic.strange) == len(plain.traffic.strange) + len(BESIDE)


@pytest.mark.parametrize("status", [0, -1, None, "0", ""])
def test_a_call_without_an_answer_rests_on_none(judged: Judge, tmp_path: Path, status: object) -> None:
    def describe_every_answer(document: Document) -> None:
        responses = plants.call(document, "/login")["responses"]
        responses["default"] = {"description": "Anything."}

    def lose_every_answer(document: Document) -> None:
        del plants.call(document, "/login")["responses"]["default"]

    blocked = call("POST", f"https://login.example/api/login?projectId={PROJECT}", sends={"username": "j"})
    blocked["response"].update(status=status, content={"size": 0, "mimeType": "x-unknown"})
    old = json.loads(excerpt(KEPT))
    describe_every_answer(old)
    new = json.loads(json.dumps(old))
    lose_every_answer(new)

    verdict = judge(compare(old, new), [write(tmp_path, recording(blocked))])

    assert verdict.broken == ()
    assert verdict.used == {"POST /login": 1}


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        ({"size": 80, "mimeType": "application/json"}, 1),
        ({"size": -1, "mimeType": "application/json"}, 1),
        ({"size": 80, "mimeType": "application/json", "text": "%%%", "encoding": "base64"}, 1),
        ({"size": 0, "mimeType": "x-unknown"}, 0),
        ({"size": -1, "mimeType": "x-unknown"}, 0),
        ({}, 0),
    ],
)
def test_a_body_that_a_recording_lacks_is_told(
    judged: Judge, tmp_path: Path, content: Document, lost: int
) -> None:
    entry = call("POST", f"https://login.example/api/login?projectId={PROJECT}", sends={"username": "j"})
    entry["response"]["content"] = content

    verdict = judged(everything_breaks, write(tmp_path, recording(entry)))

    assert verdict.traffic.lost == lost
    assert told(verdict)["bodies_not_recorded"] == lost
    assert ("not recorded, not judged: 1 body is missing" in as_markdown(verdict)) is bool(lost)


def test_a_request_whose_body_was_left_out_lacks_nothing(judged: Judge, tmp_path: Path) -> None:
    entry = call("POST", "https://login.example/api/user", sends={"username": "j"}, status=204)
    entry["request"] |= {
        "bodySize": 46,
        "postData": {"mimeType": "application/json", "text": "", "params": []},
    }

    verdict = judged(plants.require_more_of_requests, write(tmp_path, recording(entry)))

    assert verdict.broken == ()
    assert verdict.traffic.lost == 1


def lose(name: str, lost: str) -> Plant:
    return lambda document: plants.schema(document, name)["properties"].pop(lost)


def lose_status(document: Document) -> None:
    del document["paths"]["/oauth2/token"]["post"]["responses"]["400"]


@pytest.mark.parametrize(
    ("name", "plant", "expected"),
    [
        ("chromium.har", lose("UserDetails", "nickname"), [("GET /users/me", "200.body.nickname", 2)]),
        ("attached/game.har", lose("UserDetails", "nickname"), [("GET /users/me", "200.body.nickname", 2)]),
        ("omitted.har", lose("UserDetails", "nickname"), []),
        ("chromium.har", plants.lose_code, [("POST /login", "401", 1)]),
        (
            "attached/game.har",
            lose("TokenGrant", "refresh_token"),
            [("POST /oauth2/token", "body.refresh_token", 1)],
        ),
        ("chromium.har", lose_status, [("POST /oauth2/token", "400", 1)]),
        ("mitmproxy.har", lose("PictureUpload", "picture"), [("POST /users/me/picture", "body.picture", 2)]),
        (
            "mitmproxy.har",
            lose("UserDetails", "nickname"),
            [("GET /users/me", "200.body.nickname", 1), ("PATCH /users/me", "200.body.nickname", 1)],
        ),
        ("mitmproxy.har", lose("TokenGrant", "client_id"), [("POST /oauth2/token", "body.client_id", 1)]),
        ("contract-run.har", lose("LoginResult", "login_url"), [("POST /login", "200.body.login_url", 2)]),
        ("contract-run.har", lose("UserDetails", "nickname"), []),
    ],
)
def test_what_programs_recorded_is_judged_by_what_they_use(
    judged: Judge, name: str, plant: Plant, expected: list[tuple[str, str, int]]
) -> None:
    assert shown(judged(plant, RECORDED / name)) == expected

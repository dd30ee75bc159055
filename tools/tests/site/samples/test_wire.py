"""Every sample of the site runs, makes the described request, and gets through the described answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import httpx
import pytest
from attrs import evolve

from login_contract.codegen.values import ADDRESS
from tests.site.samples import running
from tests.site.samples.answering import Answering, answering
from tests.site.samples.running import Outcome
from tests.site.samples.shown import CURL, LOGIN, OPERATIONS, PYTHON, SERVER, TYPESCRIPT, Shown, shown
from tests.site.samples.wire import said, wanted


def wrong(samples: Iterable[Shown], outcome: Outcome, server: Answering) -> dict[str, object]:
    """What went wrong by the names of the samples."""
    found: dict[str, object] = dict(outcome.failed)
    for each in samples:
        arrived = server.arrived[each.name] or _printed(each, outcome, server)
        asked_for_token = each.facade == SERVER
        told = [said(request, each) for request in arrived[asked_for_token:]]
        if told != [wanted(each)] and each.name not in found:
            found[each.name] = (told, wanted(each))
    return found


def _printed(shown: Shown, outcome: Outcome, server: Answering) -> list[httpx.Request]:
    """The request of whoever opens the address that a sample prints, where it prints one of this server's."""
    text = outcome.printed.get(shown.name, "")
    return [httpx.Request("GET", text)] if text.startswith(server.origin) else []


def in_shell(samples: Sequence[Shown], folder: Path) -> dict[str, object]:
    with answering() as server:
        outcome = running.with_curl({each.name: server.aimed(each) for each in samples}, folder)
    return wrong(samples, outcome, server)


def in_python(samples: Sequence[Shown], patch: pytest.MonkeyPatch) -> dict[str, object]:
    server = Answering("http://127.0.0.1:1")
    programs = {each.name: server.aimed(each) for each in samples}
    return wrong(samples, running.with_python(programs, patch, server.answer), server)


def in_node(samples: Sequence[Shown]) -> dict[str, object]:
    with answering() as server:
        outcome = running.with_node({each.name: server.aimed(each) for each in samples})
    return wrong(samples, outcome, server)


@pytest.mark.parametrize("language", [CURL, PYTHON, TYPESCRIPT])
def test_every_call_has_a_sample(language: str) -> None:
    assert {each.operation.operation_id for each in shown(language) if not each.facade} == OPERATIONS.keys()


def test_every_example_of_a_body_has_a_command() -> None:
    told = {
        (name, example)
        for name, each in OPERATIONS.items()
        for body in each.bodies.values()
        for example in list(body.examples)[1:]
    }

    named = [each for each in shown(CURL) if each.sample.named is not None]
    assert {(each.operation.operation_id, each.sample.named) for each in named} == told
    assert ("generate-jwt", "client-credentials") in told
    assert len(named) == len(told)


@pytest.mark.parametrize("language", [PYTHON, TYPESCRIPT])
def test_calls_of_the_facades_have_one_more(language: str) -> None:
    through = {each.operation.operation_id: each.facade for each in shown(language) if each.facade}

    sdk = {name for name, each in OPERATIONS.items() if "x-sdk-call" in each.definition}
    users = {name for name, each in OPERATIONS.items() if each.user_token}
    servers = {name for name, each in OPERATIONS.items() if each.server_token}
    assert {name for name, facade in through.items() if facade == LOGIN} == sdk | users
    assert {name for name, facade in through.items() if facade == SERVER} == servers


def test_commands_of_curl_make_the_described_requests(tmp_path: Path) -> None:
    assert in_shell(shown(CURL), tmp_path) == {}


def test_programs_in_python_make_the_described_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_python(shown(PYTHON), monkeypatch) == {}


def test_programs_in_typescript_make_the_described_requests() -> None:
    assert in_node(shown(TYPESCRIPT)) == {}


def planted(language: str, operation_id: str, facade: str, before: str, after: str) -> Shown:
    """A sample with a defect in it."""
    found = next(
        each
        for each in shown(language)
        if (each.operation.operation_id, each.facade) == (operation_id, facade)
    )
    assert found.sample.source.count(before) == 1
    return evolve(found, sample=evolve(found.sample, source=found.sample.source.replace(before, after)))


@pytest.mark.parametrize(
    ("operation_id", "before", "after"),
    [
        ("auth-by-username-and-password", '\'{"username"', "'{\"username"),
        ("get-user-details", "--header 'Authorization: Bearer YOUR_USER_TOKEN'", "--compressed"),
        ("get-user-details", "YOUR_USER_TOKEN'", "YOUR_USER_TOKEN"),
        ("get-users-friends", "&sort_by=by_updated", ""),
        ("delete-user-groups", "--request DELETE", "--request POST"),
        ("upload-user-picture", "=@picture", "=picture"),
        ("generate-jwt", "--data-urlencode 'redirect_uri=https://example.com/callback'", "--globoff"),
    ],
)
def test_defect_of_a_command_is_noticed(operation_id: str, before: str, after: str, tmp_path: Path) -> None:
    assert in_shell([planted(CURL, operation_id, "", before, after)], tmp_path) != {}


@pytest.mark.parametrize(
    ("operation_id", "facade", "before", "after"),
    [
        ("auth-by-username-and-password", "", '"password123"', '"password123'),
        ("auth-by-username-and-password", LOGIN, 'password="password123"', ""),
        ("get-user-details", "", 'token="YOUR_USER_TOKEN"', 'token=""'),
        ("get-user", SERVER, "6e9b1a52", "00000000"),
        ("get-users-friends", "", "sort_by=", "no_such="),
    ],
)
def test_defect_of_a_program_in_python_is_noticed(
    operation_id: str, facade: str, before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_python([planted(PYTHON, operation_id, facade, before, after)], monkeypatch) != {}


def test_defects_of_programs_in_typescript_are_noticed() -> None:
    defects = [
        planted(TYPESCRIPT, "auth-by-username-and-password", "", '"password123"', '"password123'),
        planted(TYPESCRIPT, "auth-by-username-and-password", LOGIN, ', password: "password123"', ""),
        planted(TYPESCRIPT, "get-user-details", "", 'auth: new FixedToken("YOUR_USER_TOKEN")', ""),
        planted(TYPESCRIPT, "get-user", SERVER, "6e9b1a52", "00000000"),
        planted(TYPESCRIPT, "get-users-friends", "", "sort_by", "sort_of"),
    ]

    assert in_node(defects).keys() == {each.name for each in defects}


def test_samples_speak_to_the_local_server() -> None:
    assert all(ADDRESS in each.sample.source for each in [*shown(CURL), *shown(PYTHON), *shown(TYPESCRIPT)])

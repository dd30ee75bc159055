"""All users of a project, mailed as a file that can be imported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_FOUND,
    TOO_MANY_REQUESTS,
)

from .bulk_users import ODD, OPS, WHOLE, Bulk, Row, ann, file_of, row

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("What a line says of a user comes to the account, whole, and out of an export as it came")
def test_user_is_imported_and_exported_whole(bulk: Bulk) -> None:
    said = ann()

    told = bulk.take(file_of([list(said.values())]))

    assert (told.created, told.refused) == (1, {})
    without_secret = {**said, "password_hash": ""}
    assert bulk.rows() == [list(without_secret.values())]
    token = token_of(bulk.server.jwt_client.login("ann"))
    profile = bulk.server.jwt_client.call("get-user-details", bearer=token).json()
    shown = {
        "id": said["user_id"],
        "email": said["email"],
        "username": said["username"],
        "birthday": said["birth_date"],
        "gender": said["gender"],
        "name": said["full_name"],
        "last_name": said["last_name"],
        "first_name": said["first_name"],
        "nickname": said["nickname"],
        "picture": said["picture"],
        "phone_auth": said["phone_number"].removeprefix("+"),
        "external_id": said["server_custom_id"],
        "ban": None,
    }
    assert {name: profile[name] for name in shown} == shown


@law("Whatever an export holds, an import of it makes the same users elsewhere")
def test_export_is_an_import(make_bulk: Callable[..., Bulk]) -> None:
    here, there = make_bulk(), make_bulk()
    for user in (
        {"username": "plain", "email": "plain@example.com", "password": PASSWORD},
        {"username": ODD, "email": "odd@example.com", "password": PASSWORD, "nickname": ODD, "banned": True},
        {"username": "un", "email": "un@example.com", "password": PASSWORD, "confirmed": False},
    ):
        here.server.oauth_client.member(**user)
    here.take(file_of([list(ann().values()), row(phone_number="+12025550144"), row(provider_steam="only")]))
    token_of(here.server.jwt_client.login("plain"))
    exported = here.rows()
    # An id is one user's on the whole server.
    mapping = {name: place for name, place in WHOLE.items() if name != "user_id"}

    told = there.take(file_of(exported), mapping)

    assert (told.created, told.refused) == (len(exported), {})
    assert len(exported) == 6
    assert without_ids(there.rows()) == without_ids(exported)


def without_ids(rows: Iterable[Row]) -> list[Row]:
    return sorted([value for place, value in enumerate(each) if place != WHOLE["user_id"]] for each in rows)


@law("An import and an export concern the project of their path alone")
def test_project_is_kept_apart(make_bulk: Callable[..., Bulk]) -> None:
    here, there = make_bulk(), make_bulk()
    here.take(file_of([row(email="ann@example.com", server_custom_id="a.1")]))

    told = there.take(file_of([row(email="ann@example.com", server_custom_id="a.1", nickname="there")]))

    assert told.created == 1
    names = ("email", "server_custom_id", "nickname")
    assert here.users(*names) == [["ann@example.com", "a.1", ""]]
    assert there.users(*names) == [["ann@example.com", "a.1", "there"]]


@law("Users are exported once in a while, and then again", fundamental=False)
def test_export_comes_once_per_hour(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))
    assert bulk.export().status_code == 204

    refused = bulk.export()

    assert refusal(refused) == TOO_MANY_REQUESTS
    seconds = int(refused.headers["retry-after"])
    assert 3500 < seconds <= 3600
    assert len(bulk.server.jwt_client.messages(OPS)) == 1
    control.advance(seconds)
    # The token of a server ends sooner.
    later = Bulk(ProjectServer(bulk.server.oauth_client))
    assert later.export().status_code == 204


@law("Of exports that are asked for at the same moment, one is made")
def test_one_of_many_exports_is_made(make_oauth_client: MakeOAuthClient) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))
    assert bulk.server.token

    answers = at_once(5, lambda number: bulk.export())

    assert [answer.status_code for answer in answers].count(204) == 1
    assert {refusal(each) for each in answers if each.status_code != 204} == {TOO_MANY_REQUESTS}
    assert len(bulk.server.jwt_client.messages(OPS)) == 1


@law("A refused export does not count as one")
def test_refused_export_does_not_count(make_oauth_client: MakeOAuthClient) -> None:
    bulk = Bulk(ProjectServer(make_oauth_client()))

    refused = [bulk.server.call("export-users", body=body) for body in ({}, {"email": "nowhere"})]

    assert [refusal(each) for each in refused] == [MISSING_VALUE, INVALID_VALUE]
    assert bulk.export().status_code == 204


@law("The link of a report or of an export is a secret, and ends after seven days", security=True)
def test_link_is_a_secret_and_ends(bulk: Bulk, control: Control) -> None:
    bulk.take(file_of([row(email="ann@example.com"), row(email="nowhere")]))
    bulk.rows()
    links = [str(bulk.server.jwt_client.message(OPS, kind).link) for kind in ("user_import", "user_export")]
    names = [link.rpartition("/")[2] for link in links]

    assert all(len(name) >= 22 for name in names)
    assert sum(a == b for a, b in zip(*names, strict=True)) < len(names[0]) / 2
    assert refusal(bulk.server.jwt_client.open(links[0][:-1] + "-")) == NOT_FOUND
    control.advance(7 * 24 * 3600 - 60)
    for link in links:
        bulk.fetch(link)
    control.advance(120)
    assert [refusal(bulk.server.jwt_client.open(link)) for link in links] == [NOT_FOUND] * 2


@law("An export tells no password, nor what one could be found from", security=True)
def test_export_tells_no_secret(bulk: Bulk) -> None:
    bulk.take(file_of([list(ann().values())]))
    bulk.server.oauth_client.member(username="ben", email="ben@example.com", password=PASSWORD)

    assert {each[WHOLE["password_hash"]] for each in bulk.rows()} == {""}
    assert "$" not in json.dumps(bulk.rows())

"""The devices of an account: one that is linked logs its user in, one that is unlinked does no longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_VALUE, LINKED_ALREADY, NOT_AVAILABLE, NOT_FOUND

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, OTHER_EMAIL, PHONE = "ann@example.com", "bob@example.com", "+12025550143"
DEVICE, OTHER = "0f8e2d7c-5b3a-4c1d-9e6f-7a8b9c0d1e2f", "0f8e2d7c-5b3a-4c1d-9e6f-7a8b9c0d1e2e"
KINDS = ("android", "ios", "macos", "windows")


def log_in(jwt_client: JwtClient, device_id: str, kind: str = "android", name: str = "Pocket 3") -> str:
    """Log a device in and return its token."""
    body = {"device": name, "device_id": device_id}
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": kind}, body=body)
    return str(answer.json()["token"])


def link(
    jwt_client: JwtClient, token: str, device_id: str, kind: str = "android", name: str = "Pocket 3"
) -> httpx.Response:
    body = {"device": name, "device_id": device_id}
    return jwt_client.call("link-device-to-account", path={"type_or_id": kind}, body=body, bearer=token)


def unlink(jwt_client: JwtClient, token: str, number: object) -> httpx.Response:
    return jwt_client.call("unlink-device-from-account", path={"type_or_id": str(number)}, bearer=token)


def devices(jwt_client: JwtClient, token: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = jwt_client.call("get-users-devices", bearer=token).json()
    return listed


def user(token: str) -> str:
    return str(claims(token)["sub"])


@law("A linked device logs its user in, whatever its kind, and is listed as it was told")
def test_linked_device_logs_in(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    assert devices(jwt_client, token) == []
    wanted = [(kind, f"{number}{DEVICE[1:]}", f"{kind} {'x' * 90}") for number, kind in enumerate(KINDS)]

    for kind, device_id, name in wanted:
        assert link(jwt_client, token, device_id, kind, name).status_code == 204

    listed = devices(jwt_client, token)
    assert [(each["type"], each["device"]) for each in listed] == [(kind, name) for kind, _, name in wanted]
    assert len({each["id"] for each in listed}) == len(KINDS)
    assert jwt_client.call("get-user-details", bearer=token).json()["devices"] == listed
    for kind, device_id, name in wanted:
        assert user(log_in(jwt_client, device_id, kind, name)) == user(token)


@law("A device is listed by its latest login, with what it said then")
def test_device_is_listed_by_its_latest_login(jwt_client: JwtClient, control: Control) -> None:
    token = log_in(jwt_client, DEVICE)
    (before,) = devices(jwt_client, token)
    control.advance(3600)

    log_in(jwt_client, DEVICE, "ios", "Pocket 4 🎮")

    (after,) = devices(jwt_client, token)
    moments = [datetime.fromisoformat(each.pop("last_used_at")) for each in (before, after)]
    assert moments[1] - moments[0] >= timedelta(seconds=3600)
    assert before == {"id": before["id"], "type": "android", "device": "Pocket 3"}
    assert after == {"id": before["id"], "type": "ios", "device": "Pocket 4 🎮"}


@law("An unlinked device logs nobody into the account any more", security=True)
def test_unlinked_device_does_not_log_in(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    for device_id in (DEVICE, OTHER):
        assert link(jwt_client, token, device_id).status_code == 204
    first, second = devices(jwt_client, token)

    assert unlink(jwt_client, token, first["id"]).status_code == 204

    assert devices(jwt_client, token) == [second]
    assert user(log_in(jwt_client, DEVICE)) != user(token)
    assert user(log_in(jwt_client, OTHER)) == user(token)
    assert refusal(unlink(jwt_client, token, first["id"])) == NOT_FOUND


@law("A device of another account is refused, and stays with it", security=True)
def test_device_of_another_account_is_refused(jwt_client: JwtClient) -> None:
    ann, bob = (jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL))
    assert link(jwt_client, ann, DEVICE).status_code == 204
    (listed,) = devices(jwt_client, ann)

    answer = link(jwt_client, bob, DEVICE, "ios", "Bob's now")

    assert refusal(answer) == LINKED_ALREADY
    assert user(ann) not in answer.text
    assert [devices(jwt_client, each) for each in (ann, bob)] == [[listed], []]
    assert user(log_in(jwt_client, DEVICE)) == user(ann)


@law("To link a device anew changes its name, and makes no second one of it")
def test_device_is_linked_once(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    for name in ("Pocket 3", "Pocket 3 of Ann"):
        assert link(jwt_client, token, DEVICE, name=name).status_code == 204

    (listed,) = devices(jwt_client, token)
    assert listed["device"] == "Pocket 3 of Ann"


@law("A device counts by its whole id, in its letter case", security=True)
def test_device_counts_by_its_whole_id(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    assert link(jwt_client, token, DEVICE).status_code == 204

    for other in (OTHER, DEVICE.upper(), DEVICE[:-1], f"1{DEVICE[1:]}", DEVICE[:16]):
        assert user(log_in(jwt_client, other)) != user(token), other
    assert user(log_in(jwt_client, DEVICE)) == user(token)
    for malformed in (DEVICE[:15], f"{DEVICE}0"):
        assert refusal(link(jwt_client, token, malformed)) == INVALID_VALUE
    assert refusal(link(jwt_client, token, OTHER, "linux")) == INVALID_VALUE
    assert refusal(link(jwt_client, token, OTHER, name="x" * 101)) == INVALID_VALUE


@law("Nobody unlinks another one's device", security=True)
def test_device_of_somebody_else_stays(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    ann, bob = (jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL))
    for token, device_id in ((ann, DEVICE), (bob, OTHER)):
        assert link(jwt_client, token, device_id).status_code == 204
    (anns,) = devices(jwt_client, ann)

    stranger = elsewhere.login_by_code(EMAIL)
    assert link(elsewhere, stranger, DEVICE).status_code == 204
    for token, where in ((bob, jwt_client), (stranger, elsewhere)):
        assert refusal(unlink(where, token, anns["id"])) == NOT_FOUND
    assert refusal(unlink(jwt_client, ann, 2**63 - 1)) == NOT_FOUND
    assert refusal(unlink(jwt_client, ann, DEVICE)) == INVALID_VALUE

    assert devices(jwt_client, ann) == [anns]
    assert user(log_in(jwt_client, DEVICE)) == user(ann)


@law("The device that is the last way to log in stays, also when all are unlinked at the same moment")
def test_last_device_stays(jwt_client: JwtClient) -> None:
    token = log_in(jwt_client, DEVICE)
    assert link(jwt_client, token, OTHER).status_code == 204
    listed = devices(jwt_client, token)

    answers = at_once(2, lambda each: unlink(jwt_client, token, listed[each]["id"]))

    assert sorted(answer.status_code for answer in answers) == [204, 422]
    stays = next(index for index, answer in enumerate(answers) if answer.status_code == 422)
    assert refusal(answers[stays]) == NOT_AVAILABLE
    assert devices(jwt_client, token) == [listed[stays]]
    assert user(log_in(jwt_client, (DEVICE, OTHER)[stays])) == user(token)


@law("An account that is entered another way may give up its last device")
def test_device_goes_where_another_way_is_left(jwt_client: JwtClient) -> None:
    token = log_in(jwt_client, DEVICE)
    sent = jwt_client.call("link-phone-number", body={"phone_number": PHONE}, bearer=token).json()
    code = str(jwt_client.message(PHONE, "one_time_code").code)
    body = {"phone_number": PHONE, "code": code, **sent}
    assert jwt_client.call("confirm-phone-number", body=body, bearer=token).status_code == 204
    (listed,) = devices(jwt_client, token)

    assert unlink(jwt_client, token, listed["id"]).status_code == 204

    removed = jwt_client.call("delete-user-phone-number", path={"phoneNumber": PHONE}, bearer=token)
    assert refusal(removed) == NOT_AVAILABLE
    assert user(jwt_client.login_by_code(PHONE)) == user(token)

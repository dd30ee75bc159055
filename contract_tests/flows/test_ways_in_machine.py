"""Logging in, linking and removing in any order: a machine compares with its model where every way leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import httpx
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.accounts import Accounts, WayIn
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import DocumentedRefusal

MakeJwtClient = Callable[..., JwtClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 10, 20
ADDRESSES = [WayIn("email", f"user-{each}@example.com") for each in "ab"]
NUMBERS = [WayIn("phone", f"+1202555014{each}") for each in "12"]
DEVICES = [WayIn("device", f"0f8e2d7c-5b3a-4c1d-{each}") for each in "12"]

every_way = st.sampled_from([*ADDRESSES, *NUMBERS, *DEVICES])
removable = st.sampled_from([*NUMBERS, *DEVICES])


class WayHistory(History):
    """Some addresses, numbers and devices, and the accounts that they lead to."""

    make_jwt_client: ClassVar[MakeJwtClient]

    @initialize()
    def start(self) -> None:
        self.jwt_client = type(self).make_jwt_client()
        self.accounts = Accounts()
        self.tokens: dict[int, str] = {}
        self.known_devices: dict[WayIn, int] = {}
        self.log_in(ADDRESSES[0])
        for way in (NUMBERS[0], DEVICES[0]):
            self.link(0, way)
        self.log_in(DEVICES[1])

    @rule(way=every_way)
    def log_in(self, way: WayIn) -> None:
        """Log in, and look where that leads."""
        token = self._token_of(way)
        account = self.accounts.log_in(way)
        known = self.tokens.setdefault(account, token)
        assert claims(token)["sub"] == claims(known)["sub"]
        assert len({claims(each)["sub"] for each in self.tokens.values()}) == len(self.tokens)

    @rule(chosen=st.integers(0, 5), way=every_way)
    def link(self, chosen: int, way: WayIn) -> None:
        """Link a way to an account, with the code where it has one."""
        account = chosen % len(self.tokens)
        answer = self._linked(self.tokens[account], way)
        self._compare(account, answer, self.accounts.link(account, way))

    @rule(chosen=st.integers(0, 5), way=removable)
    def unlink(self, chosen: int, way: WayIn) -> None:
        """Take a number or a device from any account and from its own, and see where it leads."""
        account = self.accounts.owner(way)
        for each in (chosen % len(self.tokens), account):
            if each is not None:
                self._unlink(each, way)
        self.log_in(way)

    def _unlink(self, account: int, way: WayIn) -> None:
        answer = self._unlinked(self.tokens[account], way)
        self._compare(account, answer, self.accounts.unlink(account, way))

    def _compare(self, account: int, answer: httpx.Response, wanted: DocumentedRefusal | None) -> None:
        if wanted is not None:
            assert refusal(answer) == wanted
        else:
            assert answer.is_success, answer.text
        token = self.tokens[account]
        listed = self._call("get-users-devices", token).json()
        assert {each["device"] for each in listed} == {
            each.value for each in self.accounts.of(account, "device")
        }
        for kind, operation_id, name in (
            ("phone", "get-user-phone-number", "phone_number"),
            ("email", "get-user-email", "current_email"),
        ):
            held = [each.value for each in self.accounts.of(account, kind)]
            assert self._call(operation_id, token).json() == {name: held[0] if held else None}

    def _call(self, operation_id: str, token: str, **request: Any) -> httpx.Response:
        return self.jwt_client.call(operation_id, bearer=token, **request)

    def _token_of(self, way: WayIn) -> str:
        if way.kind != "device":
            return self.jwt_client.login_by_code(way.value)
        body = {"device": way.value, "device_id": way.value}
        path = {"device_type": "android"}
        return str(self.jwt_client.call("jwt-auth-via-device-id", path=path, body=body).json()["token"])

    def _linked(self, token: str, way: WayIn) -> httpx.Response:
        if way.kind == "device":
            body = {"device": way.value, "device_id": way.value}
            return self._call("link-device-to-account", token, path={"type_or_id": "android"}, body=body)
        if way.kind == "phone":
            asked = self._call("link-phone-number", token, body={"phone_number": way.value})
            if asked.is_error:
                return asked
            code = str(self.jwt_client.message(way.value, "one_time_code").code)
            return self._call(
                "confirm-phone-number", token, body={"phone_number": way.value, "code": code, **asked.json()}
            )
        asked = self.jwt_client.answer_asks(token, {"email": way.value})
        if asked.is_error:
            return asked
        code = str(self.jwt_client.message(way.value, "one_time_code").code)
        return self.jwt_client.confirm_code(way.value, code, asked.json()["error"]["details"]["operation_id"])

    def _unlinked(self, token: str, way: WayIn) -> httpx.Response:
        if way.kind == "phone":
            return self._call("delete-user-phone-number", token, path={"phoneNumber": way.value})
        for each in self._call("get-users-devices", token).json():
            self.known_devices[WayIn("device", each["device"])] = each["id"]
        number = str(self.known_devices.get(way, 2**31))
        return self._call("unlink-device-from-account", token, path={"type_or_id": number})

    def teardown(self) -> None:
        for way in (*ADDRESSES, *NUMBERS, *DEVICES) if hasattr(self, "accounts") else ():
            self.log_in(way)


@pytest.mark.law(
    "Whatever is linked and removed, each way in leads to one account, and each account keeps one"
)
def test_random_ways_in(make_jwt_client: MakeJwtClient, control: Control) -> None:
    WayHistory.make_jwt_client = staticmethod(make_jwt_client)
    play(
        WayHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )

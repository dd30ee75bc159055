"""Defects of one-time codes, of the links that carry them, and of the page that waits for a click."""

from __future__ import annotations

import asyncio
from typing import Any

import attrs
import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import CAPTCHA_REQUIRED
from login_contract.mock.domain import captcha
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import code_link
from login_contract.mock.flows.one_time_code import GivenCode, OneTimeCodes
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, sessions, users, watch
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from tests.defects.planting import altered, wrap_operation

BY_EMAIL = "jwt-complete-auth-by-email"


def code_usable_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(one_time_codes, "consume", lambda tx, operation_id, limit: True)


def code_for_any_recipient(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(OneTimeCode, "belongs_to", lambda self, project_id, recipient: True)


def code_for_any_project(patch: pytest.MonkeyPatch) -> None:
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        sent = one_time_codes.find(tx, given.operation_id)
        project_id = sent.project_id if sent is not None else project.project_id
        return sound(self, tx, Project({**project.settings, "project_id": project_id}), given)

    patch.setattr(OneTimeCodes, "take", take)


def code_for_any_operation(patch: pytest.MonkeyPatch) -> None:
    def disguise(tx: Transaction, sent: OneTimeCode, given: GivenCode) -> GivenCode:
        meant = tx.one(
            "SELECT operation_id FROM one_time_codes WHERE code = :code AND recipient = :recipient",
            code=given.code,
            recipient=given.recipient,
        )
        return evolve(given, operation_id=meant["operation_id"]) if meant else given

    _forgive(patch, disguise)


def code_outlives_three_minutes(patch: pytest.MonkeyPatch) -> None:
    def disguise(tx: Transaction, sent: OneTimeCode, given: GivenCode) -> GivenCode:
        tx.execute(
            "UPDATE one_time_codes SET expires_at = :later WHERE operation_id = :operation_id",
            later=tx.now + 60,
            operation_id=sent.operation_id,
        )
        return given

    _forgive(patch, disguise)


def wrong_code_ends_sessions(patch: pytest.MonkeyPatch) -> None:
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        try:
            return sound(self, tx, project, given)
        except LoginError:
            user = users.by_contact(tx, project.project_id, given.channel, given.recipient)
            if user is not None:
                sessions.revoke_all(tx, user.user_id)
            raise

    patch.setattr(OneTimeCodes, "take", take)


def wrong_tries_not_counted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(one_time_codes, "count_attempt", lambda tx, operation_id, limit: True)


def right_code_passes_after_five_tries(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.consume
    patch.setattr(
        one_time_codes, "consume", lambda tx, operation_id, limit: sound(tx, operation_id, limit=1_000_000)
    )


def code_told_to_whoever_asks(patch: pytest.MonkeyPatch) -> None:
    """Answer the request for a code with the code itself, as if it were its name."""
    sound = OneTimeCodes.send

    def send(self: OneTimeCodes, tx: Transaction, *given: Any) -> str:
        operation_id = sound(self, tx, *given)
        sent = one_time_codes.find(tx, operation_id)
        told = f"{operation_id}-{sent.code if sent else ''}"
        for table in ("one_time_codes", "messages"):
            tx.execute(
                f"UPDATE {table} SET operation_id = :told WHERE operation_id = :operation_id",
                told=told,
                operation_id=operation_id,
            )
        return told

    patch.setattr(OneTimeCodes, "send", send)


def concurrent_confirmations_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the code is used, answer, and only then mark it as used: no conditional update."""
    consume = one_time_codes.consume
    patch.setattr(one_time_codes, "consume", lambda tx, operation_id, limit: True)

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        await asyncio.sleep(0.2)
        await services.store.transaction(
            lambda tx: consume(tx, call.body["operation_id"], call.project["code_attempts"])
        )
        return reply

    wrap_operation(patch, BY_EMAIL, around)


def poll_tells_foreign_codes(patch: pytest.MonkeyPatch) -> None:
    class Anybodys(OneTimeCode):
        def belongs_to(self, project_id: str, recipient: str) -> bool:
            return True

    def find(tx: Transaction, operation_id: str) -> OneTimeCode | None:
        sent = one_time_codes.find(tx, operation_id)
        return Anybodys(**attrs.asdict(sent, recurse=False)) if sent else None

    patch.setattr(code_link, "one_time_codes", altered(one_time_codes, find=find))


def poll_answers_unknown_operations_at_once(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def known(tx: Transaction) -> bool:
            return one_time_codes.find(tx, call.query["operation_id"]) is not None

        if await services.store.read(known):
            return await sound(call, services)
        return await sound(evolve(call, registered=_impatient(call.project)), services)

    wrap_operation(patch, "get-confirmation-code", around)


def link_does_not_complete_the_poll(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(one_time_codes, "click", lambda tx, operation_id: None)


def link_completes_the_poll_late(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(watch, "POLL_SECONDS", 1.5)


def link_completes_every_poll_of_its_recipient(patch: pytest.MonkeyPatch) -> None:
    def click(tx: Transaction, operation_id: str) -> None:
        tx.execute(
            "UPDATE one_time_codes SET clicked_at = :now WHERE recipient ="
            " (SELECT recipient FROM one_time_codes WHERE operation_id = :operation_id)",
            now=tx.now,
            operation_id=operation_id,
        )

    patch.setattr(one_time_codes, "click", click)


def operation_id_opens_the_link(patch: pytest.MonkeyPatch) -> None:
    """Take the name that the asking page knows for the secret that only the message holds."""
    sound = one_time_codes.find_by_link
    patch.setattr(
        one_time_codes, "find_by_link", lambda tx, state: sound(tx, state) or one_time_codes.find(tx, state)
    )


def code_opens_the_link(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.find_by_link

    def find_by_link(tx: Transaction, state: str) -> OneTimeCode | None:
        guessed = tx.one("SELECT operation_id FROM one_time_codes WHERE code = :code", code=state)
        return one_time_codes.find(tx, guessed["operation_id"]) if guessed else sound(tx, state)

    patch.setattr(one_time_codes, "find_by_link", find_by_link)


def opened_link_carries_the_code(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.find_by_link

    def find_by_link(tx: Transaction, state: str) -> OneTimeCode | None:
        sent = sound(tx, state)
        return evolve(sent, link_url=f"{sent.link_url}?code={sent.code}") if sent else None

    patch.setattr(one_time_codes, "find_by_link", find_by_link)


def letter_case_of_a_recipient_matters(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(one_time_codes, "comparable", lambda text: text)


def _forgive(patch: pytest.MonkeyPatch, disguise: Any) -> None:
    """Let ``disguise`` rewrite what is presented with the operation_id of a code that was sent."""
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        sent = one_time_codes.find(tx, given.operation_id)
        return sound(self, tx, project, disguise(tx, sent, given) if sent is not None else given)

    patch.setattr(OneTimeCodes, "take", take)


def _impatient(project: Project) -> Project:
    return Project({**project.settings, "otc_wait_seconds": 0})


def captcha_of_a_code_forgotten(patch: pytest.MonkeyPatch) -> None:
    _no_captcha(patch, captcha.CODE)


def captcha_of_an_ask_forgotten(patch: pytest.MonkeyPatch) -> None:
    _no_captcha(patch, captcha.ASK)


def _no_captcha(patch: pytest.MonkeyPatch, where: str) -> None:
    sound = captcha.demand

    def demand(project: Project, call: str, headers: Any) -> None:
        if call != where:
            sound(project, call, headers)

    patch.setattr(captcha, "demand", demand)


def captcha_wanted_everywhere(patch: pytest.MonkeyPatch) -> None:
    sound = captcha.demand
    wanting = Project({"captcha_calls": [captcha.CODE, captcha.ASK]})
    patch.setattr(captcha, "demand", lambda project, call, headers: sound(wanting, call, headers))


def part_of_a_captcha_is_enough(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(captcha, "is_solved", lambda headers: any(headers.get(name) for name in captcha.HEADERS))


def captcha_need_not_be_filled_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(captcha, "is_solved", lambda headers: all(name in headers for name in captcha.HEADERS))


def captcha_refusal_looks_like_a_limit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(captcha, "needed", lambda because: LoginError(CAPTCHA_REQUIRED))

"""Defects that every caller sees: fields, statuses, media types, headers, limits, languages, validation."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from starlette.datastructures import MutableHeaders
from starlette.types import Receive, Scope, Send

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract import payload
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.http import cors
from login_contract.mock.http.app import MockServer
from login_contract.mock.messages import composing
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import outbox
from tests.defects.planting import alter_answers, alter_description, alter_headers, wrap_operation

ALLOW_ORIGIN = "access-control-allow-origin"


def operation_id_missing(patch: pytest.MonkeyPatch) -> None:
    alter_answers(patch, "jwt-start-auth-by-email", lambda reply: evolve(reply, body={}))


def operation_id_is_a_number(patch: pytest.MonkeyPatch) -> None:
    alter_answers(patch, "jwt-start-auth-by-email", lambda reply: evolve(reply, body={"operation_id": 7}))


def undocumented_status(patch: pytest.MonkeyPatch) -> None:
    alter_answers(patch, "reset-password", lambda reply: evolve(reply, status=202))


def undocumented_media_type(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        if headers.get("content-type") == "application/json" and status == 200:
            headers["content-type"] = "text/plain"

    alter_headers(patch, alter)


def undocumented_code(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:
            body = {"error": {"code": "999-999", "description": "It did not work."}}
            return Reply.json(body, status=refusal.status)

    wrap_operation(patch, "validate-jwt", around)


def refused_password_repeated(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:
            told = f"{call.body['password']} is not the password"
            raise LoginError(refusal.refusal, told) from None

    wrap_operation(patch, "auth-by-username-and-password", around)


def secrets_may_be_cached(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        headers["cache-control"] = "public, max-age=60"

    alter_headers(patch, alter)


def nul_characters_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(payload, "_refuse_unstorable", lambda value: None)


def large_bodies_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(payload, "MAX_BODY_BYTES", 2**30)


def unknown_project_taken_for_the_default(patch: pytest.MonkeyPatch) -> None:
    sound = Projects.find

    def find(self: Projects, project_id: str) -> Project | None:
        found = sound(self, project_id)
        if found is not None or not self.all():
            return found
        return Project({**self.all()[0].settings, "otc_wait_seconds": 0})

    patch.setattr(Projects, "find", find)


def failure_on_long_names(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if len(call.body["username"]) > 200:
            raise OverflowError("a column of the database is too short")
        return await sound(call, services)

    wrap_operation(patch, "jwt-register-new-user", around)


def short_passwords_accepted(patch: pytest.MonkeyPatch) -> None:
    _without_shortest(patch, "password")


def short_usernames_accepted(patch: pytest.MonkeyPatch) -> None:
    _without_shortest(patch, "username")


def any_with_logout_accepted(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["WithLogout"].pop("enum")

    alter_description(patch, alter)


def missing_state_accepted(patch: pytest.MonkeyPatch) -> None:
    """Take the push call without its one secret, and call it a success."""

    def alter(document: dict[str, Any]) -> None:
        for parameter in document["paths"]["/otc/push"]["get"]["parameters"]:
            if parameter.get("name") == "state":
                parameter["required"] = False

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(call, services) if "state" in call.query else Reply.empty()

    alter_description(patch, alter)
    wrap_operation(patch, "push-confirmation-code", around)


def errors_withheld_from_pages(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        if status >= 400 and ALLOW_ORIGIN in headers:
            del headers[ALLOW_ORIGIN]

    alter_headers(patch, alter)


def every_origin_allowed_by_wildcard(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        if ALLOW_ORIGIN in headers:
            headers[ALLOW_ORIGIN] = "*"

    alter_headers(patch, alter)


def every_origin_allowed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cors, "allowed", lambda origin, project, projects: True)


def every_preflight_granted(patch: pytest.MonkeyPatch) -> None:
    serve = MockServer.__call__

    async def altered(self: MockServer, scope: Scope, receive: Receive, send: Send) -> None:
        with pytest.MonkeyPatch.context() as leniency:
            if scope.get("method") == "OPTIONS":
                leniency.setattr(cors, "allowed", lambda origin, project, projects: True)
            await serve(self, scope, receive, send)

    patch.setattr(MockServer, "__call__", altered)


def answers_not_varying_by_origin(patch: pytest.MonkeyPatch) -> None:
    """Say that answers differ by origin only to whoever names one: a cache gives the others to anybody."""

    def alter(status: int, headers: MutableHeaders) -> None:
        if ALLOW_ORIGIN not in headers and "vary" in headers:
            del headers["vary"]

    alter_headers(patch, alter)


def captcha_header_not_exposed(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        if "access-control-expose-headers" in headers:
            headers["access-control-expose-headers"] = "Retry-After"

    alter_headers(patch, alter)


def allow_missing(patch: pytest.MonkeyPatch) -> None:
    _without_header(patch, 405, "allow")


def retry_after_missing(patch: pytest.MonkeyPatch) -> None:
    _without_header(patch, 429, "retry-after")


def locale_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(composing, "resolve_locale", lambda wanted: "en_XX")


def locale_asked_for_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = outbox.add
    patch.setattr(outbox, "add", lambda tx, message: sound(tx, evolve(message, locale=message.language)))


def _without_shortest(patch: pytest.MonkeyPatch, property_name: str) -> None:
    def alter(document: dict[str, Any]) -> None:
        for schema in document["components"]["schemas"].values():
            schema.get("properties", {}).get(property_name, {}).pop("minLength", None)

    alter_description(patch, alter)


def _without_header(patch: pytest.MonkeyPatch, status: int, name: str) -> None:
    def alter(answered: int, headers: MutableHeaders) -> None:
        if answered == status and name in headers:
            del headers[name]

    alter_headers(patch, alter)

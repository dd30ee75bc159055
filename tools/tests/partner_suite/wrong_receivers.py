"""Partners that each do one thing wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from login_contract.partner_suite.reference.partner import (
    PartnerRefusal,
    PartnerReply,
    PartnerRequest,
    ReferencePartner,
)

GZIP = (("content-encoding", "gzip"),)


class Crash(Exception):
    """What a web framework turns into 500."""


class Fragile(ReferencePartner):
    """Answers 500 when it crashes, as web frameworks do."""

    def answer(self, request: PartnerRequest) -> PartnerReply:
        try:
            return super().answer(request)
        except Exception:
            return PartnerReply(500, b"Internal Server Error", "text/plain")


class NeedsNoToken(ReferencePartner):
    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        if not request.header("authorization"):
            return {}
        return super().check_token(request)


class Refuses401(ReferencePartner):
    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        try:
            return super().check_token(request)
        except PartnerRefusal:
            raise PartnerRefusal("Who are you?", status=401) from None


class RefusesInHtml(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return PartnerReply(400, b"<h1>Bad Request</h1>", "text/html") if reply.status == 400 else reply


class RefusesInLatin1(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        if reply.status != 400:
            return reply
        return PartnerReply(
            400, '{"error":{"code":"011-001","description":"Accès refusé"}}'.encode("latin-1")
        )


class RefusesWithoutCode(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return PartnerReply.of(400, {"error": {"description": "No."}}) if reply.status == 400 else reply


class RefusesWithoutBody(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return PartnerReply(400) if reply.status == 400 else reply


class TellsWhenItRefuses(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        if reply.status != 400:
            return reply
        return PartnerReply.of(400, {"error": {"code": "1", "description": "No."}, "attributes": []})


class RefusesWith200(ReferencePartner):
    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> PartnerReply:
        if body.get("username") == "jane.doe":
            return PartnerReply.of(200, {"error": {"code": "1", "description": "Not Jane."}})
        return super().accepted(name, body, claims)


class AnswersRaw(ReferencePartner):
    """Answers accepted deliveries with given bytes."""

    raw: ClassVar[PartnerReply]

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> PartnerReply:
        super().accepted(name, body, claims)
        return self.raw


class AnswersAnArray(AnswersRaw):
    raw = PartnerReply.of(200, [{"tier": "gold"}])


class AnswersPlainText(AnswersRaw):
    raw = PartnerReply(200, b'{"tier":"gold"}', "text/plain")


class AnswersNoJson(AnswersRaw):
    raw = PartnerReply(200, b"{'tier': 'gold'}")


class AnswersNothingWith200(AnswersRaw):
    raw = PartnerReply(200, b"")


class Redirects(AnswersRaw):
    raw = PartnerReply(302, headers=(("location", "/welcome"),))


class RedirectsRefusals(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return PartnerReply(303, headers=(("location", "/login"),)) if reply.status == 400 else reply


class CallsRefusalsGzip(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return attrs.evolve(reply, headers=GZIP) if reply.status == 400 else reply


class CallsEverythingGzip(ReferencePartner):
    def answer(self, request: PartnerRequest) -> PartnerReply:
        return attrs.evolve(super().answer(request), headers=GZIP)


class AnswersTooMuch(AnswersRaw):
    raw = PartnerReply.of(200, {"attributes": [{"key": f"k{n}", "value": "v" * 200} for n in range(400)]})


class CrashesOnUnicode(Fragile):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        body = super().read(request)
        repr_of = json.dumps(body, ensure_ascii=False)
        repr_of.encode("ascii")
        return body


class CrashesOnMalformedJson(Fragile):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        json.loads(request.content)
        return super().read(request)


class CrashesOnArrays(Fragile):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        try:
            body: dict[str, Any] = json.loads(request.content)
        except ValueError:
            raise PartnerRefusal("The body is no JSON.") from None
        body.get("phone_number")
        return body


class AcceptsMalformedJson(ReferencePartner):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        try:
            body = json.loads(request.content)
        except ValueError:
            return {"phone_number": "+12025550100"}
        return body if isinstance(body, dict) else super().read(request)


class CrashesOnLongNames(Fragile):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        body = super().read(request)
        if any(len(value) > 200 for value in body.values() if isinstance(value, str)):
            raise Crash("value too long for type character varying(200)")
        return body


class CrashesOnShortNames(Fragile):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        body = super().read(request)
        if len(body.get("id", "long")) < 2:
            raise Crash("too short")
        return body


class NeedsTheAddress(Fragile):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        super().verify_password(username, email.lower(), password)


class NeedsThatProperty(ReferencePartner):
    """Refuses deliveries of one webhook that lack a property, which some documented samples do."""

    webhook: ClassVar[str]
    needed_property: ClassVar[str]

    def carry_out(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
        if name == self.webhook and self.needed_property not in body:
            raise PartnerRefusal(f"The delivery has no {self.needed_property}.")
        super().carry_out(name, body, claims)


class RegistersByNameOnly(NeedsThatProperty):
    webhook, needed_property = "new-user", "username"


class VerifiesByNameOnly(NeedsThatProperty):
    webhook, needed_property = "user-verification", "username"


class VerifiesByAddressOnly(NeedsThatProperty):
    webhook, needed_property = "user-verification", "email"


class ResetsByAddressOnly(NeedsThatProperty):
    webhook, needed_property = "password-reset", "email"


class RejectsExtraFields(ReferencePartner):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        body = super().read(request)
        if any(name.startswith("x_") for name in body):
            raise PartnerRefusal("There are unknown properties.")
        return body


class MindsTheOrder(ReferencePartner):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        body = super().read(request)
        if [name for name in body if name in ("provider", "id")] == ["id", "provider"]:
            raise PartnerRefusal("The properties are mixed up.")
        return body


class ReadsJsonByLookingForText(ReferencePartner):
    def read(self, request: PartnerRequest) -> dict[str, Any]:
        if b'"phone_number"' not in request.content:
            raise PartnerRefusal("The delivery has no phone_number.")
        return super().read(request)


class Refuses401Strangers(ReferencePartner):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        if self.find(username, email) is None:
            raise PartnerRefusal("Who is that?", status=401)
        super().verify_password(username, email, password)


class AcceptsAnyPassword(ReferencePartner):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        self.needed(username, email)


class AcceptsStrangers(ReferencePartner):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        if self.find(username, email) is not None:
            super().verify_password(username, email, password)


class KnowsNamesOnly(ReferencePartner):
    """Finds nobody by an address: the known user logs in with one."""

    def find(self, *names: Any) -> Any:
        return super().find(*(name for name in names if "@" not in str(name)))


class ForgetsUsers(ReferencePartner):
    def register(self, username: str, email: str, password: str) -> None:
        pass


class StoresTwice(Fragile):
    def register(self, username: str, email: str, password: str) -> None:
        if self.find(username) is not None:
            raise Crash("UNIQUE constraint failed: users.username")
        super().register(username, email, password)


class RefusesTheSecondTime(ReferencePartner):
    seen: ClassVar[set[str]] = set()

    def carry_out(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
        told = json.dumps(body, sort_keys=True)
        if told in self.seen:
            raise PartnerRefusal("This was delivered before.")
        self.seen.add(told)


class StoresBeforeItVerifies(ReferencePartner):
    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        try:
            return super().check_token(request)
        except PartnerRefusal:
            body = self.read(request)
            with self.lock:
                self.carry_out(self.webhook_of(request, body), body, {})
            raise


class ServesFewAtOnce(ReferencePartner):
    seats: ClassVar[threading.Semaphore] = threading.Semaphore(2)

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> PartnerReply:
        if not self.seats.acquire(blocking=False):
            return PartnerReply(503)
        try:
            time.sleep(0.02)
            return super().accepted(name, body, claims)
        finally:
            self.seats.release()


class AcceptsAnyForm(ReferencePartner):
    def check_form(self, request: PartnerRequest) -> None:
        pass


class Sleeps(ReferencePartner):
    """Answers later than anybody waits."""

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> PartnerReply:
        time.sleep(0.6)
        return super().accepted(name, body, claims)


class MindsTheCaseOfHeaders(ReferencePartner):
    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        if "Authorization" not in dict(request.headers):
            raise PartnerRefusal("There is no header Authorization.")
        return super().check_token(request)

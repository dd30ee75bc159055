"""Partners that each do one thing wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from login_contract.webhooks.receiver import Receiver, Refusal, Reply, Request

GZIP = (("content-encoding", "gzip"),)


class Crash(Exception):
    """What a web framework turns into 500."""


class Fragile(Receiver):
    """Answers 500 when it crashes, as web frameworks do."""

    def answer(self, request: Request) -> Reply:
        try:
            return super().answer(request)
        except Exception:
            return Reply(500, b"Internal Server Error", "text/plain")


class NeedsNoToken(Receiver):
    def check_token(self, request: Request) -> Mapping[str, Any]:
        if not request.header("authorization"):
            return {}
        return super().check_token(request)


class Refuses401(Receiver):
    def check_token(self, request: Request) -> Mapping[str, Any]:
        try:
            return super().check_token(request)
        except Refusal:
            raise Refusal("Who are you?", status=401) from None


class RefusesInHtml(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        return Reply(400, b"<h1>Bad Request</h1>", "text/html") if reply.status == 400 else reply


class RefusesInLatin1(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        if reply.status != 400:
            return reply
        return Reply(400, '{"error":{"code":"011-001","description":"Accès refusé"}}'.encode("latin-1"))


class RefusesWithoutCode(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        return Reply.of(400, {"error": {"description": "No."}}) if reply.status == 400 else reply


class RefusesWithoutBody(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        return Reply(400) if reply.status == 400 else reply


class TellsWhenItRefuses(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        if reply.status != 400:
            return reply
        return Reply.of(400, {"error": {"code": "1", "description": "No."}, "attributes": []})


class RefusesWith200(Receiver):
    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> Reply:
        if body.get("username") == "jane.doe":
            return Reply.of(200, {"error": {"code": "1", "description": "Not Jane."}})
        return super().accepted(name, body, claims)


class AnswersRaw(Receiver):
    """Answers accepted deliveries with given bytes."""

    raw: ClassVar[Reply]

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> Reply:
        super().accepted(name, body, claims)
        return self.raw


class AnswersAnArray(AnswersRaw):
    raw = Reply.of(200, [{"tier": "gold"}])


class AnswersPlainText(AnswersRaw):
    raw = Reply(200, b'{"tier":"gold"}', "text/plain")


class AnswersNoJson(AnswersRaw):
    raw = Reply(200, b"{'tier': 'gold'}")


class AnswersNothingWith200(AnswersRaw):
    raw = Reply(200, b"")


class Redirects(AnswersRaw):
    raw = Reply(302, headers=(("location", "/welcome"),))


class RedirectsRefusals(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        return Reply(303, headers=(("location", "/login"),)) if reply.status == 400 else reply


class CallsRefusalsGzip(Receiver):
    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        return attrs.evolve(reply, headers=GZIP) if reply.status == 400 else reply


class CallsEverythingGzip(Receiver):
    def answer(self, request: Request) -> Reply:
        return attrs.evolve(super().answer(request), headers=GZIP)


class AnswersTooMuch(AnswersRaw):
    raw = Reply.of(200, {"attributes": [{"key": f"k{n}", "value": "v" * 200} for n in range(400)]})


class CrashesOnUnicode(Fragile):
    def read(self, request: Request) -> dict[str, Any]:
        body = super().read(request)
        repr_of = json.dumps(body, ensure_ascii=False)
        repr_of.encode("ascii")
        return body


class CrashesOnMalformedJson(Fragile):
    def read(self, request: Request) -> dict[str, Any]:
        json.loads(request.content)
        return super().read(request)


class CrashesOnArrays(Fragile):
    def read(self, request: Request) -> dict[str, Any]:
        try:
            body: dict[str, Any] = json.loads(request.content)
        except ValueError:
            raise Refusal("The body is no JSON.") from None
        body.get("phone_number")
        return body


class AcceptsMalformedJson(Receiver):
    def read(self, request: Request) -> dict[str, Any]:
        try:
            body = json.loads(request.content)
        except ValueError:
            return {"phone_number": "+12025550100"}
        return body if isinstance(body, dict) else super().read(request)


class CrashesOnLongNames(Fragile):
    def read(self, request: Request) -> dict[str, Any]:
        body = super().read(request)
        if any(len(value) > 200 for value in body.values() if isinstance(value, str)):
            raise Crash("value too long for type character varying(200)")
        return body


class CrashesOnShortNames(Fragile):
    def read(self, request: Request) -> dict[str, Any]:
        body = super().read(request)
        if len(body.get("id", "long")) < 2:
            raise Crash("too short")
        return body


class NeedsTheAddress(Fragile):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        super().verify_password(username, email.lower(), password)


class NeedsThatProperty(Receiver):
    """Refuses deliveries of one webhook that lack a property, which some documented samples do."""

    webhook: ClassVar[str]
    needed_property: ClassVar[str]

    def carry_out(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
        if name == self.webhook and self.needed_property not in body:
            raise Refusal(f"The delivery has no {self.needed_property}.")
        super().carry_out(name, body, claims)


class RegistersByNameOnly(NeedsThatProperty):
    webhook, needed_property = "new-user", "username"


class VerifiesByNameOnly(NeedsThatProperty):
    webhook, needed_property = "user-verification", "username"


class VerifiesByAddressOnly(NeedsThatProperty):
    webhook, needed_property = "user-verification", "email"


class ResetsByAddressOnly(NeedsThatProperty):
    webhook, needed_property = "password-reset", "email"


class RejectsExtraFields(Receiver):
    def read(self, request: Request) -> dict[str, Any]:
        body = super().read(request)
        if any(name.startswith("x_") for name in body):
            raise Refusal("There are unknown properties.")
        return body


class MindsTheOrder(Receiver):
    def read(self, request: Request) -> dict[str, Any]:
        body = super().read(request)
        if [name for name in body if name in ("provider", "id")] == ["id", "provider"]:
            raise Refusal("The properties are mixed up.")
        return body


class ReadsJsonByLookingForText(Receiver):
    def read(self, request: Request) -> dict[str, Any]:
        if b'"phone_number"' not in request.content:
            raise Refusal("The delivery has no phone_number.")
        return super().read(request)


class Refuses401Strangers(Receiver):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        if self.find(username, email) is None:
            raise Refusal("Who is that?", status=401)
        super().verify_password(username, email, password)


class AcceptsAnyPassword(Receiver):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        self.needed(username, email)


class AcceptsStrangers(Receiver):
    def verify_password(self, username: str, email: Any, password: str) -> None:
        if self.find(username, email) is not None:
            super().verify_password(username, email, password)


class KnowsNamesOnly(Receiver):
    """Finds nobody by an address: the known user logs in with one."""

    def find(self, *names: Any) -> Any:
        return super().find(*(name for name in names if "@" not in str(name)))


class ForgetsUsers(Receiver):
    def register(self, username: str, email: str, password: str) -> None:
        pass


class StoresTwice(Fragile):
    def register(self, username: str, email: str, password: str) -> None:
        if self.find(username) is not None:
            raise Crash("UNIQUE constraint failed: users.username")
        super().register(username, email, password)


class RefusesTheSecondTime(Receiver):
    seen: ClassVar[set[str]] = set()

    def carry_out(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
        told = json.dumps(body, sort_keys=True)
        if told in self.seen:
            raise Refusal("This was delivered before.")
        self.seen.add(told)


class StoresBeforeItVerifies(Receiver):
    def check_token(self, request: Request) -> Mapping[str, Any]:
        try:
            return super().check_token(request)
        except Refusal:
            body = self.read(request)
            with self.lock:
                self.carry_out(self.webhook_of(request, body), body, {})
            raise


class ServesFewAtOnce(Receiver):
    seats: ClassVar[threading.Semaphore] = threading.Semaphore(2)

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> Reply:
        if not self.seats.acquire(blocking=False):
            return Reply(503)
        try:
            time.sleep(0.02)
            return super().accepted(name, body, claims)
        finally:
            self.seats.release()


class AcceptsAnyForm(Receiver):
    def check_form(self, request: Request) -> None:
        pass


class Sleeps(Receiver):
    """Answers later than anybody waits."""

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> Reply:
        time.sleep(0.6)
        return super().accepted(name, body, claims)


class MindsTheCaseOfHeaders(Receiver):
    def check_token(self, request: Request) -> Mapping[str, Any]:
        if "Authorization" not in dict(request.headers):
            raise Refusal("There is no header Authorization.")
        return super().check_token(request)

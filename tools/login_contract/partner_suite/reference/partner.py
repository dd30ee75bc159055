"""A small partner that does everything right: verifies, keeps users in memory, answers as documented."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from login_contract.description.message import JSON
from login_contract.description.storage_webhooks import NAMES
from login_contract.partner_suite.deliveries import READ_AT_MOST
from login_contract.partner_suite.reference.verification import BadToken, Verifier, public_keys
from login_contract.tokens.compact import NotCompact, claims_of

CODE_OF_TOKENS = "010-017"
CODE_OF_REQUESTS = "002-027"
CODE_OF_USERS = "003-001"
CODE_OF_NAMES = "003-003"


@frozen
class PartnerRequest:
    """A delivery as it arrived; names of headers are spelt as they were sent."""

    method: str
    path: str
    headers: Sequence[tuple[str, str]]
    content: bytes

    def header(self, name: str) -> str:
        """Return a header, however its name is spelt; empty when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@frozen
class PartnerReply:
    """What is answered: a status and, but for None, a body."""

    status: int
    content: bytes | None = None
    media_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, status: int, body: Any) -> PartnerReply:
        """Return an answer in JSON."""
        return cls(status, json.dumps(body, ensure_ascii=False).encode())


class PartnerRefusal(Exception):
    """The delivery is refused: status, code and description."""

    def __init__(self, description: str, *, code: str = CODE_OF_REQUESTS, status: int = 400) -> None:
        super().__init__(description)
        self.reply = PartnerReply.of(status, {"error": {"code": code, "description": description}})


@define
class KeptUser:
    """A user as the partner keeps them. A real one keeps a hash instead of the password."""

    username: str
    email: str
    password: str = field(repr=False)


@define
class ReferencePartner:
    """Answers deliveries. ``told`` is what an accepting answer says about every user, with ``status``.

    Without a ``verifier`` nobody's word is doubted; ``refusal`` is the answer to every good delivery.
    """

    verifier: Verifier | None = None
    told: Any = None
    status: int | None = None
    refusal: PartnerReply | None = None
    users: dict[str, KeptUser] = field(factory=dict)
    lock: threading.RLock = field(factory=threading.RLock, repr=False)

    def answer(self, request: PartnerRequest) -> PartnerReply:
        """Answer one delivery."""
        try:
            self.check_form(request)
            claims = self.check_token(request)
            body = self.read(request)
            return self.accepted(self.webhook_of(request, body), body, claims)
        except PartnerRefusal as refusal:
            return refusal.reply

    def check_form(self, request: PartnerRequest) -> None:
        """Refuse what is no delivery at all."""
        if request.method != "POST":
            raise PartnerRefusal("Deliveries are sent with POST.", status=405)
        if request.header("content-type").partition(";")[0].strip().lower() != JSON:
            raise PartnerRefusal("Deliveries are JSON.", status=415)
        if len(request.content) > READ_AT_MOST:
            raise PartnerRefusal("The delivery is too large.", status=413)

    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        """Return the claims of the gateway token; refuse a delivery that does not prove where it is from."""
        scheme, _, token = request.header("authorization").partition(" ")
        if self.verifier is None:
            return _claims(token)
        if scheme.lower() != "bearer" or not token:
            raise PartnerRefusal("The header Authorization has to carry a bearer token.", code=CODE_OF_TOKENS)
        try:
            return self.verifier.verify(token.strip())
        except BadToken as problem:
            raise PartnerRefusal(str(problem), code=CODE_OF_TOKENS) from None

    def read(self, request: PartnerRequest) -> dict[str, Any]:
        """Return the body of a delivery."""
        try:
            body = json.loads(request.content.decode())
        except (ValueError, RecursionError):
            raise PartnerRefusal("The body is no JSON.") from None
        if not isinstance(body, dict):
            raise PartnerRefusal("The body is no JSON object.")
        return body

    def webhook_of(self, request: PartnerRequest, body: Mapping[str, Any]) -> str:
        """Tell which webhook a delivery is of: by the path's last part, else by what it carries."""
        name = request.path.rstrip("/").rpartition("/")[2]
        if name in NAMES:
            return name
        for field_name, told in _TELLING.items():
            if field_name in body:
                return told
        if "password" in body:
            known = self.find(body.get("username"), body.get("email"))
            return "user-verification" if known else "new-user"
        return "password-change" if "email" in body else "refresh-token"

    def accepted(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> PartnerReply:
        """Do what a delivery asks for and answer it."""
        with self.lock:
            self.carry_out(name, body, claims)
        if self.refusal is not None:
            return self.refusal
        if self.told is None:
            return PartnerReply(self.status or 204)
        return PartnerReply.of(self.status or 200, self.told)

    def carry_out(self, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
        """Keep or judge what a delivery tells.

        Raises:
            Refusal: it cannot be.
        """
        if name == "new-user":
            self.register(_name(body), _text(body, "email"), _text(body, "password"))
        elif name == "user-verification":
            self.verify_password(_name(body), body.get("email"), _text(body, "password"))
        elif name == "password-reset":
            fields = body.get("fields")
            password = _text(fields if isinstance(fields, dict) else {}, "password")
            self.needed(_name(body), body.get("email")).password = password
        elif name == "password-change":
            self.needed(_text(body, "email"))
        elif name == "email-change":
            told = _claims(_text(body, "token"))
            self.needed(told.get("username")).email = _text(told, "email")

    def register(self, username: str, email: str, password: str) -> None:
        """Keep a new user; the same delivery may come twice."""
        known = self.find(username)
        if known is not None and (known.email, known.password) != (email, password):
            raise PartnerRefusal("The name is taken.", code=CODE_OF_NAMES)
        self.users[username.lower()] = KeptUser(username, email, password)

    def verify_password(self, username: str, email: Any, password: str) -> None:
        """Refuse whoever is not known, and whose password is another one, alike."""
        known = self.find(username, email)
        if known is None or known.password != password:
            raise PartnerRefusal("Wrong user name or password.", code=CODE_OF_USERS)

    def needed(self, *names: Any) -> KeptUser:
        """Return a user by name or address; refuse a delivery about nobody."""
        known = self.find(*names)
        if known is None:
            raise PartnerRefusal("There is no such user.", code=CODE_OF_USERS)
        return known

    def find(self, *names: Any) -> KeptUser | None:
        """Return the user with one of these names or addresses."""
        for name in names:
            if isinstance(name, str) and name:
                wanted = name.lower()
                if wanted in self.users:
                    return self.users[wanted]
                for user in self.users.values():
                    if user.email.lower() == wanted:
                        return user
        return None


# A command that sends has a key of its own each time; two in a row are further apart than this.
READ_AGAIN_SECONDS = 0.25


@define
class PublishedKeys:
    """The keys behind a JWKS address, read when one is needed and read again when one is missing."""

    url: str
    keys: dict[str, Any] = field(factory=dict)
    read_at: float = float("-inf")

    def find(self, kid: str | None) -> Any:
        """Return the key of that name, None when there is none.

        Raises:
            httpx.HTTPError: the keys cannot be read.
        """
        if kid not in self.keys and time.monotonic() - self.read_at > READ_AGAIN_SECONDS:
            self._read()
        return self.keys.get(str(kid))

    def _read(self) -> None:
        from login_contract.http_client import make_client

        with make_client(timeout=5) as client:
            answer = client.get(self.url)
        answer.raise_for_status()
        self.keys = public_keys(answer.json()["keys"])
        self.read_at = time.monotonic()


_TELLING = {
    "fields": "password-reset",
    "phone_number": "phone",
    "provider": "social",
    "token": "email-change",
}


def _name(body: Mapping[str, Any]) -> str:
    """Return the name that a delivery gives to a user, which is the address where there is no other."""
    return _text(body, "username" if "username" in body else "email")


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise PartnerRefusal(f"The delivery has no {name}.")
    return value


def _claims(token: str) -> Mapping[str, Any]:
    try:
        return claims_of(token)
    except NotCompact:
        return {}

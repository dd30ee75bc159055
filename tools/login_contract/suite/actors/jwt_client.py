"""Somebody who uses a project of the target: one method per call of the API, plain answers back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from attrs import evolve, field, frozen

from login_contract.description.model import Description
from login_contract.suite.actors import form_parts
from login_contract.suite.actors.cast import Cast
from login_contract.suite.actors.control import Control, Message
from login_contract.suite.actors.habits import Home
from login_contract.suite.actors.lacking import NO_READING, SEVERAL_CALLBACKS, lacks
from login_contract.suite.actors.mailbox import Mailbox
from login_contract.suite.actors.registered_addresses import CALLBACK as CALLBACK
from login_contract.suite.judging.body import error_of, json_of
from login_contract.suite.judging.judge import Judge
from login_contract.suite.judging.refusals import AMBIGUOUS_ADDRESS
from login_contract.suite.target import Capabilities
from login_contract.suite.told import told

PASSWORD = "correct-horse-7"
# Calls after which somebody may find a message.
SENDERS = ("-register-new-user", "-resend-account-confirmation-email", "-start-auth-by-", "reset-password")

Body = Mapping[str, Any]
Query = Mapping[str, Any]


@frozen(kw_only=True)
class JwtClient:
    """Speaks to one project over HTTP; every answer is compared with the description first.

    Where the project is the target's own, ``home`` knows what it does, ``cast`` what people are called there,
    and ``login_url`` is named where it has to be.
    """

    http: httpx.Client
    project_id: str
    description: Description
    judge: Judge
    control: Control | None = None
    cast: Cast = field(factory=Cast)
    mailbox: Mailbox | None = None
    home: Home | None = None
    login_url: str | None = None

    def at(self, project_id: str) -> JwtClient:
        """Return the same client at another project."""
        return evolve(self, project_id=project_id)

    def call(
        self,
        operation_id: str,
        *,
        body: Any = None,
        form: Mapping[str, str] | None = None,
        parts: Mapping[str, Any] | None = None,
        query: Query | None = None,
        path: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        bearer: str | None = None,
    ) -> httpx.Response:
        """Send a request to an operation; ``projectId`` is added where the operation takes it.

        The body is JSON, or with ``form`` that of an HTML form, with ``parts`` that of one with files.
        """
        __tracebackhide__ = True
        operation = self.description.operations[operation_id]
        taken = {parameter.name for parameter in operation.parameters}
        usual = {"projectId": self.project_id, "login_url": self.login_url}
        named = {name: value for name, value in usual.items() if name in taken}
        sent = {**named, **self.cast.called(query or {})}
        body = self.cast.called(body) if isinstance(body, Mapping) else body
        sends = self.mailbox if any(sender in operation_id for sender in SENDERS) else None
        if sends is not None:
            sends.sending(body if isinstance(body, Mapping) else {})
        response = self.http.request(
            operation.method,
            operation.path.format(**{"project_id": self.project_id, **(path or {})}),
            params={name: value for name, value in sent.items() if value is not None},
            json=body,
            data=form,
            files=None if parts is None else form_parts.written(operation, parts),
            headers={**(headers or {}), **({"Authorization": f"Bearer {bearer}"} if bearer else {})},
        )
        if self.home is not None and "login_url" in taken and sent["login_url"] is None:
            _wants_no_callback(response)
        if sends is not None and not _sent(operation_id, response):
            sends.not_sent(body if isinstance(body, Mapping) else {})
        self.judge.judge(operation, response)
        return response

    def register(
        self, *, query: Query | None = None, password: str = PASSWORD, **body: Any
    ) -> httpx.Response:
        """Register; ``body`` holds ``username``, ``email`` and what else is sent."""
        return self.call("jwt-register-new-user", body={"password": password, **body}, query=query)

    def resend(self, username: str, *, query: Query | None = None) -> httpx.Response:
        """Ask for the confirmation mail again."""
        return self.call("jwt-resend-account-confirmation-email", body={"username": username}, query=query)

    def login(
        self,
        username: str,
        password: str = PASSWORD,
        *,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
        **body: Any,
    ) -> httpx.Response:
        """Log in with a password."""
        return self.call(
            "auth-by-username-and-password",
            body={"username": username, "password": password, **body},
            query=query,
            headers=headers,
        )

    def request_code(self, recipient: str, *, query: Query | None = None, **body: Any) -> httpx.Response:
        """Ask for a one-time code by mail, or by SMS when the recipient is a phone number."""
        name, operation_id = _contact(recipient, "start")
        return self.call(operation_id, body={name: recipient, **body}, query=query)

    def confirm_code(
        self, recipient: str, code: str, operation_id: str, *, query: Query | None = None
    ) -> httpx.Response:
        """Confirm a one-time code."""
        name, confirming = _contact(recipient, "complete")
        return self.call(
            confirming, body={name: recipient, "code": code, "operation_id": operation_id}, query=query
        )

    def await_code(self, login: str, operation_id: str) -> httpx.Response:
        """Poll until the link of the message is opened, or the project's wait is over."""
        return self.call("get-confirmation-code", query={"login": login, "operation_id": operation_id})

    def asked(self, token: str) -> httpx.Response:
        """List what the project still asks for."""
        return self.call("get-ask-fields", bearer=token)

    def answer_asks(
        self, token: str, fields: Body, *, settings: Body | None = None, query: Query | None = None
    ) -> httpx.Response:
        """Answer what the project asks for."""
        body = {
            "token": token,
            "updatedFields": fields,
            "email": "",
            **({"settings": settings} if settings else {}),
        }
        return self.call("update-token", body=body, query=query)

    def request_reset(self, username: str, *, query: Query | None = None) -> httpx.Response:
        """Ask for a new password."""
        return self.call("reset-password", body={"username": username}, query=query)

    def confirm_reset(self, user_id: str, code: str, new_password: str) -> httpx.Response:
        """Set the new password."""
        body = {"user_id": user_id, "reset_code": code, "new_password": new_password}
        return self.call("confirm-password-reset", body=body)

    def validate(self, token: str) -> httpx.Response:
        """Ask whether a token is good."""
        return self.call("validate-jwt", body={"token": token})

    def open(self, link: str | None) -> httpx.Response:
        """Open a link as a browser without cookies does, without following its redirect."""
        __tracebackhide__ = True
        assert link, "the message carries no link"
        response = self.http.request("GET", link)
        path = urlsplit(link).path.removeprefix(self.http.base_url.path.rstrip("/"))
        operation = self.description.by_label.get(f"GET {path}")
        if operation is not None:
            self.judge.judge(operation, response)
        return response

    def message(self, recipient: str, kind: str | None = None) -> Message:
        """Return the newest message that this project sent to a recipient; a mailbox knows no ``kind``."""
        if self.mailbox is not None and "@" in recipient:
            return self.mailbox.last_message(self.cast.email(recipient))
        if self.control is None:
            lacks(Capabilities.REASONS["read_codes"])
        return self.control.last_message(recipient, kind=kind, project_id=self.project_id)

    def messages(self, recipient: str | None = None, kind: str | None = None) -> list[Message]:
        """Return the messages that this project sent so far, to a recipient or to anybody, newest first."""
        if self.control is None:
            lacks(Capabilities.REASONS["list_messages"])
        return self.control.messages(recipient, kind=kind, project_id=self.project_id)

    def assert_nothing_sent(self, recipient: str | None = None) -> None:
        """Assert that this project sent nothing to a recipient, or to anybody, where that can be listed."""
        __tracebackhide__ = True
        if self.control is not None:
            assert self.messages(recipient) == []

    def known_as(self, name: str) -> str:
        """Return the username or e-mail address that somebody in a test has on the target."""
        return self.cast.email(name) if "@" in name else self.cast.name(name)

    @property
    def registered_status(self) -> int:
        """The status of a registration that is taken: 204, or 200 where nothing has to be confirmed."""
        if self.home is None:
            return 204
        if self.home.habits.confirms is None:
            self.home.wants_accounts()
        return 204 if self.home.habits.confirms else 200

    def users(self) -> list[dict[str, Any]]:
        """Return the users of the project, the oldest first, with all that is kept of them."""
        if self.control is None:
            lacks(NO_READING)
        return self.control.users(self.project_id)

    def code_for(self, recipient: str, **body: Any) -> tuple[str, str]:
        """Ask for a one-time code, read it, and return (code, operation_id)."""
        operation_id: str = self.request_code(recipient, **body).json()["operation_id"]
        message = self.message(recipient, "one_time_code")
        assert message.operation_id in (operation_id, None if self.mailbox else operation_id)
        assert message.code is not None
        return message.code, operation_id

    def login_by_code(self, recipient: str, *, query: Query | None = None) -> str:
        """Log in by a one-time code and return the token."""
        code, operation_id = self.code_for(recipient)
        return token_of(self.confirm_code(recipient, code, operation_id, query=query))

    def registered(self, username: str, email: str, **body: Any) -> str:
        """Register, open the link of the confirmation mail where there is one, and return the first token."""
        if self.home is not None:
            self.home.wants_accounts()
        with self._in_another_browser():
            answer = self.register(username=username, email=email, **body)
        assert answer.status_code == self.registered_status, answer.text
        if answer.status_code == 200:
            return token_of(answer)
        with self._in_another_browser():
            opened = self.open(self.message(email, "account_confirmation").link)
        assert opened.status_code == 302, opened.text
        return query_of(opened.headers["location"]).get("token", "")

    def wants(self, **settings: Any) -> None:
        """End the test where the project is the target's own, and not as these settings would make it."""
        if self.home is not None:
            self.home.wants(**settings)

    @contextmanager
    def _in_another_browser(self) -> Iterator[None]:
        """Leave the cookies of this browser as they were."""
        kept = list(self.http.cookies.jar)
        yield
        self.http.cookies.clear()
        for cookie in kept:
            self.http.cookies.jar.set_cookie(cookie)

    def reset_link(self, username: str, email: str) -> tuple[str, str]:
        """Ask for a new password, read the mail, and return (user_id, code) of its link."""
        assert self.request_reset(username).status_code == 204
        link = self.message(email, "password_reset").link
        assert link is not None
        return query_of(link)["user_id"], query_of(link)["code"]


def _wants_no_callback(response: httpx.Response) -> None:
    status, code = AMBIGUOUS_ADDRESS
    if response.status_code == status and code.encode() in response.content:
        lacks(SEVERAL_CALLBACKS)


def _sent(operation_id: str, response: httpx.Response) -> bool:
    """Say whether an answer lets a message be expected: a registration that logs in at once sends none."""
    return response.is_success and not (response.status_code == 200 and "-register-" in operation_id)


def _contact(recipient: str, step: str) -> tuple[str, str]:
    if "@" in recipient:
        return "email", f"jwt-{step}-auth-by-email"
    return "phone_number", f"jwt-{step}-auth-by-phone-number"


def query_of(url: str) -> dict[str, str]:
    """Return the query of an address, each name once."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    return told(query, f"the query of {parts.scheme}://{parts.netloc}{parts.path}")


def token_of(response: httpx.Response) -> str:
    """Return the user token of a login: in ``login_url``, or where a link redirects to."""
    __tracebackhide__ = True
    if response.is_redirect:
        return query_of(response.headers["location"])["token"]
    assert response.status_code == 200, f"no login: {response.status_code} {response.text}"
    answer = response.json()
    return query_of(answer.get("login_url") or answer["redirect_url"])["token"]


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Return status and code of a refusal.

    Raises:
        AssertionError: the answer is none.
    """
    __tracebackhide__ = True
    error = error_of(json_of(response.content))
    if error is None:
        raise AssertionError(f"this is no refusal: {response.status_code} {response.text}")
    return response.status_code, error[0]

"""A game that speaks through the Python facade, blocking or awaited, in a project of its own."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from attrs import field, frozen
from xsolla_login_client.login_api import AsyncLoginApi, AsyncLoginServerApi, LoginApi, LoginServerApi

from login_contract.http_client import proxy_of
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control, Message

from .game_page import CALLBACK, Person

MANNERS = ("sync", "async")
# A machine under load may need longer than the facade waits by itself.
PATIENCE_SECONDS = 30.0


@frozen
class Called:
    """A facade whose calls are made in one manner: what is awaited is run to its end."""

    api: Any
    runner: asyncio.Runner | None

    def __call__(self, name: str, *given: Any, **named: Any) -> Any:
        """Calls a method by its name, which may be one of `account`."""
        method = self.api
        for part in name.split("."):
            method = getattr(method, part)
        result = method(*given, **named)
        return self.runner.run(result) if self.runner and inspect.iscoroutine(result) else result


@frozen(kw_only=True)
class FacadeGame:
    """One project, and facades that are made for it."""

    manner: str
    control: Control
    base_url: str
    project_id: str
    clients: ClientRegistrations
    opened: ExitStack = field(repr=False)

    @property
    def connection(self) -> dict[str, Any]:
        """How facades speak to the target."""
        return {
            "base_url": self.base_url,
            "timeout": PATIENCE_SECONDS,
            "verify_ssl": self.base_url.startswith("https:"),
            "httpx_args": {"trust_env": proxy_of(self.base_url) is not None},
        }

    def api(self, **given: Any) -> Called:
        """A facade of players, with the project's id and whatever else is given."""
        kind = LoginApi if self.manner == "sync" else AsyncLoginApi
        return self._opened(kind(self.project_id, **{**self.connection, **given}))

    def oauth_api(self, **given: Any) -> Called:
        """A facade of players that is a public client of OAuth 2.0."""
        oauth = {"client_id": self.clients.public, "redirect_url": CALLBACK, "is_oauth2": True}
        return self.api(**{**oauth, **given})

    def server_api(self, **given: Any) -> Called:
        """A facade of the project's server."""
        kind = LoginServerApi if self.manner == "sync" else AsyncLoginServerApi
        return self._opened(kind(**{**self.connection, **given}))

    def _opened(self, api: Any) -> Called:
        if self.manner == "sync":
            self.opened.enter_context(api)
            return Called(api, None)
        runner = self.opened.enter_context(asyncio.Runner())
        self.opened.callback(lambda: runner.run(api.aclose()))
        return Called(api, runner)

    def member(self, **data: object) -> Person:
        """Makes a confirmed user with a password."""
        person = Person()
        login = {"username": person.username, "email": person.email, "password": person.password}
        self.control.create_user(self.project_id, **{**login, **data})
        return person

    def settings(self, **changed: Any) -> None:
        """Changes settings of the project."""
        self.control.change_project(self.project_id, **changed)

    def message(self, recipient: str, kind: str | None = None) -> Message:
        """The newest message that the recipient got from this project."""
        return self.control.last_message(recipient, kind=kind, project_id=self.project_id)

    def code(self, recipient: str) -> str:
        """The one-time code in the newest message to the recipient."""
        return self.control.last_code(recipient, project_id=self.project_id)


@contextmanager
def facade_game(manner: str, control: Control, base_url: str, **settings: Any) -> Iterator[FacadeGame]:
    """Makes a project with one client of each kind, and closes the facades that were made for it."""
    clients = ClientRegistrations()
    project_id = control.put_project(oauth_clients=clients.settings((CALLBACK,)), **settings)
    with ExitStack() as opened:
        yield FacadeGame(
            manner=manner,
            control=control,
            base_url=base_url,
            project_id=project_id,
            clients=clients,
            opened=opened,
        )

"""Sign-ins that go on, on the hosted page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode

from attrs import frozen

from login_contract.mock.domain.projects import Projects
from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import tickets
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import SIGN_IN, Ticket

T = TypeVar("T")
PAGE = "/_mock/sign-in"
SECONDS = 1800


@frozen
class SignIn:
    """What a browser on the page wants; ``user_id`` is set when only an e-mail address is still asked for."""

    ticket: str
    project: Project
    request: LoginRequest
    user_id: str | None


class SignIns:
    """Hands out tickets to the page and takes them back."""

    def __init__(self, projects: Projects, randomness: Randomness, *, origin: str) -> None:
        self._projects = projects
        self._randomness = randomness
        self._origin = origin

    def page_url(
        self,
        tx: Transaction,
        project: Project,
        request: LoginRequest,
        *,
        locale: str | None,
        user_id: str | None = None,
    ) -> str:
        """Begin a sign-in and return the address of its page."""
        secret = self._randomness.token(40)
        context = {"request": request.to_json(), "user_id": user_id}
        tickets.add(tx, Ticket(secret, project.project_id, "", SIGN_IN, context, tx.now + SECONDS))
        query = {"ticket": secret} | ({"locale": locale} if locale is not None else {})
        return f"{self._origin}{PAGE}?{urlencode(query)}"

    def find(self, tx: Transaction, ticket: str) -> SignIn | None:
        """Return a sign-in that goes on."""
        held = tickets.find(tx, ticket, SIGN_IN)
        project = self._projects.find(held.project_id) if held else None
        if held is None or project is None:
            return None
        request = LoginRequest.from_json(held.context["request"])
        return SignIn(ticket, project, request, held.context["user_id"])

    def end_behind(self, tx: Transaction, request: LoginRequest) -> None:
        """End the sign-in that a login began with, where it began on the page and went on elsewhere."""
        if request.ticket is not None:
            tickets.take(tx, request.ticket, SIGN_IN)

    def spend(self, tx: Transaction, ticket: str, work: Callable[[], T]) -> T | None:
        """End a sign-in with what it leads to; None when somebody was faster, and a refusal ends nothing."""
        return tickets.spend(tx, ticket, SIGN_IN, work)

    def end(self, tx: Transaction, ticket: str) -> bool:
        """End a sign-in that leads to nothing; of two who try at once, one gets True."""
        return tickets.take(tx, ticket, SIGN_IN) is not None

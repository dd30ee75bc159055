"""Sign-ins that go on, on the hosted page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode

from attrs import field, frozen

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, tickets, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.tickets import ASK, SIGN_IN, Ticket

T = TypeVar("T")
PAGE = "/_mock/sign-in"
SECONDS = 1800


@frozen
class SignIn:
    """What a browser on the page wants.

    On the page for asked fields ``user_id`` and ``session`` say whose login stopped there.
    """

    ticket: str = field(repr=False)
    project: Project
    request: LoginRequest
    user_id: str | None = None
    session: str | None = None

    @property
    def purpose(self) -> str:
        """What the ticket is for."""
        return SIGN_IN if self.user_id is None else ASK


class SignIns:
    """Hands out tickets to the page and takes them back."""

    def __init__(self, store: Store, projects: Projects, randomness: Randomness, *, origin: str) -> None:
        self._store = store
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
    ) -> str:
        """Begin a sign-in and return the address of its page."""
        secret = self._randomness.token(40)
        context = {"request": request.to_json()}
        tickets.add(tx, Ticket(secret, project.project_id, "", SIGN_IN, context, tx.now + SECONDS))
        query = {"ticket": secret} | ({"locale": locale} if locale is not None else {})
        return f"{self._origin}{PAGE}?{urlencode(query)}"

    async def find(self, ticket: str) -> SignIn | None:
        """Return a sign-in that goes on."""
        held = await self._store.read(lambda tx: tickets.find(tx, ticket, SIGN_IN))
        project = self._projects.find(held.project_id) if held else None
        if held is None or project is None:
            return None
        return SignIn(ticket, project, LoginRequest.from_json(held.context["request"]))

    async def end(self, sign_in: SignIn) -> None:
        """End a sign-in that leads to nothing."""
        await self._store.transaction(lambda tx: tickets.take(tx, sign_in.ticket, sign_in.purpose))

    def check(self, tx: Transaction, sign_in: SignIn) -> None:
        """Hold the user whose login stopped for asked fields, and look whether it still goes on.

        A reset, a logout or a ban may have ended it since.

        Raises:
            LoginError: 404 003-061, it does not.
        """
        if sign_in.user_id is None or sign_in.session is None:
            return
        user = users.by_id(tx, sign_in.project.project_id, sign_in.user_id, hold=True)
        goes_on = user is not None and not user.banned and sessions.goes_on(tx, sign_in.session)
        if not goes_on or tickets.find(tx, sign_in.ticket, sign_in.purpose) is None:
            raise LoginError(NOT_FOUND, because="the login has ended meanwhile")

    def let_in(self, tx: Transaction, sign_in: SignIn | None, grant: Callable[[], T]) -> T:
        """End a sign-in, and the one behind it, together with the login that it leads to.

        A login that is refused ends nothing.

        Raises:
            LoginError: 404 003-061, somebody was faster.
        """
        if sign_in is None:
            return grant()
        granted = tickets.spend(tx, sign_in.ticket, sign_in.purpose, grant)
        if granted is None:
            raise LoginError(NOT_FOUND)
        self.end_behind(tx, sign_in.request)
        return granted

    def end_behind(self, tx: Transaction, request: LoginRequest) -> None:
        """End the sign-in that a login began with, where it began on the page and went on elsewhere."""
        if request.ticket is not None:
            tickets.take(tx, request.ticket, SIGN_IN)

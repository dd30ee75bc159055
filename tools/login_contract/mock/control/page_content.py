"""What the page shows, read in one look: the beginnings of long lists, and how long they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from login_contract.mock.control.page_view import View
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import deliveries, outbox, sessions, user_search
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sessions import Alive
from login_contract.mock.store.user_rows import User
from login_contract.mock.store.user_search import Filter, Order

SHOWN = 100  # of each list; the page stays light, and the JSON calls have the rest
# Of the users of the one project that is shown, and of each of the first among several.
USERS_OF_ONE, USERS_OF_EACH, PEOPLED = 50, 5, 20
SESSIONS = 5  # of each user


@frozen(kw_only=True)
class People:
    """Some users of a project, the newest first, of so many; ``alive`` is what they are signed in with."""

    users: Sequence[User]
    total: int
    alive: Mapping[str, Alive] = field(factory=dict)
    pages: int = 1


@frozen(kw_only=True)
class Content:
    """The newest of each list, and how many there are of it; None stands for as many as are given.

    ``messages`` are shaped as ``GET /_mock/outbox`` answers them, ``projects`` as ``GET /_mock/projects``,
    ``deliveries`` as ``GET /_mock/webhooks``. ``choices`` are the projects that one can filter by. ``people``
    are by project id. ``now`` is the mock's time in unix seconds, ``ahead`` how far it is ahead of real time.
    """

    messages: Sequence[Mapping[str, Any]] = ()
    projects: Sequence[Mapping[str, Any]] = ()
    deliveries: Sequence[Mapping[str, Any]] = ()
    choices: Sequence[Mapping[str, Any]] = ()
    kinds: Sequence[str] = ()
    people: Mapping[str, People] = field(factory=dict)
    messages_found: int | None = None
    projects_found: int | None = None
    deliveries_found: int | None = None
    now: float = 0.0
    ahead: float = 0.0
    changes: int = 0


async def read(services: Services, view: View) -> Content:
    """Return what a view of the page shows."""
    known = services.projects.all()
    # The one that a mock begins with, and then what is new.
    projects = [*known[:1], *reversed(known[1:])]
    wanted = [each for each in projects if view.project_id in ("", each.project_id)]

    def look(tx: Transaction) -> Content:
        narrowed = {"channel": view.channel, "kind": view.kind, "project_id": view.project_id}
        found, messages = outbox.beginning(tx, view.recipient, narrowed, most=SHOWN)
        of_project = view.project_id or None
        return Content(
            messages=messages,
            messages_found=found,
            projects=[each.settings for each in wanted[:SHOWN]],
            projects_found=len(wanted),
            deliveries=deliveries.newest(tx, of_project, most=SHOWN),
            deliveries_found=deliveries.count(tx, of_project),
            choices=_choices(services, [each.project_id for each in projects[:SHOWN]], messages, view),
            kinds=outbox.kinds(tx),
            people={each.project_id: _people(tx, each, view, len(wanted)) for each in wanted[:PEOPLED]},
            now=tx.now,
            ahead=tx.clock_offset,
            changes=tx.changes,
        )

    return await services.store.read(look)


def _choices(
    services: Services, project_ids: Iterable[str], messages: Iterable[Mapping[str, Any]], view: View
) -> list[Mapping[str, Any]]:
    """Return the settings of projects with these ids, of those of messages, and of the one that is chosen."""
    named = dict.fromkeys([*project_ids, *(each["project_id"] for each in messages), view.project_id])
    found = (services.projects.find(each) for each in named)
    return [each.settings for each in found if each is not None]


def _people(tx: Transaction, project: Project, view: View, projects: int) -> People:
    most = USERS_OF_ONE if projects == 1 else USERS_OF_EACH
    wanted = Filter(text=view.recipient)
    total = user_search.count(tx, project.project_id, wanted)
    pages = -(-total // most) if projects == 1 else 1
    skipped = (min(view.users, max(pages, 1)) - 1) * most
    found = user_search.page(
        tx, project.project_id, wanted, Order(descending=True), most=most, skipped=skipped
    )
    users = [each.user for each in found]
    alive = sessions.alive(tx, [user.user_id for user in users], most=SESSIONS)
    return People(users=users, total=total, alive=alive, pages=pages)

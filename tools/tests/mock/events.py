"""A game whose login events a server of the test hears."""

from __future__ import annotations

from typing import Any

from login_contract.mock.store import event_queue
from login_contract.mock.store.database import Transaction
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.client_registrations import SERVER_SECRET, ClientRegistrations
from tests.mock.game import PASSWORD, Game

EVENT_TYPES = ("registration", "authorization", "email_confirmation", "new_verified_user")
PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"


def listening(game: Game, receiver: CallbackServer, *event_types: str, **settings: Any) -> Game:
    """Return a game with a project whose events go to a receiver."""
    clients = ClientRegistrations()
    given = settings.pop("oauth_clients", [])
    mine = game.another(oauth_clients=[*clients.settings(), *given], **settings)
    form = {
        "grant_type": "client_credentials",
        "client_id": str(clients.server),
        "client_secret": SERVER_SECRET,
    }
    token = game.http.post("/api/oauth2/token", data=form).json()["access_token"]
    for event_type in event_types or EVENT_TYPES:
        added = game.http.post(
            f"/api/projects/{mine.project_id}/events/{event_type}/webhooks",
            json={"url": receiver.url("/events")},
            headers={"X-SERVER-AUTHORIZATION": token},
        )
        assert added.status_code == 200, added.text
    return mine


def member(game: Game, username: str = "jane") -> None:
    email = f"{username}@example.com"
    game.control.create_user(game.project_id, username=username, email=email, password=PASSWORD)


def log_in(game: Game, username: str = "jane") -> None:
    assert game.login(username).status_code == 200


def queue(tx: Transaction, *events_of: tuple[str, str], project_id: str = "p") -> None:
    """Queue events, each of a user and for an address."""
    for user_id, url in events_of:
        event_queue.add(tx, project_id=project_id, user_id=user_id, webhook_id=1, url=url, body="{}")

"""The inputs of a request that an example cannot give, because the server has to know them: made live.

What an input needs is told by its name, else by the schema of the body that it stands in. ``ALONE`` holds the
few operations of which neither tells: their input comes in a mail, or from an earlier call of the same user.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from login_contract.suite.actors.jwt_client import CALLBACK
from login_contract.suite.generated.fillers import (
    accounts,
    attributes,
    codes,
    contacts,
    email_templates,
    grants,
    groups,
    networks,
    servers,
)
from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock

BODIES: Mapping[str, Filler] = {
    **accounts.BODIES,
    **contacts.BODIES,
    **attributes.BODIES,
    **networks.BODIES,
    **grants.BODIES,
    **groups.BODIES,
    **email_templates.BODIES,
    **servers.BODIES,
}
ALONE: Mapping[str, Filler] = {
    **accounts.ALONE,
    **codes.ALONE,
    **contacts.ALONE,
    **attributes.ALONE,
    **networks.ALONE,
    **groups.ALONE,
    **email_templates.ALONE,
}
PROJECTS = ("projectId", "project_id", "login_project_id")
# Who else a request is about.
PEOPLE = ("user_id", "user")
# What may belong to one account only, and how it is made where a request is to bring it along.
NEW: Mapping[str, Callable[[Stock], str]] = {
    "username": Stock.name,
    "email": lambda stock: stock.recipient("email"),
    "phone_number": lambda stock: stock.recipient("phone"),
    "phoneNumber": lambda stock: stock.recipient("phone"),
    "device_id": Stock.device,
    "server_custom_id": Stock.name,
}
PAGES = ("login_url", "redirect_uri", "link_url")
# Who has a password is refused: it is for accounts that were made without one.
WITHOUT_PASSWORD = frozenset({"add-username-email-auth-to-account"})


def fill_by_name(inputs: Inputs, stock: Stock) -> None:
    """Make live what means the same wherever it stands: project, client, page, network, token, challenge."""
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_project(container, stock.jwt_client.project_id)
            name_client(container, stock)
            name_pages(container)
    _name_network(inputs, stock)
    if isinstance(inputs.body, dict) and "token" in inputs.body:
        inputs.body["token"] = stock.token()
    if "challenge_id" in (inputs.query or {}):
        inputs.query["challenge_id"], code = stock.challenge()
        inputs.query.update({"code": code} if "code" in inputs.query else {})


def name_project(container: dict[str, Any], project_id: str) -> None:
    """Let a request name this project, where it names any."""
    container.update(dict.fromkeys(container.keys() & set(PROJECTS), project_id))


def name_somebody(container: dict[str, Any], make: Callable[[], str]) -> None:
    """Let a request name somebody who exists, where it names anybody."""
    container.update({name: make() for name in PEOPLE if isinstance(container.get(name), str)})


def name_others(inputs: Inputs, stock: Stock, make: Callable[[], str]) -> None:
    """Let a request that proves whose it is name other users who exist, and what nobody has yet.

    ``make`` makes one of those users and returns the id. A page of a list is the first, unless a link tells
    where another begins.
    """
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_somebody(container, make)
            container.update(
                {name: new(stock) for name, new in NEW.items() if isinstance(container.get(name), str)}
            )
            container.pop("after", None)


def name_client(container: dict[str, Any], stock: Stock) -> None:
    """Let a request name the project's usual client, as a number or as text."""
    given = container.get("client_id")
    if given is not None:
        client_id = stock.oauth_client.client_id
        container["client_id"] = str(client_id) if isinstance(given, str) else client_id


def name_pages(container: dict[str, Any]) -> None:
    """Let a request name a page that the project has registered."""
    container.update({name: CALLBACK for name in PAGES if isinstance(container.get(name), str)})


def name_observer(inputs: Inputs, stock: Stock) -> None:
    """Let a request of a server name the project that servers alone use, and an address that is new there."""
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_project(container, stock.observer.jwt_client.project_id)
    if isinstance(inputs.body, dict) and isinstance(inputs.body.get("url"), str):
        # An address is registered once only.
        inputs.body = {**inputs.body, "url": f"https://example.com/{stock.name()}"}


def _name_network(inputs: Inputs, stock: Stock) -> None:
    for name in inputs.path_parameters or {}:
        if name.endswith("cross_social_provider_name"):
            inputs.path_parameters[name] = "steam"
            inputs.query.pop("code", None)
            inputs.query["session_ticket"] = stock.social("steam").session_ticket
        elif name in ("provider_name", "providerName"):
            inputs.path_parameters[name] = "google"
            if isinstance(inputs.body, dict) and "access_token" in inputs.body:
                inputs.body["access_token"] = stock.social("google").access_token

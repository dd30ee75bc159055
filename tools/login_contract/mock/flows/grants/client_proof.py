"""Which client speaks, and whether it proves so (RFC 6749 section 2.3.1)."""

from __future__ import annotations

from login_contract.mock.contract.refusals import INVALID_CLIENT
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError


def named(projects: Projects, client_id: int | str | None) -> Client:
    """Return the client of this id.

    Raises:
        LoginError: 400 010-019, none is named, or there is no such client.
    """
    if client_id is None:
        raise LoginError(INVALID_CLIENT, because="client_id is missing")
    client = projects.client(client_id)
    if client is None:
        raise LoginError(INVALID_CLIENT, because=f"client_id {client_id} is in no project's oauth_clients")
    return client


def check(client: Client, secret: str | None, *, demanded: bool) -> None:
    """Check a client's secret; one that is not ``demanded`` may be left out, but never be wrong.

    Raises:
        LoginError: 400 010-019.
    """
    if (demanded or secret is not None) and not client.proves_itself(secret):
        state = "wrong" if secret is not None else "missing"
        raise LoginError(INVALID_CLIENT, because=f"client_secret is {state} (client {client.client_id})")

"""Whom a request is addressed to: a project, and the OAuth 2.0 client or server in whose name it comes."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.calls.call import Call
from login_contract.mock.contract.compiled import CompiledOperation
from login_contract.mock.contract.refusals import NOT_FOUND, UNKNOWN_PROJECT, WRONG_PROTOCOL
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.http.visit import Visit
from login_contract.mock.services import Services
from login_contract.mock.terminal import shown

MOST_LISTED = 3


async def address(visit: Visit) -> None:
    """Find the project, and the OAuth 2.0 client, that a request is addressed to.

    Raises:
        LoginError: 404 003-019 or 003-061, there is no such project or client; 422 003-033, the project
            does not serve the operation's protocol.
    """
    projects = visit.services.projects
    _check_project(visit.call, projects)
    visit.call = _of_client(visit.call, projects)
    _check_protocol(visit.call, visit.admitted)


async def identify(visit: Visit) -> None:
    """Find whose token a request presents where its operation wants one, and so its project if it names none.

    Raises:
        LoginError: the token is not good for the operation.
    """
    operation, call = visit.admitted, visit.call
    if operation.server:
        call = await _of_server(call, visit.services)
    if operation.bearer:
        purposes = visit.served.endpoints[operation.operation_id].purposes
        call = await _of_user(call, visit.services, purposes)
    visit.call = call


async def _of_server(call: Call, services: Services) -> Call:
    """Find the project of a partner's server: the one that the request names, or else the token's own."""
    named = call.path.get("project_id")
    project = services.projects.named(named) if named is not None else call.registered
    return evolve(call, registered=await services.tokens.identify_server(call.server_token or "", project))


async def _of_user(call: Call, services: Services, purposes: tuple[str, ...]) -> Call:
    """Find whose token it is, and the project of the token where the request names none."""
    bearer = await services.tokens.identify(call.bearer or "", call.registered, purposes=purposes)
    return evolve(call, identified=bearer, registered=bearer.project)


def _check_project(call: Call, projects: Projects) -> None:
    if "projectId" in call.query and call.registered is None:
        raise LoginError(UNKNOWN_PROJECT, because=_unknown_project(projects, call.query["projectId"]))


def _of_client(call: Call, projects: Projects) -> Call:
    if "client_id" not in call.query:
        return call
    client = projects.client(call.query["client_id"])
    if client is None:
        because = f"client_id {call.query['client_id']} is in no project's oauth_clients"
        raise LoginError(NOT_FOUND, because=because)
    if call.registered is not None and call.registered.project_id != client.project.project_id:
        because = f"client_id {client.client_id} is one of project {client.project.project_id}"
        raise LoginError(UNKNOWN_PROJECT, because=because)
    return evolve(call, registered=client.project, client=client)


def _check_protocol(call: Call, operation: CompiledOperation) -> None:
    served = call.registered["protocol"] if call.registered is not None else "both"
    if served != "both" and operation.described.protocol not in (None, served):
        because = f'the project has protocol = "{served}", the call is one of {operation.described.protocol}'
        raise LoginError(WRONG_PROTOCOL, because=because)


def _unknown_project(projects: Projects, project_id: str) -> str:
    known = [project.project_id for project in projects.first(MOST_LISTED + 1)]
    listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
    return f"projectId {shown(project_id)} is none of the projects: {listed}"

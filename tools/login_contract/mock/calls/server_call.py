"""What a call of a partner's server says of its project beside its token."""

from __future__ import annotations

from login_contract.mock.calls.call import Call
from login_contract.mock.contract.refusals import INVALID_TOKEN, UNKNOWN_PROJECT
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services


def check_project(call: Call, services: Services) -> None:
    """Refuse a body that names another project than the token's, as a path that names one is refused.

    Raises:
        LoginError: 404 003-019, there is no such project; 401 002-016, it is another one.
    """
    named = call.body.get("project_id")
    if named is None:
        return
    project = services.projects.named(named, UNKNOWN_PROJECT)
    if project.project_id != call.project.project_id:
        raise LoginError(INVALID_TOKEN, because=f"the token is one of project {call.project.project_id}")

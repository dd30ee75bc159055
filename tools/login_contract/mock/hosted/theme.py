"""What the pages of a project look like, told to a page that asks for it itself."""

from __future__ import annotations

from attrs import asdict

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.services import Services


@serves("mock-theme")
async def mock_theme(call: Call, services: Services) -> Reply:
    """Tell the theme of a project."""
    project = services.projects.named(call.query["project_id"], UNKNOWN_PROJECT)
    return Reply.json(asdict(theme_of(project)))

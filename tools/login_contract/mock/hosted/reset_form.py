"""The small form that a mailed reset link leads to when a project has no page of its own."""

from __future__ import annotations

from typing import Any

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT, UNPROCESSABLE_VALUE
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.password_reset import NewPassword
from login_contract.mock.hosted import reset_form_page
from login_contract.mock.hosted.page_reply import page_reply
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project

SHORTEST_PASSWORD, LONGEST_PASSWORD = 6, 100


@serves("mock-reset-form")
async def mock_reset_form(call: Call, services: Services) -> Reply:
    """Show the form."""
    given = {
        "user_id": call.query["user_id"],
        "code": call.query["code"],
        "login_url": call.query.get("login_url"),
    }
    return _page(call.project, given, call.reader)


@serves("mock-reset-form-submit")
async def mock_reset_form_submit(call: Call, services: Services) -> Reply:
    """Set the new password and go on to ``login_url``, or show the form again with the refusal's text."""
    body = call.body
    project = services.projects.named(body["project_id"], UNKNOWN_PROJECT)
    locale = call.reader
    login_url = body.get("login_url") or None
    try:
        if not SHORTEST_PASSWORD <= len(body["new_password"]) <= LONGEST_PASSWORD:
            raise LoginError(UNPROCESSABLE_VALUE, because="the password is too short or too long")
        wanted = NewPassword(
            user_id=body["user_id"], reset_code=body["code"], new_password=body["new_password"]
        )
        await services.password_resets.finish(project, wanted, login_url or project.callback_urls[0])
    except LoginError as refusal:
        return _page(project, body, locale, refusal=refusal)
    if login_url is not None:
        return Reply.redirect(login_url)
    return _page(project, body, locale, done=True)


def _page(
    project: Project,
    given: dict[str, Any],
    locale: str | None,
    *,
    refusal: LoginError | None = None,
    done: bool = False,
) -> Reply:
    login_url = given.get("login_url") or ""
    theme = theme_of(project)
    page = reset_form_page.page(
        project_name=project.name,
        theme=theme,
        user_id=given["user_id"],
        code=given["code"],
        project_id=project.project_id,
        login_url=login_url,
        refusal=refusal,
        done=done,
        locale=locale,
    )
    return page_reply(page, theme=theme, leads_to=login_url, refusal=refusal)

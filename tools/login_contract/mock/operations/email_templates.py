"""Templates of mails: kept for a project by its server, and sent on its behalf."""

from __future__ import annotations

from typing import Any

from attrs import asdict

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("create-custom-email-template")
async def create_custom_email_template(call: Call, services: Services) -> Reply:
    """Add a template and return it."""
    template = services.email_templates.template(call.path, call.body)
    await services.email_templates.create(call.project, template)
    return Reply.json(asdict(template))


@serves("update-custom-email-template")
async def update_custom_email_template(call: Call, services: Services) -> Reply:
    """Write a template over the one there is, and return it."""
    template = services.email_templates.template(call.path, call.body)
    await services.email_templates.update(call.project, template)
    return Reply.json(asdict(template))


@serves("get-custom-email-template")
async def get_custom_email_template(call: Call, services: Services) -> Reply:
    """Return a template."""
    path = call.path
    found = await services.email_templates.find(
        call.project, path["template_id"], path["template_type"], path["locale"]
    )
    return Reply.json(asdict(found))


@serves("send-email-based-on-template")
async def send_email_based_on_template(call: Call, services: Services) -> Reply:
    """Send a mail that is made of a template alone."""
    asked: dict[str, Any] = call.body["template"]
    await services.email_templates.send(
        call.project,
        asked["id"],
        call.body["email"],
        locale=asked.get("locale"),
        values=asked.get("params") or {},
    )
    return Reply.empty()

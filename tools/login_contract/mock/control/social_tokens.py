"""What a social network would give an application: an access token, a code, a session ticket."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT
from login_contract.mock.flows import social_networks
from login_contract.mock.services import Services
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.store import provider_identities
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, CODE


@serves("mock-social-tokens-create")
async def mock_social_tokens_create(call: Call, services: Services) -> Reply:
    """Issue an access token, a code and a session ticket for an identity."""
    body = call.body
    provider: str = body["provider"]
    project = services.projects.named(body.get("project_id", DEFAULT_PROJECT_ID), UNKNOWN_PROJECT)
    social_networks.check_offered(project, provider)
    given = {name: body[name] for name in ("name", "email", "picture") if name in body}

    def mint(tx: Transaction) -> dict[str, str]:
        known = [
            one for one in social_networks.identities(tx, project, provider) if one["id"] == body["identity"]
        ]
        profile = known[0] if known else social_networks.identity(body["identity"], given)
        if not known:
            provider_identities.add(tx, project.project_id, provider, profile)
        access_token = services.social_networks.mint(tx, project, provider, ACCESS_TOKEN, profile)
        code = services.social_networks.mint(tx, project, provider, CODE, profile)
        ticket = services.social_networks.mint(tx, project, provider, ACCESS_TOKEN, profile)
        return {"access_token": access_token, "code": code, "session_ticket": ticket}

    return Reply.json(await services.store.transaction(mint))

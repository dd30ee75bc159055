"""Where agents and crawlers find what there is: a catalog of the API (RFC 9727), its description, skills."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import yaml

from login_contract import resources
from login_contract.description.model import described
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services

JSON = "application/json"
CATALOG = "/.well-known/api-catalog"
LINKSET = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
SKILLS = "/.well-known/agent-skills"
SKILLS_FOLDER = "docs/skills"
SKILLS_SCHEMA = "https://schemas.agentskills.io/discovery/0.2.0/schema.json"
# May be asked for again at any time, since a build or another version changes it.
HEADERS = {"cache-control": "no-cache", "x-content-type-options": "nosniff"}


@serves("mock-api-catalog", "mock-api-catalog-head")
async def catalog(call: Call, services: Services) -> Reply:
    """Tell where the API, its description, its documentation and its state are."""
    settings = services.settings
    of_api = {
        "anchor": settings.api,
        "service-desc": [_link(f"{settings.origin}/docs/openapi.json", JSON)],
        "service-doc": [
            _link(f"{settings.origin}/docs/", "text/html"),
            _link(f"{settings.origin}/llms.txt", "text/plain"),
        ],
        "status": [_link(f"{settings.origin}/healthz", JSON)],
    }
    to_itself = f'<{settings.origin}{CATALOG}>; rel="api-catalog"'
    # As bytes: a set of links in JSON has no charset.
    return Reply(200, json.dumps({"linkset": [of_api]}).encode(), LINKSET, {**HEADERS, "link": to_itself})


@serves("mock-docs-openapi", "mock-docs-openapi-head")
async def description(call: Call, services: Services) -> Reply:
    """Give the description of the API; whoever follows it comes back to this server."""
    document = (await asyncio.to_thread(described)).document
    here = {"url": services.settings.api, "description": "The local Login server that this was read from."}
    return Reply.json({**document, "servers": [here]}, headers=HEADERS)


@serves("mock-agent-skills", "mock-agent-skills-head")
async def skills(call: Call, services: Services) -> Reply:
    """List the skills."""
    offered = [_offered(name, text, services.settings.origin) for name, text in _skills().items()]
    return Reply.json({"$schema": SKILLS_SCHEMA, "skills": offered}, headers=HEADERS)


@serves("mock-agent-skill", "mock-agent-skill-head")
async def skill(call: Call, services: Services) -> Reply:
    """Give a skill."""
    text = _skills().get(call.path["skill"])
    if text is None:
        raise LoginError(NOT_FOUND, "There is no such skill.")
    return Reply(200, text, "text/markdown", HEADERS)


def _link(address: str, media_type: str) -> dict[str, str]:
    return {"href": address, "type": media_type}


def _offered(name: str, text: str, origin: str) -> Mapping[str, Any]:
    told = yaml.safe_load(text.split("---\n")[1])
    return {
        "name": name,
        "type": "skill-md",
        "description": told["description"],
        "url": f"{origin}{SKILLS}/{name}/SKILL.md",
        "digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
    }


def _skills() -> Mapping[str, str]:
    """Return each skill by its name, which is that of its folder."""
    found = sorted(resources.path(SKILLS_FOLDER).glob("*/SKILL.md"))
    return {file.parent.name: file.read_text("utf-8") for file in found}

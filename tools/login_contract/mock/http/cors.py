"""Cross-origin rules: browsers send cookies, so answers name the exact origin [sdk-js]."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request

from login_contract.mock.domain.projects import Projects
from login_contract.mock.settings.project import Project

EXPOSED = "Retry-After, x-captcha-enabled"
PREFLIGHT_SECONDS = 600


def allowed(origin: str, project: Project | None, projects: Projects) -> bool:
    """Say whether a page of this origin may call: by the named project, else by any."""
    return (project or projects).allows_origin(origin)


def own(origin: str, incoming: Request, public: str) -> bool:
    """Say whether a page of the mock itself calls."""
    return origin in (public, f"{incoming.scope['scheme']}://{incoming.headers.get('host', '')}")


def because(project: Project | None) -> str:
    """Say, for the terminal, why an origin is refused."""
    if project is None:
        return "is in no project's allowed_origins"
    return f"is not in allowed_origins of {project.project_id}: {', '.join(project['allowed_origins'])}"


def grant(headers: dict[str, str], origin: str) -> None:
    """Let the page of this origin read the answer, an error as well."""
    headers["access-control-allow-origin"] = origin
    headers["access-control-allow-credentials"] = "true"
    headers["access-control-expose-headers"] = EXPOSED


def grant_preflight(
    headers: dict[str, str], *, methods: Iterable[str], request_headers: Iterable[str]
) -> None:
    """Answer the browser's question which methods and headers it may send."""
    headers["access-control-allow-methods"] = ", ".join(methods)
    headers["access-control-allow-headers"] = ", ".join(sorted(request_headers))
    headers["access-control-max-age"] = str(PREFLIGHT_SECONDS)

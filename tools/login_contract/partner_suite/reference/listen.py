"""The command `login-contract webhooks listen`: the reference partner on a port, until it is interrupted."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import uvicorn
from rich.console import Console
from rich.text import Text

from login_contract.errors import UsageError
from login_contract.local_server import HOST, configuration, listen
from login_contract.partner_suite.reference.app import ReferencePartnerApp
from login_contract.partner_suite.reference.partner import PartnerReply, PublishedKeys, ReferencePartner
from login_contract.partner_suite.reference.verification import Verifier, by_secret
from login_contract.partner_suite.settings import DEFAULT_KEYS_PORT, read_settings


def serve(
    *,
    port: int,
    project_id: str | None = None,
    secret_env: str | None = None,
    keys_url: str | None = None,
    refuse: str | None = None,
    answer: Path | None = None,
    status: int | None = None,
    delay: float = 0,
) -> int:
    """Answer deliveries until interrupted; return the exit status.

    ``refuse`` is CODE:TEXT, ``answer`` a JSON file with what every accepting answer tells, ``delay`` the
    seconds before every answer.

    Raises:
        UsageError: a flag makes no sense, or the port is taken.
    """
    receiver = ReferencePartner(
        verifier=_verifier(project_id, secret_env, keys_url),
        told=_told(answer),
        status=status,
        refusal=_refusal(refuse, status),
    )
    console = Console(highlight=False)
    app = ReferencePartnerApp(
        receiver, delay=delay, log=lambda line: console.print(Text(line), soft_wrap=True)
    )
    with contextlib.suppress(KeyboardInterrupt), listen(port, flag="--port") as listener:
        origin = f"http://{HOST}:{listener.getsockname()[1]}"
        console.print(f"A partner listens at {origin}, and at {origin}/new-user and so on.", soft_wrap=True)
        console.print("Ctrl-C stops.")
        uvicorn.Server(configuration(app)).run(sockets=[listener])
    return 0


def _verifier(project_id: str | None, secret_env: str | None, keys_url: str | None) -> Verifier:
    if secret_env is not None and keys_url is not None:
        raise UsageError("--secret-env is for HS256 and --keys-url for RS256: give one of them")
    settings = read_settings({"project_id": project_id, "secret_env": secret_env}, use_file=False)
    if settings.secret is not None:
        return by_secret(settings.secret, project_id=settings.project_id)
    own = f"http://{HOST}:{DEFAULT_KEYS_PORT}/api/projects/{settings.project_id}/jwks.json"
    return Verifier("RS256", PublishedKeys(keys_url or own).find, settings.project_id)


def _told(path: Path | None) -> Any:
    if path is None:
        return {"attributes": [{"attr_type": "server", "key": "tier", "value": "gold"}], "greeting": "Hello"}
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise UsageError(f"--answer: {path}: {problem.strerror or problem}") from problem
    except (ValueError, RecursionError) as problem:
        raise UsageError(f"--answer: {path}: no JSON: {problem}") from None


def _refusal(refuse: str | None, status: int | None) -> PartnerReply | None:
    if refuse is None:
        return None
    code, colon, text = refuse.partition(":")
    if not (code and colon and text):
        raise UsageError(f"--refuse: {refuse!r} is no CODE:TEXT such as '011-002:Not now.'")
    return PartnerReply.of(status or 400, {"error": {"code": code, "description": text}})

"""The calls of the Login API that a partner makes to check a gateway token, for one key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import attrs
from joserfc.jwk import RSAKey
from rich.console import Console
from rich.markup import escape
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from login_contract.local_server import LocalServer
from login_contract.partner_suite.reference.verification import BadToken, Verifier, by_keys
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.signer import Signer, signer_of
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_FOUND,
    UNKNOWN_PROJECT,
)
from login_contract.tokens.signing import private_pem

CACHED = {"Cache-Control": "public, max-age=600"}
KEYS = "/api/projects/{project_id}/keys"
KEY_SET = "/api/projects/{project_id}/jwks.json"
VALIDATE = "/api/server/token/validate"
ASKED = "/asked"


class KeyServer:
    """Answers three operations for one project as the Login API does.

    They are `get-projects-keys`, `json-web-key-set` and `validate-server-jwt`. How often they were asked,
    whatever the answer was, is told at ``ASKED``.
    """

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self.asked = 0
        self.verifier = _verifier(signer)
        self.app = Starlette(
            routes=[
                Route(KEYS, self._keys),
                Route(KEY_SET, self._key_set),
                Route(VALIDATE, self._validate, methods=["POST"]),
                Route(ASKED, self._told),
            ]
        )

    def serve(self, port: int) -> LocalServer:
        """Return the server, yet to be entered.

        Raises:
            UsageError: the port is taken.
        """
        return LocalServer(self.app, port=port, flag="--keys-port")

    def addresses(self, origin: str) -> dict[str, str]:
        """Return what can be asked where, for a person to read."""
        project_id = self._signer.project_id
        return {
            "JWKS": origin + KEY_SET.format(project_id=project_id),
            "keys": origin + KEYS.format(project_id=project_id),
            "validate": f"POST {origin}{VALIDATE}?projectId={project_id}",
        }

    async def _told(self, request: Request) -> Response:
        return JSONResponse(self.asked)

    async def _keys(self, request: Request) -> Response:
        self.asked += 1
        if request.path_params["project_id"] != self._signer.project_id:
            return _error(*NOT_FOUND, "There is no such project.")
        if not isinstance(self._signer.key, RSAKey):
            return JSONResponse([], headers=CACHED)
        numbers = self._signer.key.public_key.public_numbers()
        hexadecimal = {"n": f"{numbers.n:x}", "e": f"{numbers.e:x}"}
        return JSONResponse([{**self._signer.public_key, **hexadecimal}], headers=CACHED)

    async def _key_set(self, request: Request) -> Response:
        self.asked += 1
        if request.path_params["project_id"] != self._signer.project_id:
            return _error(*NOT_FOUND, "There is no such project.")
        keys = [self._signer.public_key] if isinstance(self._signer.key, RSAKey) else []
        return JSONResponse({"keys": keys}, headers=CACHED)

    async def _validate(self, request: Request) -> Response:
        self.asked += 1
        project_id = request.query_params.get("projectId")
        if project_id is None:
            return _error(*MISSING_VALUE, "The parameter projectId is missing.")
        if not _is_uuid(project_id):
            return _error(*INVALID_VALUE, "The parameter projectId is no uuid.")
        if project_id != self._signer.project_id:
            return _error(*UNKNOWN_PROJECT, "There is no such project.")
        token = _token_of(await request.body())
        if token is None:
            return _error(*MISSING_VALUE, "The body has to be a JSON object with a token.")
        try:
            self.verifier.live_claims(token)
        except BadToken as problem:
            return _error(*INVALID_TOKEN, str(problem))
        try:
            self.verifier.verify(token)
        except BadToken as problem:
            return _error(*INACTIVE_TOKEN, str(problem))
        return Response(status_code=204)


def _verifier(signer: Signer) -> Verifier:
    if isinstance(signer.key, RSAKey):
        return by_keys([signer.public_key], project_id=signer.project_id)
    return Verifier(signer.algorithm, lambda kid: signer.key, signer.project_id)


def _token_of(body: bytes) -> str | None:
    try:
        content: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    token = content.get("token") if isinstance(content, dict) else None
    return token if isinstance(token, str) and token else None


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _error(status: int, code: str, description: str) -> JSONResponse:
    return JSONResponse({"error": {"code": code, "description": description}}, status)


@contextmanager
def keys_served(settings: PartnerSettings, console: Console) -> Iterator[PartnerSettings]:
    """Serve the public key, print where, and return settings with the key; a shared secret needs none of it.

    Raises:
        UsageError: the port is taken.
    """
    if settings.algorithm == "HS256":
        yield settings
        return
    signer = signer_of(settings)
    keys = KeyServer(signer)
    with keys.serve(settings.keys_port) as server:
        addresses = keys.addresses(server.origin)
        for name, address in addresses.items():
            console.print(f"[bold]{name:9}[/]{escape(address)}", soft_wrap=True)
        yield attrs.evolve(settings, private_key=private_pem(signer.key), keys_url=addresses["JWKS"])

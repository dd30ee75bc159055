"""The built TypeScript client in Node: a good request goes in, what its call came to comes out."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from attrs import frozen

from login_contract import npm, resources
from login_contract.codegen.typescript.distribution import TOOLCHAIN
from login_contract.description.message import MULTIPART
from login_contract.suite.actors import form_parts
from login_contract.suite.generated.good_requests import GoodRequest
from login_contract.suite.generated.live_stock import SERVER_HEADER

from .installation import give_up
from .javascript import ANSWER_SECONDS
from .node_process import NodeProcess

BEARER = "Bearer "
CALL = """
    const { baseUrl, id, path, query, headers, parts, user, server } = given;
    const api = new client.LoginClient({
      baseUrl,
      timeout: 30_000,
      retries: { attempts: 1 },
      fetch: send,
      ...(user === null ? {} : { auth: new client.FixedToken(user) }),
      ...(server === null ? {} : { serverAuth: new client.FixedToken(server) }),
    });
    const names = [...operations[id].path.matchAll(/{([^{}]+)}/g)].map(([, name]) => name);
    const body = parts === null ? given.body : new FormData();
    for (const [name, { kind, content }] of parts ?? []) {
      const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
      if (kind === null) body.append(name, new TextDecoder().decode(bytes));
      else body.append(name, new Blob([bytes], { type: kind }), name);
    }
    const values = Object.fromEntries(names.map((name, place) => [name, path[place]]));
    const init = { path: values, query, headers };
    return api.call(id, body === null ? init : { ...init, body });
"""


@frozen
class Called:
    """What a call resolved with, or what it rejected with, and the last exchange that it made."""

    value: Any
    refusal: Mapping[str, Any] | None
    wire: httpx.Response


@frozen
class TypeScriptCaller:
    """Somebody who uses an API through the built client, which does not repeat any call."""

    process: NodeProcess
    base_url: str

    def call(self, request: GoodRequest) -> Called:
        """Makes a request by the operation's id."""
        headers = dict(request.all_headers)
        operation = request.operation
        is_form = MULTIPART in operation.bodies
        given = {
            "baseUrl": self.base_url,
            "id": operation.operation_id,
            # By their places: a parameter may be published under another name.
            "path": [request.path_parameters[name] for name in re.findall(r"{(\w+)}", operation.path)],
            "query": request.query,
            "user": headers.pop("Authorization", BEARER).removeprefix(BEARER) or None,
            "server": headers.pop(SERVER_HEADER, None),
            "headers": headers,
            "body": None if is_form else request.body,
            "parts": _parts(request) if is_form else None,
        }
        outcome = self.process.send(script=CALL, given=given).outcome.result(ANSWER_SECONDS)
        return Called(outcome.get("value"), outcome.get("refusal"), _exchange(outcome["wire"][-1]))


def built_client(folder: Path) -> Path:
    """Puts the built package into a folder, beside what it depends on; returns where its modules are."""
    if not resources.is_checkout():
        give_up("the TypeScript client needs a checkout: generated/typescript is not here")
    try:
        installed = npm.install(TOOLCHAIN)
    except npm.NodeUnavailableError as error:
        give_up(str(error))
    package = shutil.copytree(resources.checkout() / "generated" / "typescript", folder / "client")
    (folder / "node_modules").symlink_to(installed.modules, target_is_directory=True)
    return package / "dist"


def _parts(request: GoodRequest) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name, part in form_parts.written(request.operation, request.body):
        kind = part[2] if len(part) > 2 else None
        found.append((name, {"kind": kind, "content": base64.b64encode(part[1]).decode()}))
    return found


def _exchange(recorded: Mapping[str, Any]) -> httpx.Response:
    asked, answered = recorded["request"], recorded["response"]
    request = httpx.Request(
        asked["method"], asked["url"], headers=asked["headers"], content=base64.b64decode(asked["body"])
    )
    # Node has undone the encoding already.
    headers = [each for each in answered["headers"] if each[0] not in ("content-encoding", "content-length")]
    body = base64.b64decode(answered["body"])
    response = httpx.Response(answered["status"], headers=headers, content=body, request=request)
    response.elapsed = timedelta()  # asked for by the judge, which has no rule about it
    return response

"""Calls the webhooks of partners: signed, timed out, limited in size, and logged with secrets masked."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from attrs import evolve

from login_contract.mock.contract import Webhook, compiled
from login_contract.mock.domain.echoes import MASK, Echoes
from login_contract.mock.domain.partner_answer import ACCEPTED, TIMED_OUT, PartnerAnswer, failed, judged
from login_contract.mock.domain.tokens import GATEWAY, ISSUER, Tokens
from login_contract.mock.errors import ContractBreach
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings import Project
from login_contract.mock.store import deliveries
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.deliveries import Delivery
from login_contract.mock.terminal import Terminal

PREFIX = "custom-storage-"
TOKEN_SECONDS = 300
LARGEST_ANSWER = 64 * 1024
SECRETS = ("password", "token", "new_password")
LIBRARY_LOGS = ("httpx", "httpcore.connection", "httpcore.http11")
_calling: ContextVar[bool] = ContextVar("_calling", default=False)


class Gateway:
    """Speaks to the partners of projects with custom user-data storage."""

    def __init__(self, store: Store, tokens: Tokens, randomness: Randomness, terminal: Terminal) -> None:
        self._store = store
        self._tokens = tokens
        self._randomness = randomness
        self._terminal = terminal

    async def ask(
        self, project: Project, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]
    ) -> PartnerAnswer:
        """Call a webhook and return the judged answer; whatever happens on the way is an answer too.

        ``name`` is a name of the project's setting ``webhooks``; ``claims`` say about whom the call is.

        Raises:
            ContractBreach: the body is not as described.
        """
        webhook = compiled().webhooks[f"{PREFIX}{name}"]
        if not webhook.body.accepts(body):
            problem = webhook.body.problem(body)
            raise ContractBreach(f"{webhook.name}: {problem.where if problem else 'body'} breaks its schema")
        url = str(project["webhooks"][name])
        content = await self._store.read(lambda tx: _claims(tx, project, claims))
        token = await self._tokens.sign(project, content)
        echoes = Echoes([*_secrets(body), token])
        began = time.monotonic()
        answer, response = await _exchange(webhook, url, body, token, project["webhook_timeout_seconds"])
        answer = evolve(
            answer,
            remarks=tuple(echoes.hidden(remark) for remark in answer.remarks),
            words=echoes.hidden(" ".join(filter(None, [answer.code, answer.text]))),
        )
        delivery = Delivery(
            id=self._randomness.uuid(),
            project_id=project.project_id,
            name=name,
            url=url,
            request={
                "headers": {"authorization": f"Bearer {MASK}", "content-type": "application/json"},
                "body": json.dumps(_masked(body), ensure_ascii=False),
            },
            response=_hidden(response, echoes) if response else None,
            duration_seconds=time.monotonic() - began,
            verdict=answer.verdict,
            remarks=answer.remarks,
        )
        await self._store.transaction(lambda tx: deliveries.add(tx, delivery))
        if answer.verdict != ACCEPTED:
            self._terminal.webhook(delivery)
        return evolve(answer, delivery_id=delivery.id)


def _claims(tx: Transaction, project: Project, claims: Mapping[str, Any]) -> dict[str, Any]:
    issued_at = int(tx.now)
    content = {
        "iss": ISSUER,
        "iat": issued_at,
        "exp": issued_at + TOKEN_SECONDS,
        "xsolla_login_project_id": project.project_id,
        "request_type": GATEWAY,
        **claims,
    }
    return {name: value for name, value in content.items() if value is not None}


@lru_cache(maxsize=2)
def _trust(encrypted: bool) -> ssl.SSLContext:
    """Return whom to trust, made once: that takes longer than a call."""
    return ssl.create_default_context() if encrypted else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def _exchange(
    webhook: Webhook, url: str, body: Mapping[str, Any], token: str, timeout: float
) -> tuple[PartnerAnswer, dict[str, Any] | None]:
    import httpx

    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        # A small compressed body can unfold to any size.
        "Accept-Encoding": "identity",
    }
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    quiet = _calling.set(True)
    try:
        async with (
            asyncio.timeout(timeout),
            httpx.AsyncClient(
                verify=_trust(url.startswith("https:")), timeout=None, follow_redirects=False, trust_env=False
            ) as client,
            # Else a name and a password in the address would take the place of the token.
            client.stream("POST", url, content=content, headers=headers, auth=lambda sent: sent) as response,
        ):
            read = bytearray()
            async for chunk in response.aiter_raw():
                read += chunk
                if len(read) > LARGEST_ANSWER:
                    break
    except TimeoutError:
        return failed(f"No answer came within {timeout:g} seconds.", verdict=TIMED_OUT), None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
        return failed(f"The call failed: {type(problem).__name__}: {str(problem)[:300]}"), None
    finally:
        _calling.reset(quiet)
    shown = {
        "status": response.status_code,
        "headers": dict(response.headers.items()),
        "body": bytes(read[:LARGEST_ANSWER]).decode("utf-8", "replace"),
    }
    if len(read) > LARGEST_ANSWER:
        return failed(f"The answer has more than {LARGEST_ANSWER} bytes."), shown
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return judged(webhook, response.status_code, media_type, bytes(read)), shown


def _masked(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: MASK if name in SECRETS else _masked(item) for name, item in value.items()}
    return value


def _secrets(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if name in SECRETS and isinstance(item, str):
                yield item
            yield from _secrets(item)


def _hidden(response: dict[str, Any], echoes: Echoes) -> dict[str, Any]:
    """Hide what the partner repeats of the secrets that it was sent."""
    headers = {name: echoes.hidden(value) for name, value in response["headers"].items()}
    return {**response, "headers": headers, "body": echoes.hidden(response["body"])}


def _unheard(record: logging.LogRecord) -> bool:
    """Keep the HTTP library from writing a partner's headers, with what they repeat, into its own log."""
    return not _calling.get()


for _name in LIBRARY_LOGS:
    logging.getLogger(_name).addFilter(_unheard)

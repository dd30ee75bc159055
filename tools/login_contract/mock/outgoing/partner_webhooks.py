"""Calls the webhooks of partners: signed, timed out, limited in size, and logged with secrets masked."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from login_contract.description.message import JSON
from login_contract.description.storage_webhooks import PREFIX
from login_contract.mock.contract.compiled import CompiledOperation, compiled
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import ContractBreach
from login_contract.mock.outgoing.http_caller import Unanswered, post_json
from login_contract.mock.outgoing.partner_answer import (
    ACCEPTED,
    FAILED,
    TIMED_OUT,
    PartnerAnswer,
    failed,
    judged,
)
from login_contract.mock.outgoing.repeated_secrets import Echoes
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import deliveries
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.deliveries import LoggedDelivery
from login_contract.mock.terminal import MASK, Terminal
from login_contract.tokens.issuer import GATEWAY_TOKEN, ISSUER

TOKEN_SECONDS = 300
SECRETS = ("password", "token", "new_password")


class PartnerWebhooks:
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
        checker = webhook.bodies[JSON]
        if not checker.accepts(body):
            problem = checker.problem(body)
            raise ContractBreach(f"{PREFIX}{name}: {problem.where if problem else 'body'} breaks its schema")
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
        delivery = LoggedDelivery(
            id=self._randomness.uuid(),
            project_id=project.project_id,
            name=name,
            url=url,
            request={
                "headers": {"authorization": f"Bearer {MASK}", "content-type": JSON},
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
        "request_type": GATEWAY_TOKEN,
        **claims,
    }
    return {name: value for name, value in content.items() if value is not None}


async def _exchange(
    webhook: CompiledOperation, url: str, body: Mapping[str, Any], token: str, timeout: float
) -> tuple[PartnerAnswer, dict[str, Any] | None]:
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        answer = await post_json(url, content, timeout=timeout, headers={"Authorization": f"Bearer {token}"})
    except Unanswered as problem:
        return failed(str(problem), verdict=FAILED if problem.in_time else TIMED_OUT), None
    if answer.lost is not None:
        return failed(answer.lost.sentence), answer.shown()
    return judged(webhook, answer.status, answer.media_type, answer.body), answer.shown()


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

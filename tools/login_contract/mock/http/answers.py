"""What a request is answered: the operation's reply as described, a refusal's envelope or page, the bytes."""

from __future__ import annotations

import contextlib
import json
import logging

from starlette.requests import Request

from login_contract.description.message import JSON
from login_contract.mock.calls.call import Reply
from login_contract.mock.contract import payload
from login_contract.mock.contract.compiled import CompiledOperation
from login_contract.mock.contract.refusals import INVALID_TOKEN, OF_NO_OPERATION
from login_contract.mock.errors import ContractBreach, LoginError, envelope, flat
from login_contract.mock.hosted import error_page
from login_contract.mock.http.reader import reader
from login_contract.mock.http.visit import Visit

# Whose answers have no body, so that a length would be wrong: that of nothing, or of what is not sent.
BODILESS = (204, 304)
HTML = "text/html"
BROKEN = "The mock broke its own contract. This is a defect of the mock; its log tells more."
log = logging.getLogger("login_contract.mock")


async def judge(visit: Visit) -> Reply:
    """Return what the operation answers, if that is as described.

    Raises:
        ContractBreach: it is not.
    """
    compare(visit.reply, visit.admitted)
    return visit.reply


def compare(reply: Reply, operation: CompiledOperation) -> None:
    """Compare an answer with the description.

    Raises:
        ContractBreach: the status, media type, body or a required header is not as described.
    """
    answer = operation.response(reply.status)
    where = f"{operation.operation_id}: status {reply.status}"
    if answer is None:
        raise ContractBreach(f"{where} is not described")
    if reply.media_type is None:
        if answer.content:
            raise ContractBreach(f"{where} lacks its body")
    elif reply.media_type not in answer.content:
        raise ContractBreach(f"{where} has the undescribed media type {reply.media_type}")
    elif reply.media_type == JSON:
        checker = operation.answer(reply.status, JSON)
        if not checker.accepts(reply.body):
            problem = checker.problem(reply.body)
            raise ContractBreach(f"{where}: {problem.where if problem else 'body'} breaks its schema")
    for name in answer.required_headers:
        if name not in reply.headers and name != "cache-control":
            raise ContractBreach(f"{where} lacks the header {name}")


async def refused(visit: Visit, refusal: LoginError) -> Reply:
    """Answer a refusal: as the operation itself wants it, as a page for a browser, or as the envelope."""
    operation = visit.operation
    refusal = _of_token(refusal, operation)
    own = await _own(visit, refusal)
    if own is not None:
        return own
    reply = _enveloped(refusal, operation)
    if not _wants_page(visit.incoming, operation, reply.status):
        return reply
    page = error_page.page(refusal, meaning=meaning(refusal, operation), locale=reader(visit))
    return Reply.html(page, status=reply.status, headers={**reply.headers, **error_page.headers()})


def _wants_page(incoming: Request, operation: CompiledOperation | None, status: int) -> bool:
    """Say whether a browser is to get a page: where one is described, and where there is no address."""
    if HTML not in incoming.headers.get("accept", ""):
        return False
    if operation is None:
        return incoming.method in ("GET", "HEAD")
    answer = operation.response(status)
    return operation.for_browsers and answer is not None and HTML in answer.content


def _of_token(refusal: LoginError, operation: CompiledOperation | None) -> LoginError:
    """Refuse a token as the security scheme of the operation has it."""
    if operation is None or refusal.refusal != INVALID_TOKEN or operation.token_refusal == INVALID_TOKEN:
        return refusal
    return LoginError(operation.token_refusal, refusal.description, because=refusal.because)


async def _own(visit: Visit, refusal: LoginError) -> Reply | None:
    refuse = visit.served.endpoints[visit.operation.operation_id].refuse if visit.operation else None
    if refuse is None:
        return None
    with contextlib.suppress(payload.Malformed):
        return await refuse(refusal, payload.pairs(visit.incoming.scope["query_string"]), visit.services)
    return None


def _enveloped(refusal: LoginError, operation: CompiledOperation | None) -> Reply:
    """Turn a refusal into the envelope, with the meaning that the description gives its code."""
    answer = operation.response(refusal.status) if operation else None
    told = meaning(refusal, operation)
    is_flat = answer is not None and answer.flat
    body = flat(refusal.code, told) if is_flat else envelope(refusal.code, told, refusal.details)
    reply = Reply.json(body, status=refusal.status, headers=refusal.headers)
    if operation is None:
        return reply
    try:
        compare(reply, operation)
        _check_code(refusal, operation)
    except ContractBreach as breach:
        log.error("%s", breach)
        return broken()
    return reply


def _check_code(refusal: LoginError, operation: CompiledOperation) -> None:
    answer = operation.response(refusal.status)
    known = answer.error_codes if answer else None
    foreign = refusal.of_partner and answer is not None and answer.partner_codes
    if known and not foreign and refusal.code not in known:
        raise ContractBreach(f"{operation.operation_id}: code {refusal.code} is not described")


def meaning(refusal: LoginError, operation: CompiledOperation | None) -> str:
    """Return the sentence of a refusal: its own, or what the description says of its code."""
    answer = operation.response(refusal.status) if operation else None
    meanings = answer.error_codes if answer and answer.error_codes else {}
    described = meanings.get(refusal.code) or OF_NO_OPERATION.get(refusal.refusal)
    return refusal.description or described or "The request was refused."


def broken() -> Reply:
    """Return the answer to a defect of the mock itself, whatever the defect."""
    return Reply.json(envelope("500", BROKEN), status=500)


def written(reply: Reply) -> tuple[dict[str, str], bytes]:
    """Return the headers, named in lower case, and the bytes of an answer; nobody is to keep it unasked."""
    headers = {"cache-control": "no-store", **reply.headers}
    body = b""
    if reply.media_type == JSON:
        headers["content-type"] = JSON
        body = json.dumps(reply.body, ensure_ascii=False, separators=(",", ":")).encode()
    elif isinstance(reply.body, bytes):
        headers["content-type"] = str(reply.media_type)
        body = reply.body
    elif reply.media_type is not None:
        headers["content-type"] = f"{reply.media_type}; charset=utf-8"
        body = reply.body.encode()
    if reply.status not in BODILESS:
        headers["content-length"] = str(len(body))
    return headers, body

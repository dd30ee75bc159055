"""Tokens between servers."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import INACTIVE_TOKEN, INVALID_TOKEN
from login_contract.mock.domain.tokens import InvalidToken, OfAnotherKind
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services


@serves("validate-server-jwt")
async def validate_server_jwt(call: Call, services: Services) -> Reply:
    """Tell a partner whether the token of a webhook is good."""
    try:
        await services.tokens.check_gateway(call.body["token"], call.project)
    except OfAnotherKind as problem:
        raise LoginError(INACTIVE_TOKEN, because=f"the token {problem}") from None
    except InvalidToken as problem:
        raise LoginError(INVALID_TOKEN, because=f"the token {problem}") from None
    return Reply.empty()

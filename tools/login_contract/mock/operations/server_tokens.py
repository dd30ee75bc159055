"""Tokens between servers."""

from __future__ import annotations

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.domain.tokens import InvalidToken, OfAnotherKind
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services


async def validate_server_jwt(call: Call, services: Services) -> Reply:
    """Tell a partner whether the token of a webhook is good."""
    try:
        await services.tokens.check_gateway(call.body["token"], call.project)
    except OfAnotherKind as problem:
        raise LoginError(422, "010-017", because=f"the token {problem}") from None
    except InvalidToken as problem:
        raise LoginError(401, "002-016", because=f"the token {problem}") from None
    return Reply.empty()

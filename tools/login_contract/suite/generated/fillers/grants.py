"""The token endpoint: what belongs to which kind of grant."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.actors.jwt_client import CALLBACK, query_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, target_of
from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock

# What belongs to one kind of grant; another kind's is left out of a request.
OF_A_GRANT = (
    "client_secret",
    "code",
    "redirect_uri",
    "code_verifier",
    "refresh_token",
    "subject_token",
    "subject_token_type",
    "scope",
    "audience",
)


def _token_revocation(inputs: Inputs, stock: Stock) -> None:
    inputs.body.pop("client_secret", None)


def _token_grant(inputs: Inputs, stock: Stock) -> None:
    kind = inputs.body["grant_type"]
    for name in OF_A_GRANT:
        inputs.body.pop(name, None)
    client = stock.server if kind == "client_credentials" else stock.oauth_client
    inputs.body.update(_GRANTS.get(kind, _exchange)(stock))
    inputs.body["client_id"] = str(client.client_id)
    secret = stock.clients.secret(client.client_id)
    if secret is not None:
        inputs.body["client_secret"] = secret


def _authorization_code(stock: Stock) -> Mapping[str, str]:
    code = query_of(target_of(stock.oauth_client.login(stock.user())))["code"]
    stock.oauth_client.forget_cookies()
    return {"code": code, "redirect_uri": CALLBACK}


def _refresh_token(stock: Stock) -> Mapping[str, str]:
    tokens = stock.oauth_client.tokens(stock.user(), scope="offline")
    stock.oauth_client.forget_cookies()
    return {"refresh_token": tokens["refresh_token"]}


def _client_credentials(stock: Stock) -> Mapping[str, str]:
    return {}


def _exchange(stock: Stock) -> Mapping[str, str]:
    return {"subject_token": stock.token(), "subject_token_type": "jwt"}


_GRANTS = {
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
    "client_credentials": _client_credentials,
    TOKEN_EXCHANGE: _exchange,
}
BODIES: Mapping[str, Filler] = {
    "TokenGrant": _token_grant,
    "TokenRevocation": _token_revocation,
}

"""Checking a user token, and the public keys that sign it."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import INACTIVE_TOKEN, UNKNOWN_PROJECT, UNKNOWN_USER
from login_contract.mock.domain.keys import SigningKey
from login_contract.mock.domain.tokens import InvalidToken, UnknownProject, UnknownUser
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.tokens.compact import base64url_number

CACHED = {"cache-control": "public, max-age=600"}


@serves("validate-jwt")
async def validate_jwt(call: Call, services: Services) -> Reply:
    """Say whether a token is valid: lifetime, project, signature, session and user [doc]."""
    try:
        await services.tokens.check(call.body["token"])
    except UnknownProject as problem:
        raise LoginError(UNKNOWN_PROJECT, because=f"the token {problem}") from None
    except UnknownUser as problem:
        raise LoginError(UNKNOWN_USER, because=f"the token {problem}") from None
    except InvalidToken as problem:
        raise LoginError(INACTIVE_TOKEN, because=f"the token {problem}") from None
    return Reply.empty()


@serves("get-projects-keys")
async def get_projects_keys(call: Call, services: Services) -> Reply:
    """List the public keys as a bare array with hexadecimal numbers [sdk-go]."""
    keys = await services.keys.published(services.projects.named(call.path["project_id"]))
    return Reply.json([_in_hexadecimal(key) for key in keys], headers=CACHED)


@serves("post-projects-key")
async def post_projects_key(call: Call, services: Services) -> Reply:
    """Let a new key sign from now on, and return its public part."""
    return Reply.json(_in_hexadecimal(await services.keys.renew(call.project)))


@serves("json-web-key-set")
async def json_web_key_set(call: Call, services: Services) -> Reply:
    """Return the public keys as a JSON Web Key Set (RFC 7517) with base64url numbers [doc]."""
    keys = await services.keys.published(services.projects.named(call.path["project_id"]))
    return Reply.json({"keys": [_in_base64url(key) for key in keys]}, headers=CACHED)


def _in_hexadecimal(key: SigningKey) -> dict[str, str]:
    modulus, exponent = key.numbers
    return {**_public(key), "n": f"{modulus:x}", "e": f"{exponent:x}"}


def _in_base64url(key: SigningKey) -> dict[str, str]:
    modulus, exponent = key.numbers
    return {**_public(key), "n": base64url_number(modulus), "e": base64url_number(exponent)}


def _public(key: SigningKey) -> dict[str, str]:
    return {"alg": key.algorithm, "kid": key.kid or "", "kty": "RSA", "use": "sig"}

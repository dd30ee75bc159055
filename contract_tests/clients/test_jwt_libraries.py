"""Who checks tokens elsewhere trusts the good ones and no other: PyJWT, joserfc, the Go SDK by its rules."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from attrs import field, frozen
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from login_contract.http_client import make_client
from login_contract.suite.actors.jwt_client import PASSWORD, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.user_token import claims, header
from login_contract.tokens import signing
from login_contract.tokens.forgery import forged, with_header
from login_contract.tokens.signing import key_set, key_set_of_hexadecimal, secret_key, verified

jwt = pytest.importorskip("jwt", reason="PyJWT is missing: pip install pyjwt")

ISSUER = "https://login.xsolla.com"
# An earlier test may have moved the mock's time forward; PyJWT would take its tokens for not yet issued.
AT_ANY_TIME: Any = {"verify_iat": False}
AUDIENCE = "game"

Claims = dict[str, Any]
MakeOAuthClient = Callable[..., OAuthClient]


class UntrustedError(Exception):
    """A check by the rules of the Go SDK failed."""


REFUSALS = (jwt.PyJWTError, signing.InvalidSignature, UntrustedError, InvalidSignature)


@frozen(kw_only=True)
class Service:
    """A game's own server, which is shown a token; it knows its project and, for HS256, the secret."""

    oauth_client: OAuthClient
    secret: str = field(factory=lambda: uuid4().hex * 2, repr=False)

    @property
    def keys(self) -> str:
        """Address of the project's keys."""
        return (
            f"{self.oauth_client.jwt_client.http.base_url}projects/{self.oauth_client.jwt_client.project_id}"
        )

    def get(self, operation_id: str) -> Any:
        """Return the project's keys in one of the two forms."""
        return self.oauth_client.jwt_client.call(operation_id).json()


Verify = Callable[[Service, str], Claims]


def pyjwt_by_key_set(service: Service, token: str) -> Claims:
    key = jwt.PyJWKClient(f"{service.keys}/jwks.json").get_signing_key_from_jwt(token)
    return pyjwt(token, key)


def pyjwt_by_hexadecimal_keys(service: Service, token: str) -> Claims:
    (key,) = service.get("get-projects-keys")
    numbers = rsa.RSAPublicNumbers(e=int(key["e"], 16), n=int(key["n"], 16))
    return pyjwt(token, numbers.public_key())


def pyjwt_by_secret(service: Service, token: str) -> Claims:
    return pyjwt(token, service.secret, "HS256")


def pyjwt(token: str, key: object, algorithm: str = "RS256") -> Claims:
    found: Claims = jwt.decode(
        token,
        key,
        algorithms=[algorithm],
        issuer=ISSUER,
        audience=AUDIENCE if "aud" in claims(token) else None,
        options={"require": ["exp", "iat", "iss", "sub", "jti"], **AT_ANY_TIME},
    )
    return found


def joserfc_by_key_set(service: Service, token: str) -> Claims:
    return verified(token, key_set(service.get("json-web-key-set")))


def joserfc_by_hexadecimal_keys(service: Service, token: str) -> Claims:
    return verified(token, key_set_of_hexadecimal(service.get("get-projects-keys")))


def joserfc_by_secret(service: Service, token: str) -> Claims:
    return verified(token, secret_key(service.secret), algorithm="HS256")


def go_sdk(service: Service, token: str) -> Claims:
    """Check as the vendor's Go SDK does, which is given the secret of an HS256 project [sdk-go]."""
    algorithm, content = header(token)["alg"], claims(token)
    signed, _, signature = token.rpartition(".")
    proof = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    if algorithm == "RS256":
        key = go_sdk_key(service, header(token)["kid"], content["xsolla_login_project_id"])
        key.verify(proof, signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    elif algorithm == "HS256":
        expected = hmac.digest(service.secret.encode(), signed.encode(), "sha256")
        if not hmac.compare_digest(expected, proof):
            raise UntrustedError("the secret signs otherwise")
    else:
        raise UntrustedError(f"{algorithm} is not supported")
    return go_sdk_claims(content)


def go_sdk_without_secret(service: Service, token: str) -> Claims:
    """Check as the Go SDK does when nobody gave it the secret: it asks, and trusts a 204 only [sdk-go]."""
    if service.oauth_client.jwt_client.validate(token).status_code != 204:
        raise UntrustedError("the Login server does not validate it")
    return go_sdk_claims(claims(token))


def go_sdk_key(service: Service, kid: str, project_id: str) -> rsa.RSAPublicKey:
    """Return the key of the project that the token names; modulus and exponent are hexadecimal."""
    keys = service.oauth_client.jwt_client.call("get-projects-keys", path={"project_id": project_id}).json()
    for key in keys:
        if key["kid"] == kid:
            return rsa.RSAPublicNumbers(e=int(key["e"], 16), n=int(key["n"], 16)).public_key()
    raise UntrustedError(f"no key is called {kid}")


def go_sdk_claims(content: Claims) -> Claims:
    """Refuse a token that names no project, or comes from OAuth 2.0 without an id of its own, or is old."""
    if not content.get("xsolla_login_project_id"):
        raise UntrustedError("xsolla_login_project_id is missing")
    if ("scp" in content or content.get("type") == "oauth") and not content.get("jti"):
        raise UntrustedError("jti is missing")
    if not isinstance(content.get("aud", []), list):
        raise UntrustedError("aud is no list")
    if content["exp"] < time.time():
        raise UntrustedError("it is over")
    return content


def of_the_jwt_protocol(oauth_client: OAuthClient) -> str:
    return token_of(oauth_client.jwt_client.login("ann"))


def of_the_oauth_protocol(oauth_client: OAuthClient) -> str:
    return str(oauth_client.tokens(scope="offline", audience=AUDIENCE)["access_token"])


RS256: list[Verify] = [
    pyjwt_by_key_set,
    pyjwt_by_hexadecimal_keys,
    joserfc_by_key_set,
    joserfc_by_hexadecimal_keys,
    go_sdk,
]
HS256: list[Verify] = [pyjwt_by_secret, joserfc_by_secret, go_sdk, go_sdk_without_secret]
CHECKS = pytest.mark.parametrize(
    ("algorithm", "verify"),
    [("RS256", verify) for verify in RS256] + [("HS256", verify) for verify in HS256],
)
TOKENS = pytest.mark.parametrize("issued", [of_the_jwt_protocol, of_the_oauth_protocol])


@pytest.fixture
def service(make_oauth_client: MakeOAuthClient, algorithm: str) -> Service:
    secret = uuid4().hex * 2
    keys = {"algorithm": "HS256", "hs256_secret": secret} if algorithm == "HS256" else {}
    oauth_client = make_oauth_client(**keys)
    oauth_client.member("ann", password=PASSWORD)
    return Service(oauth_client=oauth_client, secret=secret)


def signed_by_a_stranger(token: str) -> str:
    """Return the same header and claims under the signature of a key that the project does not have."""
    head = header(token)
    if head["alg"] == "HS256":
        return str(jwt.encode(claims(token), uuid4().hex * 2, "HS256"))
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return str(jwt.encode(claims(token), pem, "RS256", headers={"kid": head["kid"]}))


def named_after_no_key(token: str) -> str:
    """Return the token with a `kid` that the project does not have."""
    return with_header(token, kid=uuid4().hex)


@CHECKS
@TOKENS
def test_good_token_is_trusted(
    service: Service, verify: Verify, issued: Callable[[OAuthClient], str], algorithm: str
) -> None:
    token = issued(service.oauth_client)

    found = verify(service, token)

    assert header(token)["alg"] == algorithm
    assert found == claims(token)
    assert found["xsolla_login_project_id"] == service.oauth_client.jwt_client.project_id


@CHECKS
@TOKENS
def test_tampered_token_is_refused(
    service: Service, verify: Verify, issued: Callable[[OAuthClient], str]
) -> None:
    token = issued(service.oauth_client)

    with pytest.raises(REFUSALS):
        verify(service, forged(token, sub=str(uuid4())))


@CHECKS
@TOKENS
def test_token_of_a_wrong_key_is_refused(
    service: Service, verify: Verify, issued: Callable[[OAuthClient], str]
) -> None:
    token = issued(service.oauth_client)

    with pytest.raises(REFUSALS):
        verify(service, signed_by_a_stranger(token))


@pytest.mark.parametrize("algorithm", ["RS256"])
@pytest.mark.parametrize("verify", RS256)
def test_token_that_names_an_unknown_key_is_refused(service: Service, verify: Verify) -> None:
    token = of_the_oauth_protocol(service.oauth_client)

    with pytest.raises(REFUSALS):
        verify(service, named_after_no_key(token))


@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_token_for_one_audience_is_refused_by_another(service: Service, algorithm: str) -> None:
    token = of_the_oauth_protocol(service.oauth_client)
    key = (
        service.secret
        if algorithm == "HS256"
        else jwt.PyJWKClient(f"{service.keys}/jwks.json").get_signing_key_from_jwt(token)
    )

    assert claims(token)["aud"] == [AUDIENCE]
    with pytest.raises(jwt.InvalidAudienceError):
        jwt.decode(token, key, algorithms=[algorithm], audience="another-game", options=AT_ANY_TIME)


@pytest.mark.parametrize("algorithm", ["HS256"])
def test_shared_secret_is_never_published(service: Service) -> None:
    published = json.dumps([service.get("get-projects-keys"), service.get("json-web-key-set")])

    assert json.loads(published) == [[], {"keys": []}]
    assert "kid" not in header(of_the_jwt_protocol(service.oauth_client))


@pytest.mark.parametrize("algorithm", ["RS256"])
def test_both_forms_of_the_keys_are_the_same_key(service: Service) -> None:
    with make_client() as anybody:
        (wrapped,) = anybody.get(f"{service.keys}/jwks.json").json()["keys"]
        (bare,) = anybody.get(f"{service.keys}/keys").json()

    numbers = jwt.PyJWK.from_dict(wrapped).key.public_numbers()
    assert (numbers.n, numbers.e) == (int(bare["n"], 16), int(bare["e"], 16))
    assert bare["e"] == "10001"
    assert wrapped["kid"] == bare["kid"]

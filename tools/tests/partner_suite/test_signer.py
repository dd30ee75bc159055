from __future__ import annotations

import time

import jwt as pyjwt
import pytest

from login_contract.partner_suite.reference.verification import (
    BadToken,
    Verifier,
    by_secret,
)
from login_contract.partner_suite.signer import DEFECTS, RS256_ONLY, Signer, defects
from login_contract.tokens.compact import claims_of, unverified
from login_contract.tokens.signing import secret_key
from tests.partner_suite.partner import signer, verifier

SECRET = "short"


def hs256() -> Signer:
    return Signer(signer().project_id, secret_key(SECRET))


def test_good_token_has_its_claims_and_is_verified() -> None:
    token = signer().token({"username": "jane.doe"}) or ""
    claims = verifier().verify(token)

    assert claims["iss"] == "https://login.xsolla.com"
    assert claims["request_type"] == "gateway_token"
    assert claims["xsolla_login_project_id"] == signer().project_id
    assert claims["username"] == "jane.doe"
    assert 0 < claims["exp"] - time.time() <= 300
    assert unverified(token)[0] == {"alg": "RS256", "typ": "JWT", "kid": signer().public_key["kid"]}


def test_another_library_verifies_a_good_token() -> None:
    token = signer().token({}) or ""
    claims = pyjwt.decode(token, pyjwt.PyJWK(signer().public_key), algorithms=["RS256"])

    assert claims["request_type"] == "gateway_token"


def test_secret_may_be_short() -> None:
    token = hs256().token({"sub": "1"}) or ""

    assert by_secret(SECRET, project_id=signer().project_id).verify(token)["sub"] == "1"
    assert unverified(token)[0] == {"alg": "HS256", "typ": "JWT"}


@pytest.mark.parametrize("defect", [name for name in DEFECTS if name != "missing"])
def test_every_defect_is_refused_for_itself_alone(defect: str) -> None:
    token = signer().token({"username": "jane.doe"}, defect=defect) or ""

    with pytest.raises(BadToken) as refused:
        verifier().verify(token)

    assert EXPECTED[defect] in str(refused.value)


@pytest.mark.parametrize("defect", [name for name in defects("HS256") if name != "missing"])
def test_every_defect_of_a_shared_secret_is_refused(defect: str) -> None:
    token = hs256().token({"username": "jane.doe"}, defect=defect) or ""

    with pytest.raises(BadToken) as refused:
        by_secret(SECRET, project_id=signer().project_id).verify(token)

    assert EXPECTED[defect] in str(refused.value)


EXPECTED = {
    "expired": "has expired",
    "not_yet_valid": "not valid yet",
    "tampered": "signature of the token is wrong",
    "other_project": "another project",
    "other_key": "signature of the token is wrong",
    "alg_none": "signed with none",
    "request_type_missing": "no gateway_token",
    "request_type_wrong": "no gateway_token",
    "unknown_kid": "a key that the project does not have",
    "hs256_with_public_key": "signed with HS256",
}


def test_missing_token_is_no_token() -> None:
    assert signer().token({}, defect="missing") is None


def test_keys_have_defects_that_secrets_cannot_have() -> None:
    assert set(defects("RS256")) - set(defects("HS256")) == RS256_ONLY


def test_signature_of_a_bad_claim_is_good() -> None:
    class Trusting(Verifier):
        def check_expiry(self, claims: object) -> None:
            pass

    good = verifier()
    token = signer().token({}, defect="expired") or ""

    assert Trusting(good.algorithm, good.find_key, good.project_id).verify(token) == claims_of(token)


@pytest.mark.parametrize("text", ["", "a.b.c", "e30.e30", "e30.e30.e30.e30", "W10.W10.", "🎮.🎮.🎮"])
def test_what_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(BadToken):
        verifier().verify(text)

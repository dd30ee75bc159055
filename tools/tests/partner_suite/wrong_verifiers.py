"""Verifiers that each leave one step out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from joserfc.jwk import RSAKey

from login_contract.partner_suite.reference.verification import Verifier, parts_of, proven_claims
from login_contract.tokens.issuer import GATEWAY_TOKEN
from login_contract.tokens.signing import secret_key


class IgnoresSignature(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        return parts_of(token)[1]


class AcceptsAlgNone(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        if parts_of(token)[0].get("alg") == "none":
            return parts_of(token)[1]
        return super().signed_claims(token)


class AcceptsUnknownKid(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        kid = parts_of(token)[0].get("kid")
        if kid is not None and self.find_key(kid) is None:
            return parts_of(token)[1]
        return super().signed_claims(token)


class TrustsTheAlgorithmOfTheToken(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        header = parts_of(token)[0]
        key = self.find_key(header.get("kid"))
        if header.get("alg") == "HS256" and isinstance(key, RSAKey):
            return proven_claims(token, secret_key(key.as_pem(private=False)), "HS256")
        return super().signed_claims(token)


class KnowsOnlyWhichKeyIsNamed(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        header = parts_of(token)[0]
        claims = parts_of(token)[1]
        if header.get("alg") == "RS256" and claims.get("username") != "somebody-else":
            return claims if self.find_key(header.get("kid")) else super().signed_claims(token)
        return super().signed_claims(token)


class ChecksNoExpiry(Verifier):
    def check_expiry(self, claims: Mapping[str, Any]) -> None:
        pass


class ChecksNoBegin(Verifier):
    def check_begin(self, claims: Mapping[str, Any]) -> None:
        pass


class ChecksNoProject(Verifier):
    def check_project(self, claims: Mapping[str, Any]) -> None:
        pass


class NeedsNoRequestType(Verifier):
    def check_purpose(self, claims: Mapping[str, Any]) -> None:
        super().check_purpose({"request_type": GATEWAY_TOKEN, **claims})


class AcceptsAnyRequestType(Verifier):
    def check_purpose(self, claims: Mapping[str, Any]) -> None:
        if "request_type" not in claims:
            super().check_purpose(claims)


class BreaksOnOtherAlgorithms(Verifier):
    def signed_claims(self, token: str) -> dict[str, Any]:
        if parts_of(token)[0].get("alg") == "none":
            raise json.JSONDecodeError("an exception that nobody catches", "", 0)
        return super().signed_claims(token)

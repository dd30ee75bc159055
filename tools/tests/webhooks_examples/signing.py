"""Signs gateway tokens by hand, so that the library under test does not judge its own work."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SECRET = "a-secret-of-the-project-in-32-characters"
PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
KID = "key-1"


def claims(**changes: Any) -> dict[str, Any]:
    """Those of a good token; a change to None leaves the claim out."""
    now = int(time.time())
    content = {
        "iss": "https://login.xsolla.com",
        "iat": now,
        "exp": now + 300,
        "xsolla_login_project_id": PROJECT,
        "request_type": "gateway_token",
        "username": "jane.doe",
    }
    return {name: value for name, value in (content | changes).items() if value is not None}


def hs256(content: dict[str, Any], secret: str | bytes = SECRET, **header: Any) -> str:
    start = _segments({"alg": "HS256", "typ": "JWT"} | header, content)
    key = secret.encode() if isinstance(secret, str) else secret
    return f"{start}.{b64(hmac.digest(key, start.encode(), hashlib.sha256))}"


def rs256(content: dict[str, Any], *, key: int = 1, **header: Any) -> str:
    start = _segments({"alg": "RS256", "typ": "JWT", "kid": KID} | header, content)
    return f"{start}.{b64(private_key(key).sign(start.encode(), padding.PKCS1v15(), SHA256()))}"


def unsigned(content: dict[str, Any]) -> str:
    return f"{_segments({'alg': 'none', 'typ': 'JWT'}, content)}."


@cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_pem(number: int = 1) -> bytes:
    return private_key(number).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def modulus(number: int = 1) -> bytes:
    return private_key(number).public_key().public_numbers().n.to_bytes(256)


def key_set(number: int = 1, *, kid: str = KID, **members: Any) -> dict[str, Any]:
    numbers = private_key(number).public_key().public_numbers()
    key = {
        "kty": "RSA",
        "alg": "RS256",
        "use": "sig",
        "kid": kid,
        "n": _uint(numbers.n),
        "e": _uint(numbers.e),
    }
    return {"keys": [key | members]}


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}


def _segments(header: dict[str, Any], content: dict[str, Any]) -> str:
    return f"{b64(json.dumps(header).encode())}.{b64(json.dumps(content).encode())}"


def _uint(number: int) -> str:
    return b64(number.to_bytes((number.bit_length() + 7) // 8))

"""RSA private keys that people give in a file or a setting."""

from __future__ import annotations

from functools import lru_cache

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

RSA_BITS = 2048


@lru_cache(maxsize=256)
def check_private_key(pem: str) -> None:
    """Refuse what is not an RSA private key of at least 2048 bits in PEM; a key passed once passes at once.

    Raises:
        ValueError: says what it is not.
    """
    try:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ValueError("is not an unencrypted RSA private key in PEM") from None
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < RSA_BITS:
        raise ValueError(f"is not an RSA private key of at least {RSA_BITS} bits")

"""What stands in place of a secret where programs judge the traffic: it keeps the form, and tells nothing."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from login_contract.tokens.compact import segment

# Shorter ones are passwords, of which even the length is nobody's business.
LONG = 24
_JWT = re.compile(r"eyJ[\w-]*\.[\w-]*\.[\w-]*")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Covers:
    """Covers a secret the same way each time, so that a reader sees where the same one went.

    A JSON Web Token is covered by one, a UUID and an address as well, a private key by what looks like one,
    other long secrets by texts of the same length. Who has the cover alone cannot find the secret, not by
    trying either.
    """

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)

    def __call__(self, secret: str) -> str:
        """Returns the cover, in characters that JSON, URLs and headers hold as they are."""
        if not secret:
            return secret
        mark = hmac.new(self._key, secret.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
        plain = f"masked-{mark[:8]}"
        if _JWT.fullmatch(secret):
            return ".".join((segment({"alg": "masked"}), segment({"masked": mark[:8]}), mark))
        if secret.startswith(("http://", "https://")):
            return f"https://{plain}.invalid/"
        if _UUID.fullmatch(secret):
            return "-".join((mark[:8], mark[8:12], f"4{mark[12:15]}", f"8{mark[15:18]}", mark[18:30]))
        if "PRIVATE KEY" in secret:
            return f"-----BEGIN PRIVATE KEY-----{plain}-----END PRIVATE KEY-----"
        if len(secret) < LONG:
            return plain
        return (f"{plain}-" + mark * (len(secret) // len(mark) + 1))[: len(secret)]

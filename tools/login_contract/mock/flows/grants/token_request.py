"""What a client asks the token endpoint for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, fields_dict, frozen

from login_contract.mock.contract.refusals import MISSING_VALUE
from login_contract.mock.errors import LoginError


@frozen(kw_only=True)
class TokenRequest:
    """A token request, in the words of RFC 6749, RFC 7636 and RFC 8693; None is what was left out."""

    grant_type: str
    client_id: int | str | None = None
    client_secret: str | None = field(default=None, repr=False)
    code: str | None = field(default=None, repr=False)
    redirect_uri: str | None = None
    code_verifier: str | None = field(default=None, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    subject_token: str | None = field(default=None, repr=False)
    scope: str | None = None
    audience: str | None = None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> TokenRequest:
        """Read a decoded body; what a token request does not know is no part of it."""
        return cls(**{name: body[name] for name in fields_dict(cls) if name in body})

    def needed(self, name: str) -> str:
        """Return a field that the grant does not go without.

        Raises:
            LoginError: 400 002-028, it was left out.
        """
        value: str | None = getattr(self, name)
        if value is None:
            raise LoginError(MISSING_VALUE, f"The grant needs the field {name}.")
        return value

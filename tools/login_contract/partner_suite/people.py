"""The users whom deliveries are about: made up for a test, or known to the partner."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from attrs import evolve, field, frozen

# Sent about somebody who may have no account yet.
ARRIVALS = ("new-user", "user-verification", "phone", "email", "social")


@frozen(kw_only=True)
class Person:
    """A user as the Login server knows them; the password is what they type."""

    username: str
    email: str
    password: str = field(repr=False)
    phone_number: str
    social_id: str
    provider: str = "google"
    sub: str | None = None

    @classmethod
    def made_up(cls) -> Person:
        """Return somebody whom no partner can know."""
        number = secrets.token_hex(6)
        name = f"contract-{number}"
        return cls(
            username=name,
            email=f"{name}@example.com",
            password=f"pass-{secrets.token_hex(8)}",
            phone_number=f"+1202555{secrets.randbelow(10**7):07}",
            social_id=str(secrets.randbelow(10**20)),
        )

    @classmethod
    def known(cls, username: str, password: str | None) -> Person:
        """Return a user whom the partner knows by name, or by address."""
        somebody = cls.made_up()
        return cls(
            username=username,
            email=username if "@" in username else "",
            password=password or "",
            phone_number=somebody.phone_number,
            social_id=somebody.social_id,
        ).with_account()

    def with_account(self) -> Person:
        """Return the same person once the Login server has an account of theirs, and an id for it."""
        return evolve(self, sub=str(uuid5(NAMESPACE_URL, self.username)))

    def values(self) -> Mapping[str, str]:
        """Return what stands in bodies about them, by property; what is not known is left out."""
        known = {
            "username": self.username,
            "email": self.email,
            "password": self.password,
            "phone_number": self.phone_number,
            "provider": self.provider,
            "id": self.social_id,
        }
        return {name: value for name, value in known.items() if value}


def claims_about(name: str, body: Any, person: Person) -> dict[str, Any]:
    """Return the claims that identify the user of a delivery [inferred].

    They are what its body says, and who the user is once the Login server knows them.
    """
    told = body if isinstance(body, Mapping) else {}
    claims = {claim: told.get(key) for claim, key in _CLAIMS.items()}
    found = {claim: value for claim, value in claims.items() if isinstance(value, str)}
    if name in ARRIVALS:
        return found if person.sub is None else {"sub": person.sub, **found}
    person = person.with_account()
    known = {"sub": person.sub, "username": person.username, "email": person.email}
    return {**{claim: value for claim, value in known.items() if value}, **found}


_CLAIMS = {
    "username": "username",
    "email": "email",
    "phone": "phone_number",
    "provider": "provider",
    "id": "id",
}

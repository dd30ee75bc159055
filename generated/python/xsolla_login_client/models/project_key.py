from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ProjectKey")


@_attrs_define(repr=False)
class ProjectKey:
    """A public RSA key with its numbers in hexadecimal."""

    alg: Literal["RS256"]
    e: str
    """ The exponent, hexadecimal. """
    kid: str
    """ Id of the key; a token's header names it. """
    kty: Literal["RSA"]
    n: str
    """ The modulus, hexadecimal. Shortened in the example. """
    use: Literal["sig"]

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        alg = self.alg

        e = self.e

        kid = self.kid

        kty = self.kty

        n = self.n

        use = self.use

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "alg": alg,
                "e": e,
                "kid": kid,
                "kty": kty,
                "n": n,
                "use": use,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        alg = cast(Literal["RS256"], d.pop("alg"))
        if alg != "RS256":
            raise ValueError(f"alg must match const 'RS256', got '{alg}'")

        e = d.pop("e")

        kid = d.pop("kid")

        kty = cast(Literal["RSA"], d.pop("kty"))
        if kty != "RSA":
            raise ValueError(f"kty must match const 'RSA', got '{kty}'")

        n = d.pop("n")

        use = cast(Literal["sig"], d.pop("use"))
        if use != "sig":
            raise ValueError(f"use must match const 'sig', got '{use}'")

        project_key = cls(
            alg=alg,
            e=e,
            kid=kid,
            kty=kty,
            n=n,
            use=use,
        )

        return project_key

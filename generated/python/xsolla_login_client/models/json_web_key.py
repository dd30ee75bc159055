from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="JsonWebKey")


@_attrs_define(repr=False)
class JsonWebKey:
    """A public RSA key as RFC 7517 writes it, with its numbers in base64url. The reference speaks of plain
    Base64 as well, so that both alphabets and padding have to be expected.

    """

    alg: str
    """ The algorithm that the key signs with. """
    kid: str
    """ Id of the key; a token's header names it. """
    kty: str
    """ The family of the algorithm. """
    use: str
    """ The keys of `enc` sign as well. """
    e: str | Unset = UNSET
    """ The exponent, base64url. """
    n: str | Unset = UNSET
    """ The modulus, base64url. Shortened in the example. """
    x5c: list[str] | Unset = UNSET
    """ Chain of certificates for the key, each in base64. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        alg = self.alg

        kid = self.kid

        kty = self.kty

        use = self.use

        e = self.e

        n = self.n

        x5c: list[str] | Unset = UNSET
        if not isinstance(self.x5c, Unset):
            x5c = self.x5c

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alg": alg,
                "kid": kid,
                "kty": kty,
                "use": use,
            }
        )
        if e is not UNSET:
            field_dict["e"] = e
        if n is not UNSET:
            field_dict["n"] = n
        if x5c is not UNSET:
            field_dict["x5c"] = x5c

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("e", "n", "x5c"))
        alg = d.pop("alg")

        kid = d.pop("kid")

        kty = d.pop("kty")

        use = d.pop("use")

        e = d.pop("e", UNSET)

        n = d.pop("n", UNSET)

        x5c = cast(list[str], d.pop("x5c", UNSET))

        json_web_key = cls(
            alg=alg,
            kid=kid,
            kty=kty,
            use=use,
            e=e,
            n=n,
            x5c=x5c,
        )

        json_web_key.additional_properties = d
        return json_web_key

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

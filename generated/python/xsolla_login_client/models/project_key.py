from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ProjectKey")


@_attrs_define(repr=False)
class ProjectKey:
    """A public RSA key with its numbers in hexadecimal."""

    alg: str
    """ The algorithm that the key signs with. """
    e: str
    """ The exponent, hexadecimal. """
    kid: str
    """ Id of the key; a token's header names it. """
    kty: str
    """ The family of the algorithm. """
    n: str
    """ The modulus, hexadecimal. Shortened in the example. """
    use: str
    """ What the key is for, which is to sign. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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
        field_dict.update(self.additional_properties)
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
        alg = d.pop("alg")

        e = d.pop("e")

        kid = d.pop("kid")

        kty = d.pop("kty")

        n = d.pop("n")

        use = d.pop("use")

        project_key = cls(
            alg=alg,
            e=e,
            kid=kid,
            kty=kty,
            n=n,
            use=use,
        )

        project_key.additional_properties = d
        return project_key

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

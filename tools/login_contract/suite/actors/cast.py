"""What the people of a test are called on a server that other tests and other runs use as well."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.suite.setting_kinds import NAME

# A recognisable part of every account that a run leaves behind.
MARK = "lct"
USUAL_DOMAIN = "example.com"
SHORTEST_NAME, LONGEST_NAME, LONGEST_LOCAL = 3, 255, 64
SHORTEST_DEVICE, LONGEST_DEVICE = 16, 36


@frozen
class Cast:
    """Gives each name in a test's script a name of its own on the target, always the same for the same name.

    Two names that differ stay different, in letter case too; both ends of a name stay, and what is no valid
    name stays as it is.
    Without a ``tag`` everybody is called what the script says, as in a project that nobody else uses.
    """

    tag: str = ""
    address: str = f"{NAME}@{USUAL_DOMAIN}"

    def name(self, name: str) -> str:
        """Return the username on the target for a username in the script."""
        if not self.tag or self.tag in name or len(name) < SHORTEST_NAME:
            return name
        return self._marked(name, LONGEST_NAME)

    def email(self, email: str) -> str:
        """Return the e-mail address on the target for one in the script."""
        local, at, domain = email.rpartition("@")
        if not self.tag or self.tag in email or not local or not at or "." not in domain:
            return email
        own, _, own_domain = self.address.rpartition("@")
        if own_domain == USUAL_DOMAIN and own == NAME:
            return f"{self._marked(local, min(LONGEST_LOCAL, LONGEST_NAME - len(domain) - 1))}@{domain}"
        if domain.lower() != USUAL_DOMAIN:
            local = f"{local}.{domain}"
        room = LONGEST_LOCAL - len(own) + len(NAME)
        name = self._marked(local, room) if len(local) <= room else self._cut(local, room)
        return f"{own.replace(NAME, name)}@{own_domain.upper() if domain.isupper() else own_domain}"

    def device(self, device_id: str) -> str:
        """Return the id of a device on the target: as long, with letters and digits in the same places."""
        if not self.tag or not SHORTEST_DEVICE <= len(device_id) <= LONGEST_DEVICE:
            return device_id
        steps = hashlib.sha256(self.tag.encode()).digest() * 2
        return "".join(_turned(letter, step) for letter, step in zip(device_id, steps, strict=False))

    def called(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return a body or query with the people in it called what they are called on the target."""
        return {name: self._called(name, value) for name, value in given.items()}

    def _called(self, field: str, value: Any) -> Any:
        if field == "updatedFields" and isinstance(value, Mapping):
            return self.called(value)
        if not isinstance(value, str):
            return value
        if field == "device_id":
            return self.device(value)
        if field in ("username", "login", "email", "login_hint"):
            return self.email(value) if "@" in value else self.name(value) if field != "email" else value
        return value

    def _marked(self, name: str, longest: int) -> str:
        """Put the tag behind the first letter: both ends may be what a test is about."""
        marked = f"{name[:1]}-{self.tag}-{name[1:]}"
        if len(marked) <= longest or len(name) > longest:
            return marked if len(name) <= longest else name
        return self._cut(name, len(name))

    def _cut(self, name: str, length: int) -> str:
        """Return a name of this length: what had to go still tells names apart, but not their letter case."""
        mark = f"-{self.tag}-{hashlib.sha256(name.casefold().encode()).hexdigest()[:8]}-"
        return f"{name[:1]}{mark}{name[len(name) - length + len(mark) + 1 :]}"


def _turned(letter: str, step: int) -> str:
    for alphabet in (string.digits, string.ascii_lowercase, string.ascii_uppercase):
        if letter in alphabet:
            return alphabet[(alphabet.index(letter) + step) % len(alphabet)]
    return letter

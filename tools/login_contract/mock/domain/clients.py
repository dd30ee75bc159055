"""OAuth 2.0 clients of projects: who they are, how they prove it, where they may be redirected to."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import AMBIGUOUS_ADDRESS, UNREGISTERED_ADDRESS
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.terminal import shown


@frozen
class Client:
    """A client and the project it belongs to."""

    project: Project
    settings: Mapping[str, Any]

    @property
    def client_id(self) -> int:
        """The id that requests name."""
        return int(self.settings["client_id"])

    @property
    def kind(self) -> str:
        """``public``, ``confidential`` or ``server``."""
        return str(self.settings["type"])

    @property
    def _gets_codes(self) -> bool:
        return self.kind != "server"

    def redirect_uri(self, given: str | None) -> str:
        """Return the URI that an authorization leads to: the given one byte for byte, or the only one.

        Raises:
            LoginError: 422 010-012, the given one is not registered; 422 010-011, there is no telling which.
        """
        registered: list[str] = self.settings["redirect_uris"]
        if given is not None:
            if given not in registered and not (self._gets_codes and given in self.project.blank_pages):
                because = f"redirect_uri {shown(given)} is not in redirect_uris of client {self.client_id}"
                remedy = self.project.remedy(given) if self._gets_codes else ""
                raise LoginError(UNREGISTERED_ADDRESS, because=because + remedy)
            return given
        if len(registered) != 1:
            because = (
                f"redirect_uri is left out, and client {self.client_id} has {len(registered)} redirect_uris"
            )
            raise LoginError(AMBIGUOUS_ADDRESS, because=because)
        return registered[0]

    def proves_itself(self, secret: str | None) -> bool:
        """Say whether a presented secret is right; a public client has none to present."""
        own: str | None = self.settings["client_secret"]
        if own is None:
            return self.kind == "public"
        return secret is not None and hmac.compare_digest(own.encode(), secret.encode())

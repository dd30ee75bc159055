"""What is under test: a server, and what it lets tests do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import urlsplit

from attrs import field, frozen

from login_contract.gateway import Gateway, shown_never
from login_contract.suite.direct_server import DirectServer
from login_contract.suite.settings import SECRETS, TargetSettings

POLITE_RATE = 5.0
MOCK_PROJECT_ID = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
# Its public, its confidential and its server client.
MOCK_CLIENT_IDS = (1001, 1002, 2001)


@frozen
class Capabilities:
    """What a target lets a test do; a test that needs more is skipped with the reason."""

    is_mock: bool = False
    read_codes: bool = False
    list_messages: bool = False
    move_time: bool = False
    configure: bool = False
    receive_webhooks: bool = False
    write: bool = False

    REASONS: ClassVar[Mapping[str, str]] = {
        "is_mock": "the target is not the mock",
        "read_codes": "mails of the target cannot be read (no control interface, no mailbox)",
        "list_messages": "what the target sent cannot be listed (no control interface)",
        "move_time": "the target's time cannot be moved (no control interface)",
        "configure": "the target's projects cannot be configured (no control interface)",
        "receive_webhooks": "the target's webhooks cannot be received",
        "write": "writing to the target needs --allow-writes",
    }

    def missing(self, *names: str) -> str | None:
        """Return why a test that needs ``names`` cannot run, or None when it can."""
        for name in names:
            if not getattr(self, name):
                return self.REASONS[name]
        return None


@frozen(kw_only=True)
class Target:
    """A server that answers: its API, its control interface if it has one, and what it lets tests do."""

    base_url: str
    control_url: str | None
    settings: TargetSettings
    capabilities: Capabilities
    server: DirectServer | None = field(default=None, repr=False, eq=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the API."""
        return origin_of(self.base_url)

    @property
    def rate(self) -> float | None:
        """Requests per second to keep to, or None for as many as it takes."""
        if self.settings.rate is not None:
            return self.settings.rate
        return None if self.capabilities.is_mock else POLITE_RATE

    @property
    def gateway(self) -> Gateway:
        """What stands in front of the API and of the control interface."""
        return self.settings.gateway(*filter(None, (self.base_url, self.control_url)))

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that no report may show."""
        values = (getattr(self.settings, name) for name in SECRETS)
        return (*filter(None, values), *shown_never(self.settings.header))


def describe(
    settings: TargetSettings, *, base_url: str, control_url: str | None, server: DirectServer | None = None
) -> Target:
    """Return the target behind a known address; ``server`` is the mock itself when it is embedded."""
    mock = control_url is not None
    capabilities = Capabilities(
        is_mock=mock,
        read_codes=mock or settings.mailbox is not None,
        list_messages=mock,
        move_time=mock,
        configure=mock,
        receive_webhooks=mock,
        write=mock or settings.allow_writes,
    )
    return Target(
        base_url=base_url,
        control_url=control_url,
        settings=settings,
        capabilities=capabilities,
        server=server,
    )


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

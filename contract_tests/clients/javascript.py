"""The vendor's JavaScript SDK as the tests see it, wherever it runs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from attrs import field, frozen

ANSWER_SECONDS = 30


class SdkRefusalError(Exception):
    """A call of the SDK rejected; `name` is the JavaScript class, `code` what an `APIError` carries."""

    def __init__(self, name: str, code: str | None, message: str) -> None:
        super().__init__(f"{name} {code or ''}: {message}")
        self.name = name
        self.code = code


@frozen
class SdkCall:
    """One call under way, known by its number."""

    number: int
    outcome: Future[Any] = field(eq=False)

    def result(self, *, seconds: float = ANSWER_SECONDS) -> Any:
        """Waits for what the SDK resolves with; raises `SdkRefusalError` when it rejects."""
        answer = self.outcome.result(seconds)
        if refusal := answer.get("refusal"):
            raise SdkRefusalError(refusal["name"], refusal["code"], refusal["message"])
        return answer["value"]


class JavaScriptSdk(ABC):
    """An SDK instance on a page of its own."""

    @property
    @abstractmethod
    def page(self) -> str:
        """The page's address; it ends in a slash."""

    @abstractmethod
    def at(self, host: str) -> JavaScriptSdk:
        """Returns an SDK on the same page under another name of this machine."""

    @abstractmethod
    def configure(self, **config: object) -> None:
        """Makes a new `Api` on a fresh page, so that nothing of an earlier configuration is left."""

    @abstractmethod
    def revisit(self, **config: object) -> None:
        """Makes a new `Api` on a fresh page like `configure`, in a browser that kept its cookies."""

    @abstractmethod
    def readable_cookies(self) -> str:
        """What the page's own scripts see of the cookies of its host."""

    @abstractmethod
    def start(self, method: str, *parameters: object) -> SdkCall:
        """Begins a call and returns at once."""

    @abstractmethod
    def cancel(self, call: SdkCall) -> None:
        """Cancels a call as a page does: through the cancel token it gave along."""

    def call(self, method: str, *parameters: object) -> Any:
        """Makes a call and returns what it resolves with; raises `SdkRefusalError`."""
        return self.start(method, *parameters).result()

    def refusal(self, method: str, *parameters: object) -> str | None:
        """Makes a call that has to be refused by the API and returns the error code the SDK tells."""
        try:
            value = self.call(method, *parameters)
        except SdkRefusalError as refusal:
            if refusal.name != "APIError":
                raise
            return refusal.code
        raise AssertionError(f"{method} was expected to be refused, but resolved with {value!r}")


def page_host(api_url: str) -> str:
    """The host a test page is to be opened on: the API's own, so that cookies are same-site."""
    return urlsplit(api_url).hostname or "127.0.0.1"


def on_host(address: str, host: str) -> str:
    """An address under another name of this machine; the port stays."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=f"{host}:{parts.port}" if parts.port else host))

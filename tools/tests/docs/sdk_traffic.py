"""Requests of the vendor's SDKs, from the table beside it, sent one after the other as a game would."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

import httpx
from attrs import define, field

from login_contract.mock.settings.server import VENDORS_BLANK_PAGE

TRAFFIC: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("sdk_traffic.toml").read_text("utf-8")
)
URLENCODED = "application/x-www-form-urlencoded"
TOLD = ("access_token", "refresh_token", "operation_id")


@define
class Sdk:
    """One SDK that talks to the mock behind a client, and what it has learned from answers."""

    name: str
    _http: httpx.Client
    _known: dict[str, str] = field(factory=dict, init=False)

    @property
    def traffic(self) -> dict[str, Any]:
        """What the table says of it."""
        return TRAFFIC[self.name]

    def send(self, request: dict[str, Any]) -> httpx.Response:
        """Send a request of the table, and remember what the answer tells."""
        if "$social" in str(request) or "$session" in str(request):
            self._ask_network(request["to"])
        method, _, path = request["to"].partition(" ")
        address = self._address(path, request)
        headers, content = self._headers(request), self._content(request)
        answer = self._http.request(method, address, headers=headers, content=content)
        self._http.cookies.clear()  # Most of them keep none.
        self._learn(answer, request)
        return answer

    def come_with_a_device(self) -> None:
        """Sign in somebody new, who has no name, address or password."""
        query = {"client_id": "1001", "response_type": "code", "state": "nine-or-more"}
        here = {"redirect_uri": VENDORS_BLANK_PAGE}
        device = {"device": "a phone", "device_id": f"{self.name:0>16}"}
        login = self._http.post("/api/oauth2/login/device/android", params={**query, **here}, json=device)
        code = httpx.URL(login.json()["login_url"]).params["code"]
        form = {"grant_type": "authorization_code", "client_id": "1001", "code": code, **here}
        self._known |= self._http.post("/api/oauth2/token", data=form).json()

    def bearer(self) -> dict[str, str]:
        """Return the header with the token of the last login."""
        return {"Authorization": f"Bearer {self._known['access_token']}"}

    def _address(self, path: str, request: dict[str, Any]) -> str:
        query = {
            **(self.traffic["oauth2"] if request.get("oauth2") else {}),
            **request.get("query", {}),
            **self.traffic["query"],
        }
        return f"/api{path}?{self._pairs(query, 'query')}"

    def _headers(self, request: dict[str, Any]) -> dict[str, str]:
        headers = {**self.traffic["headers"], **request.get("headers", {})}
        if "body" in request:
            headers["Content-Type"] = "application/json"
        if "form" in request:
            headers["Content-Type"] = URLENCODED
        if request.get("bearer"):
            headers |= self.bearer()
        return headers

    def _content(self, request: dict[str, Any]) -> str | None:
        if "form" in request:
            return self._pairs(request["form"], "form")
        if "body" not in request:
            return None
        return json.dumps(self._filled(request["body"]))

    def _pairs(self, values: dict[str, str], place: str) -> str:
        filled = self._filled(values)
        encodes = place in self.traffic["encodes"]
        return "&".join(f"{name}={quote(one, safe='') if encodes else one}" for name, one in filled.items())

    def _filled(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._filled(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._filled(one) for one in value]
        if value == "null":
            return None
        return Template(value).substitute(self._known) if isinstance(value, str) else value

    def _learn(self, answer: httpx.Response, request: dict[str, Any]) -> None:
        told = answer.json() if answer.content and answer.is_success else {}
        if not isinstance(told, dict):
            return
        self._known.update({name: told[name] for name in TOLD if name in told})
        if "code" in httpx.URL(told.get("login_url", "")).params:
            self._known["code"] = httpx.URL(told["login_url"]).params["code"]
        if "operation_id" in told:
            query = {"recipient": request["body"]["email"], "wait": "5"}
            messages = self._http.get("/_mock/outbox", params=query).json()["messages"]
            self._known["mail_code"] = messages[0]["code"]

    def _ask_network(self, to: str) -> None:
        """Get what the network's own SDK would give."""
        provider = to.partition("/social/")[2].removeprefix("mobile/").partition("/")[0]
        answer = self._http.post(
            "/_mock/social-tokens", json={"provider": provider, "identity": f"{provider}-1"}
        )
        given = answer.json()
        self._known |= {
            "social_token": given["access_token"],
            "social_code": given["code"],
            "session_ticket": given["session_ticket"],
        }

"""What the guide to custom storage says of webhooks is what the description says and what the mock does."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx
import pytest
from attrs import field, frozen

from login_contract.description.model import described
from login_contract.description.operation import operations
from login_contract.description.storage_webhooks import NAMES, PREFIX
from login_contract.mock.contract import refusals
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.partner_flows import FLOWS
from login_contract.suite.actors.storage_partner import settings
from login_contract.tokens.compact import claims_of
from tests.docs.reading import blocks, text
from tests.docs.test_commands import lines
from tests.partner_suite.test_command import listening

PROJECT = "00000000-0000-4000-8000-00000000000c"
WITHOUT_CODE = {
    "new-user": refusals.REGISTRATION_NOT_ALLOWED,
    "user-verification": refusals.WRONG_CREDENTIALS,
    "password-reset": refusals.PARTNER_REFUSES_RESET,
    "password-change": refusals.PARTNER_REFUSES_RESET,
    "refresh-token": refusals.INVALID_GRANT,
}
MESSAGE = re.compile(r"^\s+(G->>L|L->>P): (.+)$", re.MULTILINE)
REFUSAL = '{"error": {"code": "011-002", "description": "Not today."}}'


def rows(title: str) -> list[list[str]]:
    """The cells of the table in a section of the guide."""
    section = text("custom-storage").partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return lines[2:]


def told(schema: Mapping[str, Any]) -> set[str]:
    """The properties of a schema, and of the objects in it."""
    properties = described().resolve(schema).get("properties", {})
    return set(properties) | {name for each in properties.values() for name in told(each)}


def test_table_of_webhooks_is_that_of_the_description() -> None:
    listed = {
        row[0].strip("`"): set(re.findall(r"`(\w+)`", row[2])) for row in rows("Which webhook comes when")
    }
    known = {each.operation_id: each.definition for each in operations(described().document)}
    bodies = {name: known[f"{PREFIX}{name}"]["requestBody"]["content"] for name in NAMES}

    assert list(listed) == list(NAMES)
    assert listed == {name: told(body["application/json"]["schema"]) for name, body in bodies.items()}


def test_table_of_webhooks_tells_what_a_refusal_becomes() -> None:
    statuses = {flow.webhook: flow.refused for flow in FLOWS if not flow.page}
    for row in rows("Which webhook comes when"):
        refusal = WITHOUT_CODE.get(row[0].strip("`"), refusals.PARTNER_REFUSES_LOGIN)
        assert row[3] == f"{refusal.status}, your code or `{refusal.code}`"
        assert refusal.status == statuses[row[0].strip("`")]


@frozen
class Player:
    """Somebody whose project asks a partner, and the steps that the diagrams show."""

    http: httpx.Client
    partner: CallbackServer
    seen: list[str] = field(factory=list)

    def take(self, call: str) -> httpx.Response:
        """Make a call; what it asked the partner is noted behind it."""
        before = len(self.partner.requests)
        answer = STEPS[call](self)
        self.seen.extend([call, *(f"POST {each.path}" for each in self.partner.requests[before:])])
        return answer

    def post(self, path: str, **body: str) -> httpx.Response:
        return self.http.post(f"/api{path}", params={"projectId": PROJECT}, json=body)

    def mailed(self) -> str:
        """The link of the newest mail."""
        query: dict[str, str] = {"project_id": PROJECT, "wait": "5"}
        return str(self.http.get("/_mock/outbox", params=query).json()["messages"][0]["link"])

    def reset(self) -> httpx.Response:
        link = httpx.URL(self.mailed()).params
        code = {"user_id": link["user_id"], "reset_code": link["code"]}
        return self.post("/password/reset/confirm", new_password="another-horse-8", **code)


STEPS: Mapping[str, Callable[[Player], httpx.Response]] = {
    "POST /user": lambda one: one.post(
        "/user", username="jane", password="correct-horse-7", email="jane@example.com"
    ),
    "GET /user/confirm": lambda one: one.http.get(one.mailed()),
    "POST /login": lambda one: one.post("/login", username="jane", password="correct-horse-7"),
    "POST /password/reset/request": lambda one: one.post("/password/reset/request", username="jane"),
    "POST /password/reset/confirm": Player.reset,
}


@pytest.fixture
def player() -> Iterator[Player]:
    with EmbeddedMock() as mock, httpx.Client(base_url=mock.origin) as http, CallbackServer() as partner:
        asked = ("new-user", "user-verification", "password-reset")
        every = settings(partner, algorithm="HS256", confirmation_required=True)
        webhooks = {name: url for name, url in every["webhooks"].items() if name in asked}
        project = {**every, "webhooks": webhooks, "callback_urls": ["https://example.com/callback"]}
        http.put(f"/_mock/projects/{PROJECT}", json=project).raise_for_status()
        yield Player(http, partner)


def test_commands_bring_up_a_mock_and_a_partner_that_takes_what_it_sends() -> None:
    (toml,), (block, *_) = blocks(text("custom-storage"), "toml"), blocks(text("custom-storage"), "sh")
    command, _ = lines(block)
    (settings,) = tomllib.loads(toml)["projects"]
    project_id = settings.pop("project_id")
    with EmbeddedMock() as mock, httpx.Client(base_url=mock.origin) as http:
        arguments = [word.replace("http://127.0.0.1:8480", mock.origin) for word in command[3:]]
        assert arguments[:2] == ["--port", "3000"]
        with listening(*arguments[2:]) as (origin, _):
            for name, url in settings["webhooks"].items():
                settings["webhooks"][name] = url.replace("http://127.0.0.1:3000", origin)
            http.patch(f"/_mock/projects/{project_id}", json=settings).raise_for_status()
            user = {"username": "jane", "password": "correct-horse-7", "email": "jane@example.com"}
            answer = http.post("/api/user", params={"projectId": project_id}, json=user)

    assert (answer.status_code, answer.text) == (204, "")


def test_diagrams_show_who_calls_whom_in_order(player: Player) -> None:
    shown = [
        [message for _, message in MESSAGE.findall(diagram)]
        for diagram in blocks(text("custom-storage"), "mermaid")
    ]
    assert len(shown) == 3
    for messages in shown:
        player.seen.clear()
        for message in messages:
            if message in STEPS:
                assert player.take(message).status_code < 400
        assert player.seen == messages


def outcome(player: Player, status: int, body: str) -> str:
    """What a login comes to when the partner answers so: accepted, or the code of the refusal."""
    player.partner.answer(status, body=body, headers={"content-type": "application/json"})
    answer = player.take("POST /login")
    return "accepted" if answer.is_success else str(answer.json()["error"]["code"])


def test_answers_mean_what_the_table_says(player: Player) -> None:
    for call in ("POST /user", "GET /user/confirm"):
        player.take(call)
    (example,) = blocks(text("custom-storage"), "json")
    answers = [(200, example), (201, ""), (204, ""), (400, REFUSAL), (200, REFUSAL), (400, "No.")]
    answers += [(503, ""), (418, ""), (200, "Yes.")]

    assert [outcome(player, *each) for each in answers] == [
        *["accepted"] * 3,
        *["011-002", "011-002", "003-001"],
        *["003-022"] * 3,
    ]
    assert [re.split("[,:]", row[2])[0] for row in rows("What your answer does")] == [
        *["accepted"] * 2,
        *["refused"] * 2,
        "trouble",
    ]


def test_what_the_example_tells_stands_in_the_next_token(player: Player) -> None:
    (example,) = blocks(text("custom-storage"), "json")
    player.partner.answer(200, body=example, headers={"content-type": "application/json"})
    player.take("POST /user")
    player.take("GET /user/confirm")

    address = player.take("POST /login").json()["login_url"]

    free = {name: value for name, value in json.loads(example).items() if name != "attributes"}
    assert claims_of(httpx.URL(address).params["token"])["partner_data"] == free

"""The tables of claims and lifetimes are those of the tokens that the mock really gives out."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import httpx
import pytest
from attrs import frozen

from login_contract.description.model import described
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.storage_partner import settings
from login_contract.tokens.compact import claims_of
from tests.docs.reading import EXAMPLES, text

CALLBACK = "https://example.com/callback"
ALL = {"algorithm": "HS256", "publisher_id": 34, "confirmation_required": False, "social_access_token": True}
GINA = {"identity": "gina", "name": "Gina", "picture": "https://example.com/gina.png"}
PUBLIC = {"type": "public", "redirect_uris": [CALLBACK]}
SERVER = {"client_id": 3000, "type": "server", "client_secret": "mock-server-secret"}
KEY_MAP = {name: {"id": "server_custom_id"} for name in ("user-verification", "social")}
DEVICE = {"device": "Pixel 7", "device_id": "0123456789abcdef"}
TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (int,),
    "true or false": (bool,),
    "list": (list,),
    "object": (dict,),
}
USER, OAUTH, SOCIAL = "Of every user token", "Of an OAuth 2.0 login", "Of a social login"
CUSTOM, PLAYFAB = "With custom storage", "With PlayFab storage"
OF_SERVER, OF_WEBHOOK = "Of a server token", "Of a webhook token"
SECTIONS = (USER, OAUTH, SOCIAL, CUSTOM, PLAYFAB, OF_SERVER, OF_WEBHOOK)


@frozen
class Row:
    """What the guide says of a claim."""

    name: str
    kind: str
    when: str


def rows(title: str) -> list[Row]:
    """The claims that a section of the guide lists."""
    section = text("tokens-and-claims").partition(f"## {title}\n")[2].partition("\n## ")[0]
    return [
        Row(*found) for found in re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|", section, re.MULTILINE)
    ]


@frozen
class Game:
    """A project of the mock, and what is done there."""

    http: httpx.Client
    project_id: str
    client_id: int

    @classmethod
    def made(cls, http: httpx.Client, client_id: int, **changed: Any) -> Game:
        """A project with one user and a client."""
        project_id = f"00000000-0000-4000-8000-00000000{client_id}"
        clients = {"oauth_clients": [{"client_id": client_id, **PUBLIC}], "callback_urls": [CALLBACK]}
        http.put(f"/_mock/projects/{project_id}", json={**ALL, **clients, **changed}).raise_for_status()
        jane = {"username": "jane", "password": "password123", "email": "jane@example.com"}
        http.post("/_mock/users", json={"project_id": project_id, **jane}).raise_for_status()
        return cls(http, project_id, client_id)

    def post(self, path: str, body: Mapping[str, Any], **query: Any) -> dict[str, Any]:
        """The answer to a call."""
        asked = {"projectId": self.project_id, **query}
        return dict(self.http.post(f"/api{path}", params=asked, json=body).raise_for_status().json())

    def password(self) -> str:
        answer = self.post("/login", {"username": "jane", "password": "password123"}, payload="from=page")
        return httpx.URL(answer["login_url"]).params["token"]

    def code(self, channel: str, **contact: str) -> str:
        asked = self.post(f"/login/{channel}/request", contact)
        query = {"project_id": self.project_id, "recipient": next(iter(contact.values()))}
        code = self.http.get("/_mock/outbox", params=query).json()["messages"][0]["code"]
        answer = self.post(f"/login/{channel}/confirm", {**contact, **asked, "code": code})
        return httpx.URL(answer["login_url"]).params["token"]

    def social(self) -> str:
        wanted = {"project_id": self.project_id, "provider": "google", **GINA}
        shown = self.http.post("/_mock/social-tokens", json=wanted).raise_for_status().json()
        body = {"access_token": shown["access_token"]}
        return str(self.post("/social/google/login_with_token", body)["token"])

    def device(self) -> str:
        return str(self.post("/login/device/android", DEVICE)["token"])

    def oauth(self, scope: str) -> str:
        query = {
            "client_id": self.client_id,
            "response_type": "code",
            "state": "nine-or-more",
            "scope": scope,
        }
        body = {"username": "jane", "password": "password123"}
        answer = self.post("/oauth2/login", body, **query)
        code = httpx.URL(answer["login_url"]).params["code"]
        return self.granted(grant_type="authorization_code", client_id=str(self.client_id), code=code)

    def server(self) -> str:
        client = {"client_id": str(self.client_id), "client_secret": "mock-server-secret"}
        return self.granted(grant_type="client_credentials", **client)

    def granted(self, **form: str) -> str:
        return str(self.http.post("/api/oauth2/token", data=form).raise_for_status().json()["access_token"])


@pytest.fixture(scope="module")
def tokens() -> Iterator[list[tuple[set[str], dict[str, Any]]]]:
    """Tokens of the main kinds of login: the sections that list their claims, and the claims."""
    with EmbeddedMock() as mock, httpx.Client(base_url=mock.origin) as http, CallbackServer() as partner:
        partner.answer(200, json={"id": "player-7", "level": 3})
        made = [*_kept_here(http), *_at_playfab(http), *_at_a_partner(http, partner)]
        yield [(sections, claims_of(token)) for sections, token in made]


def _kept_here(http: httpx.Client) -> Iterator[tuple[set[str], str]]:
    game = Game.made(http, 3001)
    server = {"oauth_clients": [{"client_id": 3001, **PUBLIC}, SERVER]}
    http.patch(f"/_mock/projects/{game.project_id}", json=server).raise_for_status()
    yield {USER}, game.password()
    yield {USER}, game.code("email", email="kim@example.com")
    yield {USER}, game.code("phone", phone_number="+12025550143")
    yield {USER}, game.device()
    yield {USER, SOCIAL}, game.social()
    yield {USER, OAUTH}, game.oauth("offline")
    yield {OF_SERVER}, Game(http, game.project_id, 3000).server()


def _at_playfab(http: httpx.Client) -> Iterator[tuple[set[str], str]]:
    game = Game.made(http, 3002, storage="playfab")
    yield {USER, PLAYFAB}, game.password()
    yield {USER, OAUTH, PLAYFAB}, game.oauth("playfab")


def _at_a_partner(http: httpx.Client, partner: CallbackServer) -> Iterator[tuple[set[str], str]]:
    changed = settings(partner, key_map=KEY_MAP, merge_by_server_custom_id=True)
    game = Game.made(http, 3003, **changed)
    yield {USER, CUSTOM}, game.password()
    yield {USER, CUSTOM}, game.code("phone", phone_number="+12025550143")
    yield {USER, CUSTOM, SOCIAL}, game.social()
    yield {USER, CUSTOM}, game.password()
    for delivery in partner.requests:
        yield {OF_WEBHOOK}, delivery.headers["authorization"].removeprefix("Bearer ")


Tokens = Sequence[tuple[set[str], dict[str, Any]]]


def test_every_claim_of_a_token_is_listed(tokens: Tokens) -> None:
    unlisted = {
        name
        for sections, claims in tokens
        for name in claims.keys() - {row.name for title in sections for row in rows(title)}
    }
    assert unlisted == set()


@pytest.mark.parametrize("title", SECTIONS)
def test_every_claim_that_is_listed_is_in_a_token(title: str, tokens: Tokens) -> None:
    of_section = [claims for sections, claims in tokens if title in sections]

    assert rows(title)
    for row in rows(title):
        having = [claims for claims in of_section if row.name in claims]
        assert having, row
        assert row.when != "always" or len(having) == len(of_section), row
        assert row.when == "always" or len(having) < len(of_section) or row.when.startswith("where"), row


def test_claims_have_the_types_that_are_listed(tokens: Tokens) -> None:
    for sections, claims in tokens:
        for row in (row for title in sections for row in rows(title) if row.name in claims):
            assert type(claims[row.name]) in TYPES[row.kind], row


def test_claims_of_one_kind_are_in_no_token_of_another(tokens: Tokens) -> None:
    lists = {title: {row.name for row in rows(title)} for title in (OAUTH, SOCIAL, CUSTOM, PLAYFAB)}
    shared = {name for name, times in Counter(chain.from_iterable(lists.values())).items() if times > 1}
    for sections, claims in tokens:
        if USER in sections:
            for title in lists.keys() - sections:
                assert claims.keys() & (lists[title] - shared) == set(), title


def test_lifetimes_are_those_of_the_default_project() -> None:
    table = text("tokens-and-claims").partition("## How long it is good")[2].partition("\n## ")[0]
    shown = re.findall(r"^\| [^|]+ \| (\d+) \| `(\w+)` \|", table, re.MULTILINE)
    (project,) = project_settings.complete_projects(MockSettings().projects)

    assert {name: int(seconds) for seconds, name in shown} == {
        name: project[name] for name in project if name.endswith("_lifetime")
    }


def test_defects_are_those_that_the_mock_makes() -> None:
    known = described("mock").schema("TokenRequest")["properties"]["defect"]["enum"]
    table = text("tokens-and-claims").partition("## Test your verifier")[2]

    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)[1:] == known
    tried = runpy.run_path(str(EXAMPLES / "test_verifier.py"))["DEFECTS"]
    assert tried == [each for each in known if each != "valid"]

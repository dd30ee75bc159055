"""Files that the guides show: each is read by what reads such a file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml

from login_contract import cli
from login_contract.mock.settings import server
from login_contract.partner_suite import settings as partner_settings
from login_contract.suite import settings
from tests.docs.reading import blocks, name, shown, text

TRIED = ("contract-testing", "custom-storage", "oauth2", "partner-endpoints", "staging-server")
# Those of the vendor's SDKs are tried in test_sdks.py.
SDKS = ("sdk-android", "sdk-cocos", "sdk-ios", "sdk-unity", "sdk-unreal")


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_file_that_is_shown_is_tried() -> None:
    assert sorted(name(path) for path, _ in shown("toml")) == sorted(
        f"docs/guides/{guide}.md" for guide in TRIED + SDKS
    )
    # That for teams is tried in tests/codegen/test_regenerating.py, that for CI in test_testing.py.
    written = [
        f"docs/guides/{guide}.md" for guide in ("overlays", "regenerating", "testing-your-integration")
    ]
    assert [name(path) for path, _ in shown("yaml")] == written


def test_partner_fits_the_file_of_the_local_server() -> None:
    (code,) = blocks(text("custom-storage"), "toml")
    Path("login-mock.toml").write_text(code, encoding="utf-8")

    (project,) = server.load(Path("login-mock.toml")).projects
    assert project["key_map"]["user-verification"]["user.player_id"] == "server_custom_id"


def test_file_of_a_partners_test_is_read() -> None:
    (code,) = blocks(text("partner-endpoints"), "toml")
    Path("webhooks.toml").write_text(code, encoding="utf-8")
    read = partner_settings.read_settings({}, environ={"LOGIN_SECRET": "a-secret", "KIM_PASSWORD": "open"})

    assert {one.name: one.url for one in read.endpoints} == tomllib.loads(code)["url"]
    assert (read.secret, read.known_user, read.known_password) == ("a-secret", "kim@example.com", "open")
    assert read.timeout == 5


@pytest.mark.parametrize("guide", ["contract-testing", "staging-server"])
def test_file_of_a_target_is_read(guide: str) -> None:
    (code,) = blocks(text(guide), "toml")
    Path("target.toml").write_text(code, encoding="utf-8")
    environ = {"LOGIN_CONTRACT_SERVER_CLIENT_SECRET": "a-secret", "LOGIN_CONTRACT_RATE": "7"}
    read = settings.read_settings(environ=environ)

    wanted = tomllib.loads(code) | {"rate": 7}
    assert {key: getattr(read, key) for key in wanted} == wanted


def test_overlay_does_what_the_guide_says() -> None:
    (code,) = blocks(text("overlays"), "yaml")
    Path("staging.overlay.yaml").write_text(code, encoding="utf-8")
    servers = "servers: [{url: 'https://login.example', description: The real one}]"
    Path("openapi.yaml").write_text(
        f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{servers}\npaths: {{}}\n"
    )
    (command,) = blocks(text("overlays"), "sh")

    assert cli.run(command.split()[1:]) == 0

    (server,) = yaml.safe_load(Path("staging.yaml").read_text("utf-8"))["servers"]
    assert server["url"] == "https://login.staging.example/api"

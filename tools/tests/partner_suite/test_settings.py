from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.errors import UsageError
from login_contract.partner_suite.settings import PartnerSettings, from_environment, read_settings
from login_contract.suite.target import MOCK_PROJECT_ID
from login_contract.tokens.signing import private_pem
from tests.partner_suite.partner import signer

FILE = """
project_id = "11111111-2222-4333-8444-555555555555"
secret_env = "LOGIN_SECRET"
known_user = "kim@example.com"
known_password_env = "KIM"
timeout = 2

[url]
new-user = "http://localhost:3000/new-user"
phone = "http://localhost:3000/phone"
"""
ENVIRON = {"LOGIN_SECRET": "shared-secret", "KIM": "open-sesame"}


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_everything_has_a_default() -> None:
    settings = read_settings({})

    assert settings == PartnerSettings()
    assert (settings.project_id, settings.algorithm, settings.timeout) == (MOCK_PROJECT_ID, "RS256", 5)


def test_file_in_the_folder_is_read_and_flags_weigh_more() -> None:
    Path("webhooks.toml").write_text(FILE)

    settings = read_settings({"timeout": 9.0, "url": ["phone=http://x"]}, environ=ENVIRON)

    assert [each.url for each in settings.endpoints] == ["http://x"]
    assert (settings.algorithm, settings.secret) == ("HS256", "shared-secret")
    assert (settings.known_user, settings.known_password) == ("kim@example.com", "open-sesame")
    assert settings.timeout == 9


def test_addresses_of_the_file_may_be_one_for_all() -> None:
    Path("webhooks.toml").write_text('url = "http://localhost:3000/{name}"')

    assert read_settings({}).endpoints[2].url == "http://localhost:3000/phone"


def test_private_key_of_the_file_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "key.pem").write_text(private_pem(signer().key))
    (folder / "partner.toml").write_text('private_key = "key.pem"')

    settings = read_settings({}, config=folder / "partner.toml")

    assert settings.private_key == private_pem(signer().key)


def test_settings_survive_the_way_to_another_process() -> None:
    settings = read_settings(
        {"url": ["http://x"], "known_user": "kim", "secret_env": "LOGIN_SECRET"}, environ=ENVIRON
    )

    assert from_environment(settings.environment()) == settings
    assert from_environment({}) is None


def test_secrets_are_not_shown() -> None:
    settings = PartnerSettings(secret="shared-secret", private_key="PRIVATE", known_password="open-sesame")

    assert "secret" not in repr(settings)
    assert "PRIVATE" not in repr(settings)
    assert "sesame" not in repr(settings)


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"project_id": "x"}, "--project-id: 'x' is no uuid"),
        ({"secret_env": "NOWHERE"}, "--secret-env: the environment variable NOWHERE is not set"),
        ({"known_password_env": "KIM"}, "--known-password-env: given without --known-user"),
        ({"private_key": Path("nowhere.pem")}, "--private-key: nowhere.pem: No such file"),
        ({"timeout": 0.0}, "--timeout: 0.0 is no number of seconds above 0"),
        ({"keys_port": 70000}, "--keys-port: 70000 is no port"),
    ],
)
def test_flag_that_makes_no_sense_is_refused(flags: dict[str, Any], expected: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_settings(flags, environ=ENVIRON)

    assert str(refused.value).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("timeout = ", "webhooks.toml: not valid TOML"),
        ("colour = 1", "webhooks.toml: colour: unknown setting (known: url, "),
        ('secret = "x"', "webhooks.toml: secret: unknown setting"),
        ("url = 1", "webhooks.toml: url: 1 is neither an address nor a table of addresses"),
        ('[url]\nfone = "http://x"', "webhooks.toml: url: unknown webhook 'fone'"),
        ("known_user = 1", "webhooks.toml: known_user: 1 is no name"),
        ("project_id = 1", "webhooks.toml: project_id: 1 is no uuid"),
    ],
)
def test_file_that_makes_no_sense_is_refused(text: str, expected: str) -> None:
    Path("webhooks.toml").write_text(text)

    with pytest.raises(UsageError) as refused:
        read_settings({})

    assert str(refused.value).startswith(expected)


def test_key_that_is_none_is_refused(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("-----BEGIN NOTHING-----")

    with pytest.raises(UsageError, match="is not an unencrypted RSA private key"):
        read_settings({"private_key": key})


def test_secret_and_key_exclude_each_other(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text(private_pem(signer().key))

    with pytest.raises(UsageError, match="give one of them"):
        read_settings({"private_key": key, "secret_env": "LOGIN_SECRET"}, environ=ENVIRON)

"""A setting that makes no sense is refused with the rule and what may have been meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.errors import UsageError
from login_contract.mock.contract.compiled import Checker
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings import server
from login_contract.mock.settings.project import DEFAULT_PROJECT
from login_contract.mock.settings.rules import SettingsError, doubts
from login_contract.suite.judging.refusals import INVALID_VALUE
from tests.mock.embedded import StartMock
from tests.mock.game import Game, refusal

KEY = "-----BEGIN PRIVATE KEY-----"


def refused(project: dict[str, Any]) -> str:
    with pytest.raises(SettingsError) as problem:
        project_settings.complete_projects([project])
    return str(problem.value).removeprefix("projects[0].")


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("porrt = 1", "porrt: unknown setting; did you mean port?"),
        ("[[project]]", "project: unknown setting; did you mean projects?"),
        ("[projects]\nname = 'x'", "projects: write [[projects]], in double brackets"),
        ("callback_urls = []", "callback_urls: unknown setting; as a setting of a project it stands below"),
        ('"\\u001b[31m" = 1', r"\x1b[31m: unknown setting"),
        ('[[projects]]\n"\\u001b[31m" = 1', r"projects[0].\x1b[31m: unknown setting"),
        ('[[projects]]\ngeo_country = "a\\u202e"', r'geo_country: "a\u202e" does not match'),
        ("colour = 'red'", "colour: unknown setting (known: host, port, database_url, "),
        ("[[projects]]\n[projects.users]\nusername = 'a'", "users: must be a list, not a table; in TOML"),
        (
            "[[projects]]\n[[projects.users]]\nusername = 'a'\nemail = 'a@example.com'\npassword = 'p'\n"
            "code_lifetime = 60",
            "; as a setting of the project it stands above the tables [[projects.…]]",
        ),
    ],
)  # fmt: skip
def test_a_misplaced_or_misspelt_key_is_told_where_it_belongs(tmp_path: Path, toml: str, reason: str) -> None:
    path = tmp_path / "mock.toml"
    path.write_text(toml, "utf-8")
    with pytest.raises(UsageError) as problem:
        server.load(path)
    assert reason in str(problem.value)
    assert str(problem.value).isprintable()


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        ({"nme": "x"}, "nme: unknown setting; did you mean name?"),
        ({"Callback-URLs": []}, "Callback-URLs: unknown setting; did you mean callback_urls or "),
        ({"lockout": {"atempts": 3}}, "lockout.atempts: unknown setting; did you mean attempts?"),
        ({"lockout": {"zz": 3}}, "lockout.zz: unknown setting (known: attempts, seconds, captcha)"),
        ({"zz": 1, "yy": 2}, "zz: unknown setting (and so is yy) (known: project_id, name, "),
        ({"webhooks": {"newuser": "http://a.example"}}, "newuser: unknown setting; did you mean new-user?"),
        ({"algorithm": "RS265"}, 'algorithm: "RS265" is none of RS256, HS256; did you mean RS256?'),
        ({"algorithm": "none"}, 'algorithm: "none" is none of RS256, HS256'),
        ({"two_factor": "e-mail"}, "is none of none, email, sms; did you mean email?"),
        (
            {"rate_limits": [{"operation_id": "auth_by_username_and_passwd", "limit": 1, "per_seconds": 9}]},
            "no call that is counted has this id; did you mean auth-by-username-and-password",
        ),
        ({"hs256_secret": "hunter2"}, "hs256_secret: has 7 characters, at least 32 are needed"),
        ({"private_key": 5}, "private_key: must be null or text, not a number"),
        ({"name": "x" * 256}, "name: has 256 characters, at most 255 are allowed"),
        ({"name": ["x"]}, "name: must be text, not a list"),
        ({"callback_urls": []}, "callback_urls: has 0 items, at least 1 are needed"),
        ({"code_length": 3}, "code_length: 3 is less than 4"),
        ({"code_length": 13}, "code_length: 13 is more than 12"),
        ({"webhook_timeout_seconds": 0}, "webhook_timeout_seconds: 0 is not more than 0"),
        ({"magic_links": "yes"}, "magic_links: must be true or false, not text"),
        ({"project_id": "x"}, 'project_id: "x" is no UUID'),
        ({"users": [{"username": "a"}]}, "users[0].email: is missing"),
        (
            {"users": [{"username": "a", "emial": "a@b.example"}]},
            "users[0].emial: unknown setting; did you mean email?",
        ),
        ({"users": [{"username": "a", "email": "b", "password": "p"}]}, 'email: "b" is no e-mail address'),
        ({"geo_country": "l:"}, 'geo_country: "l:" does not match ^[A-Z]{2}$'),
        ({"undeliverable_phones": ["x"]}, 'undeliverable_phones[0]: "x" does not match ^\\+'),
        ({"social_order": {"Germany": []}}, 'social_order: a name in it is wrong: "Germany" does not match'),
    ],
)  # fmt: skip
def test_the_rule_and_the_candidates_are_told(project: dict[str, Any], reason: str) -> None:
    said = refused(project)
    assert reason in said
    assert "scheme" not in said


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("localhost:5173/cb", "http://localhost:5173/cb"),
        ("localhost:5173", "http://localhost:5173"),
        ("127.0.0.1:5173/cb?a=1", "http://127.0.0.1:5173/cb?a=1"),
        ("example.com/cb", "https://example.com/cb"),
        ("example.com:8080/cb", "https://example.com:8080/cb"),
        ("localhost/cb", "http://localhost/cb"),
    ],
)
@pytest.mark.parametrize(
    ("where", "project"),
    [
        ("callback_urls[1]", lambda url: {"callback_urls": ["https://a.example", url]}),
        ("error_callback_url", lambda url: {"error_callback_url": url}),
        ("reset_form_url", lambda url: {"reset_form_url": url}),
        ("webhooks.phone", lambda url: {"webhooks": {"phone": url}}),
        (
            "oauth_clients[0].redirect_uris[0]",
            lambda url: {"oauth_clients": [{"client_id": 1, "redirect_uris": [url]}]},
        ),
    ],
)
def test_a_url_without_a_scheme_is_refused_with_the_url_that_was_meant(
    url: str, meant: str, where: str, project: Any
) -> None:
    said = refused(project(url))
    assert said.startswith(f"{where}: ")
    assert said.endswith(f": it has no scheme; did you mean {meant}?")


@pytest.mark.parametrize(
    "url", ["mygame://login", "com.example.app:/oauth", "http://localhost:5173/cb", "app:cb"]
)
def test_a_url_with_a_scheme_is_taken(url: str) -> None:
    [project] = project_settings.complete_projects([{"callback_urls": [url]}])
    assert project["callback_urls"] == [url]


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (DEFAULT_PROJECT, []),
        (
            {"storage": "custom"},
            [
                'storage is "custom", but webhooks has no new-user: nobody can register',
                'storage is "custom", but webhooks has no user-verification: nobody can log in with a'
                " password",
            ],
        ),
        (
            {"webhooks": {"phone": "http://a.example"}, "merge_by_server_custom_id": True},
            [
                'webhooks has no effect: storage is "xsolla", not "custom"',
                'merge_by_server_custom_id has no effect: storage is "xsolla", not "custom"',
            ],
        ),
        (
            {
                "storage": "custom",
                "webhooks": {"new-user": "http://a.example", "user-verification": "http://a.example"},
                "key_map": {"social": {"a": "nickname"}},
            },
            ["key_map.social has no effect: webhooks has no social"],
        ),
        ({"hs256_secret": "x" * 32}, ["hs256_secret has no effect: algorithm is RS256"]),
        (
            {"oauth_clients": [{"client_id": 7, "type": "confidential"}]},
            ["client 7 is confidential, but has no client_secret to show"],
        ),
    ],
)
def test_half_a_configuration_is_doubted(project: dict[str, Any], expected: list[str]) -> None:
    [complete] = project_settings.complete_projects([project])
    assert doubts(complete) == expected


def test_doubts_of_a_call_are_told_on_the_terminal(
    start_mock: StartMock, capfd: pytest.CaptureFixture[str]
) -> None:
    with Game.at(start_mock(announce=True).origin) as game:
        capfd.readouterr()
        game.configure(storage="custom", webhooks={"new-user": "http://a.example"})
    [line] = capfd.readouterr().out.splitlines()
    assert line == (
        f'warning  project {game.project_id}: storage is "custom", but webhooks has no user-verification:'
        " nobody can log in with a password"
    )


def test_the_control_interface_says_the_same(game: Game) -> None:
    for method in ("PUT", "PATCH"):
        for body, rule in (
            ({"nme": "x"}, "did you mean name?"),
            ({"hs256_secret": "hunter2"}, "has 7 characters, at least 32 are needed"),
            ({"callback_urls": ["localhost:5173/cb"]}, "did you mean http://localhost:5173/cb?"),
        ):
            answer = game.http.request(method, f"/_mock/projects/{game.project_id}", json=body)
            assert refusal(answer) == INVALID_VALUE
            assert rule in answer.json()["error"]["description"]


def test_doubts_are_told_at_start(start_mock: StartMock, capsys: pytest.CaptureFixture[str]) -> None:
    from login_contract.mock import greeting

    greeting.show(start_mock(projects=({"storage": "custom"},)).app)
    out = " ".join(capsys.readouterr().out.split())
    assert 'warning: project 4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10: storage is "custom", but webhooks' in out


@pytest.mark.parametrize(
    ("origin", "hint"),
    [
        ("localhost:5173", ": it has no scheme; did you mean http://localhost:5173?"),
        ("localhost:5173/", ": it has no scheme; did you mean http://localhost:5173?"),
        ("http://localhost:5173/", "; did you mean http://localhost:5173?"),
        ("http://a b", ""),
    ],
)
def test_an_origin_that_is_none_gets_the_one_that_was_meant(origin: str, hint: str) -> None:
    said = refused({"allowed_origins": [origin]})
    assert said.endswith(f"does not match ^https?://[^/*:\\s]+(:(\\*|[0-9]{{1,5}}))?${hint}")


def test_a_long_value_that_fits_no_alternative_is_quoted_in_part() -> None:
    checker = Checker({"oneOf": [{"type": "integer"}, {"type": "boolean"}]})
    problem = checker.problem("x" * 50_000, name="agreed")
    assert problem is not None
    assert problem.message == f'"{"x" * 199}… is nothing of what is allowed'
    secret = checker.problem("hunter2", name="password")
    assert secret is not None
    assert "hunter2" not in secret.message

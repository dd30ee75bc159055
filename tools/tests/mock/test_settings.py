"""Settings that make no sense are refused at start, in one line: file, key, why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from login_contract.errors import UsageError
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings import server
from login_contract.mock.settings.example import EXAMPLE, write_example
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.settings.server import MockSettings

OTHER = "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21"


def user(username: str, email: str, more: str = "") -> str:
    return f'{{username = "{username}", email = "{email}", password = "p"{more}}}'


def users(*listed: str) -> str:
    return f"[[projects]]\nusers = [{', '.join(listed)}]"


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("x = 1", "x: unknown setting"),
        ("port = 'a'", "port: must be of type int"),
        ("port = true", "port: must be of type int"),
        ("seed = 1.5", "seed: must be of type int"),
        ("host = 1", "host: must be of type str"),
        ("projects = 1", "projects: must be of type list"),
        ("projects = []", "projects: needs at least one project"),
        ("projects = [1]", "projects[0]: is no table"),
        ("port = 1 2", "not valid TOML"),
        ("[[projects]]\nnme = 'x'", "projects[0].nme: unknown setting; did you mean name?"),
        ("[[projects]]\nproject_id = 'x'", "projects[0].project_id: "),
        ("[[projects]]\ncallback_urls = ['https://a.example', 'nowhere']", "projects[0].callback_urls[1]: "),
        ("[[projects]]\n[[projects]]\ncode_lifetime = 0", "projects[1].code_lifetime: "),
        ("[[projects]]\ncode_lifetime = nan", "projects[0].code_lifetime: nan is no number to count with"),
        ("[[projects]]\notc_wait_seconds = inf", "projects[0].otc_wait_seconds: inf is no number"),
        ("[[projects]]\nname = 2020-01-01", "projects[0].name: 2020-01-01 is a date"),
        ("[[projects]]\nwebhooks = {a = 07:32:00}", "projects[0].webhooks.a: 07:32:00 is a time"),
        ("[[projects]]\npublisher_id = 9223372036854775808", "projects[0].publisher_id: does not fit"),
        ('[[projects]]\nname = "a\\u0000b"', "projects[0].name: contains a NUL character"),
        ("[[projects]]\nhs256_secret = 'short'", "projects[0].hs256_secret: "),
        ("[[projects]]\nprivate_key = 'no key'", "projects[0].private_key: is not an unencrypted"),
        (users(user("a", "a@b.example"), user("A", "b@b.example")), "projects[0].users: a is given twice"),
        (users(user("a", "a@b.example"), user("b", "A@B.example")), "users: a@b.example is given twice"),
        (users(user("a", "a@b.example"), user("A@b.example", "b@b.example")), "a@b.example is given twice"),
        (users(user("ﬁ", "a@b.example"), user("fi", "b@b.example")), "users: fi is given twice"),
        (
            users(*(user(n, f"{n}@example.com", ', phone_number = "+12025550143"') for n in "ab")),
            "projects[0].users: +12025550143 is given twice",
        ),
        (
            users(*(user(n, f"{n}@example.com", f', user_id = "{OTHER}"') for n in "ab")),
            f"projects: {OTHER} is given twice",
        ),
        (
            f"[[projects]]\nproject_id = '{OTHER}'\n[[projects]]\nproject_id = '{OTHER.upper()}'",
            f"projects: {OTHER} is given twice",
        ),
        ("[[projects]]\noauth_clients = [{client_id = 7}, {client_id = 7}]", "7 is given twice"),
        (
            f"[[projects]]\nproject_id = '{OTHER}'\noauth_clients = [{{client_id = 7}}]\n"
            "[[projects]]\noauth_clients = [{client_id = 8}, {client_id = 7}]",
            f"projects[1].oauth_clients[1].client_id: 7 is a client of project {OTHER} already",
        ),
        (
            "[[projects]]\nrate_limits = [{operation_id = 'nope', limit = 1, per_seconds = 1}]",
            "projects[0].rate_limits[0].operation_id: no call that is counted has this id",
        ),
        (
            "[[projects]]\nrate_limits = [{operation_id = '*', limit = 1, per_seconds = 1},"
            " {operation_id = '*', limit = 9, per_seconds = 60}]",
            "projects[0].rate_limits: * is given twice",
        ),
        (
            "[[projects]]\nask_fields = [{name = 'a', type = 'str', required = true, step = 0,"
            " validation = {regexps = ['(']}}]",
            "projects[0].ask_fields[0].validation.regexps: '(' is no regular expression",
        ),
    ],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_refused_by_key_and_reason(
    tmp_path: Path, toml: str, reason: str
) -> None:
    path = tmp_path / "mock.toml"
    path.write_text(toml, "utf-8")
    with pytest.raises(UsageError) as refused:
        server.load(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        ({"workers": 0}, "workers: "),
        ({"port": 65536}, "port: "),
        ({"port": -1}, "port: "),
        ({"seed": 1, "workers": 2}, "seed: "),
        ({"host": "0.0.0.0"}, "host: 0.0.0.0 can be reached by others"),
        ({"host": "ü" * 70, "admin_token": "t"}, "is no host name"),
        ({"host": "a..b", "admin_token": "t"}, "is no host name"),
        ({"host": "a\0", "admin_token": "t"}, "is no host name"),
        ({"admin_token": ""}, "admin_token: "),
        ({"public_url": "ftp://login.test"}, "public_url: "),
        ({"public_url": "https://login.test/path"}, "public_url: "),
        ({"public_url": "https://login.test\x1b[31m"}, "public_url: "),
        ({"public_url": ""}, "public_url: "),
        ({"public_url": "https://\u043b\u043e\u0433\u0438\u043d.test"}, "public_url: "),
        ({"public_url": "https://a)b"}, "public_url: "),
        ({"public_url": "https://a@b"}, "public_url: "),
        ({"public_url": 'https://a"<b>'}, "public_url: "),
    ],
)
def test_flags_that_make_no_sense_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: dict[str, object], reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as refused:
        server.load(None, **flags)
    assert reason in str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_s_addresses_need_no_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = server.load(None, host=host)
    assert settings.origin == ("http://[::1]:8480" if host == "::1" else f"http://{host}:8480")


def test_a_flag_wins_over_the_file_and_the_file_over_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("login-mock.toml").write_text("port = 1\nworkers = 3", "utf-8")
    settings = server.load(None, port=2, workers=None)
    assert (settings.port, settings.workers, settings.host) == (2, 3, "127.0.0.1")


def test_the_file_in_the_working_directory_is_read_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("login-mock.toml").write_text("x = 1", "utf-8")
    Path("other.toml").write_text("port = 7", "utf-8")
    with pytest.raises(UsageError, match=r"^login-mock\.toml: x: unknown setting"):
        server.load(None)
    assert server.load(Path("other.toml")).port == 7


def test_the_example_file_says_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "login-mock.toml"
    write_example(path)
    settings = server.load(path)
    [default] = project_settings.complete_projects(MockSettings().projects)
    assert settings.projects == (default,)
    assert (settings.host, settings.port, settings.seed) == ("127.0.0.1", 8480, None)


def test_every_commented_setting_of_the_example_is_a_setting(tmp_path: Path) -> None:
    path = tmp_path / "login-mock.toml"
    uncommented = re.sub(r"^# (?=[a-z0-9_]+ += |\[\[)", "", EXAMPLE, flags=re.MULTILINE)
    path.write_text("\n".join(line for line in uncommented.splitlines() if "…" not in line), "utf-8")
    settings = server.load(path)
    assert (settings.seed, settings.public_url) == (1, "https://login.test")
    [project] = settings.projects
    assert project["error_callback_url"] == "https://example.com/error"
    assert project["users"][0]["nickname"] == "Demo"
    assert (len(project["rate_limits"]), len(project["ask_fields"])) == (1, 1)
    assert project["social_order"] == {"DE": ["steam", "google"]}
    assert project["social_identities"] == {"steam": [{"id": "sam", "name": "Sam", "friends": ["sue"]}]}


def test_the_example_shows_every_setting_of_a_project() -> None:
    shown = set(re.findall(r"^(?:# )?(?:\[\[projects\.)?(\w+)(?: =|\]\])", EXAMPLE, flags=re.MULTILINE))
    assert set(project_settings.complete_projects([{}])[0]) <= shown


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "login-mock.toml"
    path.write_text("port = 1", "utf-8")
    with pytest.raises(UsageError, match="exists already"):
        write_example(path)
    assert path.read_text("utf-8") == "port = 1"


def test_defaults_are_filled_in_at_every_depth() -> None:
    [project] = project_settings.complete_projects(
        [{"lockout": {"attempts": 2}, "oauth_clients": [{"client_id": 7}]}]
    )
    assert project["project_id"] == DEFAULT_PROJECT_ID
    assert project["lockout"] == {"attempts": 2, "seconds": 900, "captcha": False}
    assert project["oauth_clients"] == [
        {"client_id": 7, "type": "public", "client_secret": None, "redirect_uris": []}
    ]

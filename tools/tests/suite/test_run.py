from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from _pytest.mark.expression import Expression

from login_contract import resources
from login_contract.suite.actors.jwt_client import PASSWORD
from tests.suite.command import run

CODE_WORKS_TWICE = """
from login_contract.mock.store import one_time_codes
one_time_codes.consume = lambda tx, operation_id, limit: True
"""
LOGOUT_IS_IGNORED = """
from login_contract.mock.store import sessions
sessions.revoke_all = lambda tx, user_id: None
"""
NULL_BYTES_PASS = """
from login_contract.mock.contract import payload
payload._refuse_unstorable = lambda value: None
"""
PLUGIN_BREAKS = """
def pytest_collection_modifyitems(items):
    raise RuntimeError("the plugin is broken")
"""
SKIPPED = """
import pytest
def pytest_runtest_setup(item):
    pytest.skip("the moon is full")
"""
INTERRUPTED = """
def pytest_runtest_call(item):
    raise KeyboardInterrupt
"""


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "clients" not in path.parts}


def test_run_that_passes_ends_with_0_and_reports(tmp_path: Path) -> None:
    suite = resources.path(resources.SUITE)
    before = files(suite)

    done = run(tmp_path, "--flows", "-k", "test_keys_can_be_read or test_wait_ends_by_itself", "-n", "1")

    assert done.status == 0, done.out + done.err
    assert "The keys of a project can be read by anybody" in done.out
    assert "3 passed" in done.out
    assert "reports/report.html" in done.out
    assert "passed" in done.html
    tests = ElementTree.fromstring(done.junit).findall(".//testcase")
    assert len(tests) == 3
    assert files(suite) == before, "the run wrote into the suite"
    assert {path.name for path in tmp_path.iterdir()} == {"reports"}


def test_generated_requests_run_in_two_processes(tmp_path: Path) -> None:
    done = run(tmp_path, "--properties", "-k", "validate-jwt and not linked", "--examples", "5", "-n", "2")

    assert done.status == 0, done.out + done.err
    assert "POST /token/validate" in done.out
    assert "validate-jwt" in done.out
    assert "3 passed" in done.out


def test_failure_ends_with_1_and_can_be_repeated(tmp_path: Path) -> None:
    done = run(
        tmp_path, "--flows", "-k", "test_code_cannot_be_used_twice", "-n", "1", plugin=CODE_WORKS_TWICE
    )

    assert done.status == 1, done.out + done.err
    assert "✗ A one-time code works once" in done.out
    assert "this is no refusal: 200" in done.out
    assert "curl -i 'http://127.0.0.1:8480/api/login/email/confirm?projectId=" in done.out
    assert "2 failed" in done.out
    assert "curl -i" in done.html
    assert "requests before it" in done.html
    assert "/_mock/projects/" in done.html
    assert len(ElementTree.fromstring(done.junit).findall(".//failure")) == 2


def test_failing_generated_request_can_be_repeated(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "--properties",
        "-k",
        "fuzzing and resend_confirmation_link",
        "-n",
        "1",
        plugin=NULL_BYTES_PASS,
    )

    assert done.status == 1, done.out + done.err
    assert "an unreadable request was answered" in done.out
    assert re.search(r"curl -i 'http://127.0.0.1:8480/api/\S*user/resend_confirmation_link\?", done.out)


def test_reports_of_a_failure_hide_passwords_and_tokens(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "--flows",
        "-k",
        "test_with_logout_ends_earlier_sessions",
        "-n",
        "1",
        plugin=LOGOUT_IS_IGNORED,
    )

    assert done.status == 1, done.out + done.err
    for text in (done.out, done.err, done.html, done.junit):
        assert PASSWORD not in text
        assert "eyJ" not in text
        assert "PRIVATE KEY" not in text


@pytest.mark.long
def test_what_failed_is_run_again_until_nothing_fails(tmp_path: Path) -> None:
    law = ("--law", "A one-time code works ONCE", "-n", "1")
    first = run(tmp_path, *law, plugin=CODE_WORKS_TWICE)
    again = run(tmp_path, "--failed", "-n", "1")
    no_more = run(tmp_path, "--failed")

    assert first.status == 1, first.out + first.err
    assert "2 failed" in first.out
    assert again.status == 0, again.out + again.err
    assert "2 passed" in again.out
    assert no_more.status == 2
    assert "--failed: nothing failed in the last run" in no_more.err


def test_list_names_everything_and_runs_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, "--list", "--url", "http://127.0.0.1:1/api")

    assert done.status == 0, done.err
    assert "POST /login/email/confirm" in done.out
    assert "examples, coverage, fuzzing" in done.out
    assert "A one-time code works once" in done.out
    assert "Switched off: positive_data_acceptance" in done.out
    ids = [line for line in done.out.splitlines() if "::" in line]
    assert len(ids) == len(set(ids)) > 1000
    assert "properties/test_operations.py::test_fuzzing[validate-jwt]" in ids
    assert "flows/test_codes.py::test_code_cannot_be_used_twice[ann_example.com]" in ids
    for each in ids:
        Expression.compile(each)
    assert not done.reports.exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--url", "nonsense"], "--url: 'nonsense' is no http(s) address"),
        (["--url", "http://127.0.0.1:1/api"], "no server answers at http://127.0.0.1:1"),
        (["-k", "and and"], "is no expression"),
        (["--flows", "-k", "no_such_test"], "no test matches 'no_such_test'"),
        (["--url", "http://login.example/api", "-n", "2"], "-n: several processes would be too much"),
        (["--max-failures", "0"], "--max-failures"),
        (["--header", "X-Gate: open-sesame"], "--header: X-Gate: a value comes from the environment only"),
        (["--config", "nowhere.toml"], "nowhere.toml: No such file or directory"),
        (["--rate", "0"], "--rate: 0.0 is no number above 0"),
        (["--report", "/dev/null/reports"], "/dev/null/reports"),
        (["--operation", "validte-jwt"], "--operation: 'validte-jwt' is unknown; there are validate-jwt"),
        (["--tag", "token"], "--tag: 'token' is unknown; there are tokens"),
        (["--failed"], "--failed: no earlier run is kept in reports"),
    ],
)
def test_run_that_cannot_start_is_one_line_and_2(tmp_path: Path, arguments: list[str], expected: str) -> None:
    done = run(tmp_path, *arguments)

    assert done.status == 2
    assert expected in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.out + done.err


def test_run_that_breaks_off_ends_with_2_and_says_why(tmp_path: Path) -> None:
    done = run(tmp_path, "--flows", "-k", "test_keys_can_be_read", "-n", "1", plugin=PLUGIN_BREAKS)

    assert done.status == 2
    assert "the plugin is broken" in done.out
    assert "the run did not work" in done.html


def test_interrupted_run_ends_with_2(tmp_path: Path) -> None:
    done = run(tmp_path, "--flows", "-k", "test_keys_can_be_read", "-n", "1", plugin=INTERRUPTED)

    assert done.status == 2
    assert "interrupted" in done.out


def test_run_needs_no_proxy_to_reach_its_own_mock(tmp_path: Path) -> None:
    proxies = {"HTTP_PROXY": "http://127.0.0.1:1", "ALL_PROXY": "socks5://127.0.0.1:1"}

    done = run(
        tmp_path, "-k", "test_keys_can_be_read or (test_examples and validate-jwt)", "-n", "1", **proxies
    )

    assert done.status == 0, done.out + done.err
    assert "3 passed" in done.out


def test_run_stops_after_so_many_failures(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        *("--flows", "-k", "test_code_cannot_be_used_twice or test_keys_can_be_read"),
        *("-n", "1", "--max-failures", "1"),
        plugin=CODE_WORKS_TWICE,
    )

    assert done.status == 1, done.out + done.err
    assert "1 failed" in done.out
    assert "not run after so many failures" in done.out


@pytest.mark.parametrize("workers", ["1", "2"])
def test_run_that_tests_nothing_ends_with_2_and_says_why(tmp_path: Path, workers: str) -> None:
    done = run(tmp_path, "--flows", "-k", "test_keys_can_be_read", "-n", workers, plugin=SKIPPED)

    assert done.status == 2
    assert "nothing was tested: every test was skipped" in done.out
    assert "the moon is full (2 of 2)" in done.out
    assert "nothing was tested" in done.html


def test_settings_of_other_plugins_do_not_reach_the_run(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")

    done = run(
        tmp_path, "--flows", "-k", "test_keys_can_be_read", "-n", "1", PYTEST_ADDOPTS="--no-such-option"
    )

    assert done.status == 0, done.out + done.err

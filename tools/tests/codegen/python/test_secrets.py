"""Secrets stand in no `repr`, no log and no error of the client."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import httpx
import pytest
from xsolla_login_client.masking import without_secrets

from login_contract.plain_server import PlainServer
from tests.codegen.python import hiding
from tests.codegen.python.hiding import ENDINGS, SECRET, TOKEN

#: What only sounds like a secret.
EXCUSED = {
    ("ImportColumns", "password_hash"): "names the column of a file, not a password",
}


@pytest.fixture(scope="module")
def leaky() -> Iterator[str]:
    with PlainServer(hiding.Leaky) as server:
        yield f"{server.origin}/api"


def test_whatever_is_called_a_secret_is_marked_as_one() -> None:
    for each in (*hiding.properties(), *hiding.parameters()):
        if each.name.lower().endswith(ENDINGS) and (each.owner, each.name) not in EXCUSED:
            assert each.marked, f"{each.name} of {each.owner} lacks x-secret"


def test_a_code_that_proves_something_is_marked() -> None:
    unmarked = {
        each.owner
        for each in (*hiding.properties(), *hiding.parameters())
        if each.name == "code" and not each.marked
    }
    # Codes of errors.
    assert unmarked == {"ConfirmationRequiredError", "ErrorBody", "PartnerError"}


def test_no_model_shows_a_secret() -> None:
    marked = sum(each.marked for each in hiding.properties())
    assert hiding.judge_models() == marked > 30


def test_what_nobody_knows_is_shown_by_its_name() -> None:
    hiding.judge_unknown_properties()


def test_no_example_of_a_token_is_shown() -> None:
    hiding.judge_arguments()


def test_no_client_shows_a_secret() -> None:
    hiding.judge_clients()


def test_nothing_secret_is_logged_of_a_call(leaky: str) -> None:
    hiding.judge_logs(leaky)


def test_no_error_of_a_lost_call_quotes_a_secret(leaky: str) -> None:
    hiding.judge_lost_calls(leaky)


def test_calls_that_a_program_makes_by_itself_are_logged_as_ever() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(204))
    with hiding.logged() as lines, httpx.Client(transport=transport) as mine:
        mine.get(f"https://x.test/?code={SECRET}")
    assert any(f"code={SECRET}" in line for line in lines)
    assert logging.getLogger("httpx").filters


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"GET https://x/?code={SECRET}&projectId=1", "GET https://x/?code=…&projectId=1"),
        (f"https://x/#token={SECRET}", "https://x/#token=…"),
        (f"https://x/?u=https%3A%2F%2Fy%3Fcode%3D{SECRET}", "https://x/?u=https%3A%2F%2Fy%3Fcode%3D…"),
        (f"Bearer {TOKEN}.", "Bearer …."),
        (f'{{"refresh_token": "{SECRET}", "scope": "x"}}', '{"refresh_token": "…", "scope": "x"}'),
        (f"(b'Set-Cookie', b'xl_sso={SECRET}; Path=/')", "(b'Set-Cookie', b'…')"),
        (f'(b"set-cookie", b"a=\'{SECRET}\'")', "(b\"set-cookie\", b'…')"),
        ("error_code=003-001", "error_code=003-001"),
        ("The code is wrong: a code has six digits.", "The code is wrong: a code has six digits."),
        ("login_url=https://x", "login_url=https://x"),
    ],
)
def test_a_text_is_told_without_secrets(text: str, told: str) -> None:
    assert without_secrets(text) in (told, told.replace("b'…'", "'…'"))
    assert without_secrets(without_secrets(text)) == without_secrets(text)

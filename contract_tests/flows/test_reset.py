"""A forgotten password: the mail, the page its link leads to, and what dies with the old password."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, JwtClient, query_of, refusal, token_of
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    INVALID_VALUE,
    RESET_NOT_ALLOWED,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
NEW = "another-password"


@law("A reset sets the new password, and kills the old one and all older tokens", security=True)
def test_reset_kills_old_password_and_tokens(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    old_token = token_of(jwt_client.login("ann"))

    assert jwt_client.confirm_reset(*jwt_client.reset_link("ann", "ann@example.com"), NEW).status_code == 204

    assert refusal(jwt_client.login("ann")) == WRONG_CREDENTIALS
    assert jwt_client.login("ann", NEW).status_code == 200
    assert refusal(jwt_client.validate(old_token)) == INACTIVE_TOKEN
    assert refusal(jwt_client.asked(old_token)) == INVALID_TOKEN


@law("A reset concerns one account only", security=True)
def test_reset_concerns_nobody_else(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    jwt_client.registered("ann", "ann@example.com")
    jwt_client.registered("bob", "bob@example.com")
    elsewhere.registered("ann", "ann@example.com")
    tokens = [token_of(jwt_client.login("bob")), token_of(elsewhere.login("ann"))]

    jwt_client.confirm_reset(*jwt_client.reset_link("ann", "ann@example.com"), NEW)

    assert [jwt_client.validate(token).status_code for token in tokens] == [204, 204]
    assert elsewhere.login("ann").status_code == 200


@law("A reset link works once", security=True)
def test_reset_link_works_once(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    link = jwt_client.reset_link("ann", "ann@example.com")
    assert jwt_client.confirm_reset(*link, NEW).status_code == 204

    assert refusal(jwt_client.confirm_reset(*link, "third-password")) == WRONG_RESET_CODE
    assert jwt_client.login("ann", NEW).status_code == 200


@law("A reset link expires", security=True)
def test_reset_link_expires(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(password_reset_lifetime=600)
    jwt_client.registered("ann", "ann@example.com")
    link = jwt_client.reset_link("ann", "ann@example.com")

    control.advance(601)

    assert refusal(jwt_client.confirm_reset(*link, NEW)) == WRONG_RESET_CODE
    assert jwt_client.login("ann").status_code == 200


@law("A reset kills the other reset links of the account", security=True)
def test_reset_kills_other_links(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    first, second = (jwt_client.reset_link("ann", "ann@example.com") for _ in range(2))
    assert first != second
    assert jwt_client.confirm_reset(*first, NEW).status_code == 204

    assert refusal(jwt_client.confirm_reset(*second, "third-password")) == WRONG_RESET_CODE


@law("A reset code is refused alike when it is wrong, somebody else's, or another project's", security=True)
def test_wrong_reset_codes_are_refused_alike(jwt_client: JwtClient) -> None:
    for name in ("ann", "bob"):
        jwt_client.registered(name, f"{name}@example.com")
    ann, code = jwt_client.reset_link("ann", "ann@example.com")
    bob, _ = jwt_client.reset_link("bob", "bob@example.com")

    answers = [
        jwt_client.confirm_reset(ann, "no-such-code", NEW),
        jwt_client.confirm_reset("no-such-user", code, NEW),
        jwt_client.confirm_reset("00000000-0000-4000-8000-000000000000", code, NEW),
        jwt_client.confirm_reset(bob, code, NEW),
    ]

    assert {refusal(answer) for answer in answers} == {WRONG_RESET_CODE}
    assert len({answer.text for answer in answers}) == 1
    assert jwt_client.login("ann").status_code == 200


@law("A reset code is refused alike when it is wrong, somebody else's, or another project's", security=True)
def test_reset_code_of_another_project_is_refused_alike(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    jwt_client.registered("ann", "ann@example.com")
    ann, code = jwt_client.reset_link("ann", "ann@example.com")

    answers = [elsewhere.confirm_reset(ann, code, NEW), elsewhere.confirm_reset(ann, "no-such-code", NEW)]

    assert {refusal(answer) for answer in answers} == {WRONG_RESET_CODE}
    assert len({answer.text for answer in answers}) == 1
    assert jwt_client.confirm_reset(ann, code, NEW).status_code == 204


@law("Asking for a reset answers alike whether the account exists or not", security=True)
def test_reset_request_answers_alike(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    answers = [
        jwt_client.request_reset(name) for name in ("ann", "ANN@example.com", "nobody", "nobody@example.com")
    ]

    assert {(answer.status_code, answer.content) for answer in answers} == {(204, b"")}
    assert jwt_client.messages("nobody@example.com") == []
    assert len(jwt_client.messages("ann@example.com", "password_reset")) == 2


@law("A project may forbid password resets")
def test_reset_can_be_forbidden(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(password_reset_allowed=False)

    assert refusal(jwt_client.request_reset("nobody")) == RESET_NOT_ALLOWED


@law("A new password keeps the same limits as a first one")
@pytest.mark.parametrize(
    ("password", "status"), [("p" * 5, 400), ("p" * 6, 204), ("p" * 100, 204), ("p" * 101, 400)]
)
def test_new_password_has_the_same_limits(jwt_client: JwtClient, password: str, status: int) -> None:
    jwt_client.registered("ann", "ann@example.com")
    link = jwt_client.reset_link("ann", "ann@example.com")

    assert jwt_client.confirm_reset(*link, password).status_code == status

    assert jwt_client.login("ann", password if status == 204 else "correct-horse-7").status_code == 200


@law("A refused new password leaves the reset link alive")
def test_refused_password_leaves_the_link_alive(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    link = jwt_client.reset_link("ann", "ann@example.com")
    assert refusal(jwt_client.confirm_reset(*link, "short")) == INVALID_VALUE

    assert jwt_client.confirm_reset(*link, NEW).status_code == 204


@law("The mailed link leads to the project's own form, with user_id and code in the query")
def test_link_leads_to_the_projects_form(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(reset_form_url="https://example.com/new-password?theme=dark")
    jwt_client.registered("ann", "ann@example.com")

    jwt_client.request_reset("ann")

    link = str(jwt_client.message("ann@example.com", "password_reset").link)
    assert link.startswith("https://example.com/new-password?")
    assert query_of(link)["theme"] == "dark"
    assert jwt_client.confirm_reset(query_of(link)["user_id"], query_of(link)["code"], NEW).status_code == 204


@law("The code of the reset message is the one in its link")
@pytest.mark.needs("list_messages")
def test_message_carries_the_reset_code(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    _, code = jwt_client.reset_link("ann", "ann@example.com")

    assert jwt_client.message("ann@example.com", "password_reset").code == code


@law("Without a form of its own the project uses the mock's, which shows a refusal and then leads on")
@pytest.mark.needs("is_mock")
def test_form_of_the_mock_sets_the_password(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    jwt_client.request_reset("ann", query={"login_url": CALLBACK})
    link = str(jwt_client.message("ann@example.com", "password_reset").link)
    page = jwt_client.http.get(link)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<form" in page.text

    action = urlsplit(link)._replace(query="").geturl()
    fields = {**query_of(link), "project_id": jwt_client.project_id, "login_url": CALLBACK}
    short = jwt_client.http.post(action, data={**fields, "new_password": "short"})
    assert short.status_code == 422
    assert "<form" in short.text
    assert refusal(jwt_client.login("ann", "short")) == WRONG_CREDENTIALS

    done = jwt_client.http.post(action, data={**fields, "new_password": NEW})
    assert done.status_code in (302, 303)
    assert done.headers["location"] == CALLBACK
    assert jwt_client.login("ann", NEW).status_code == 200


@law("A reset proves the address, so it confirms the account", origin="inferred")
@pytest.mark.project(confirmation_required=True)
def test_reset_confirms_the_account(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email="ann@example.com")
    jwt_client.confirm_reset(*jwt_client.reset_link("ann", "ann@example.com"), NEW)

    assert jwt_client.login("ann", NEW).status_code == 200

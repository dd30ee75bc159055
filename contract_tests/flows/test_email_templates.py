"""Templates of mails: kept as they were given, one of each name, and what a server sends by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import CONFLICT, INVALID_VALUE, NOT_FOUND, UNPROCESSABLE_VALUE

from .email_templates import CHANGE, CREATE, NEEDED, READ, SEND, SHAPED, asking, at, made, read, send

law = pytest.mark.law
# Names of templates that are made once are gone for ever in a project that stays.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
LONGEST_HEADER, LONG_BODY = 255, 50_000
WORDS = (
    ("a", "b"),
    ("x" * LONGEST_HEADER, "y" * LONG_BODY),
    ("\U0001f680" * LONGEST_HEADER, "\U0001f9d1\u200d\U0001f680 e\u0301 \ufeff"),
    ("مرحبا \u202eبكم\u202c", "<p dir=rtl>مرحبا</p>"),
    ("Änderung für «Söhne» ", " \n\t<p>  ठेके\x7f</p>\r\n"),
    ("{{", "}} {{ {{}} {{ }} {{a.b}} {% raw %} ${x} {0} %s"),
    ("'); DROP TABLE users; --", "<script>alert('{{game}}')</script><!-- -->"),
)


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    return asking(make_oauth_client)


@law("A template is read whole, as it was given")
@pytest.mark.parametrize(("header", "body"), WORDS, ids=lambda text: ascii(text)[:20])
def test_template_is_read_as_it_was_made(server: ProjectServer, header: str, body: str) -> None:
    path = at("Spring-2026_a")
    whole = {**path, "header": header, "body": body}

    assert made(server, path, header, body) == whole
    assert read(server, path) == whole

    swapped = {"header": "other", "body": "words"}
    assert server.call(CHANGE, path=path, body=swapped).json() == {**path, **swapped}
    assert read(server, path) == {**path, **swapped}


@law("There is one template of an id, locale and type, and the next one is refused")
def test_template_is_made_once(server: ProjectServer) -> None:
    path = at("spring")
    assert refusal(server.call(CHANGE, path=path, body={"header": "a", "body": "b"})) == NOT_FOUND
    assert refusal(server.call(READ, path=path)) == NOT_FOUND

    answers = at_once(
        4, lambda number: server.call(CREATE, path=path, body={"header": f"{number}", "body": "b"})
    )

    (first,) = (answer.json() for answer in answers if answer.status_code == 200)
    assert [refusal(answer) for answer in answers if answer.status_code != 200] == [CONFLICT] * 3
    assert read(server, path) == first


@law("An id, a locale and a type of a template count in their whole spelling")
def test_templates_are_told_apart(server: ProjectServer) -> None:
    paths = [
        at("spring"),
        at("Spring"),
        at("spring_"),
        at("x" * 255),
        at("x" * 254),
        at("spring", locale="en_GB"),
        at("spring", "welcome_email"),
    ]
    all_made = [made(server, path, header=f"number {number}") for number, path in enumerate(paths)]

    assert [read(server, path) for path in paths] == all_made
    assert [template["header"] for template in all_made] == [
        f"number {number}" for number in range(len(paths))
    ]


@law("Templates are those of their project", security=True)
def test_other_projects_have_no_template(server: ProjectServer, make_oauth_client: MakeOAuthClient) -> None:
    made(server, at("spring", "account_confirmation"), header="Spring")
    made(server, at("spring"), header="Spring")
    stranger = ProjectServer(oauth_client=make_oauth_client())

    assert refusal(stranger.call(READ, path=at("spring"))) == NOT_FOUND
    assert refusal(stranger.call(CHANGE, path=at("spring"), body={"header": "a", "body": "b"})) == NOT_FOUND
    mail = {"email": "eve@example.com", "template": {"id": "spring"}}
    assert refusal(stranger.call(SEND, body=mail)) == NOT_FOUND
    stranger.jwt_client.register(username="ann", email="ann@example.com", query={"email_template": "spring"})
    assert stranger.jwt_client.message("ann@example.com").subject != "Spring"
    assert made(stranger, at("spring"), header="Own")["header"] == "Own"
    assert read(server, at("spring"))["header"] == "Spring"


@law("A template must have a place for what its mails are for")
@pytest.mark.parametrize("template_type", NEEDED)
def test_template_without_link_or_code_is_refused(server: ProjectServer, template_type: str) -> None:
    path, needed = at("spring", template_type), NEEDED[template_type]
    useless = {"header": "{{action_link}} {{code}}", "body": "{{actionlink}} {code} {{ CODE }} {{game}}"}
    for number, variable in enumerate(needed):
        made(server, {**path, "template_id": f"spring-{number}"}, body=f"<p>{variable}</p>")
    whole = made(server, path, body=needed[0])

    for operation_id, place in ((CREATE, {**path, "template_id": "useless"}), (CHANGE, path)):
        answer = server.call(operation_id, path=place, body=useless)
        if template_type in SHAPED:
            assert refusal(answer) == UNPROCESSABLE_VALUE
        else:
            assert answer.status_code == 200, answer.text
    if template_type in SHAPED:
        assert read(server, path) == whole


@law("A server sends a template of its own, or a welcome, and none whose link or code it cannot have")
def test_server_sends_what_is_its_own(server: ProjectServer) -> None:
    for template_type in SHAPED:
        made(server, at("spring", template_type))
    mail = {
        "email": "eve@example.com",
        "template": {"id": "spring", "params": {"code": "1", "action_link": "x"}},
    }

    assert refusal(server.call(SEND, body=mail)) == UNPROCESSABLE_VALUE
    assert refusal(server.call(SEND, body={**mail, "template": {"id": "Spring"}})) == NOT_FOUND
    server.jwt_client.assert_nothing_sent("eve@example.com")

    made(server, at("spring", "welcome_email"), header="Welcome")
    welcome = send(server, "spring", params={})
    made(server, at("spring", locale="fr_FR"), header="Own", body="<p>{{code}}</p>")
    own = send(server, "spring", locale="en_US", params={"code": "<7>"})

    assert (welcome.subject, welcome.kind) == ("Welcome", "welcome_email")
    assert (own.subject, own.kind, own.html, own.text) == ("Own", "custom", "<p>&lt;7&gt;</p>", "<7>")
    for each in (welcome, own):
        assert (each.code, each.link, each.operation_id, each.channel) == (None, None, None, "email")
        assert each.recipient == "eve@example.com"


@law("A recipient is a mail address of at most 255 characters, and a template id is a plain word")
@pytest.mark.parametrize(
    ("email", "template_id"),
    [("no address", "spring"), ("", "spring"), ("eve@example.com", "a b"), ("eve@example.com", "é")],
)
def test_malformed_mail_is_not_sent(server: ProjectServer, email: str, template_id: str) -> None:
    made(server, at("spring"))

    assert refusal(server.call(SEND, body={"email": email, "template": {"id": template_id}})) == INVALID_VALUE

    server.jwt_client.assert_nothing_sent()

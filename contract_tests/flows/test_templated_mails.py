"""Mails in a partner's words: which ones a template shapes, in which language, with which link and code."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from uuid import uuid4

import pytest

from login_contract.suite.actors.control import Message
from login_contract.suite.actors.jwt_client import JwtClient, query_of, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer

from .email_templates import BOTH, GAME, NEEDED, SHAPED, asking, at, made, send

law = pytest.mark.law
# Names of templates that are made once are gone for ever in a project that stays.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    return asking(make_oauth_client)


def every_mail(jwt_client: JwtClient, **query: str) -> dict[str, Message]:
    """A mail of every kind that a template may shape, asked for with a query."""
    name = f"ann-{uuid4().hex[:8]}"
    addresses = {kind: f"{kind.replace(' ', '-')}-{name}@example.com" for kind in SHAPED.values()}
    jwt_client.register(username=name, email=addresses["account_confirmation"], query=query)
    jwt_client.open(jwt_client.message(addresses["account_confirmation"]).link)
    mails = {"account_confirmation": jwt_client.message(addresses["account_confirmation"])}
    jwt_client.request_reset(name, query=query)
    mails["password_reset"] = jwt_client.message(addresses["account_confirmation"])
    for kind in ("code", "code with link"):
        jwt_client.request_code(addresses[kind], query=query, send_link=kind == "code with link")
        mails[kind] = jwt_client.message(addresses[kind])
    phone = "+12025550143"
    code, operation_id = jwt_client.code_for(phone)
    token = token_of(jwt_client.confirm_code(phone, code, operation_id))
    jwt_client.answer_asks(token, {"email": addresses["asked"]}, query=query)
    mails["asked"] = jwt_client.message(addresses["asked"])
    return mails


@law("A template shapes the mails of its type, and no others")
@pytest.mark.parametrize("template_type", NEEDED)
def test_template_shapes_its_mails(server: ProjectServer, template_type: str) -> None:
    made(server, at("spring", template_type), header="Spring of {{game}}", body=f"<h1>Spring</h1>{BOTH}")

    mails = every_mail(server.jwt_client, email_template="spring")

    shaped = {kind for kind, mail in mails.items() if mail.subject == f"Spring of {GAME}"}
    assert shaped == ({SHAPED[template_type]} if template_type in SHAPED else set())
    for kind, mail in mails.items():
        assert ("<h1>Spring</h1>" in str(mail.html)) is (kind in shaped)
        assert GAME in str(mail.subject)
        assert "spring" not in str(mail.subject)


@law("A template shapes the mails that name it; any other name is the sender's")
def test_mail_that_names_no_template_stays_as_it_is(server: ProjectServer) -> None:
    before = every_mail(server.jwt_client)
    for template_type in SHAPED:
        made(server, at("spring", template_type), header="Spring")

    for query in ({}, {"email_template": "Spring"}, {"email_template": "sprin"}):
        after = every_mail(server.jwt_client, **query)

        sender = query.get("email_template", GAME)
        for kind, mail in after.items():
            expected = str(before[kind].subject).replace(str(before[kind].code), str(mail.code))
            assert mail.subject == expected.replace(GAME, sender)


@law("A mail made of a template carries the link and the code that the server's own would", security=True)
def test_link_and_code_of_a_template_are_those_of_the_mail(server: ProjectServer) -> None:
    for template_type in SHAPED:
        made(server, at("spring", template_type), header="Spring")

    mails = every_mail(server.jwt_client, email_template="spring")

    assert {mail.subject for mail in mails.values()} == {"Spring"}
    for kind in ("account_confirmation", "password_reset", "code with link"):
        mail = mails[kind]
        assert mail.link
        assert f'href="{escape(mail.link)}"' in str(mail.html)
        assert mail.link in mail.text
    for kind in ("asked", "code", "code with link"):
        mail = mails[kind]
        assert f"<p>{mail.code}</p>" in str(mail.html)
        assert str(mail.code) in mail.text.split()
        assert mail.operation_id
    for kind in ("account_confirmation", "password_reset"):
        # The code in the link is for whoever follows it, and never a value of its own.
        assert f"<p>{mails[kind].code}</p>" not in str(mails[kind].html)
    query = query_of(str(mails["password_reset"].link))
    answer = server.jwt_client.confirm_reset(query["user_id"], query["code"], "another-horse-8")
    assert answer.status_code == 204, answer.text


@law("A mail that lacks what the template is about is the server's own")
def test_mail_without_a_link_is_not_made_of_a_link(server: ProjectServer) -> None:
    made(server, at("spring", "email_confirmation"), header="Spring", body="{{action_link}}")

    mail = every_mail(server.jwt_client, email_template="spring")["asked"]

    assert mail.subject != "Spring"
    assert str(mail.code) in mail.text
    assert "action_link" not in mail.text


@law("A mail is made of the template in the language that comes closest")
@pytest.mark.parametrize(
    ("locales", "wanted", "used"),
    [
        (["de_DE", "en_US"], "de_DE", "de_DE"),
        (["de_AT", "de_DE", "en_US"], "de_DE", "de_DE"),
        (["de_AT", "de_DE", "en_US"], "de_CH", "de_AT"),
        (["de_DE", "en_US"], "fr_FR", "en_US"),
        (["de_DE", "en_US"], None, "en_US"),
        (["de_DE", "fr_FR"], "it_IT", "de_DE"),
        (["pt_BR"], None, "pt_BR"),
    ],
)
def test_closest_language_is_used(
    server: ProjectServer, locales: list[str], wanted: str | None, used: str
) -> None:
    for locale in reversed(locales):
        made(server, at("spring", locale=locale), header=locale)
        made(server, at("spring", "password_reset", locale), header=f"reset {locale}")
    server.oauth_client.member()

    by_server = send(server, "spring", locale=wanted)
    query = {"email_template": "spring", **({"locale": wanted} if wanted else {})}
    server.jwt_client.request_reset("ann", query=query)
    by_reset = server.jwt_client.message("ann@example.com")

    assert (by_server.subject, by_server.language, by_server.locale) == (used, used, wanted or used)
    assert (by_reset.subject, by_reset.language) == (f"reset {used}", used)

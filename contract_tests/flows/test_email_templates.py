"""Mails in a partner's own words: which mails a template shapes, and what becomes of values in it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any
from uuid import uuid4

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Message
from login_contract.suite.actors.jwt_client import JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    CONFLICT,
    INVALID_VALUE,
    NOT_FOUND,
    UNPROCESSABLE_VALUE,
)

law = pytest.mark.law
# Names of templates that are made once are gone for ever in a project that stays.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
CREATE, READ, CHANGE, SEND = (
    "create-custom-email-template",
    "get-custom-email-template",
    "update-custom-email-template",
    "send-email-based-on-template",
)
GAME = "Star & <b>Pilots</b>"
BOTH = '<p>{{code}}</p><p><a href="{{action_link}}">Go on</a></p>'
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
# What each type of template shapes; the others are none of a login's.
SHAPED = {
    "account_confirmation": "account_confirmation",
    "password_reset": "password_reset",
    "email_confirmation": "asked",
    "passwordless_auth_by_code": "code",
    "passwordless_auth_by_code_link": "code with link",
}
NEEDED = {
    "account_confirmation": ["{{action_link}}"],
    "password_reset": ["{{action_link}}"],
    "email_confirmation": ["{{action_link}}", "{{code}}"],
    "passwordless_auth_by_code": ["{{code}}"],
    "passwordless_auth_by_code_link": ["{{action_link}}", "{{code}}"],
    "custom": ["-"],
    "welcome_email": ["-"],
}


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    """The server of a project that asks for an e-mail address."""
    asked = {"name": "email", "type": "email", "required": False, "step": 0, "confirmation_type": "code"}
    return ProjectServer(oauth_client=make_oauth_client(name=GAME, ask_fields=[asked]))


def at(template_id: str, template_type: str = "custom", locale: str = "en_US") -> dict[str, str]:
    return {"template_id": template_id, "template_type": template_type, "locale": locale}


def made(server: ProjectServer, path: dict[str, str], header: str = "Hello", body: str = BOTH) -> Any:
    """Make a template and return what is told of it."""
    __tracebackhide__ = True
    answer = server.call(CREATE, path=path, body={"header": header, "body": body})
    assert answer.status_code == 200, answer.text
    return answer.json()


def read(server: ProjectServer, path: dict[str, str]) -> Any:
    __tracebackhide__ = True
    answer = server.call(READ, path=path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def send(server: ProjectServer, template_id: str, *, to: str = "eve@example.com", **named: Any) -> Message:
    """Send a mail by template and return it."""
    __tracebackhide__ = True
    answer = server.call(SEND, body={"email": to, "template": {"id": template_id, **named}})
    assert answer.status_code == 204, answer.text
    return server.jwt_client.message(to)


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


@law("Nothing that a value says becomes markup, another header or another value in a mail", security=True)
def test_values_stay_text(server: ProjectServer) -> None:
    hostile = '<img src=x onerror="alert(1)">\'&amp; {{secret}}\r\nBcc: all@example.com'
    made(server, at("spring"), header="Hi {{name}}!", body="<p title='{{name}}'>{{name}} of {{game}}</p>")

    mail = send(server, "spring", params={"name": hostile, "secret": "told"})

    assert mail.subject == "Hi " + " ".join(hostile.split()) + "!"
    shown = escape(hostile)
    assert mail.html == f"<p title='{shown}'>{shown} of {escape(GAME)}</p>"
    assert "told" not in mail.text + str(mail.html) + str(mail.subject)
    assert " ".join(hostile.split()) in mail.text


@law("A subject has one line, whatever the template says", security=True)
def test_subject_has_one_line(server: ProjectServer) -> None:
    header = "Hello\r\nBcc: all@example.com\n\n\u2028{{name}}\x0b\x85."
    whole = made(server, at("spring"), header=header)

    mail = send(server, "spring", params={"name": "a\nb"})

    assert whole["header"] == header
    assert mail.subject == "Hello Bcc: all@example.com a b ."


@law("A variable that nobody gives a value stays as it is written")
def test_variable_without_a_value_stays(server: ProjectServer) -> None:
    made(
        server,
        at("spring"),
        header="{{a}} {{ b }} {{c}}",
        body="{{a}} {{ b }} {{c}} {{A}} {{}} {a} {{ code }}",
    )

    mail = send(server, "spring", params={"a": "1", "b": "2", "code": "3", "game": "4"})

    assert mail.subject == "1 2 {{c}}"
    assert mail.html == "1 2 {{c}} {{A}} {{}} {a} 3"


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


@law("A mail that values would make too large is not sent")
def test_mail_that_is_too_large_is_not_sent(server: ProjectServer) -> None:
    value = "<" * 4096
    for name, times in (("large", 50), ("too-large", 100)):
        made(server, at(name), body="{{a}}" * times)

    mail = send(server, "large", params={"a": value})
    too_large = {"email": "bob@example.com", "template": {"id": "too-large", "params": {"a": value}}}

    assert mail.html == "&lt;" * 4096 * 50
    assert refusal(server.call(SEND, body=too_large)) == UNPROCESSABLE_VALUE
    server.jwt_client.assert_nothing_sent("bob@example.com")


@law("Whatever a body is made of, it is sent as it is, with a text of what is seen")
def test_odd_markup_is_sent(server: ProjectServer) -> None:
    body = (
        "<!DOCTYPE html><![if x]><![odd[ ]]><?php ?><!-<p>one<br/>two</p></div></a>"
        "<style>p { color: red }</style><script>var hidden</script>"
        "<a href='https://example.com/?a=1&amp;b=2'>there</a><a>nowhere</a>"
        "<ul><li>three</ul>&eacute;&#0;&bogus;<a href=x"
    )
    made(server, at("odd"), body=body)

    mail = send(server, "odd")

    assert mail.html == body
    for seen in ("one\ntwo\n", "there (https://example.com/?a=1&b=2)", "nowhere", "\nthree\n", "é"):
        assert seen in mail.text
    assert "hidden" not in mail.text
    assert "color" not in mail.text

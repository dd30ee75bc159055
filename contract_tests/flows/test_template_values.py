"""What a template and its values make of a mail: values stay text, and markup is sent as it is."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import UNPROCESSABLE_VALUE

from .email_templates import GAME, SEND, asking, at, made, send

law = pytest.mark.law
# Names of templates that are made once are gone for ever in a project that stays.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    return asking(make_oauth_client)


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

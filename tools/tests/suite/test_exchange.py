from __future__ import annotations

import json
import shlex
import subprocess

import httpx
import pytest

from login_contract.suite.reporting.exchange import Exchange, shell_quoted
from login_contract.suite.reporting.recorder import Recorder


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(201, text="ok", headers={"Set-Cookie": "session=s3cret"})


def arguments(line: str) -> list[bytes]:
    """What a shell makes of a line, without the program's name."""
    done = subprocess.run(["bash", "-c", f"printf '%s\\0' {line}"], check=True, capture_output=True)
    return done.stdout.split(b"\0")[1:-1]


def test_recorder_keeps_request_and_answer() -> None:
    recorder = Recorder()
    with httpx.Client(event_hooks=recorder.hooks(), transport=httpx.MockTransport(answer)) as client:
        client.post("http://login.test/x?y=1", json={"username": "ann", "password": "s3cret"})

    (exchange,) = recorder.exchanges
    assert (exchange.method, exchange.url) == ("POST", "http://login.test/x?y=1")
    assert (exchange.status, exchange.answer) == (201, "ok")
    assert exchange.milliseconds > 0
    assert json.loads(exchange.body or "") == {"username": "ann", "password": "***"}
    assert ("set-cookie", "***") in exchange.answer_headers


def test_recorder_keeps_a_request_that_got_no_answer() -> None:
    recorder = Recorder()
    with httpx.Client(event_hooks=recorder.hooks()) as client, pytest.raises(httpx.ConnectError):
        client.get("http://127.0.0.1:1/")

    (exchange,) = recorder.exchanges
    assert exchange.status is None


def test_recorder_keeps_the_order_of_requests_that_overlap() -> None:
    recorder = Recorder()
    first, second = httpx.Request("GET", "http://login.test/1"), httpx.Request("GET", "http://login.test/2")
    recorder.sent(first)
    recorder.sent(second)
    recorder.received(httpx.Response(202, request=second))
    recorder.received(httpx.Response(201, request=first))

    assert [(each.url[-1], each.status) for each in recorder.exchanges] == [("1", 201), ("2", 202)]


def test_cleared_recorder_forgets_open_requests() -> None:
    recorder = Recorder()
    request = httpx.Request("GET", "http://login.test/1")
    recorder.sent(request)
    recorder.clear()
    recorder.received(httpx.Response(201, request=request))

    assert recorder.exchanges == ()


def test_secret_in_an_answer_that_came_late_is_hidden_too() -> None:
    recorder = Recorder()
    request = httpx.Request("GET", "http://login.test/1")
    recorder.sent(request)
    recorder.masked("something early")
    recorder.received(httpx.Response(200, json={"refresh_token": "opaque-9"}, request=request))

    assert recorder.masked("it was opaque-9") == "it was ***"


def test_cleared_recorder_still_hides_what_it_saw() -> None:
    recorder = Recorder()
    recorder.sent(httpx.Request("POST", "http://login.test/1", json={"password": "swordfish"}))
    recorder.clear()

    assert recorder.masked("swordfish") == "***"


def test_recorder_hides_its_secrets() -> None:
    assert Recorder(secrets=["hunter2"]).masked("it was hunter2") == "it was ***"


@pytest.mark.parametrize(
    "body",
    [
        '{"a": 1}',
        "it's",
        "line\nline",
        "tab\tx",
        "\x01\x02",
        "\udcff\udcfe",
        "a'b\\c\x7f",
        "ü😀",
        "",
        "$HOME`x`",
    ],
)
def test_curl_line_carries_the_body_byte_for_byte(body: str) -> None:
    exchange = Exchange(method="POST", url="http://login.test/", body=body)

    found = arguments(exchange.curl())

    assert found[found.index(b"--data-raw") + 1] == body.encode("utf-8", "surrogateescape")


def test_curl_line_carries_a_body_that_no_argument_can_hold() -> None:
    body = "a\0b\\c%s'\n\udcff\u202eé"
    line = Exchange(method="POST", url="http://login.test/", body=body).curl()

    head, _, tail = line.partition(" | ")
    done = subprocess.run(["bash", "-c", head], check=True, capture_output=True)

    assert done.stdout == body.encode("utf-8", "surrogateescape")
    assert tail.endswith("--data-binary @-")
    assert line.isprintable()


def test_curl_line_is_one_line_of_visible_characters() -> None:
    odd = "\x1b[2J\x9b\u202e\udce8\ud83d"
    exchange = Exchange(method="POST", url=f"http://login.test/{odd}", headers=(("x-a", odd),), body=odd)

    line = exchange.curl()

    assert line.isprintable()
    assert arguments(line)[-1] == b"\x1b[2J\xc2\x9b\xe2\x80\xae\xe8\xed\xa0\xbd"


def test_curl_line_carries_method_url_and_headers() -> None:
    url = "http://login.test/a?b=c%20d&e='f'"
    exchange = Exchange(method="PUT", url=url, headers=(("x-a", "it's $HOME"), ("x-b", "")), body="{}")

    found = arguments(exchange.curl())

    assert found == [
        b"-i",
        b"-X",
        b"PUT",
        url.encode(),
        b"-H",
        b"x-a: it's $HOME",
        b"-H",
        b"x-b;",
        b"-H",
        b"Content-Type:",
        b"--data-raw",
        b"{}",
    ]


def test_curl_line_that_lacks_a_secret_is_marked_as_a_template() -> None:
    masked = Exchange(method="POST", url="http://login.test/", headers=(("authorization", "Bearer ***"),))
    whole = Exchange(method="POST", url="http://login.test/", headers=(("authorization", "none"),))
    cut = Exchange(method="POST", url="http://login.test/", body="x" * 4000)

    assert masked.curl().endswith(
        " # a template: put the secrets in place of ***, or run with --show-secrets"
    )
    assert cut.curl().endswith(" # a template: the body goes on after 4000 characters")
    assert "#" not in whole.curl()


def test_curl_line_has_its_secrets_only_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def recorded() -> Exchange:
        recorder = Recorder()
        headers = {"Authorization": "Bearer abc.def.ghi"}
        recorder.sent(
            httpx.Request("POST", "http://login.test/", headers=headers, json={"password": "pass-1"})
        )
        return Exchange.from_json(recorder.exchanges[0].as_json())

    assert "abc.def" not in repr(recorded().as_json())
    monkeypatch.setenv("LOGIN_CONTRACT_SHOW_SECRETS", "1")
    line = recorded().curl(origins={"http://login.test": "http://127.0.0.1:8480"})

    assert shlex.split(line, comments=True) == [
        *("curl", "-i", "http://127.0.0.1:8480/", "-H", "authorization: Bearer abc.def.ghi"),
        *("-H", "content-type: application/json", "--data-raw", '{"password":"pass-1"}'),
    ]
    assert "abc.def" not in "".join(value for _, value in recorded().headers)


def test_curl_line_of_a_post_without_body_is_a_post() -> None:
    assert "-X POST" in Exchange(method="POST", url="http://login.test/").curl()


def test_curl_line_names_other_origins() -> None:
    exchange = Exchange(method="GET", url="http://127.0.0.1:4711/api/x")

    line = exchange.curl(origins={"http://127.0.0.1:4711": "http://127.0.0.1:8480"})

    assert shlex.split(line) == ["curl", "-i", "http://127.0.0.1:8480/api/x"]


def test_exchange_survives_the_way_through_json() -> None:
    exchange = Exchange(
        method="POST",
        url="u",
        headers=(("a", "b"),),
        body="\udcff\x00",
        status=200,
        answer_headers=(("c", "d"),),
    )

    assert Exchange.from_json(json.loads(json.dumps(exchange.as_json()))) == exchange


def test_printable_text_is_quoted_plainly() -> None:
    assert shell_quoted('{"a": "b"}') == '\'{"a": "b"}\''

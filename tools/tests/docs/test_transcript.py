"""The reader of the guides notices an answer that is not as the guide says."""

from __future__ import annotations

import httpx
import pytest

from tests.docs.transcript import Reader, assigned, steps

LOGIN_URL = "https://example.com/callback?token=a.b.c"
ANSWERS = {
    "/login": httpx.Response(200, json={"login_url": LOGIN_URL, "fields": [{"name": "email"}]}),
    "/refused": httpx.Response(401, json={"error": {"code": "003-001"}}),
    "/page": httpx.Response(302, headers={"location": LOGIN_URL}),
    "/a.b.c": httpx.Response(204),
}


def difference(shown: str) -> str:
    transport = httpx.MockTransport(lambda request: ANSWERS[request.url.path])
    with httpx.Client(transport=transport) as browser:
        reader = Reader(browser, assigned("API=http://login.test\nPAGE=$API/page", {}))
        return "".join([reader.follow(step) for step in steps(shown)])


@pytest.mark.parametrize(
    "shown",
    [
        "curl $API/login\n# 200",
        'curl $API/login\n# 200 {"login_url": "https://example.com/…token=…", "fields": [{"name": "email"}]}',
        "curl $API/refused\n# 401 003-001",
        "curl -i $PAGE\n# 302 https://example.com/callback?token=…",
        "curl $API/login\n# 200\ncurl $API/$TOKEN\n# 204",
        "curl -X POST $API/login \\\n  -d '{\"token\": \"'$API'\"}'\n# 200",
    ],
)
def test_answer_as_it_is_told_passes(shown: str) -> None:
    assert difference(shown) == ""


@pytest.mark.parametrize(
    "shown",
    [
        "curl $API/login\n# 204",
        'curl $API/login\n# 200 {"token": "…"}',
        'curl $API/login\n# 200 {"login_url": "https://example.com/other…"}',
        'curl $API/login\n# 200 {"fields": [{"name": "email"}, {"name": "phone"}]}',
        "curl $API/refused\n# 401 003-007",
        "curl -i $PAGE\n# 302 https://example.com/callback?code=…",
    ],
)
def test_answer_that_is_not_as_it_is_told_is_found(shown: str) -> None:
    assert difference(shown)


def test_line_that_tells_no_answer_is_an_error() -> None:
    with pytest.raises(ValueError, match="no answer is told of"):
        list(steps("curl http://login.test\ncurl http://login.test\n# 200"))

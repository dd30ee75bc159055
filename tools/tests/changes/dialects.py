"""The same recording as other programs would write it: each of these has to mean the same."""

from __future__ import annotations

import base64
import copy
import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Entry = dict[str, Any]
Rewrite = Callable[[Entry], object]


def _carried(entry: Entry) -> Iterator[Entry]:
    for half, part in (("request", "postData"), ("response", "content")):
        if entry[half].get(part, {}).get("text"):
            yield entry[half][part]


def query_beside_the_address(entry: Entry) -> None:
    """Programs that write requests to be sent again."""
    url = urlsplit(entry["request"]["url"])
    entry["request"]["url"] = url._replace(query="").geturl()
    entry["request"]["queryString"] = [{"name": name, "value": value} for name, value in parse_qsl(url.query)]


def forms_as_parameters(entry: Entry) -> None:
    """Older Firefox, and programs that take a form apart."""
    posted = entry["request"].get("postData", {})
    if posted.get("mimeType", "").startswith("application/x-www-form-urlencoded"):
        posted["params"] = [{"name": name, "value": value} for name, value in parse_qsl(posted.pop("text"))]


def bodies_in_base64(entry: Entry) -> None:
    """Firefox and Charles, for whatever they take for no text."""
    for each in _carried(entry):
        each.update(text=base64.b64encode(each["text"].encode()).decode(), encoding="base64")


def bodies_as_compressed(entry: Entry) -> None:
    """A proxy that keeps what came."""
    for each in _carried(entry):
        packed = gzip.compress(each["text"].encode())
        each.update(text=base64.b64encode(packed).decode(), encoding="base64")


def headers_of_http_2(entry: Entry) -> None:
    """Chrome's DevTools."""
    request = entry["request"]
    url = urlsplit(request["url"])
    request["httpVersion"] = "h2"
    pseudo = {
        ":method": request["method"],
        ":path": url.path,
        ":authority": url.netloc,
        ":scheme": url.scheme,
    }
    request["headers"] = [{"name": name, "value": value} for name, value in pseudo.items()] + request[
        "headers"
    ]


def fields_of_its_own(entry: Entry) -> None:
    """Chrome's DevTools."""
    entry.update(_initiator={"type": "script"}, _priority="High", _resourceType="fetch", comment="")
    entry["response"]["_transferSize"] = 300
    entry["response"]["content"]["_x"] = None


def types_in_headers_alone(entry: Entry) -> None:
    """Firefox, which knows a type where an answer has one and no sooner."""
    for half, part in (("request", "postData"), ("response", "content")):
        kind = entry[half].get(part, {}).pop("mimeType", None)
        if kind:
            entry[half]["headers"] = [*entry[half]["headers"], {"name": "Content-Type", "value": kind}]


def a_port_that_goes_without_saying(entry: Entry) -> None:
    """Charles."""
    url = urlsplit(entry["request"]["url"])
    if url.scheme == "https":
        entry["request"]["url"] = url._replace(netloc=f"{url.hostname}:443").geturl()


def nothing_that_may_be_left_out(entry: Entry) -> None:
    """What of an entry remains when somebody writes the least."""
    entry["response"].pop("headers", None)
    entry["request"].pop("cookies", None)


REWRITES: tuple[Rewrite, ...] = (
    query_beside_the_address,
    forms_as_parameters,
    bodies_in_base64,
    bodies_as_compressed,
    headers_of_http_2,
    fields_of_its_own,
    types_in_headers_alone,
    a_port_that_goes_without_saying,
    nothing_that_may_be_left_out,
)


def rewritten(document: Entry, rewrite: Rewrite) -> Entry:
    """A copy in which each entry is written in another way."""
    found: Entry = copy.deepcopy(document)
    for entry in found["log"]["entries"]:
        rewrite(entry)
    return found


#: Ways to write a whole file.
FILES: dict[str, Callable[[str], bytes]] = {
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "entries before version": lambda text: json.dumps(
        {"log": dict(reversed(json.loads(text)["log"].items())), "_note": [1, {"log": 2}]}, indent=2
    ).encode(),
}

_NO_ANSWER = {"status": 0, "headers": [], "content": {"size": 0, "mimeType": "x-unknown"}}
#: What stands in recordings beside calls, and is none that was answered.
BESIDE: dict[str, Entry] = {
    "a picture in the page": {
        "request": {"method": "GET", "url": "data:image/png;base64,AA==", "headers": []},
        "response": {"status": 200, "headers": [], "content": {"size": 1, "mimeType": "image/png"}},
    },
    "an extension": {
        "request": {"method": "GET", "url": "chrome-extension://abc/inject.js", "headers": []},
        "response": _NO_ANSWER,
    },
    "a web socket": {
        "_resourceType": "websocket",
        "_webSocketMessages": [{"type": "send", "data": "{}"}],
        "request": {"method": "GET", "url": "wss://login.example/live", "headers": []},
        "response": {**_NO_ANSWER, "status": 101},
    },
    "a question of the browser": {
        "request": {"method": "OPTIONS", "url": "https://login.example/api/login", "headers": []},
        "response": {**_NO_ANSWER, "status": 204},
    },
    "a request without answer": {
        "request": {"method": "GET", "url": "https://login.example/nowhere", "headers": []},
        "response": None,
    },
}

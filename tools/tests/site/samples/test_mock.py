"""Samples work: the local server does what they ask, once what only it knows stands in their placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from attrs import field, frozen

from login_contract.codegen.sdk_given import project_id
from login_contract.codegen.values import ADDRESS, SERVER_CLIENT, Values
from login_contract.description.model import described
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.direct_way import DirectWay
from login_contract.suite.generated.good_requests import good_request
from login_contract.suite.generated.live_stock import SETTINGS, Stock
from login_contract.suite.judging.judge import Judge
from tests.site.samples import live, running
from tests.site.samples.shown import CURL, DOCUMENT, PYTHON, TYPESCRIPT, Shown, shown

#: What is good once, or makes what may be there once. One sample of each is run here;
#: that the others make the same request, `test_wire` knows.
ONCE = {
    "add-webhook-for-event",
    "confirm-account",
    "confirm-password-reset",
    "confirm-phone-number",
    "create-custom-email-template",
    "del-project-user-group",
    "delete-linked-networks",
    "delete-user",
    "delete-user-phone-number",
    "delete-webhook-for-event",
    "generate-jwt",
    "jwt-complete-auth-by-email",
    "jwt-complete-auth-by-phone-number",
    "jwt-register-new-user",
    "link-accounts-by-code",
    "log-user-out",
    "oauth-20-complete-auth-by-email",
    "oauth-20-complete-auth-by-phone-number",
    "oauth-20-mobile-social-code",
    "oauth-20-register-new-user",
    "otp-validate",
    "post-project-user-group",
    "register-new-user-from-server",
    "unlink-device-from-account",
}
#: They need the cookie of the single sign-on, which a browser sends by itself, and nothing else here.
OF_A_BROWSER = {"check-user-authentication", "jwt-sso", "jwt-sso-redirect"}


@frozen
class Server:
    """A local server, and one that makes what requests to it need."""

    mock: EmbeddedMock
    stock: Stock
    kept: dict[str, Mapping[str, str]] = field(factory=dict)

    def aimed(self, samples: Iterable[Shown]) -> dict[str, str]:
        """Return the texts of samples with what the server knows in their placeholders."""
        return {
            each.name: live.with_values(each.sample.source, self._known(each)).replace(
                ADDRESS, self.mock.base_url
            )
            for each in samples
        }

    def _known(self, shown: Shown) -> Mapping[str, str]:
        name = shown.operation.operation_id
        if name not in self.kept:
            self.kept[name] = self._made(name)
        return self.kept[name]

    def _made(self, operation_id: str) -> Mapping[str, str]:
        operation, server = described().operations[operation_id], self.stock.clients.server
        request = good_request(operation, self.stock, whole=False)
        return {
            project_id(DOCUMENT): self.stock.jwt_client.project_id,
            str(SERVER_CLIENT[0]): str(server),
            SERVER_CLIENT[1]: str(self.stock.clients.secret(server)),
            **live.pairs(Values.shown(operation), request),
        }


@contextmanager
def local_server() -> Iterator[Server]:
    with (
        EmbeddedMock() as mock,
        Control(mock.origin, way=DirectWay(mock)) as control,
        httpx.Client(base_url=mock.base_url, transport=DirectWay(mock)) as http,
    ):
        client = JwtClient(
            http=http, project_id="", description=described(), judge=Judge(described()), control=control
        )
        stock = Stock.at_a_fresh_project(client, control, SETTINGS)
        yield Server(mock, stock.serving_itself())


def again(language: str) -> list[Shown]:
    """The samples in a language that may be run after another one of the same call."""
    return [each for each in shown(language) if each.operation.operation_id not in ONCE | OF_A_BROWSER]


# One test: what the server has made for the first language is there for the others.
@pytest.mark.long
def test_samples_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with local_server() as server:
        first = [each for each in shown(CURL) if each.sample.named is None]
        with_curl = running.with_curl(server.aimed(first), tmp_path)
        way = DirectWay(server.mock).handle_request
        in_python = running.with_python(server.aimed(again(PYTHON)), monkeypatch, way)
        in_node = running.with_node(server.aimed(again(TYPESCRIPT)))

    assert (with_curl.failed, in_python.failed, in_node.failed) == ({}, {}, {})

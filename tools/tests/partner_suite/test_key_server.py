from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from login_contract.description.model import described
from login_contract.errors import UsageError
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.signer import DEFECTS, Signer
from login_contract.suite.judging.judge import Judge
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_TOKEN, NOT_FOUND
from login_contract.tokens.signing import secret_key
from tests.partner_suite.partner import signer

# Made by the Login server, but for something else.
GENUINE = ("other_project", "request_type_missing", "request_type_wrong")
OTHER = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with (
        KeyServer(signer()).serve(0) as server,
        httpx.Client(base_url=f"{server.origin}/api", trust_env=False) as client,
    ):
        yield client


def described_answer(operation_id: str, answer: httpx.Response) -> httpx.Response:
    Judge(described()).judge(described().operations[operation_id], answer)
    return answer


def validated(http: httpx.Client, token: str | None, *, project_id: str | None = None) -> httpx.Response:
    parameters = {"projectId": project_id or signer().project_id}
    answer = http.post("/server/token/validate", params=parameters, json={"token": token})
    return described_answer("validate-server-jwt", answer)


def test_keys_are_published_in_both_forms(http: httpx.Client) -> None:
    bare = described_answer("get-projects-keys", http.get(f"/projects/{signer().project_id}/keys")).json()
    key_set = described_answer(
        "json-web-key-set", http.get(f"/projects/{signer().project_id}/jwks.json")
    ).json()

    assert key_set == {"keys": [signer().public_key]}
    assert int(bare[0]["n"], 16) == signer().key.public_key.public_numbers().n
    assert bare[0]["kid"] == key_set["keys"][0]["kid"]
    assert "d" not in bare[0]
    assert "d" not in key_set["keys"][0]


@pytest.mark.parametrize("form", ["keys", "jwks.json"])
def test_other_projects_have_no_keys(http: httpx.Client, form: str) -> None:
    operation_id = {"keys": "get-projects-keys", "jwks.json": "json-web-key-set"}[form]
    answer = described_answer(operation_id, http.get(f"/projects/{OTHER}/{form}"))

    assert (answer.status_code, answer.json()["error"]["code"]) == NOT_FOUND


def test_good_token_is_valid(http: httpx.Client) -> None:
    assert validated(http, signer().token({})).status_code == 204


@pytest.mark.parametrize("defect", [name for name in DEFECTS if name != "missing"])
def test_bad_token_is_not_valid(http: httpx.Client, defect: str) -> None:
    answer = validated(http, signer().token({}, defect=defect))

    refused = INACTIVE_TOKEN if defect in GENUINE else INVALID_TOKEN
    assert (answer.status_code, answer.json()["error"]["code"]) == refused


def test_unknown_project_and_malformed_calls_are_told_apart(http: httpx.Client) -> None:
    assert validated(http, "x", project_id=OTHER).json()["error"]["code"] == "003-019"
    assert validated(http, "x", project_id="x").json()["error"]["code"] == "002-027"
    assert validated(http, None).json()["error"]["code"] == "002-028"
    missing = described_answer("validate-server-jwt", http.post("/server/token/validate", content=b"{"))
    assert missing.json()["error"]["code"] == "002-028"


def test_shared_secret_has_no_public_key() -> None:
    secret = Signer(signer().project_id, secret_key("shared-secret"))
    with KeyServer(secret).serve(0) as server, httpx.Client(trust_env=False) as client:
        addresses = KeyServer(secret).addresses(server.origin)
        assert client.get(addresses["keys"]).json() == []
        assert client.get(addresses["JWKS"]).json() == {"keys": []}
        validate = addresses["validate"].removeprefix("POST ")
        assert client.post(validate, json={"token": secret.token({})}).status_code == 204


def test_taken_port_is_one_line() -> None:
    with KeyServer(signer()).serve(0) as server:
        port = int(server.origin.rpartition(":")[2])
        with pytest.raises(UsageError, match=f"--keys-port {port}: the port is taken"):
            KeyServer(signer()).serve(port)

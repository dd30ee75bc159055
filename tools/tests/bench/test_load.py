"""The load: requests that the description has, and chains where each sends what the last answer gave."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bench import cases, load
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.run import EmbeddedMock
from node import npm
from tests.node_or_skip import NodeOrSkip

# In place of autocannon: each connection sends three requests, and the second one is refused.
STUB = """
module.exports = async ({ connections, setupClient }) => {
  const sent = [];
  for (let connection = 0; connection < connections; connection += 1) {
    let request;
    setupClient({ setRequests: ([only]) => { request = only; } });
    const bodies = [0, 1, 2].map((turn) => {
      const { method, body } = request.setupRequest({ method: request.method });
      const fresh = JSON.stringify({ refresh_token: `fresh-${connection}-${turn}` });
      request.onResponse(turn === 1 ? 400 : 200, turn === 1 ? 'refused' : fresh);
      return `${method} ${body}`;
    });
    sent.push(bodies);
  }
  return { sent };
};
"""


@pytest.mark.parametrize("case", [cases.LOGIN, cases.EMAIL_REQUEST, cases.TOKEN_LOGIN, cases.REFRESH])
def test_every_case_is_an_operation_that_takes_its_body(case: cases.Case) -> None:
    found = compiled().find(f"/api{case.path}")

    assert found is not None
    assert case.content_type in found[0].operations["POST"].bodies


def test_first_values_of_a_chain_are_as_many_as_wanted_and_all_different() -> None:
    chain = cases.REFRESH.chain
    assert chain is not None

    with EmbeddedMock() as mock:
        stock = load.stock(mock.base_url, chain, 3)

    assert len(set(stock)) == 3


def test_every_connection_sends_its_newest_value(tmp_path: Path) -> None:
    with NodeOrSkip():
        node = npm.find_node()
    modules = tmp_path / "node_modules"
    (modules / "autocannon").mkdir(parents=True)
    (modules / "autocannon" / "index.js").write_text(STUB, encoding="utf-8")
    plan = {
        "url": "http://127.0.0.1/",
        "form": {"grant_type": "refresh_token"},
        "renewed": "refresh_token",
        "stock": ["a/1", "b 2"],
        "connections": 2,
        "seconds": 1,
        "warmUpSeconds": 1,
    }

    done = subprocess.run(
        [node.executable, load.CHAINED_LOAD, modules],
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        check=True,
    )

    sent = json.loads(done.stdout)["sent"]
    assert {method for bodies in sent for method in (body.split()[0] for body in bodies)} == {"POST"}
    forms = [[parse_qs(body.split()[1]) for body in bodies] for bodies in sent]
    assert all(form["grant_type"] == ["refresh_token"] for bodies in forms for form in bodies)
    assert [[form["refresh_token"] for form in bodies] for bodies in forms] == [
        [["b 2"], ["fresh-0-0"], ["fresh-0-0"]],
        [["a/1"], ["fresh-1-0"], ["fresh-1-0"]],
    ]

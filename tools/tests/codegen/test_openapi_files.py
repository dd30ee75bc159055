from __future__ import annotations

import json
from pathlib import Path

import pytest

from login_contract.codegen.openapi_files import (
    VARIANTS,
    Descriptions,
    overlay_files,
    read_descriptions,
    write_openapi,
)
from login_contract.document.loader import load
from login_contract.document.problem import DocumentError


@pytest.fixture(scope="module")
def written(descriptions: Descriptions, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the files are written into; it was not there before."""
    folder = tmp_path_factory.mktemp("written") / "new" / "folder"
    write_openapi(descriptions, folder)
    return folder


def test_yaml_and_json_say_the_same(written: Path) -> None:
    for name in ("mock", "partner"):  # The first holds all that the others have.
        assert load(written / f"{name}.yaml") == load(written / f"{name}.json")


def test_the_files_are_complete(written: Path) -> None:
    names = sorted(path.name for path in written.iterdir() if path.is_file())
    assert names == sorted(
        ["published.txt", *(f"{one}.{form}" for one in VARIANTS for form in ("json", "yaml"))]
    )


def test_only_the_mocks_variant_has_its_own_operations(descriptions: Descriptions) -> None:
    assert not [path for path in descriptions.login["paths"] if path.startswith("/_mock")]
    own = [path for path in descriptions.variants["mock"]["paths"] if path.startswith("/_mock")]
    assert own
    assert all("servers" in descriptions.variants["mock"]["paths"][path] for path in own)


def test_a_fault_of_the_overlay_is_told(checkout: Path) -> None:
    overlay = checkout / "overlays" / "mock" / "clock.yaml"
    text = overlay.read_text("utf-8")
    overlay.write_text(
        text.replace("actions:\n", "actions:\n  - {target: $.gone, remove: true}\n", 1), "utf-8"
    )
    with pytest.raises(DocumentError, match=r"^overlays/mock/clock.yaml#/actions/0: .*matches nothing$"):
        read_descriptions()


def test_overlays_apply_in_order_of_their_names_the_folders_last(checkout: Path) -> None:
    overlays = checkout / "overlays"
    described = sorted(path.name for path in (overlays / "mock").iterdir())
    for place in ("mock/zz.yml", "mock/aa.yaml", "mock.yaml"):
        (overlays / place).touch()
    names = [path.name for path in overlay_files("mock")]

    assert names == ["mock.yaml", "aa.yaml", *described, "zz.yml"]


def test_a_variant_without_an_overlay_is_told(checkout: Path) -> None:
    (checkout / "overlays" / "partner.yaml").unlink()
    with pytest.raises(DocumentError, match="no document for the variant partner"):
        overlay_files("partner")


def test_an_operation_that_was_published_cannot_vanish(checkout: Path) -> None:
    record = checkout / "generated" / "openapi" / "published.txt"
    record.write_text(record.read_text() + "operation gone-for-good\n")
    with pytest.raises(DocumentError, match="operation gone-for-good was published"):
        read_descriptions()


def test_an_operation_that_was_published_cannot_move(checkout: Path) -> None:
    entry = checkout / "openapi" / "login.yaml"
    entry.write_text(entry.read_text("utf-8").replace("\n  /login:\n", "\n  /log-in:\n"), "utf-8")
    told = "auth-by-username-and-password was published as POST /login and is now POST /log-in"
    with pytest.raises(DocumentError, match=told):
        read_descriptions()


def test_the_files_are_utf_8_with_plain_newlines(written: Path) -> None:
    for path in written.glob("*.*"):
        assert b"\r" not in path.read_bytes()
    json.loads((written / "mock.json").read_text("utf-8"))


def test_the_partners_variant_is_an_ordinary_api(descriptions: Descriptions) -> None:
    webhooks = {name for name in descriptions.login["webhooks"] if name.startswith("custom-storage-")}
    assert "webhooks" not in descriptions.variants["partner"]
    assert {f"custom-storage-{path[1:]}" for path in descriptions.variants["partner"]["paths"]} == webhooks
    for path, item in descriptions.variants["partner"]["paths"].items():
        assert item["post"] == descriptions.login["webhooks"][f"custom-storage-{path[1:]}"]["post"]


def test_a_webhook_that_the_partners_overlay_names_has_to_exist(checkout: Path) -> None:
    overlay = checkout / "overlays" / "partner.yaml"
    overlay.write_text(overlay.read_text("utf-8").replace("custom-storage-social", "gone"), "utf-8")
    with pytest.raises(DocumentError, match=r"^overlays/partner.yaml#/actions/\d+: .*\['gone'\].*nothing"):
        read_descriptions()

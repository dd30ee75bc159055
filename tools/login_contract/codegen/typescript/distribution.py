"""`generated/typescript`: the npm package `xsolla-login-client`, as sources and compiled.

The types of the description are made by openapi-typescript. What they lack is written by hand in `thin/` and
copied into `src/` as it stands; what follows the description is rendered beside it. `dist/` is
committed, so that whoever takes the folder needs no compiler: the pinned one writes the same everywhere.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from string import Template
from typing import Any

from login_contract import npm, resources
from login_contract.codegen.published_names import as_published
from login_contract.codegen.python.secret_names import secrets
from login_contract.codegen.release import npm_release
from login_contract.codegen.sdk_reader import read_sdk
from login_contract.codegen.typescript.answer_shapes import answer_shapes
from login_contract.codegen.typescript.call_groups import account_api, server_api
from login_contract.codegen.typescript.deliveries import deliveries, describes_webhooks
from login_contract.codegen.typescript.error_classes import error_classes
from login_contract.codegen.typescript.operation_table import operation_table
from login_contract.codegen.typescript.readme import readme
from login_contract.codegen.typescript.sdk_facade import sdk_facade
from login_contract.codegen.typescript.text import literal
from login_contract.document.writer import to_json
from login_contract.errors import Failure, UsageError

#: The locked npm package of what generates and compiles.
TOOLCHAIN = Path(__file__).parent / "toolchain"
#: The module for partners, which only a description with webhooks of custom storage has types for.
WEBHOOKS = "webhooks"
_HERE = Path(__file__).parent
_BUILD_SECONDS = 300
_NO_FACADE = "/** The description has no calls of the widget SDK. */\nexport {};\n"


class CompilationError(Failure):
    """The generator or the compiler complained; the message holds what they said."""


def missing() -> str | None:
    """What this machine lacks to make the package, in one line; None where nothing is."""
    try:
        npm.install(TOOLCHAIN)
    except npm.NodeUnavailableError as error:
        return str(error)
    return None


def write_typescript(document: dict[str, Any], folder: Path) -> None:
    """Writes the package into an empty or missing folder, from a bundled description.

    Raises:
        CompilationError: the generator or the compiler had anything to complain about, or the thin layer
            would overwrite what was rendered.
        UsageError: there is no Node, or the packages of npm could not be installed.
    """
    try:
        installed = npm.install(TOOLCHAIN)
    except npm.NodeUnavailableError as error:
        raise UsageError(f"the TypeScript client is made with Node: {error}") from error
    # Node and the compiler look for packages in the folders above.
    with tempfile.TemporaryDirectory(prefix="work-", dir=installed.modules.parent) as temporary:
        package = Path(temporary, "package")
        document = as_published(document)
        _write_sources(document, package)
        _build(document, package, installed)
        shutil.copytree(package, folder, dirs_exist_ok=True)


def _write_sources(document: dict[str, Any], package: Path) -> None:
    source = package / "src"
    source.mkdir(parents=True)
    version = npm_release(document["info"]["version"])
    for template in sorted((_HERE / "files").glob("*.template")):
        text = Template(template.read_text("utf-8")).substitute(version=version)
        (package / template.stem).write_bytes(text.encode())
    shutil.copyfile(resources.path("LICENSE"), package / "LICENSE")
    sdk = read_sdk(document)
    calls = frozenset(each.name for each in sdk.calls) if sdk else frozenset()
    about = package / "README.md"
    told = readme(about.read_text("utf-8"), webhooks=describes_webhooks(document), calls=calls)
    about.write_bytes(told.encode())
    if not describes_webhooks(document):
        _withdraw(f"./{WEBHOOKS}", package / "package.json")
    for name, text in _rendered(document).items():
        place = source / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    left_out = set() if describes_webhooks(document) else {WEBHOOKS, f"{WEBHOOKS}.ts"}
    for path in sorted((_HERE / "thin").rglob("*.ts")):
        within = path.relative_to(_HERE / "thin")
        if within.parts[0] in left_out:
            continue
        place = source / within
        if place.exists():
            raise CompilationError(f"{place.name} of the thin layer is a rendered file too")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _withdraw(export: str, manifest: Path) -> None:
    content = json.loads(manifest.read_text("utf-8"))
    del content["exports"][export]
    manifest.write_bytes(to_json(content).encode())


def _rendered(document: dict[str, Any]) -> dict[str, str]:
    """The modules that follow the description, by their names."""
    sdk = read_sdk(document)
    return {
        "account-api.ts": account_api(document),
        "answer-shapes.ts": answer_shapes(document),
        "error-codes.ts": error_classes(document),
        "login-server-api.ts": server_api(document),
        "operations.ts": operation_table(document),
        "secret-names.ts": _secret_names(document),
        "login-api.ts": _NO_FACADE if sdk is None else sdk_facade(sdk),
        **({f"{WEBHOOKS}/deliveries.ts": deliveries(document)} if describes_webhooks(document) else {}),
    }


def _secret_names(document: dict[str, Any]) -> str:
    names = literal(sorted(secrets(document)))
    return (
        "/** Parameters of addresses and properties of objects that the API description calls secret. */\n"
        f"export const NAMES: readonly string[] = {names};\n"
    )


def _build(document: dict[str, Any], package: Path, installed: npm.Installation) -> None:
    work = package.parent
    description = work / "description.json"
    description.write_bytes(to_json(document).encode())
    script = shutil.copy(_HERE / "build.mjs", work)
    try:
        done = subprocess.run(
            [installed.node, script, description, package],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_BUILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CompilationError(f"the TypeScript client was not made in {_BUILD_SECONDS} seconds") from error
    if done.returncode != 0:
        raise CompilationError((done.stderr or done.stdout).strip())

"""`generated/python`: the distribution `xsolla-login-client`, made by openapi-python-client.

The generator's own project files are left out, because they would bring a build backend and development
tools along; the few that a distribution needs stand in `files/`. What is written by hand in `thin/` is
copied into the package as it stands, and takes the place of what the generator writes under the same name.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.codegen.python import samples, templating
from login_contract.codegen.python.defaults import as_texts
from login_contract.codegen.python.error_classes import error_classes
from login_contract.codegen.python.facade import rendering
from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.reference import reference
from login_contract.codegen.python.secret_names import secret_names
from login_contract.codegen.python.server import MODULE, server
from login_contract.codegen.python.templating import GenerationError
from login_contract.codegen.python.thin_layer import copy_thin_layer
from login_contract.codegen.release import python_release

PACKAGE = "xsolla_login_client"
FACADE = "login_api.py"
#: Modules of the generator in whose place there is one of the thin layer.
REPLACED = frozenset({"client.py", "errors.py", "types.py"})
_HERE = Path(__file__).parent
_STYLE = ("--isolated", "--no-cache", "--quiet", "--line-length=110", "--target-version=py311")


def write_python(document: dict[str, Any], folder: Path) -> None:
    """Writes the distribution into an empty or missing folder, from a bundled description.

    Raises:
        GenerationError: the generator or the formatter had anything to complain about, or the thin layer
            would overwrite what was generated.
    """
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / PACKAGE
    published = as_texts(as_published(document))
    facts = Facts.read(published)
    data = templating.run(published, package, facts=facts)
    (package / "py.typed").write_bytes(b"")
    rendered = _rendered(published, package)
    for name, text in rendered.items():
        (package / name).write_bytes(text.encode())
    version = python_release(document["info"]["version"])
    for template in sorted((_HERE / "files").glob("*.template")):
        text = Template(template.read_text("utf-8")).substitute(version=version)
        (folder / template.stem).write_bytes(text.encode())
    shutil.copyfile(resources.path("LICENSE"), folder / "LICENSE")
    (folder / "reference.md").write_bytes(reference(published, data, facts).encode())
    (folder / samples.FILE).write_bytes(samples.samples(published, data, facts).encode())
    for name in REPLACED:
        (package / name).unlink()
    _ruff(folder, "check", "--select=F,I,UP", "--fix-only")
    _ruff(folder, "format")
    copy_thin_layer(package, rendered=rendered)
    there = _contents(package)
    for place, template in (
        (package / "__init__.py", _HERE / "templates" / "package_init.py.jinja"),
        (folder / "README.md", _HERE / "files" / "README.md.jinja"),
    ):
        place.write_bytes(templating.text_of(template, **there).encode())


def _contents(package: Path) -> dict[str, bool]:
    """What a package has that its first page and its README tell of."""
    example = package / "api" / "password" / "auth_by_username_and_password.py"
    return {
        "facade": (package / FACADE).is_file(),
        "webhooks": (package / "webhooks").is_dir(),
        "tokens": (package / "token_auth.py").is_file() and (package / "token_validator.py").is_file(),
        "password": example.is_file(),
    }


def _rendered(document: Mapping[str, Any], package: Path) -> dict[str, str]:
    """Modules that are made of the description and of what the generator wrote, but not by the generator."""
    return {
        "error_codes.py": error_classes(document),
        "secret_names.py": secret_names(document),
        MODULE: server(document),
        **rendering.rendered(document, package),
    }


def _ruff(folder: Path, command: str, *options: str) -> None:
    # `-m` runs the ruff of this interpreter, which is the pinned one.
    done = subprocess.run(
        [sys.executable, "-m", "ruff", command, *_STYLE, *options, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise GenerationError(f"ruff {command} failed: {done.stderr or done.stdout}")


__all__ = ["PACKAGE", "GenerationError", "write_python"]

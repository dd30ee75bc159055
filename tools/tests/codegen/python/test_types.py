"""Editors that judge with pyright find no fault in the client, nor in a program that uses it without a cast.

mypy judges the same program with everything else (`nox -s lint`), and the whole client in `nox -s verify`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xsolla_login_client

from node import npm
from tests.codegen.python import typed_program
from tests.node_or_skip import NodeOrSkip

PACKAGE = Path(str(xsolla_login_client.__file__)).parent
PROGRAM = Path(typed_program.__file__)
#: Endpoints and models are many, and come from one template each: so many are taken as one.
EACH = 8


def judged() -> Iterator[str]:
    """The modules that are written by hand, and some of those that are not."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE.parent).as_posix()
        if not {"api", "models"} & set(path.parts):
            yield name
    for folder in ("api", "models"):
        paths = sorted((PACKAGE / folder).rglob("*.py"))
        yield from (path.relative_to(PACKAGE.parent).as_posix() for path in paths[::EACH])


def pyright(folder: Path, *include: str) -> list[dict[str, Any]]:
    """Judge files of a folder beside the client; returns what is found."""
    with NodeOrSkip():
        installed = npm.install("pyright")
    (folder / PACKAGE.name).symlink_to(PACKAGE)
    settings = {"include": include, "typeCheckingMode": "standard", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [str(installed.node), str(installed.modules / "pyright" / "index.js"), "--outputjson"]
    done = subprocess.run(
        [*command, "--project", str(folder), "--pythonpath", sys.executable],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] == len(include), done.stderr
    found: list[dict[str, Any]] = report["generalDiagnostics"]
    return found


def test_pyright_takes_the_client_and_a_program_that_uses_it(tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path / "program.py")
    wrong = "from xsolla_login_client import Client\nClient(base_url=7)\nClient('x').send('x', {})\n"
    (tmp_path / "wrong.py").write_text(wrong)

    found = pyright(tmp_path, "program.py", "wrong.py", *judged())

    noticed = [each for each in found if each["file"].endswith("wrong.py")]
    assert len(noticed) == 2, "what is wrong is noticed"
    places = ((each, each["range"]["start"]["line"] + 1) for each in found if each not in noticed)
    rest = [f"{each['file']}:{line}: {each['message']}" for each, line in places]
    assert rest == []


def test_no_cast_stands_in_the_program() -> None:
    text = PROGRAM.read_text("utf-8")
    assert "cast(" not in text
    assert "ignore" not in text
    assert " Any" not in text

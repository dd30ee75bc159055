"""The TypeScript client where Node and the compiler find what it imports, and what they say of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from login_contract import npm, resources
from login_contract.codegen.typescript.distribution import TOOLCHAIN
from tests.node_or_skip import NodeOrSkip

GENERATED = resources.checkout() / "generated" / "typescript"
LAWS = Path(__file__).parent / "laws"
SECONDS = 120
#: What a program of a team is compiled with.
STRICT = {
    "target": "ES2022",
    "lib": ["ES2022", "DOM"],
    "module": "NodeNext",
    "moduleResolution": "NodeNext",
    "types": [],
    "noEmit": True,
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noPropertyAccessFromIndexSignature": True,
    "noUnusedLocals": True,
}


@contextmanager
def workshop() -> Iterator[tuple[npm.Installation, Path]]:
    """An empty folder in which programs find the packages of the toolchain; skips where there is no Node."""
    with NodeOrSkip():
        installed = npm.install(TOOLCHAIN)
    with tempfile.TemporaryDirectory(prefix="test-", dir=installed.modules.parent) as folder:
        yield installed, Path(folder)


def held_to_laws(variants: Iterable[tuple[Path, Sequence[str]]]) -> list[dict[str, str | None]]:
    """What each compiled package breaks of the laws with these names, by law, None for a law that it keeps.

    No names are all laws.
    """
    given = [[str(folder), list(names)] for folder, names in variants]
    installed = npm.install(TOOLCHAIN)
    done = subprocess.run(
        [installed.node, LAWS / "run.mjs"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [dict(each) for each in json.loads(done.stdout)]


def compiled(folder: Path) -> Path:
    """A copy of the JavaScript in a folder."""
    shutil.copytree(GENERATED / "dist", folder, ignore=shutil.ignore_patterns("*.d.ts"))
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


def compile_program(installed: npm.Installation, folder: Path) -> list[str]:
    """What the compiler says of the programs in a folder that import the package by its name."""
    package = folder / "node_modules" / "xsolla-login-client"
    shutil.copytree(GENERATED, package, ignore=shutil.ignore_patterns("src"))
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": STRICT, "include": ["*.ts"]}))
    done = subprocess.run(
        [
            installed.node,
            installed.modules / "typescript" / "bin" / "tsc",
            "--project",
            folder,
            "--pretty",
            "false",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        timeout=SECONDS,
        check=False,
    )
    return done.stdout.splitlines()

"""TypeScript clients: compiled under `strict` together with a program that logs in, which Node then runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator

from node import npm

from .generator import Step, Work
from .logins import PROGRAMS, logged_in
from .program import run

COMPILER = "hey-api"
# Modules as Node reads them, found as bundlers find them: generators leave the endings away.
_OPTIONS = {
    "strict": True,
    "target": "es2022",
    "lib": ["es2022", "dom", "dom.iterable"],
    "module": "commonjs",
    "moduleResolution": "bundler",
    "types": [],
    "skipLibCheck": True,
    "rootDir": ".",
    "outDir": "compiled",
}


def compiles(program: str) -> Step:
    """Returns the step that compiles everything written, and the program of this name."""

    def compile_client(work: Work) -> Iterator[str]:
        installed = npm.install(COMPILER)
        shutil.copy(PROGRAMS / f"{program}.ts", work.folder)
        settings = {"compilerOptions": _OPTIONS, "include": ["client", f"{program}.ts"]}
        (work.folder / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
        ended = run([installed.node, installed.modules / "typescript/bin/tsc"], folder=work.folder)
        yield from (line for line in ended.lines if ": error " in line or line.startswith("error "))
        if ended.status and not ended.lines:
            yield from ended.failure("the compiler")

    return compile_client


def logs_in(program: str) -> Step:
    """Returns the step that runs what was compiled."""

    def log_in(work: Work) -> Iterator[str]:
        node = npm.find_node().executable
        yield from logged_in([node, work.folder / "compiled" / f"{program}.js"], work)

    return log_in

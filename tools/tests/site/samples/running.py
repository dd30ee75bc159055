"""Runs samples, all of a language in one process; what went wrong comes back by the name of the sample."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
import pytest
from attrs import frozen

from tests.codegen.typescript.node_package import GENERATED, SECONDS, workshop

Answer = Callable[[httpx.Request], httpx.Response]
#: The files that samples send, as the examples of the description have them.
FILES = {
    "picture.gif": "GIF89a!!!!   ;",
    "users.csv": "jane.doe@example.com,Jane\r\njohn.roe@example.com,John\r\n",
}
_CURL = "silent\nshow-error\nfail-with-body\nnoproxy = *\n"
_EACH = """
import { readFileSync } from "node:fs";
const failed = {}, printed = {};
let here = "";
console.log = (...told) => (printed[here] = (printed[here] ?? "") + told.join(" "));
for (const name of JSON.parse(readFileSync("names.json", "utf-8"))) {
  here = name;
  try { await import(`./${name}.mjs`); }
  catch (error) { failed[name] = String(error?.stack ?? error); }
}
process.stdout.write(JSON.stringify({ failed, printed }));
"""


@frozen
class Outcome:
    """What went wrong, and what was printed, each by the names of the samples."""

    failed: dict[str, str]
    printed: dict[str, str]


def with_curl(commands: Mapping[str, str], folder: Path) -> Outcome:
    """Run the commands in one shell, and return what failed, and what each printed."""
    if shutil.which("curl") is None:
        pytest.skip("there is no curl on this machine")
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    (folder / ".curlrc").write_text(_CURL)
    script = "".join(
        f"{{ {text}\n}} >{name}.out 2>{name}.err || echo $? >>{name}.err\n" for name, text in commands.items()
    )
    environment = os.environ | {"CURL_HOME": str(folder)}
    done = subprocess.run(
        ["sh"],
        input=script,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        timeout=SECONDS,
        check=False,
    )
    told = {
        name: (folder / f"{name}.err").read_text() for name in commands if (folder / f"{name}.err").exists()
    }
    failed = {name: text for name, text in told.items() if text}
    if done.returncode or done.stderr:
        failed["sh"] = done.stderr
    return Outcome(failed, {name: (folder / f"{name}.out").read_text() for name in told})


def with_python(
    programs: Mapping[str, str], patch: pytest.MonkeyPatch, answer: Answer | None = None
) -> Outcome:
    """Run the programs in this process, over the network where no answers are given."""
    real: Callable[..., httpx.Client] = httpx.Client
    # To load the certificates would take longest of all.
    options = {"verify": False, "trust_env": False}
    way = {"transport": httpx.MockTransport(answer)} if answer else {}
    patch.setattr(httpx, "Client", lambda **given: real(**{**given, **options, **way}))
    failed: dict[str, str] = {}
    printed: dict[str, str] = {}
    for name, text in programs.items():
        with contextlib.redirect_stdout(io.StringIO()) as told:
            try:
                exec(compile(text, f"{name}.py", "exec"), {})
            except Exception:
                failed[name] = traceback.format_exc()
        printed[name] = told.getvalue().rstrip("\n")
    return Outcome(failed, printed)


def with_node(programs: Mapping[str, str]) -> Outcome:
    """Run the programs one after the other, as they are: in none of them is a type."""
    with workshop() as (installed, folder):
        package = folder / "node_modules" / "xsolla-login-client"
        shutil.copytree(GENERATED, package, ignore=shutil.ignore_patterns("src", "*.d.ts"))
        for name, text in programs.items():
            (folder / f"{name}.mjs").write_text(text, "utf-8")
        (folder / "names.json").write_text(json.dumps(list(programs)))
        (folder / "each.mjs").write_text(_EACH)
        done = subprocess.run(
            [installed.node, "each.mjs"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            timeout=SECONDS,
            check=False,
        )
    assert not done.stderr, done.stderr
    found = json.loads(done.stdout)
    return Outcome(found["failed"], found["printed"])

"""What the compiler says of programs that use the TypeScript client."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from login_contract import resources
from tests.codegen.typescript.node_package import compile_program, workshop
from tests.docs.reading import shown
from tests.site.samples.shown import TYPESCRIPT
from tests.site.samples.shown import shown as samples

SAMPLES = [Path(__file__).with_name(name) for name in ("sample.ts", "receiver.ts")]
GUIDE = tomllib.loads(resources.path("contract_tests/clients/sdk_document.toml").read_text("utf-8"))
VALUES = {"string": "text", "boolean": "truth", "object": "{}"}


def test_strict_programs_and_those_of_the_documents_need_no_casts_and_wrong_calls_are_told() -> None:
    with workshop() as (installed, folder):
        for sample in SAMPLES:
            (folder / sample.name).write_bytes(sample.read_bytes())
        (folder / "document.ts").write_text(document(), "utf-8")
        # What a guide of the vendor's SDKs shows is a program of that SDK.
        ours = [program for path, program in shown("ts") if not path.stem.startswith("sdk-")]
        for at, program in enumerate(ours):
            (folder / f"shown{at}.ts").write_text(program, "utf-8")
        for each in samples(TYPESCRIPT):
            (folder / f"{each.name}.ts").write_text(each.sample.source, "utf-8")

        assert compile_program(installed, folder) == []


def document() -> str:
    """A program that makes each call of the SDK's document with just the parameters that it lists there."""
    given = "".join(f"  {each['name']}: {value(each)},\n" for each in GUIDE["initialisation"])
    calls = "".join(statement(each) for each in GUIDE["call"])
    return (
        'import { LoginApi } from "xsolla-login-client";\n'
        "declare const text: string;\n"
        "declare const truth: boolean;\n"
        f"const api = new LoginApi({{\n{given}}});\n"
        f"export async function everything(): Promise<void> {{\n{calls}}}\n"
    )


def statement(call: dict[str, Any]) -> str:
    """A call, and the reading of each result that the document shows."""
    given = "".join(f"{each['name']}: {value(each)}, " for each in call.get("parameter", ()))
    inner = f"{{ {given}}}"
    arguments = f"{{ {call['within']}: {inner} }}" if "within" in call else inner if given else ""
    examples = call.get("example", ())
    names = sorted({name for each in examples for answer in each.get("answers", ()) for name in answer})
    is_list = any("list" in each.get("notes", "") for each in examples)
    errors = ["error"] if any("error" in each for each in examples) else []
    statuses = ["code"] if any("status" in each for each in examples) else []
    read = "".join(f", result{'[0]?' if is_list else ''}.{name}" for name in [*names, *errors, *statuses])
    examples_too = "".join(
        f"    await api.{call['name']}({json.dumps(each['arguments'])});\n" for each in examples
    )
    made = f"const result = await api.{call['name']}({arguments});\n    void [result{read}];"
    return f"  {{\n    {made}\n{examples_too}  }}\n"


def value(parameter: dict[str, Any]) -> str:
    """An expression of the type that the document gives a parameter."""
    if "values" in parameter:
        return json.dumps(parameter["values"][0])
    return VALUES[parameter["type"]]

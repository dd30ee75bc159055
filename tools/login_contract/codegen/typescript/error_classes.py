"""`error-codes.ts`: an error class for each code that the description knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.codegen.typescript.text import comment, literal
from login_contract.description.error_codes import error_codes, error_names, in_short

_HEAD = """/** The codes that the API description knows, each a class of errors. */
import { named, Refusal } from "./errors.js";
"""


def error_classes(document: Mapping[str, Any]) -> str:
    """Return the module: a subclass of `Refusal` for each code, and `CODES`, which finds it by the code."""
    names, meanings = error_names(document), error_codes(document)
    classes = "".join(_class(name, in_short(code, meanings[code])) for code, name in names.items())
    table = "".join(f"  {literal(code)}: {name},\n" for code, name in names.items())
    about = comment("The class of each code.")
    return (
        f"{_HEAD}{classes}\n{about}"
        f"export const CODES: Readonly<Record<string, typeof Refusal>> = {{\n{table}}};\n"
    )


def _class(name: str, about: str) -> str:
    body = f"  static {{\n    named(this, {literal(name)});\n  }}\n"
    return f"\n{comment(about)}export class {name} extends Refusal {{\n{body}}}\n"

"""`error_codes.py` of the client: an error class for each code that the description knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.description.error_codes import error_codes, error_names, in_short

_HEAD = '''"""The codes that the API description knows, each an error class: `except WrongCredentials`."""

from __future__ import annotations

from collections.abc import Mapping

from xsolla_login_client.errors import Refusal

'''


def error_classes(document: Mapping[str, Any]) -> str:
    """Return the module: a subclass of `Refusal` for each code, and `CODES`, which finds it by the code."""
    names, meanings = error_names(document), error_codes(document)
    classes = "".join(_class(name, in_short(code, meanings[code])) for code, name in names.items())
    table = "".join(f"    {code!r}: {name},\n" for code, name in names.items())
    return f"{_HEAD}{classes}\n\nCODES: Mapping[str, type[Refusal]] = {{\n{table}}}\n"


def _class(name: str, about: str) -> str:
    text = about.replace("\\", "\\\\").replace('"""', "'''")
    return f'\nclass {name}(Refusal):\n    """{text}"""\n\n'

"""A generated form of parts, judged by what is sent of it."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs

from login_contract.description.message import MULTIPART
from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors import form_parts


def is_right_form(operation: Operation, case: Any) -> bool:
    """Say whether a request is a form whose parts are right, though it may have been made as a wrong one.

    Wrong it is then only where another part of the request is.
    """
    if case.media_type != MULTIPART or MULTIPART not in operation.bodies or not isinstance(case.body, dict):
        return False
    elsewhere = case.meta.components.items() if case.meta is not None else ()
    if any(part.mode.is_negative for place, part in elsewhere if place.value != "body"):
        return False
    return bool(_validator(operation).is_valid(form_parts.as_said(operation, case.body)))


@cache
def _validator(operation: Operation) -> Any:
    schema = described().inlined(operation.bodies[MULTIPART].schema)
    return jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

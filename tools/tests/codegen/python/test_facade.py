"""How the Python facade is rendered of a description and of what the generator wrote."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from login_contract.codegen.python.facade.code import Argument, docstring, indented, signature
from login_contract.codegen.python.facade.names import annotation, snake_case, takes_null
from login_contract.codegen.python.facade.written import Endpoint, Source, fields
from login_contract.codegen.python.templating import GenerationError

MODULE = '''
from ...models.thing import Thing
from ...models.wish import Wish
from ...operation import Operation
from ...types import UNSET, Unset

OPERATION = Operation("make-thing", repeatable=False, successes={"200": "body"})

def sync(
    owner: str, *, client: object, body: Wish, limit: int | Unset = UNSET, timeout: float = 5.0
) -> Thing | None:
    """Make a thing

    One only.

    Args:
        owner (str): Whose it is,
            for ever.
        limit (int | Unset): How many, or
            all: none is left out.
        timeout: seconds.

    Raises:
        LoginError: no.
    """
'''
MODEL = '''
from ..models.colour import Colour

class Wish:
    colour: Colour
    """ What it looks
    like. """
    size: int | Unset = 1
    additional_properties: dict[str, object] = {}
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name, text in {"api/things/make_thing.py": MODULE, "models/wish.py": MODEL}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return tmp_path


@pytest.fixture
def endpoint(package: Path) -> Endpoint:
    return Endpoint.read(Source.read(package, package / "api" / "things" / "make_thing.py"))


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("projectId", "project_id"),
        ("with_logout", "with_logout"),
        ("userAuthSSOWithRedirect", "user_auth_sso_with_redirect"),
        ("checkUserAuthSSO", "check_user_auth_sso"),
        ("clearSSO", "clear_sso"),
        ("isOauth2", "is_oauth2"),
        ("oauth2PostConsent", "oauth2_post_consent"),
    ],
)
def test_names_are_spelled_as_python_has_them(name: str, spelled: str) -> None:
    assert snake_case(name) == spelled


@pytest.mark.parametrize(
    ("schema", "kind", "null"),
    [
        ({"type": "string"}, "str", False),
        ({"type": ["string", "null"]}, "str", True),
        ({"type": "string", "format": "uuid"}, "UUID | str", False),
        ({"type": "string", "enum": ["all", "sso"]}, "Literal['all', 'sso']", False),
        ({"oneOf": [{"type": "boolean"}, {"$ref": "#/n"}, {"type": "null"}]}, "bool | int", True),
        ({"type": "array", "items": {"type": "string"}}, "Sequence[str]", False),
        ({"type": "object"}, "Mapping[str, object]", False),
    ],
)
def test_types_are_those_of_the_schema(schema: dict[str, object], kind: str, null: bool) -> None:
    document = {"n": {"type": "integer"}}

    assert annotation(document, schema) == kind
    assert takes_null(document, schema) == null


def test_function_is_read_as_it_was_written(endpoint: Endpoint) -> None:
    assert (endpoint.operation_id, endpoint.module) == ("make-thing", "make_thing")
    assert [each.code for each in endpoint.path] == ["owner: str"]
    assert [each.code for each in endpoint.others] == ["limit: int | Unset = UNSET"]
    assert [each.text for each in (*endpoint.path, *endpoint.others)] == [
        "Whose it is, for ever.",
        "How many, or all: none is left out.",
    ]
    assert endpoint.result == "Thing | None"
    assert endpoint.text == "Make a thing\n\nOne only."


def test_types_bring_their_imports_along(endpoint: Endpoint) -> None:
    assert endpoint.source.needed(["Thing | None", "UNSET"]) == {
        "from xsolla_login_client.models.thing import Thing",
        "from xsolla_login_client.types import UNSET",
    }


def test_fields_of_a_body_are_those_of_its_model(package: Path, endpoint: Endpoint) -> None:
    found = fields(package, endpoint)

    assert found is not None
    assert [each.code for each in found[1]] == ["colour: Colour", "size: int | Unset = 1"]
    assert found[1][0].text == "What it looks like."


def test_module_of_another_shape_is_refused(package: Path) -> None:
    path = package / "api" / "things" / "make_thing.py"
    path.write_text(MODULE.replace("def sync(", "def fetch("))

    with pytest.raises(GenerationError, match="no function sync"):
        Endpoint.read(Source.read(package, path))


def test_method_is_python_whatever_the_texts_hold() -> None:
    argument = Argument(name="name", kind="str", default=None, text='a \\ and """quotes""" ' + "long " * 40)
    head = signature("call", (argument,), (), "None", awaited=True)
    said = docstring("It \\ does\n\n" + '"""this"""', (argument,))

    (method,) = ast.parse(f"{head}\n{indented(said)}").body

    assert isinstance(method, ast.AsyncFunctionDef)
    assert "\\ and '''quotes'''" in (ast.get_docstring(method) or "")

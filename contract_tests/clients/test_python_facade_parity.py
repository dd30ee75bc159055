"""The Python facade has the calls and parameters of the vendor's guide to its SDK, under their names."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
from xsolla_login_client.account_api import AccountApi, AsyncAccountApi
from xsolla_login_client.login_api import AsyncLoginApi, AsyncLoginServerApi, LoginApi, LoginServerApi

from login_contract.description.model import Description, described

from .sdk_document import CALLS, INITIALISATION, in_python

FACADES = pytest.mark.parametrize("facade", [LoginApi, AsyncLoginApi])
# Of the SDK, but not of its guide.
BEYOND = (
    *("push_confirm_code", "get_social_link", "one_tap_login", "agreement", "otp_login", "otp_resend_code"),
    *("oauth2_auth", "oauth2_consent_validate", "oauth2_post_consent", "fetch_config"),
)


def parameters(function: Any) -> dict[str, inspect.Parameter]:
    return {name: each for name, each in inspect.signature(function).parameters.items() if name != "self"}


def kinds(each: inspect.Parameter) -> set[str]:
    return {kind.strip() for kind in str(each.annotation).split("|")}


@FACADES
def test_parameters_of_the_initialisation_are_there(facade: type) -> None:
    given = parameters(facade)

    for told in INITIALISATION:
        found = given[in_python(told)]
        if told.get("required"):
            assert found.default is inspect.Parameter.empty
        else:
            assert found.default == told.get("default")
        assert {"string": "str", "boolean": "bool"}[told["type"]] in kinds(found)


@FACADES
def test_the_project_alone_is_required(facade: type) -> None:
    empty = inspect.Parameter.empty

    assert [name for name, each in parameters(facade).items() if each.default is empty] == ["project_id"]


@FACADES
@pytest.mark.parametrize("told", CALLS, ids=lambda each: str(each["name"]))
def test_call_and_its_parameters_are_there(facade: type, told: dict[str, Any]) -> None:
    given = parameters(getattr(facade, in_python(told)))

    assert {in_python(each) for each in told.get("parameter", ())} <= given.keys()


@FACADES
def test_nothing_is_required_that_the_guide_does_not_know(facade: type) -> None:
    for told in CALLS:
        given = parameters(getattr(facade, in_python(told)))
        known = {in_python(each) for each in told.get("parameter", ())}
        required = {name for name, each in given.items() if each.default is inspect.Parameter.empty}
        assert required <= known


@FACADES
def test_heading_is_how_the_call_is_written(facade: type) -> None:
    for told in CALLS:
        given = parameters(getattr(facade, in_python(told)))
        named = [in_python({"name": each}) for each in told["heading"]]
        if told.get("within") or told.get("notes"):
            continue
        assert {*named} <= given.keys()


@FACADES
def test_calls_of_the_sdk_beyond_its_guide_are_there(facade: type) -> None:
    assert all(callable(getattr(facade, name, None)) for name in BEYOND)


@pytest.mark.parametrize(
    ("blocking", "awaited"), [(LoginApi, AsyncLoginApi), (LoginServerApi, AsyncLoginServerApi)]
)
def test_both_manners_have_the_same_calls(blocking: type, awaited: type) -> None:
    apart = {"close", "aclose"}
    calls = {name for name in dir(blocking) if not name.startswith("_")} - apart

    assert calls == {name for name in dir(awaited) if not name.startswith("_")} - apart
    for name in calls:
        found = inspect.getattr_static(blocking, name)
        if inspect.isfunction(found):
            assert parameters(found).keys() == parameters(getattr(awaited, name)).keys()


def test_every_other_operation_of_a_user_or_server_is_a_method(description: Description) -> None:
    for name, operation in description.operations.items():
        called = name.replace("-", "_")
        if "x-sdk-call" in operation.definition:
            continue
        audience = operation.definition.get("x-audience")
        assert hasattr(LoginServerApi, called) == (audience == "server")
        assert hasattr(AccountApi, called) == (audience == "client" and operation.user_token)


def test_facade_makes_every_call_that_the_description_knows() -> None:
    names = {each.definition.get("x-sdk-call") for each in described().operations.values()} - {None}

    assert all(callable(getattr(LoginApi, in_python({"name": each}))) for each in names)


@pytest.mark.parametrize(
    "kind", [LoginApi, AsyncLoginApi, LoginServerApi, AsyncLoginServerApi, AccountApi, AsyncAccountApi]
)
def test_every_parameter_of_a_call_has_a_line_of_its_own(kind: type) -> None:
    calls: dict[str, Any] = dict(inspect.getmembers(kind, inspect.isfunction))
    calls = {name: each for name, each in calls.items() if name[0] != "_"}
    if kind not in (AccountApi, AsyncAccountApi):
        calls[kind.__name__] = kind
    for name, call in calls.items():
        _, _, said = (inspect.getdoc(call) or "").partition("\nArgs:\n")
        told = re.findall(r"^    (\w+): \S", said.partition("\n\n")[0], re.MULTILINE)
        assert told == list(parameters(call)), name

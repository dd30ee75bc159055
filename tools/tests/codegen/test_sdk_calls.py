"""The model of the SDK's calls that the facades of the clients are rendered from."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest

from login_contract import resources
from login_contract.codegen.sdk_calls import Place, Sdk, SdkCall
from login_contract.codegen.sdk_reader import SdkCallError, read_sdk
from login_contract.description.model import described

GUIDE = tomllib.loads(resources.path("contract_tests/clients/sdk_document.toml").read_text("utf-8"))


def read(document: Any = None) -> Sdk:
    found = read_sdk(described().document if document is None else document)
    assert found is not None
    return found


def sent(call: SdkCall, *, oauth2: bool) -> set[str | None]:
    return {each.parameter.sent_as for each in call.sent(call.operation(oauth2))}


def places(call: SdkCall, *, oauth2: bool = False) -> dict[str, Place | None]:
    operation = call.operation(oauth2)
    return {each.name: each.place(operation) for each in call.arguments}


def changed() -> Any:
    return copy.deepcopy(dict(described().document))


def test_guide_and_description_agree_on_the_initialisation() -> None:
    parameters = {each.name: each for each in read().parameters}

    for each in GUIDE["initialisation"]:
        found = parameters[each["name"]]
        assert found.required == each.get("required", False)
        assert found.default == each.get("default")
        assert found.schema.get("minLength", 0) == each.get("longer_than", -1) + 1
    assert {name for name, each in parameters.items() if each.origin == "seed"} == {
        each["name"] for each in GUIDE["initialisation"]
    }


@pytest.mark.parametrize("told", GUIDE["call"], ids=lambda each: str(each["name"]))
def test_guide_and_description_agree_on_a_call(told: Any) -> None:
    sdk = read()
    call = sdk.by_name[told["name"]]
    known = {each.name: each for each in call.arguments}

    assert call.within == told.get("within")
    for parameter in told.get("parameter", ()):
        if parameter["name"] == sdk.protocol.argument:
            assert call.protocol_argument
        elif parameter["name"] != call.cancelled_by:
            assert known[parameter["name"]].required >= parameter.get("required", False)


def test_every_operation_behind_a_call_is_in_the_model() -> None:
    behind = {name for name, each in described().operations.items() if "x-sdk-call" in each.definition}

    assert set(read().by_operation) == behind


def test_call_is_the_operation_of_the_protocol() -> None:
    calls = read().by_name

    assert calls["login"].operation(oauth2=False).operation_id == "auth-by-username-and-password"
    assert calls["login"].operation(oauth2=True).operation_id == "oauth-20-auth-by-username-and-password"
    assert calls["logout"].operation(oauth2=False) is calls["logout"].operation(oauth2=True)


def test_call_sends_what_it_is_initialised_with() -> None:
    calls = read().by_name
    jwt = {"projectId", "locale", "login_url", "payload", "with_logout"}
    oauth2 = {"client_id", "scope", "state", "redirect_uri", "response_type"}

    assert sent(calls["login"], oauth2=False) == jwt
    assert sent(calls["login"], oauth2=True) == jwt | oauth2
    assert sent(calls["signup"], oauth2=False) == jwt | {"email_template"}
    # The operation takes the name of a template, but the SDK does not send it.
    assert sent(calls["emailGetCode"], oauth2=False) == jwt
    assert sent(calls["getConfirmCode"], oauth2=False) == {"projectId"}
    assert sent(calls["logout"], oauth2=True) == set()


def test_required_argument_goes_before_what_the_call_is_initialised_with() -> None:
    call = read().by_name["userAuthSSOWithRedirect"]

    assert places(call) == {"loginUrl": Place("query", "login_url")}
    assert "login_url" in sent(call, oauth2=False)
    assert "state" not in sent(read().by_name["pushConfirmCode"], oauth2=False)


def test_arguments_have_their_places() -> None:
    calls = read().by_name

    assert places(calls["ask"], oauth2=True) == {
        "fields": Place("body", "updatedFields", ("updatedFields",)),
        "token": Place("body", "token", ("token",)),
        "link_url": Place("body", "link_url", ("settings", "*", "link_url")),
    }
    assert places(calls["getSocialLink"]) == {"socialProvider": Place("path", "provider_name")}
    assert places(calls["logout"])["session"] == Place("query", "sessions")
    assert all(each.is_token for each in [places(calls["getAskFields"])["token"]] if each)


def test_calls_differ_in_what_they_take_beside() -> None:
    calls = read().calls

    assert {each.name for each in calls if each.captcha} == {"login", "phoneGetCode", "emailGetCode", "ask"}
    assert {each.name for each in calls if each.link} == {"phoneGetCode", "emailGetCode", "ask"}
    assert {each.name for each in calls if each.tells_setting} == {"fetchConfig"}
    assert {each.name for each in calls if each.confirms} == {"ask"}
    assert {each.name for each in calls if each.protocol_argument} == {
        *("phoneGetCode", "emailGetCode", "loginWithPhoneCode", "loginWithEmailCode")
    }


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("login", "value"),
        ("signup", "value or nothing"),
        ("reset", "nothing"),
        ("userAuthSSOWithRedirect", "location"),
        ("pushConfirmCode", "location or nothing"),
        ("oauth2Auth", "address"),
    ],
)
def test_answer_is_what_the_operation_answers(name: str, answer: str) -> None:
    assert read().by_name[name].answer == answer


def test_call_without_operations_is_left_out() -> None:
    document = changed()
    del document["paths"]["/login"], document["paths"]["/oauth2/login"], document["paths"]["/user"]

    calls = read(document).by_name

    assert "login" not in calls
    assert calls["signup"].operation(oauth2=False).operation_id == "oauth-20-register-new-user"


def test_description_without_the_sdk_has_no_calls() -> None:
    assert read_sdk({"paths": {}}) is None


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda document: document["x-sdk"]["calls"].pop("login"), "login, which x-sdk does not describe"),
        (
            lambda document: document["x-sdk"]["calls"]["login"]["arguments"].append({"name": "pin"}),
            "the argument pin of login has no place",
        ),
        (
            lambda document: (
                document["paths"]["/oauth2/login"]["post"].pop("x-protocol")
                and document["paths"]["/login"]["post"].pop("x-protocol")
            ),
            "login has another operation",
        ),
    ],
)
def test_what_does_not_fit_is_refused(break_it: Any, said: str) -> None:
    document = changed()
    break_it(document)

    with pytest.raises(SdkCallError, match=said):
        read_sdk(document)

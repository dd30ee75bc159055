"""`login-api.ts`: the calls of the widget SDK, as its document names and shapes them."""

from __future__ import annotations

from login_contract.codegen.sdk_calls import Sdk, SdkCall
from login_contract.codegen.typescript.sdk_inputs import argument_type, input_name, interfaces, takes_object
from login_contract.codegen.typescript.sdk_table import asked, tables
from login_contract.codegen.typescript.text import comment, literal

_HEAD = """/** The calls of the widget SDK, without its widget. */
import { AccountApi } from "./account-api.js";
import { Login, type Answering, type Connection } from "./login.js";
import type { {types} } from "./operation.js";
import type { ConfirmationAsked, Done, OneOf, Redirected } from "./results.js";
import type { SdkCall, SdkRules } from "./sdk-call.js";
import type { CancelToken, NothingCame } from "./waiting.js";

"""


def sdk_facade(sdk: Sdk) -> str:
    """Return the module with the class `LoginApi`."""
    text = f"{interfaces(sdk)}{tables(sdk)}{_class(sdk)}"
    names = ("Answer<", "Body<", "CallOptions", "Query<")
    types = ", ".join(each.rstrip("<") for each in names if each in text)
    return _HEAD.replace("{types}", types) + text


def _class(sdk: Sdk) -> str:
    head = comment(
        "The calls of the widget SDK, by its own names, and the account of who is logged in.",
        '    const api = new LoginApi({ projectId: "…" });\n'
        '    const { login_url } = await api.login({ credentials: { username: "…", password: "…" } });\n'
        "    await api.complete(login_url);\n"
        "    const profile = await api.account.getUserDetails();",
        "Calls reject with a `LoginError`. What the document of the SDK shows as a result is one: that the\n"
        "time of `getConfirmCode` is over, and what `ask` wants confirmed.",
    )
    methods = "".join(_method(each) for each in sdk.calls)
    return (
        f"{head}export class LoginApi extends Login {{\n"
        f"{comment('What a user does with the account, after `complete` or with `tokens`.', indent='  ')}"
        f"  readonly account: AccountApi;\n\n"
        f"  constructor(options: LoginApiOptions) {{\n    super(RULES, {{ ...options }});\n"
        f"    this.account = new AccountApi(this.client);\n  }}\n{methods}}}\n"
    )


def _method(call: SdkCall) -> str:
    operation = call.description.definition
    about = comment(
        str(operation.get("summary", "")) + ".", str(operation.get("description", "")), indent="  "
    )
    result = _result(call)
    if call.answer == "address":
        sent = f"return this.address(CALLS.{call.name}, given);"
        result = "string"
    else:
        sent = f"return this.make(CALLS.{call.name}, given) as Promise<{result}>;"
        result = f"Promise<{result}>"
    forms = _forms(call)
    if len(forms) == 1:
        names = ", ".join(each.partition("?:")[0].partition(":")[0] for each in forms[0])
        body = sent.replace("given)", f"[{names}])")
        return f"\n{about}  {call.name}({', '.join(forms[0])}): {result} {{\n    {body}\n  }}\n"
    overloads = "".join(f"  {call.name}({', '.join(form)}): {result};\n" for form in forms)
    return f"\n{about}{overloads}  {call.name}(...given: unknown[]): {result} {{\n    {sent}\n  }}\n"


def _forms(call: SdkCall) -> list[list[str]]:
    """The lists of parameters in which a call may be written."""
    options = [] if call.answer == "address" else ["options?: CallOptions"]
    if not call.arguments and not takes_object(call):
        return [["given?: Record<string, never>", *options]]
    some = call.arguments and any(each.required for each in call.arguments)
    named = [f"given{'' if some else '?'}: {input_name(call)}", *options]
    listed = [
        f"{each.name}: {kind}" if each.required else f"{each.name}?: {kind} | undefined"
        for each, kind in ((each, argument_type(each, call)) for each in call.arguments)
    ]
    return {
        "object": [named],
        "positions": [[*listed, *options]],
        "either": [named, [*listed, *options]],
    }[call.shape]


def _result(call: SdkCall) -> str:
    ids = [each.operation_id for each in call.operations.values()]
    answers = " | ".join(f"Exclude<Answer<{literal(each)}>, undefined>" for each in ids)
    parts = {
        "nothing": ["Done"],
        "value": [answers],
        "value or nothing": [answers, "Done"],
        "location": ["Redirected"],
        "location or nothing": ["Redirected", "Done"],
        "address": [],
    }[call.answer]
    if call.waits_while:
        parts = [*parts, "NothingCame"]
    if asked(call):
        parts = [*parts, "ConfirmationAsked"]
    whole = " | ".join(parts)
    return f"OneOf<{whole}>" if "|" in whole else whole

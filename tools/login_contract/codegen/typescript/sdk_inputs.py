"""The interfaces of `login-api.ts`: what the facade and its calls take."""

from __future__ import annotations

from login_contract.codegen.sdk_calls import Argument, Parameter, Sdk, SdkCall
from login_contract.codegen.typescript.text import comment, literal
from login_contract.codegen.typescript.types import place_type, plain_type


def interfaces(sdk: Sdk) -> str:
    """Return the interface of the initialisation, and of each object that a call takes."""
    captcha = "".join(f"  readonly {name}?: string | undefined;\n" for name in sdk.captcha.members)
    about = comment("The four results of a solved captcha.")
    calls = "".join(_input(each, sdk) for each in sdk.calls)
    return f"{about}export interface CaptchaData {{\n{captcha}}}\n\n{_config(sdk)}\n{calls}"


def takes_object(call: SdkCall) -> bool:
    """Whether a call takes anything."""
    return bool(call.arguments) or call.captcha or call.protocol_argument or call.cancelled_by is not None


def input_name(call: SdkCall) -> str:
    """What the interface of the object is called that a call takes."""
    return f"{call.name[:1].upper()}{call.name[1:]}Input"


def argument_type(argument: Argument, call: SdkCall) -> str:
    """The type of an argument of a call."""
    operation = next(each for each in call.operations.values() if each.operation_id in argument.places)
    return place_type(argument.schema, operation, argument.places[operation.operation_id])


def _config(sdk: Sdk) -> str:
    about = comment("What calls send of themselves; `projectId` alone has to be given.")
    lines = "".join(_parameter(each) for each in sdk.parameters if each.const is None)
    return f"{about}export interface LoginApiOptions extends Connection {{\n{lines}}}\n"


def _parameter(parameter: Parameter) -> str:
    kind = plain_type(parameter.schema) or "unknown"
    if kind == "number":
        kind = "number | string"
    default = "" if parameter.default is None else f"Default: {literal(parameter.default)}."
    text = comment(parameter.description, default, indent="  ")
    names = [parameter.name, *([parameter.also] if parameter.also else [])]
    mark = "" if parameter.required else "?"
    undefined = "" if parameter.required else " | undefined"
    return "".join(f"{text}  readonly {name}{mark}: {kind}{undefined};\n" for name in names)


def _input(call: SdkCall, sdk: Sdk) -> str:
    """The interface of the object that a call takes, where it takes one."""
    if call.shape == "positions" or not takes_object(call):
        return ""
    lines = "".join(_argument(each, call) for each in call.arguments)
    head = comment(f"What `{call.name}` takes.")
    if call.within is None:
        return f"{head}export interface {input_name(call)} {{\n{lines}{_beside(call, sdk)}}}\n\n"
    # What a project calls its own fields may stand beside those that are known.
    inner = f"{lines}  readonly [name: string]: unknown;\n"
    return (
        f"{comment(f'What `{call.name}` takes in `{call.within}`.')}"
        f"export interface {input_name(call)}Values {{\n{inner}}}\n\n"
        f"{head}export interface {input_name(call)} {{\n"
        f"  readonly {call.within}: {input_name(call)}Values;\n{_beside(call, sdk)}}}\n\n"
    )


def _argument(argument: Argument, call: SdkCall) -> str:
    optional = not argument.required or argument.also is not None
    kind = argument_type(argument, call)
    line = f"?: {kind} | undefined;\n" if optional else f": {kind};\n"
    names = [argument.name, *([argument.also] if argument.also else [])]
    return "".join(f"{comment(argument.description, indent='  ')}  readonly {name}{line}" for name in names)


def _beside(call: SdkCall, sdk: Sdk) -> str:
    lines = ""
    if call.protocol_argument:
        about = comment("Whether this call is one of OAuth 2.0, instead of what the login is.", indent="  ")
        lines += f"{about}  readonly {sdk.protocol.argument}?: boolean | undefined;\n"
    if call.captcha:
        lines += f"  readonly {sdk.captcha.argument}?: CaptchaData | undefined;\n"
    if call.cancelled_by:
        about = comment("Ends the wait. A text is taken and ends nothing.", indent="  ")
        lines += f"{about}  readonly {call.cancelled_by}?: CancelToken | string | undefined;\n"
    return lines

"""What arrives: the webhooks by name, and a delivery that has been checked."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import (
    Any,
    Generic,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from xsolla_login_client import documents, models
from xsolla_login_client.models import (
    EmailChangeDelivery,
    EmailDelivery,
    NewUserDelivery,
    PasswordChangeDelivery,
    PasswordResetDelivery,
    PhoneDelivery,
    RefreshTokenDelivery,
    SocialDelivery,
    UserVerificationDelivery,
)
from xsolla_login_client.webhooks.errors import BodyTooLarge, MalformedBody, UnknownWebhook

MAX_BODY_BYTES = 64 * 1024

AnyDelivery: TypeAlias = (
    NewUserDelivery
    | UserVerificationDelivery
    | PhoneDelivery
    | EmailDelivery
    | SocialDelivery
    | PasswordResetDelivery
    | RefreshTokenDelivery
    | PasswordChangeDelivery
    | EmailChangeDelivery
)

#: What the body of each webhook is read as, by the name of the webhook.
MODELS: Mapping[str, type[AnyDelivery]] = types.MappingProxyType(
    {
        "new-user": NewUserDelivery,
        "user-verification": UserVerificationDelivery,
        "phone": PhoneDelivery,
        "email": EmailDelivery,
        "social": SocialDelivery,
        "password-reset": PasswordResetDelivery,
        "refresh-token": RefreshTokenDelivery,
        "password-change": PasswordChangeDelivery,
        "email-change": EmailChangeDelivery,
    }
)

#: Of which properties a body has at least one; each sample of the reference has one of them.
EITHER: Mapping[type, tuple[str, ...]] = types.MappingProxyType(
    {UserVerificationDelivery: ("username", "email"), PasswordResetDelivery: ("username", "email")}
)

Data = TypeVar("Data", covariant=True)
Model = TypeVar("Model")


@attrs.frozen
class Claims:
    """What the gateway token tells; who the user is, as far as the flow knows.

    The reference names `request_type` alone. That there are others, and what they are called, is inferred:
    expect any of them to be missing.
    """

    request_type: str
    project_id: str | None
    """ The claim `xsolla_login_project_id`. """
    sub: str | None
    username: str | None
    email: str | None
    phone: str | None
    external_account_id: str | None
    provider: str | None
    """ Name of the social network. """
    id: str | None
    """ Who the user is there. """
    raw: Mapping[str, Any] = attrs.field(repr=False)
    """ All claims as they came. """


@attrs.frozen
class Delivery(Generic[Data]):
    """A delivery that the Login server has sent; `repr()` leaves its data out, which may hold a password."""

    claims: Claims
    data: Data = attrs.field(repr=False)


def read_body(body: bytes, webhook: str | None) -> Any:
    """Read the body of a webhook as its model, or as a plain object where the webhook is not named.

    Raises:
        MalformedBody: it is something else; BodyTooLarge is one of these.
        UnknownWebhook: there is no webhook of that name.
    """
    if webhook is None:
        return read_object(body)
    try:
        model = MODELS[webhook]
    except KeyError:
        raise UnknownWebhook("There is no webhook of that name.") from None
    return read_model(body, model)


def read_model(body: bytes, model: type[Model]) -> Model:
    """Read a body as a generated model, and make sure that it holds what its annotations promise.

    Raises:
        MalformedBody: the body is something else.
    """
    content = read_object(body)
    named = attrs.fields_dict(model)  # type: ignore[arg-type]  # every generated model is an attrs class
    given = {name: value for name, value in content.items() if value is not None or name not in named}
    try:
        value: Model = model.from_dict(given)  # type: ignore[attr-defined]
    except KeyError as missing:
        raise MalformedBody(f"The body lacks {missing.args[0]}.") from None
    except (TypeError, ValueError, AttributeError):
        raise MalformedBody("The body is not what this webhook sends.") from None
    _check_types(value, given)
    either = EITHER.get(model, ())
    if either and not any(given.get(name) for name in either):
        raise MalformedBody(f"The body has neither {' nor '.join(either)}.")
    return value


def read_object(body: bytes) -> dict[str, Any]:
    """Read a body as a JSON object.

    Raises:
        MalformedBody: it is none; BodyTooLarge is one of these.
    """
    if len(body) > MAX_BODY_BYTES:
        raise BodyTooLarge(f"The body is larger than {MAX_BODY_BYTES} bytes.")
    try:
        return documents.parse(body)
    except ValueError as problem:
        raise MalformedBody(f"The body {problem}.") from None


def _check_types(value: object, given: Mapping[str, Any]) -> None:
    """Generated models take what they are given; a receiver relies on the types."""
    for name, hint in get_type_hints(type(value), localns=vars(models)).items():
        if name == "additional_properties":
            continue
        part = getattr(value, name)
        nested = attrs.has(type(part))
        if not isinstance(part, _classes(hint)) or (nested and not isinstance(given[name], dict)):
            raise MalformedBody(f"The body has another type of {name}.")
        if nested:
            _check_types(part, given[name])


def _classes(hint: Any) -> tuple[type, ...]:
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(one for part in get_args(hint) for one in _classes(part))
    if get_origin(hint) is Literal:
        return tuple({type(one) for one in get_args(hint)})
    return (get_origin(hint) or hint,)

"""The inputs of a request that an example cannot give, because the server has to know them: made live.

What an input needs is told by its name, else by the schema of the body that it stands in. ``ALONE`` holds the
few operations of which neither tells: their input comes in a mail, or from an earlier call of the same user.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, target_of
from login_contract.suite.generated.live_stock import Stock


class Inputs(Protocol):
    """What a request says, be it generated or made of examples."""

    path_parameters: dict[str, Any]
    query: dict[str, Any]
    cookies: dict[str, Any]
    body: Any


Filler = Callable[[Inputs, Stock], None]

PROJECTS = ("projectId", "project_id", "login_project_id")
# The smallest picture: a GIF without a single image in it.
PICTURE = "GIF89a!!!!   ;"
# Who else a request is about.
PEOPLE = ("user_id", "user")
# What may belong to one account only, and how it is made where a request is to bring it along.
NEW: Mapping[str, Callable[[Stock], str]] = {
    "username": Stock.name,
    "email": lambda stock: stock.recipient("email"),
    "phone_number": lambda stock: stock.recipient("phone"),
    "phoneNumber": lambda stock: stock.recipient("phone"),
    "device_id": Stock.device,
    "server_custom_id": Stock.name,
}
PAGES = ("login_url", "redirect_uri", "link_url")
# Who has a password is refused: it is for accounts that were made without one.
WITHOUT_PASSWORD = frozenset({"add-username-email-auth-to-account"})
# What belongs to one kind of grant; another kind's is left out of a request.
OF_A_GRANT = (
    "client_secret",
    "code",
    "redirect_uri",
    "code_verifier",
    "refresh_token",
    "subject_token",
    "subject_token_type",
    "scope",
    "audience",
)


def fill_by_name(inputs: Inputs, stock: Stock) -> None:
    """Make live what means the same wherever it stands: project, client, page, network, token, challenge."""
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_project(container, stock.jwt_client.project_id)
            name_client(container, stock)
            name_pages(container)
    _name_network(inputs, stock)
    if isinstance(inputs.body, dict) and "token" in inputs.body:
        inputs.body["token"] = stock.token()
    if "challenge_id" in (inputs.query or {}):
        inputs.query["challenge_id"], code = stock.challenge()
        inputs.query.update({"code": code} if "code" in inputs.query else {})


def name_project(container: dict[str, Any], project_id: str) -> None:
    """Let a request name this project, where it names any."""
    container.update(dict.fromkeys(container.keys() & set(PROJECTS), project_id))


def name_somebody(container: dict[str, Any], make: Callable[[], str]) -> None:
    """Let a request name somebody who exists, where it names anybody."""
    container.update({name: make() for name in PEOPLE if isinstance(container.get(name), str)})


def name_others(inputs: Inputs, stock: Stock, make: Callable[[], str]) -> None:
    """Let a request that proves whose it is name other users who exist, and what nobody has yet.

    ``make`` makes one of those users and returns the id. A page of a list is the first, unless a link tells
    where another begins.
    """
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_somebody(container, make)
            container.update(
                {name: new(stock) for name, new in NEW.items() if isinstance(container.get(name), str)}
            )
            container.pop("after", None)


def name_client(container: dict[str, Any], stock: Stock) -> None:
    """Let a request name the project's usual client, as a number or as text."""
    given = container.get("client_id")
    if given is not None:
        client_id = stock.oauth_client.client_id
        container["client_id"] = str(client_id) if isinstance(given, str) else client_id


def name_pages(container: dict[str, Any]) -> None:
    """Let a request name a page that the project has registered."""
    container.update({name: CALLBACK for name in PAGES if isinstance(container.get(name), str)})


def name_observer(inputs: Inputs, stock: Stock) -> None:
    """Let a request of a server name the project that servers alone use, and an address that is new there."""
    for container in (inputs.path_parameters, inputs.query, inputs.body):
        if isinstance(container, dict):
            name_project(container, stock.observer.jwt_client.project_id)
    if isinstance(inputs.body, dict) and isinstance(inputs.body.get("url"), str):
        # An address is registered once only.
        inputs.body = {**inputs.body, "url": f"https://example.com/{stock.name()}"}


def _name_network(inputs: Inputs, stock: Stock) -> None:
    for name in inputs.path_parameters or {}:
        if name.endswith("cross_social_provider_name"):
            inputs.path_parameters[name] = "steam"
            inputs.query.pop("code", None)
            inputs.query["session_ticket"] = stock.social("steam").session_ticket
        elif name in ("provider_name", "providerName"):
            inputs.path_parameters[name] = "google"
            if isinstance(inputs.body, dict) and "access_token" in inputs.body:
                inputs.body["access_token"] = stock.social("google").access_token


def _registration(inputs: Inputs, stock: Stock) -> None:
    name = stock.name()
    inputs.body.update(username=name, email=f"{name}@example.com")


def _password_login(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(username=stock.user(), password=PASSWORD)


def _confirmation_resend(inputs: Inputs, stock: Stock) -> None:
    inputs.body["username"] = stock.user(confirmed=False)


def _password_reset(inputs: Inputs, stock: Stock) -> None:
    name = stock.user()
    user_id, code = stock.jwt_client.reset_link(name, f"{name}@example.com")
    inputs.body.update(user_id=user_id, reset_code=code)


def _token_update(inputs: Inputs, stock: Stock) -> None:
    inputs.body["updatedFields"] = dict(stock.answers)
    inputs.body.pop("settings", None)


def _attribute_update(inputs: Inputs, stock: Stock) -> None:
    # No two have one key, and no value has to be the text of anything.
    given = {each["key"]: dict(each) for each in inputs.body.get("attributes") or ()}
    for each in given.values():
        each.update({name: None for name in ("data_type", "format") if name in each})
    if inputs.body.get("attributes"):
        inputs.body["attributes"] = list(given.values())


def _relationship(inputs: Inputs, stock: Stock) -> None:
    # Everything else takes back or answers what the two have not said.
    if inputs.body["action"] != "block":
        inputs.body["action"] = "friend_request_add"


def _attribute_update_by_custom_id(inputs: Inputs, stock: Stock) -> None:
    inputs.path_parameters["server_custom_id"] = stock.custom_id()
    _attribute_update(inputs, stock)


def _attribute_schema(inputs: Inputs, stock: Stock) -> None:
    # A schema is that of every later update: it has to be about nothing that one of them names.
    inputs.body = {"type": "object", "properties": {stock.name(): {"type": "integer"}}}


def _linked_network(inputs: Inputs, stock: Stock) -> None:
    path = {"providerName": "google"}
    answer = stock.jwt_client.call(
        "get-url-to-link-social-network-to-account", path=path, bearer=stock.token()
    )
    if answer.is_success:
        page, _, _ = answer.json()["url"].partition("?")
        form = {"state": query_of(answer.json()["url"])["state"], "action": "add"}
        stock.jwt_client.http.post(page, data={**form, "id": stock.name(), "name": "Greta"})


def _new_group(inputs: Inputs, stock: Stock) -> None:
    # A name is given once only.
    inputs.body["name"] = f"{inputs.body['name'][:200]}{stock.name()}"


def _renamed_group(inputs: Inputs, stock: Stock) -> None:
    _group(inputs, stock)
    inputs.body["new_name"] = f"{inputs.body['new_name'][:200]}{stock.name()}"


def _group(inputs: Inputs, stock: Stock) -> None:
    inputs.path_parameters["group_id"] = stock.group()


def _groups(inputs: Inputs, stock: Stock) -> None:
    named = {
        name: [stock.group() for _ in ids[:1]] for name, ids in inputs.body.items() if isinstance(ids, list)
    }
    inputs.body.update({name: ids for name, ids in named.items() if name.endswith("user_groups")})


def _new_template(inputs: Inputs, stock: Stock) -> None:
    # An id may not be in use in the same place.
    inputs.path_parameters["template_id"] = stock.name()
    _serve_its_purpose(inputs)


def _changed_template(inputs: Inputs, stock: Stock) -> None:
    _template(inputs, stock)
    _serve_its_purpose(inputs)


def _serve_its_purpose(inputs: Inputs) -> None:
    inputs.body["body"] = f"{inputs.body['body'][:50_000]} {{{{code}}}} {{{{action_link}}}}"


def _template(inputs: Inputs, stock: Stock) -> None:
    path = inputs.path_parameters
    path["template_id"] = stock.email_template(path["locale"], path["template_type"])


def _template_mail(inputs: Inputs, stock: Stock) -> None:
    template_id = stock.email_template("en_US", "custom")
    inputs.body["template"] = {**inputs.body["template"], "id": template_id}


def _social_code(inputs: Inputs, stock: Stock) -> None:
    inputs.body["code"] = stock.social("google").code


def _gateway_token(inputs: Inputs, stock: Stock) -> None:
    inputs.query["projectId"], inputs.body["token"] = stock.proof()


def _picture(inputs: Inputs, stock: Stock) -> None:
    inputs.body["picture"] = PICTURE


def _server_registration(inputs: Inputs, stock: Stock) -> None:
    for name, value in (
        ("email", stock.recipient("email")),
        ("phone_number", stock.recipient("phone")),
        ("external_account_id", stock.name()),
    ):
        if isinstance(inputs.body.get(name), str):
            inputs.body[name] = value


def _custom_id_login(inputs: Inputs, stock: Stock) -> None:
    # An account at a platform stands for one user.
    if isinstance(inputs.body.get("social_profile"), dict):
        inputs.body["social_profile"] = {**inputs.body["social_profile"], "user_id": stock.name()}
    if inputs.body.get("attributes"):
        # An attribute is told once.
        inputs.body["attributes"] = list({each["key"]: each for each in inputs.body["attributes"]}.values())


def _custom_id(inputs: Inputs, stock: Stock) -> None:
    if isinstance(inputs.body.get("server_custom_id"), str):
        inputs.body["server_custom_id"] = stock.name()


def _account_link(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(code=stock.linking_code(), user_id=stock.name())


def _external_id_link(inputs: Inputs, stock: Stock) -> None:
    inputs.body["external_account_id"] = stock.name()


def _ban(inputs: Inputs, stock: Stock) -> None:
    # A ban ends later than it begins, be it now.
    for name, year in (("date_from", 2100), ("date_to", 2101)):
        if isinstance(inputs.body.get(name), str):
            inputs.body[name] = f"{year}-01-01T00:00:00+0000"


def _token_revocation(inputs: Inputs, stock: Stock) -> None:
    inputs.body.pop("client_secret", None)


def _token_grant(inputs: Inputs, stock: Stock) -> None:
    kind = inputs.body["grant_type"]
    for name in OF_A_GRANT:
        inputs.body.pop(name, None)
    client = stock.server if kind == "client_credentials" else stock.oauth_client
    inputs.body.update(_GRANTS.get(kind, _exchange)(stock))
    inputs.body["client_id"] = str(client.client_id)
    secret = stock.clients.secret(client.client_id)
    if secret is not None:
        inputs.body["client_secret"] = secret


def _authorization_code(stock: Stock) -> Mapping[str, str]:
    code = query_of(target_of(stock.oauth_client.login(stock.user())))["code"]
    stock.oauth_client.forget_cookies()
    return {"code": code, "redirect_uri": CALLBACK}


def _refresh_token(stock: Stock) -> Mapping[str, str]:
    tokens = stock.oauth_client.tokens(stock.user(), scope="offline")
    stock.oauth_client.forget_cookies()
    return {"refresh_token": tokens["refresh_token"]}


def _client_credentials(stock: Stock) -> Mapping[str, str]:
    return {}


def _exchange(stock: Stock) -> Mapping[str, str]:
    return {"subject_token": stock.token(), "subject_token_type": "jwt"}


def _mailed_link(inputs: Inputs, stock: Stock) -> None:
    name = stock.user(confirmed=False)
    stock.jwt_client.resend(name)
    link = stock.jwt_client.message(f"{name}@example.com", "account_confirmation").link
    inputs.query["code"] = query_of(link or "")["code"]


def _opened_link(inputs: Inputs, stock: Stock) -> None:
    recipient, link, operation_id = stock.link()
    stock.jwt_client.open(link)
    inputs.query.update(login=recipient, operation_id=operation_id)


def _unopened_link(inputs: Inputs, stock: Stock) -> None:
    _, link, _ = stock.link()
    inputs.query["state"] = query_of(link)["state"]


def _own_number(inputs: Inputs, stock: Stock) -> None:
    number = stock.unique_number()
    stock.jwt_client.call("update-user-phone-number", body={"phone_number": number}, bearer=stock.token())
    inputs.path_parameters["phoneNumber"] = number


def _free_number(inputs: Inputs, stock: Stock) -> None:
    inputs.body["phone_number"] = stock.unique_number()


def _phone_link(inputs: Inputs, stock: Stock) -> None:
    number = stock.unique_number()
    answer = stock.jwt_client.call("link-phone-number", body={"phone_number": number}, bearer=stock.token())
    inputs.body["phone_number"] = number
    if answer.is_success:
        operation_id = answer.json()["operation_id"]
        (message,) = stock.sent(operation_id, number)
        inputs.body.update(operation_id=operation_id, code=message.code)


def _new_device(inputs: Inputs, stock: Stock) -> None:
    inputs.body["device_id"] = stock.unique_device()


def _own_device(inputs: Inputs, stock: Stock) -> None:
    client, token = stock.jwt_client, stock.token()
    body = {"device": "Pocket 3", "device_id": stock.unique_device()}
    path = {"type_or_id": "android"}
    client.call("link-device-to-account", path=path, body=body, bearer=token)
    answer = client.call("get-users-devices", bearer=token)
    if answer.is_success:
        inputs.path_parameters["type_or_id"] = answer.json()[-1]["id"]


def _factor_by_mail(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(mfa_type="email", enabled=True)


def _factors_by_mail(inputs: Inputs, stock: Stock) -> None:
    # Whoever is to have a second factor afterwards has an address.
    inputs.body["mfa_types"] = [{"mfa_type": "email", "priority": 1}]


_GRANTS = {
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
    "client_credentials": _client_credentials,
    TOKEN_EXCHANGE: _exchange,
}
BODIES: Mapping[str, Filler] = {
    "Registration": _registration,
    "PasswordLogin": _password_login,
    "ConfirmationResend": _confirmation_resend,
    "PasswordReset": _password_reset,
    "TokenUpdate": _token_update,
    "TokenGrant": _token_grant,
    "TokenRevocation": _token_revocation,
    "NewBan": _ban,
    "PictureUpload": _picture,
    "RelationshipUpdate": _relationship,
    "SocialCodeLogin": _social_code,
    "ServerRegistration": _server_registration,
    "CustomIdLogin": _custom_id_login,
    "CustomId": _custom_id,
    "AccountLink": _account_link,
    "ExternalIdLink": _external_id_link,
    "GatewayTokenValidation": _gateway_token,
    "AttributeSchema": _attribute_schema,
    "ClientAttributeUpdate": _attribute_update,
    "ReadOnlyAttributeUpdate": _attribute_update,
    "ServerAttributeUpdate": _attribute_update,
    "AddedPassword": _registration,
    "PhoneLinkConfirmation": _phone_link,
    "OwnSecondFactor": _factor_by_mail,
    "SecondFactorChange": _factor_by_mail,
    "SecondFactorsChange": _factors_by_mail,
    "NewUserGroup": _new_group,
    "RenamedUserGroup": _renamed_group,
    "MembershipChange": _groups,
    "Membership": _groups,
    "MembershipEnd": _groups,
    "TemplateMail": _template_mail,
}
ALONE: Mapping[str, Filler] = {
    "confirm-account": _mailed_link,
    "del-project-user-group": _group,
    "create-custom-email-template": _new_template,
    "update-custom-email-template": _changed_template,
    "get-custom-email-template": _template,
    "get-confirmation-code": _opened_link,
    "push-confirmation-code": _unopened_link,
    "update-users-attributes-from-server-by-server-custom-id": _attribute_update_by_custom_id,
    "delete-linked-networks": _linked_network,
    "link-device-to-account": _new_device,
    "unlink-device-from-account": _own_device,
    "delete-user-phone-number": _own_number,
    "jwt-refresh-social-token": _linked_network,
    "link-phone-number": _free_number,
}

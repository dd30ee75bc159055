"""Every way to log in, with the Python client; what a player reads or picks is asked of the local server."""

from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
from xsolla_login_client import ConfirmationRequired, LoginApi
from xsolla_login_client.api.devices import jwt_auth_via_device_id
from xsolla_login_client.api.social import jwt_auth_via_access_token_of_social_network
from xsolla_login_client.error_codes import UnconfirmedAccount
from xsolla_login_client.models import DeviceLogin, SocialTokenLogin
from xsolla_login_client.tokens import Tokens

MOCK = "http://127.0.0.1:8480/_mock"
API = "http://127.0.0.1:8480/api"
PROJECT = UUID("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10")


def newest(recipient: str) -> dict[str, Any]:
    """Return the newest message to somebody."""
    answer = httpx.get(f"{MOCK}/outbox", params={"recipient": recipient, "wait": 5})
    return dict(answer.json()["messages"][0])


def project(**settings: object) -> None:
    """Change settings of the project."""
    httpx.patch(f"{MOCK}/projects/{PROJECT}", json=settings).raise_for_status()


# A password, once the mailed link was opened.
with LoginApi(PROJECT, base_url=API) as api:
    api.signup(username="ann", email="ann@example.com", password="correct-horse-7")
    try:
        api.login(username="ann", password="correct-horse-7")
    except UnconfirmedAccount:
        api.resend_email("ann")
    httpx.get(newest("ann@example.com")["link"])  # the player opens it
    api.complete(api.login(username="ann", password="correct-horse-7").login_url)
    print("password:", api.account.get_user_details().username)

# A code that is typed.
with LoginApi(PROJECT, base_url=API) as api:
    asked = api.phone_get_code(phone_number="+12025550143")
    code = newest("+12025550143")["code"]  # the player types it
    login = api.login_with_phone_code(phone_number="+12025550143", code=code, operation_id=asked.operation_id)
    api.complete(login.login_url)
    print("code:", api.account.get_user_phone_number().phone_number)

# A link instead of a code: the game waits until it is opened.
with LoginApi(PROJECT, base_url=API) as api:
    api.fetch_config()  # learns that the project lets messages carry a link
    asked = api.email_get_code(email="bob@example.com")
    httpx.get(newest("bob@example.com")["link"])  # the player opens it, on whatever device
    opened = api.get_confirm_code(login="bob@example.com", operation_id=asked.operation_id, timeout=180)
    login = api.login_with_email_code(
        email="bob@example.com", code=opened.code, operation_id=asked.operation_id
    )
    api.complete(login.login_url)
    print("link:", api.account.get_user_details().email)

# A second factor after the password.
project(two_factor="email")
with LoginApi(PROJECT, base_url=API) as api:
    login = api.login(username="demo", password="password123")
    query = parse_qs(urlsplit(login.login_url).query)
    if "challenge_id" in query:
        code = newest("demo@example.com")["code"]
        url = api.otp_login(code=code, challenge_id=query["challenge_id"][0]).url
        api.complete(url)
    print("second factor:", api.account.get_user_details().username)
project(two_factor="none")

# What a social network's own SDK gave the game.
shown = httpx.post(f"{MOCK}/social-tokens", json={"provider": "google", "identity": "google-1"}).json()
with LoginApi(PROJECT, base_url=API) as api:
    answer = jwt_auth_via_access_token_of_social_network.sync(
        "google",
        client=api.client,
        project_id=PROJECT,
        body=SocialTokenLogin(access_token=shown["access_token"]),
    )
    api.use(Tokens(answer.token))
    print("social network:", [each.provider for each in api.account.get_linked_networks()])

# A device, whose player gets a password later.
with LoginApi(PROJECT, base_url=API) as api:
    answer = jwt_auth_via_device_id.sync(
        "android",
        client=api.client,
        project_id=PROJECT,
        body=DeviceLogin(device="Pixel 9", device_id="7f3d1c9a2b4e6f80"),
    )
    api.use(Tokens(answer.token))
    print("device: anonymous", api.account.get_user_details().is_anonymous)
    api.account.add_username_email_auth_to_account(
        username="dora", email="dora@example.com", password="correct-horse-7"
    )
    httpx.get(newest("dora@example.com")["link"])  # the player opens it
    print("device:", api.account.get_user_details().username)

# A field that the project asks for before anything else.
project(
    ask_fields=[{"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}]
)
with LoginApi(PROJECT, base_url=API) as api:
    answer = jwt_auth_via_device_id.sync(
        "ios",
        client=api.client,
        project_id=PROJECT,
        body=DeviceLogin(device="iPhone", device_id="7f3d1c9a2b4e6f81"),
    )
    missing = api.get_ask_fields(answer.token)
    told = api.ask(fields={missing[0].name: "kim@example.com"}, token=answer.token)
    if isinstance(told, ConfirmationRequired):
        code = newest("kim@example.com")["code"]
        login = api.login_with_email_code(email="kim@example.com", code=code, operation_id=told.operation_id)
        api.complete(login.login_url)
    print("asked:", api.account.get_user_details().email)
project(ask_fields=[])

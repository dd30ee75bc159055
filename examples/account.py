"""A game shows and changes the account of its player: profile, phone number, friends, attributes, picture."""

from io import BytesIO
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from xsolla_login_client import AuthenticatedClient, Client
from xsolla_login_client.api.attributes import (
    get_users_attributes_from_client,
    update_users_attributes_from_client,
)
from xsolla_login_client.api.contacts import confirm_phone_number, link_phone_number
from xsolla_login_client.api.friends import get_users_friends, update_users_friends
from xsolla_login_client.api.password import auth_by_username_and_password
from xsolla_login_client.api.pictures import upload_user_picture
from xsolla_login_client.api.profile import (
    get_user_details,
    search_users_by_nickname,
    update_user_details,
)
from xsolla_login_client.models import (
    ClientAttributeQuery,
    ClientAttributeUpdate,
    CodeRequested,
    LoginResult,
    NewPhone,
    NicknameSearch,
    PasswordLogin,
    PhoneLinkConfirmation,
    PictureUpload,
    PlainAttribute,
    RelationshipPage,
    RelationshipUpdate,
    UserDetails,
    UserDetailsUpdate,
)
from xsolla_login_client.types import File

API = "http://127.0.0.1:8480/api"
PROJECT = UUID("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10")
NUMBER = "+12025550143"
# The smallest picture.
PIXEL = bytes.fromhex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b")

Expected = TypeVar("Expected")


def given(answer: object, kind: type[Expected]) -> Expected:
    """Return an answer of the kind that a call is made for; a refusal is answered too, not raised."""
    if not isinstance(answer, kind):
        raise RuntimeError(f"refused: {answer}")
    return answer


# Any login gives a token; every call below is made with it.
with Client(base_url=API) as visitor:
    login = auth_by_username_and_password.sync(
        client=visitor,
        project_id=PROJECT,
        body=PasswordLogin(username="demo", password="password123"),
    )
token = parse_qs(urlsplit(given(login, LoginResult).login_url).query)["token"][0]

with AuthenticatedClient(base_url=API, token=token) as player:
    # The profile: what is left out stays; the first nickname brings a tag, and a birthday is told once.
    change = UserDetailsUpdate(nickname="Jane", gender="f")
    profile = given(update_user_details.sync(client=player, body=change), UserDetails)
    print(f"{profile.nickname}#{profile.tag}")

    # A phone number is the player's once they have typed the code that it was sent.
    asked = link_phone_number.sync(client=player, body=NewPhone(phone_number=NUMBER))
    operation = given(asked, CodeRequested).operation_id
    code = input("The code of the SMS: ")
    confirm_phone_number.sync(
        client=player,
        body=PhoneLinkConfirmation(phone_number=NUMBER, operation_id=operation, code=code),
    )

    # Friends: found by nickname, asked, and listed page by page.
    found = search_users_by_nickname.sync(client=player, nickname="Joe")
    for user in given(found, NicknameSearch).users:
        update_users_friends.sync(
            client=player,
            body=RelationshipUpdate(action="friend_request_add", user=user.user_id),
        )
    page = get_users_friends.sync(
        client=player, type_="friend_requested", sort_by="by_updated", sort_order="desc"
    )
    print([entry.user.nickname for entry in given(page, RelationshipPage).relationships])

    # Attributes: what the game wants to keep of its player. A value is a text.
    level = PlainAttribute(key="level", value="7", permission="public")
    update_users_attributes_from_client.sync(
        client=player,
        body=ClientAttributeUpdate(attributes=[level]),
    )
    kept = get_users_attributes_from_client.sync(client=player, body=ClientAttributeQuery(keys=["level"]))
    print({attribute.key: attribute.value for attribute in given(kept, list)})

    # A picture: PNG, JPEG, GIF or WebP, known by its content.
    upload_user_picture.sync(client=player, body=PictureUpload(picture=File(payload=BytesIO(PIXEL))))
    print(given(get_user_details.sync(client=player), UserDetails).picture)

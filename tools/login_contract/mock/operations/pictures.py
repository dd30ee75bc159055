"""The picture of an account."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services

# Whatever its bytes are to somebody else, to a browser they are a picture of this kind and nothing that runs;
# pages of other sites may show it, also those that are isolated from them.
SHOWN = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "content-disposition": "inline",
    "cross-origin-resource-policy": "cross-origin",
}


@serves("upload-user-picture")
async def upload_user_picture(call: Call, services: Services) -> Reply:
    """Make the upload the picture of the account."""
    return Reply.json({"picture": await services.pictures.upload(call.user, call.body["picture"])})


@serves("delete-user-picture")
async def delete_user_picture(call: Call, services: Services) -> Reply:
    """Remove the picture of the account."""
    await services.pictures.remove(call.user)
    return Reply.empty()


@serves("mock-picture")
async def mock_picture(call: Call, services: Services) -> Reply:
    """Show a picture."""
    picture = await services.pictures.show(call.path["picture"])
    return Reply(200, picture.content, picture.media_type, SHOWN)

"""Many users at once, from a file and into one."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.user_imports import ImportRequest
from login_contract.mock.services import Services

# It may hold what a browser would take for a page.
DOWNLOAD = {
    "content-disposition": 'attachment; filename="users.csv"',
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
}


@serves("upload-import-file")
async def upload_import_file(call: Call, services: Services) -> Reply:
    """Make users of the lines of a file."""
    body = call.body
    wanted = ImportRequest(
        upload=body["users"], mapping=body["mapping"], comma=body.get("comma", ","), email=body["email"]
    )
    await services.user_imports.run(call.project, wanted)
    return Reply.empty()


@serves("export-users")
async def export_users(call: Call, services: Services) -> Reply:
    """Write the users to a file."""
    await services.user_exports.run(call.project, call.body["email"])
    return Reply.empty()


@serves("mock-file")
async def mock_file(call: Call, services: Services) -> Reply:
    """Give a file to whoever was mailed the link."""
    content = await services.user_exports.read(call.path["file"])
    return Reply(200, content, "text/csv", DOWNLOAD)

"""The User Account page: what a user opens by its URL, with the token in the hash."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.hosted import account_document, account_texts, page_files
from login_contract.mock.services import Services


@serves("mock-user-account-page")
async def mock_user_account_page(call: Call, services: Services) -> Reply:
    """Show the page; who it is for, it finds out itself."""
    page = account_document.page(call.query.get("locale"), origin=services.settings.origin)
    return Reply.html(page, headers=account_document.headers(services.projects.origins()))


@serves("mock-page-file")
async def mock_page_file(call: Call, services: Services) -> Reply:
    """Give a style sheet or a module of the page."""
    file = page_files.named(call.path["file"])
    headers = {"cache-control": "no-cache", "x-content-type-options": "nosniff"}
    return Reply(200, file.text, file.media_type, headers)


@serves("mock-page-texts")
async def mock_page_texts(call: Call, services: Services) -> Reply:
    """Tell what the page says in a language."""
    return Reply.json(account_texts.told(call.query.get("locale")), headers={"cache-control": "no-cache"})

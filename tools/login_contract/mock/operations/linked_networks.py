"""The social networks that are linked to an account, and the links that lead to their pages."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.login import Onward
from login_contract.mock.services import Services


@serves("get-linked-networks")
async def get_linked_networks(call: Call, services: Services) -> Reply:
    """List the accounts at social networks that stand for the user."""
    shown = [
        {
            "provider": account.provider,
            "social_id": account.external_id,
            "full_name": account.profile.get("name"),
            "nickname": account.profile.get("nickname"),
            "picture": account.profile.get("picture"),
        }
        for account in await services.linked_networks.of(call.user)
    ]
    return Reply.json(shown)


@serves("get-url-to-link-social-network-to-account")
async def get_url_to_link_social_network_to_account(call: Call, services: Services) -> Reply:
    """Answer the address of the page of a network where an account is picked to be linked."""
    return Reply.json({"url": (await _start(call, services)).url})


@serves("link-social-network-to-account")
async def link_social_network_to_account(call: Call, services: Services) -> Reply:
    """Send the browser to the page of a network where an account is picked to be linked."""
    return Reply.redirect((await _start(call, services)).url)


@serves("delete-linked-networks")
async def delete_linked_networks(call: Call, services: Services) -> Reply:
    """Take away what links an account at a social network to the user."""
    await services.linked_networks.remove(call.user, call.path["providerName"])
    return Reply.empty()


@serves("get-links-for-social-auth")
async def get_links_for_social_auth(call: Call, services: Services) -> Reply:
    """List the addresses of the logins through every social network of the project."""
    links = await services.linked_networks.login_urls(call.user, locale=call.query.get("locale"))
    return Reply.json([{"provider": provider, "auth_url": url} for provider, url in links])


@serves("jwt-refresh-social-token")
async def jwt_refresh_social_token(call: Call, services: Services) -> Reply:
    """Answer a new token of the user, as of a login through the social network."""
    grant = await services.linked_networks.renew(call.user, call.path["provider_name"])
    return await login_reply.token_reply(grant, services)


async def _start(call: Call, services: Services) -> Onward:
    return await services.linked_networks.start(
        call.user,
        call.path["providerName"],
        login_url=call.query.get("login_url"),
        redirect_uri=call.query.get("redirect_uri"),
        locale=call.query.get("locale"),
    )

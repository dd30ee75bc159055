"""Custom user-data storage: which events are told of a partner's users, and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.event_subscriber import PATH, EventSubscriber
from login_contract.suite.actors.partner_flows import FLOWS, Flow
from login_contract.suite.actors.storage_partner import StoragePartner

from .first_logins import CONFIRMED, LINKED, LOGGED_IN, REGISTERED, VERIFIED, by_network

law = pytest.mark.law
SIGN_UPS = {"email": [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN], "email-change": [CONFIRMED]}


@law(
    "With custom user-data storage nothing is told before the partner has accepted, and then it is told once"
)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_partner_decides_what_is_told(partner: StoragePartner, flow: Flow) -> None:
    listener = EventSubscriber(oauth_client=partner.oauth_client, receiver=partner.receiver)
    step = flow.begin(partner)
    listener.hear()
    partner.answer(flow.webhook, 400)
    assert step().status_code == flow.refused
    partner.answer(flow.webhook, 204)
    assert not step().is_error

    known = not flow.logs_in or flow.webhook == "refresh-token"
    expected = [] if known else SIGN_UPS.get(flow.webhook, [REGISTERED, VERIFIED, LOGGED_IN])
    assert listener.types(len(expected)) == expected
    assert len(partner.receiver.of(PATH)) == len(expected)


@law("A newcomer who turns out to be a known user links their social account and does not register")
def test_merged_newcomer_links_an_account(make_partner: Callable[..., StoragePartner]) -> None:
    named = {"id": "server_custom_id"}
    key_map = {"user-verification": named, "social": named}
    partner = make_partner(merge_by_server_custom_id=True, key_map=key_map)
    listener = EventSubscriber(oauth_client=partner.oauth_client, receiver=partner.receiver)
    for webhook in key_map:
        partner.answer(webhook, json={"id": "7"})
    assert partner.jwt_client.login("jane").status_code == 200
    listener.hear()
    for _ in range(2):
        assert by_network(listener).status_code == 200

    assert listener.types(3) == [LINKED, LOGGED_IN, LOGGED_IN]
    linked = listener.heard(3)[0]["data"]
    assert (linked["username"], linked["provider"]) == ("jane", "google")
    assert [event["data"]["user_id"] for event in listener.heard(3)] == [partner.user()["user_id"]] * 3

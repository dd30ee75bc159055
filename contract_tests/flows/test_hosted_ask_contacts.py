"""Contacts given on the page that asks for fields: whose they are, and the codes and links that prove it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.hosted_pages import (
    assert_over,
    assert_refused,
    begin,
    send,
    show,
    to_network,
)
from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of

from .ask_pages import ASKED_PHONE, BY_CODE, HOBBY, PHONE, asking, assert_arrived, at_page, sent_code, stopped

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A contact that has to be confirmed belongs to nobody before its code is right", security=True)
@pytest.mark.parametrize("confirmation", ["code", "link"])
def test_contact_is_proven_on_the_page(make_oauth_client: MakeOAuthClient, confirmation: str) -> None:
    oauth_client = asking(make_oauth_client, {**ASKED_PHONE, "confirmation_type": confirmation})
    page = stopped(oauth_client)

    answer = send(oauth_client, page, action="answer", **{"field.phone_number": "+1 (202) 555-0143"})

    assert answer.status_code == 200
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)
    assert 'name="code"' in show(oauth_client, page).text
    code = sent_code(oauth_client)
    for wrong in ("000000", "", code[:-1], "nonsense"):
        assert_refused(send(oauth_client, page, action="code", code=wrong))
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [None]
    assert_arrived(send(oauth_client, page, action="code", code=f" {code} "), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law(
    "An opened link confirms a contact as its code does, and tells its reader nothing of the login",
    security=True,
)
def test_opened_link_proves_a_contact(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, {**ASKED_PHONE, "confirmation_type": "link"})
    page = stopped(oauth_client, locale="de_DE")
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    opened = target_of(oauth_client.jwt_client.open(oauth_client.jwt_client.message(PHONE).link))

    assert (urlsplit(opened).path, query_of(opened)) == ("/_mock/ask/opened", {"locale": "de_DE"})
    assert query_of(page)["ticket"] not in show(oauth_client, opened).text
    assert_arrived(send(oauth_client, page, action="code"), oauth_client)


@law("A new code replaces the one of before, and an expired one is no good", security=True)
def test_code_is_sent_again(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE, code_length=12)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})
    old = sent_code(oauth_client)
    control.advance(181)
    assert_refused(send(oauth_client, page, action="code", code=old))

    assert send(oauth_client, page, action="send-again").status_code == 200
    new = sent_code(oauth_client)
    assert_refused(send(oauth_client, page, action="code", code=old))

    assert_arrived(send(oauth_client, page, action="code", code=new), oauth_client)
    assert_over(send(oauth_client, page, action="code", code=new))


@law("A code that the project no longer wants holds nobody up")
def test_code_that_is_no_longer_wanted(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    oauth_client.configure(ask_fields=[ASKED_PHONE])

    assert_arrived(send(oauth_client, page, action="send-again"), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law("From the code there is a way back to the fields, where another contact can be given")
def test_another_contact_can_be_given(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, BY_CODE, HOBBY)
    page = stopped(oauth_client)
    send(oauth_client, page, action="answer", **{"field.phone_number": "+12025550199"})
    mistaken = sent_code(oauth_client, "+12025550199")

    fields = send(oauth_client, page, action="back").text
    assert all(f'name="field.{name}"' in fields for name in ("phone_number", "hobby"))
    assert_refused(send(oauth_client, page, action="code", code=mistaken))
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})

    assert_arrived(send(oauth_client, page, action="code", code=sent_code(oauth_client)), oauth_client)
    assert [user.get("phone_number") for user in oauth_client.jwt_client.users()] == [PHONE]


@law("Two contacts that have to be confirmed are asked one after the other, and nothing is asked twice")
def test_two_contacts_are_asked_one_after_the_other(make_oauth_client: MakeOAuthClient) -> None:
    email = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
    oauth_client = make_oauth_client(ask_fields=[email, HOBBY, BY_CODE])
    network = to_network(oauth_client, begin(oauth_client))
    page = at_page(send(oauth_client, network, action="pick", id="google-2"))
    first = show(oauth_client, page).text
    assert [name in first for name in ("field.email", "field.hobby", "field.phone")] == [True, True, False]
    send(oauth_client, page, action="answer", **{"field.email": "gustav@example.com"})
    code = sent_code(oauth_client, "gustav@example.com")

    page = at_page(send(oauth_client, page, action="code", code=code))

    second = show(oauth_client, page).text
    assert ("field.hobby" in second, "field.phone_number" in second) == (False, True)
    send(oauth_client, page, action="answer", **{"field.phone_number": PHONE})
    assert_arrived(send(oauth_client, page, action="code", code=sent_code(oauth_client)), oauth_client)


@law("A contact of another account is refused at its field", security=True)
def test_taken_contact_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, ASKED_PHONE)
    oauth_client.member("eve", email="eve@example.com", phone_number=PHONE)
    page = stopped(oauth_client)

    assert_refused(send(oauth_client, page, action="answer", **{"field.phone_number": PHONE}))

    numbers = [user.get("phone_number") for user in oauth_client.jwt_client.users()]
    assert sorted(numbers, key=bool) == [None, PHONE]

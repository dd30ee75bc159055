"""Social networks linked to an account: one identity, one account, and no way from one to another."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal, token_of
from login_contract.suite.actors.network_links import LINK, NetworkLinks, logged_in, registered
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_TOKEN,
    LINKED_ALREADY,
    NOT_AVAILABLE,
    NOT_FOUND,
    PARTNER_REFUSES_LOGIN,
    UNREGISTERED_ADDRESS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
MakeListener = Callable[..., EventSubscriber]
REDIRECT = "link-social-network-to-account"
BOTH = pytest.mark.parametrize("operation_id", [LINK, REDIRECT])
GINA = {
    "id": "gina",
    "name": "Gina",
    "nickname": "gg",
    "email": "gina@example.com",
    "picture": "https://example.com/gina.png",
}
SHOWN = {
    "provider": "google",
    "social_id": "gina",
    "full_name": "Gina",
    "nickname": "gg",
    "picture": "https://example.com/gina.png",
}


@law("Whoever is picked on the page of a network logs in to the account that asked from then on")
@BOTH
@pytest.mark.needs("is_mock")
def test_linked_identity_logs_in_to_the_account(
    make_oauth_client: MakeOAuthClient, operation_id: str
) -> None:
    oauth_client = make_oauth_client(social_identities={"google": [GINA]})
    ann = registered(oauth_client)
    assert ann.linked() == []

    answer = ann.send(ann.page(operation_id=operation_id), action="pick", id="gina")

    assert target_of(answer) == CALLBACK
    assert "set-cookie" not in answer.headers
    assert ann.linked() == [SHOWN]
    assert ann.logs_in("gina") == ann.user_id
    assert ann.logs_in("gina", "facebook") != ann.user_id


@law("An identity that stands for somebody else is not linked, and stays where it is", security=True)
@pytest.mark.needs("is_mock")
def test_identity_of_somebody_else_is_refused(oauth_client: OAuthClient) -> None:
    ann, bob = registered(oauth_client), logged_in(oauth_client, "gina")
    before = bob.linked()

    told = ann.link("gina")

    assert told["error_code"] == LINKED_ALREADY.code
    assert told["error_description"]
    assert "token" not in told
    assert (ann.linked(), bob.linked()) == ([], before)
    assert ann.logs_in("gina") == bob.user_id


@law("An account has one identity of a network, and linking it again changes nothing", security=True)
@pytest.mark.parametrize("again", ["gina", "gustav"])
@pytest.mark.needs("is_mock")
def test_network_is_linked_once(oauth_client: OAuthClient, again: str) -> None:
    ann = registered(oauth_client)
    assert "error_code" not in ann.link("gina")
    before = ann.linked()

    assert ann.link(again)["error_code"] == LINKED_ALREADY.code

    assert ann.linked() == before
    assert ann.logs_in("gina") == ann.user_id
    assert ann.logs_in("gustav") != ann.user_id


@law("Identities that differ in one character, in letter case or in a space are two", security=True)
@pytest.mark.parametrize("other", ["Gina", "gin", "gina1", "gina ", " gina", "ginа", "GINA"])
@pytest.mark.needs("is_mock")
def test_identity_counts_in_its_whole_spelling(oauth_client: OAuthClient, other: str) -> None:
    ann, bob = registered(oauth_client), registered(oauth_client, "bob")

    assert "error_code" not in ann.link("gina")
    assert "error_code" not in bob.link(other)

    assert (ann.logs_in("gina"), bob.logs_in(other)) == (ann.user_id, bob.user_id)
    assert [each["social_id"] for each in ann.linked() + bob.linked()] == ["gina", other]


@law("One identity that two link at the same moment stands for one of them")
@pytest.mark.needs("is_mock")
def test_identity_is_linked_by_one_of_two(oauth_client: OAuthClient) -> None:
    users = [registered(oauth_client, name) for name in ("ann", "bob")]
    pages = [user.page() for user in users]

    def link(number: int) -> str:
        answer = users[number].send(pages[number], action="add", id="gina", name="Gina")
        return query_of(target_of(answer)).get("error_code", "")

    codes = at_once(2, link)

    assert sorted(codes) == ["", LINKED_ALREADY.code]
    winner = users[codes.index("")]
    assert winner.logs_in("gina") == winner.user_id
    assert [len(user.linked()) for user in users] == [1 if user is winner else 0 for user in users]


@law("The way back from linking is a registered address", security=True)
@BOTH
@pytest.mark.parametrize("name", ["login_url", "redirect_uri"])
def test_linking_leads_back_to_a_registered_address(
    oauth_client: OAuthClient, operation_id: str, name: str
) -> None:
    oauth_client.member()
    tokens = token_of(oauth_client.jwt_client.login("ann")), oauth_client.tokens()["access_token"]

    for token in tokens:
        ann = NetworkLinks(oauth_client=oauth_client, user_id="", token=token)
        for address in ("https://evil.example/", f"{CALLBACK}x", f"{CALLBACK}/", CALLBACK.upper()):
            answer = ann.start(operation_id=operation_id, **{name: address})
            assert refusal(answer) == UNREGISTERED_ADDRESS, address
            assert "location" not in answer.headers
        assert ann.start(operation_id=operation_id, **{name: CALLBACK}).status_code in (200, 302)


@law("Where several addresses are registered, linking has to name one")
@BOTH
def test_linking_names_its_address(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    second = "https://example.com/second"
    oauth_client = make_oauth_client(callback_urls=[CALLBACK, second], redirect_uris=(second,))
    oauth_client.member()
    token = token_of(oauth_client.jwt_client.login("ann", query={"login_url": CALLBACK}))
    ann = NetworkLinks(oauth_client=oauth_client, user_id="", token=token)

    assert refusal(ann.start(operation_id=operation_id)) == AMBIGUOUS_ADDRESS
    answer = ann.send(ann.page(operation_id=operation_id, login_url=second), action="add", id="a", name="A")
    assert target_of(answer) == second


@law("Who gives up on the page of a network comes back with that, and nothing is linked")
@pytest.mark.needs("is_mock")
def test_given_up_link_is_told(oauth_client: OAuthClient) -> None:
    ann = registered(oauth_client)

    target = target_of(ann.send(ann.page(), action="cancel"))

    assert target.startswith(f"{CALLBACK}?")
    assert query_of(target)["error_code"] == PARTNER_REFUSES_LOGIN.code
    assert ann.linked() == []


@law("Who has logged out links nothing any more", security=True)
@pytest.mark.needs("is_mock")
def test_ended_login_links_nothing(oauth_client: OAuthClient) -> None:
    ann = registered(oauth_client)
    page = ann.page()
    oauth_client.jwt_client.call("log-user-out", query={"sessions": "all"}, bearer=ann.token)

    target = target_of(ann.send(page, action="add", id="gina", name="Gina"))

    assert query_of(target)["error_code"] == INVALID_TOKEN.code
    assert ann.logs_in("gina") != ann.user_id


@law("The page that links an identity works once", security=True)
@pytest.mark.needs("is_mock")
def test_page_links_once(oauth_client: OAuthClient) -> None:
    ann = registered(oauth_client)
    page = ann.page()
    ann.send(page, action="add", id="gina", name="Gina")
    ann.remove()

    assert ann.send(page, action="add", id="gustav", name="Gustav").status_code == 404
    assert ann.linked() == []


@law("The link to the page of a network is good for ten minutes", security=True)
@pytest.mark.needs("is_mock")
def test_link_is_good_for_ten_minutes(oauth_client: OAuthClient, control: Control) -> None:
    ann = registered(oauth_client)
    in_time, late = ann.page(), ann.page("facebook")
    logins = oauth_client.jwt_client.call("get-links-for-social-auth", bearer=ann.token).json()
    assert logins

    control.advance(590)
    assert target_of(ann.send(in_time, action="add", id="gina", name="Gina")) == CALLBACK
    control.advance(11)

    for page in (late, *(link["auth_url"] for link in logins)):
        assert ann.send(page, action="add", id="fay", name="Fay").status_code == 404
    assert [each["social_id"] for each in ann.linked()] == ["gina"]


@law("The page of a network is shown in the language that was asked for")
@BOTH
@pytest.mark.needs("is_mock")
def test_page_speaks_the_language(oauth_client: OAuthClient, operation_id: str) -> None:
    ann = registered(oauth_client)

    page = oauth_client.jwt_client.http.get(ann.page(operation_id=operation_id, locale="de_DE"))

    assert 'lang="de' in page.text


@law("A linked account is told to whoever wants to hear of it, a refused one is not")
@pytest.mark.needs("is_mock")
def test_link_is_told(make_listener: MakeListener) -> None:
    listener = make_listener()
    ann = registered(listener.oauth_client)
    logged_in(listener.oauth_client, "gustav")
    listener.hear("link_social_account")

    ann.link("gustav")
    ann.link("gina")

    (event,) = listener.heard(1)
    assert event["event_type"] == "link_social_account"
    assert event["data"] == {
        "user_id": ann.user_id,
        "username": "ann",
        "email": "ann@example.com",
        "provider": "google",
    }


@law("A removed network logs in to the account no more, and everything else stays", security=True)
@pytest.mark.needs("is_mock")
def test_removed_network_logs_in_no_more(oauth_client: OAuthClient) -> None:
    ann = registered(oauth_client)
    ann.link("gina")
    ann.link("fay", "facebook")

    assert ann.remove().status_code == 204

    assert [each["social_id"] for each in ann.linked()] == ["fay"]
    assert refusal(ann.remove()) == NOT_FOUND
    newcomer = ann.logs_in("gina")
    assert newcomer not in (ann.user_id, "")
    assert ann.logs_in("gina") == newcomer
    assert ann.logs_in("fay", "facebook") == ann.user_id
    assert oauth_client.is_good(ann.token)


@law("The last way to log in is not taken away")
@pytest.mark.needs("is_mock")
def test_last_network_stays(oauth_client: OAuthClient) -> None:
    gina = logged_in(oauth_client, "gina")
    before = gina.linked()

    assert refusal(gina.remove()) == NOT_AVAILABLE
    assert gina.linked() == before
    gina.link("fay", "facebook")
    assert gina.remove().status_code == 204
    assert refusal(gina.remove("facebook")) == NOT_AVAILABLE
    assert gina.logs_in("fay", "facebook") == gina.user_id


@law("Of two ways to log in that are removed at the same moment, one stays")
@pytest.mark.needs("is_mock")
def test_one_of_two_networks_stays(oauth_client: OAuthClient) -> None:
    gina = logged_in(oauth_client, "gina")
    gina.link("fay", "facebook")
    networks = ("google", "facebook")

    answers = at_once(2, lambda number: gina.remove(networks[number]))

    assert sorted(answer.status_code for answer in answers) == [204, 422]
    assert len(gina.linked()) == 1


@law("A network that the project does not offer is not linked, and one that is not linked is not removed")
@BOTH
def test_network_has_to_be_offered(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    oauth_client = make_oauth_client(social_providers=["twitch"])
    ann = registered(oauth_client)

    assert refusal(ann.start(operation_id=operation_id)) == NOT_FOUND
    assert refusal(ann.remove()) == NOT_FOUND
    assert refusal(ann.remove("twitch")) == NOT_FOUND


@law("What is linked in one project is not linked in another", security=True)
@pytest.mark.needs("is_mock")
def test_links_stay_in_their_project(make_oauth_client: MakeOAuthClient) -> None:
    here, there = registered(make_oauth_client()), registered(make_oauth_client())
    here.link("gina")

    assert there.linked() == []
    assert "error_code" not in there.link("gina")
    assert (here.logs_in("gina"), there.logs_in("gina")) == (here.user_id, there.user_id)


@law("There is a link for each network of the project, and it logs in whoever is picked there")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2"])
@pytest.mark.needs("is_mock")
def test_links_log_in(make_oauth_client: MakeOAuthClient, protocol: str) -> None:
    oauth_client = make_oauth_client(social_providers=["google", "steam", "vk"], social_order={"DE": ["vk"]})
    oauth_client.member()
    oauth = protocol == "oauth2"
    token = oauth_client.tokens()["access_token"] if oauth else token_of(oauth_client.jwt_client.login("ann"))
    ann = NetworkLinks(oauth_client=oauth_client, user_id=claims(token)["sub"], token=token)

    links = oauth_client.jwt_client.call(
        "get-links-for-social-auth", query={"locale": "de_DE"}, bearer=token
    ).json()

    assert [link["provider"] for link in links] == ["vk", "google", "steam"]
    assert len({link["auth_url"] for link in links}) == 3
    answer = ann.send(links[1]["auth_url"], action="add", id="gina", name="Gina")
    assert target_of(answer).startswith(f"{CALLBACK}?")
    new = tokens_of(oauth_client.exchange(code_of(answer)))["access_token"] if oauth else token_of(answer)
    assert (claims(new)["provider"], claims(new)["id"]) == ("google", "gina")
    assert claims(new)["sub"] != ann.user_id
    assert ann.linked() == []


@law("A new token as of a social login is the user's own, and tells which network vouches for whom")
@pytest.mark.needs("is_mock")
def test_new_token_tells_the_network(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(social_identities={"google": [GINA]}, social_access_token=True)
    ann = registered(oauth_client)

    def renew(provider: str = "google") -> httpx.Response:
        path = {"provider_name": provider}
        return oauth_client.jwt_client.call("jwt-refresh-social-token", path=path, bearer=ann.token)

    assert refusal(renew()) == NOT_FOUND
    ann.send(ann.page(), action="pick", id="gina")
    content = claims(renew().json()["token"])

    assert (content["sub"], content["type"]) == (ann.user_id, "social")
    assert (content["provider"], content["id"]) == ("google", "gina")
    assert (content["name"], content["picture"]) == (GINA["name"], GINA["picture"])
    assert content["jti"] != claims(ann.token)["jti"]
    known = oauth_client.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": content["social_access_token"]},
    )
    assert claims(known.json()["token"])["sub"] == ann.user_id
    assert oauth_client.is_good(ann.token)
    assert refusal(renew("facebook")) == NOT_FOUND

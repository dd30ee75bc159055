"""Accounts elsewhere that come to stand for a user: by a code, and by the server's word."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.partner_flows import login, sign_up
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INVALID_TOKEN,
    LINKED_ALREADY,
    UNKNOWN_PROJECT,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
XBOX = "2533274800000001"
PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


@pytest.fixture
def server(member: OAuthClient) -> ProjectServer:
    """The server of a project that ann is a member of."""
    return ProjectServer(member)


def token(server: ProjectServer, username: str = "ann") -> str:
    return token_of(server.jwt_client.login(username))


def code(server: ProjectServer, username: str = "ann") -> str:
    answer = server.jwt_client.call("create-code-for-linking-accounts", bearer=token(server, username))
    return str(answer.json()["code"])


def behind(server: ProjectServer, platform: str, user_id: str) -> str:
    """The user whom an account at a platform stands for; somebody new where it stands for nobody."""
    account = {"platform": platform, "user_id": user_id}
    custom_id = f"{uuid4()}"
    answer = server.log_in(custom_id, social_profile=account)
    if answer.status_code == 200:
        return "nobody"
    assert refusal(answer) == LINKED_ALREADY
    (found,) = server.jwt_client.users()
    return str(found["user_id"])


@law("A code links an account at a platform to the user who got it")
def test_code_links_an_account(server: ProjectServer) -> None:
    assert server.link(code(server), "xbox", XBOX).status_code == 204

    assert behind(server, "xbox", XBOX) == claims(token(server))["sub"]
    assert behind(server, "xbox", XBOX[:-1] + "2") == "nobody"


@law("Of many who take one code at the same moment, one does", security=True)
def test_code_is_taken_once(server: ProjectServer) -> None:
    told = code(server)
    assert server.token

    answers = at_once(10, lambda number: server.link(told, "xbox", f"{number}"))

    assert [answer.status_code for answer in answers].count(204) == 1
    assert {refusal(each) for each in answers if each.status_code != 204} == {WRONG_RESET_CODE}
    assert refusal(server.link(told, "steam", "1")) == WRONG_RESET_CODE


@law("A new code takes the place of the one before", security=True)
def test_user_has_one_code(server: ProjectServer) -> None:
    first, second = code(server), code(server)

    assert refusal(server.link(first, "xbox", "1")) == WRONG_RESET_CODE
    assert server.link(second, "xbox", "1").status_code == 204


@law("A code is good as long as a one-time code is", security=True)
def test_code_expires(server: ProjectServer) -> None:
    kept, late = code(server), ""
    server.oauth_client.control.advance(170)
    assert server.link(kept, "xbox", "1").status_code == 204

    late = code(server)
    server.oauth_client.control.advance(181)
    assert refusal(server.link(late, "xbox", "2")) == WRONG_RESET_CODE


@law("A code says nothing in another project, and to nobody in another spelling", security=True)
def test_code_is_of_a_project(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    here.oauth_client.member()
    told = code(here)

    assert refusal(there.link(told, "xbox", "1")) == WRONG_RESET_CODE
    for wrong in (f"{told} ", f"0{told}", told[:-1], f"{told}0"):
        assert refusal(here.link(wrong, "xbox", "1")) == WRONG_RESET_CODE
    assert here.link(told, "xbox", "1").status_code == 204


@law("A server links accounts in its own project, whatever it says", security=True)
def test_named_project_is_the_servers_own(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    here.oauth_client.member()
    told = code(here)

    other = there.jwt_client.project_id
    assert refusal(here.link(told, "xbox", "1", project_id=other)) == INVALID_TOKEN
    assert refusal(here.link(told, "xbox", "1", project_id=str(uuid4()))) == UNKNOWN_PROJECT
    own = here.jwt_client.project_id.upper()
    assert here.link(told, "xbox", "1", project_id=own).status_code == 204


@law("A code of a user who was banned meanwhile links nothing", security=True)
def test_code_of_a_banned_user_is_useless(server: ProjectServer) -> None:
    told = code(server)
    ann = claims(token(server))["sub"]
    server.call("post-projects-users-ban", path={"user_id": str(ann)}, body={"reason": "Cheating"})

    assert refusal(server.link(told, "xbox", "1")) == WRONG_RESET_CODE


@law("A banned user does not come back by going into another account", security=True)
def test_banned_guest_stays_banned(server: ProjectServer) -> None:
    account = {"platform": "xbox", "user_id": XBOX}
    guest = claims(server.log_in("player.7", social_profile=account).json()["token"])["sub"]
    server.call("post-projects-users-ban", path={"user_id": str(guest)}, body={"reason": "Cheating"})

    assert refusal(server.link(code(server), "xbox", XBOX)) == LINKED_ALREADY
    assert refusal(server.log_in("player.7")) == BANNED_USER


@law("Who has come through platforms alone goes into the account of the code, with all they have")
def test_guest_goes_into_the_account(server: ProjectServer) -> None:
    told = [{"key": "level", "value": "9", "attr_type": "client", "permission": "public"}]
    account = {"platform": "xbox", "user_id": XBOX}
    guest = server.log_in("player.7", social_profile=account, attributes=told).json()["token"]
    server.name(str(claims(guest)["sub"]), "console-7")

    assert server.link(code(server), "xbox", XBOX).status_code == 204

    (ann,) = server.jwt_client.users()
    assert ann["username"] == "ann"
    assert ann["server_custom_id"] == "player.7"
    assert ann["attributes"] == [{**told[0], "read_only": False}]
    assert behind(server, "xbox", XBOX) == ann["user_id"]
    assert refusal(server.jwt_client.validate(guest)) == UNKNOWN_USER
    again = server.log_in("player.7")
    assert (claims(again.json()["token"])["sub"], again.json()["is_new"]) == (ann["user_id"], False)


@law("What the account of a code has itself stays, when a guest goes into it")
def test_account_keeps_its_own(server: ProjectServer) -> None:
    ann = str(claims(token(server))["sub"])
    server.give_id(ann, "ann.1")
    kept = {"key": "level", "value": "1", "attr_type": "client", "permission": "private"}
    server.log_in("ann.1", attributes=[kept])
    brought = [{**kept, "value": "9"}, {**kept, "key": "rank"}]
    account = {"platform": "xbox", "user_id": XBOX}
    server.log_in("player.7", social_profile=account, attributes=brought)

    assert server.link(code(server), "xbox", XBOX).status_code == 204

    (user,) = server.jwt_client.users()
    assert user["server_custom_id"] == "ann.1"
    assert user["attributes"] == [{**each, "read_only": False} for each in (kept, brought[1])]
    assert server.log_in("player.7").json()["is_new"]


@law("The picture of a guest goes along where the account has none, and stays where it is")
@pytest.mark.parametrize("own", [False, True])
def test_picture_of_a_guest_goes_along(server: ProjectServer, own: bool) -> None:
    account = {"platform": "xbox", "user_id": XBOX}
    guest = server.log_in("player.7", social_profile=account).json()["token"]
    told = code(server)
    pictures = [picture(server, each) for each in ((guest, token(server)) if own else (guest,))]

    assert server.link(told, "xbox", XBOX).status_code == 204

    details = server.jwt_client.call("get-user-details", bearer=token(server)).json()
    assert details["picture"] == pictures[-1]
    assert [server.jwt_client.open(each).status_code for each in pictures] == [404, 200][-len(pictures) :]


def picture(server: ProjectServer, bearer: str) -> str:
    """Upload a picture and return its address."""
    parts = {"picture": PIXEL}
    answer = server.jwt_client.call("upload-user-picture", parts=parts, bearer=bearer)
    return str(answer.json()["picture"])


@law("Who can log in otherwise stays who they are, and the code stays good", security=True)
def test_account_of_its_own_is_not_taken(server: ProjectServer) -> None:
    server.oauth_client.member("bob")
    assert server.link(code(server, "bob"), "xbox", XBOX).status_code == 204
    told = code(server)

    assert refusal(server.link(told, "xbox", XBOX)) == LINKED_ALREADY

    assert {each["username"] for each in server.jwt_client.users()} == {"ann", "bob"}
    assert server.link(told, "steam", XBOX).status_code == 204


@law("Of many users who link one account at the same moment, one gets it", security=True)
def test_one_account_goes_to_one_user(server: ProjectServer) -> None:
    names = [f"user{number}" for number in range(6)]
    for name in names:
        server.oauth_client.member(name)
    codes = [code(server, name) for name in names]
    assert server.token

    answers = at_once(6, lambda number: server.link(codes[number], "xbox", XBOX))

    (winner,) = (number for number, answer in enumerate(answers) if answer.status_code == 204)
    assert {refusal(each) for each in answers if each.status_code != 204} == {LINKED_ALREADY}
    (told,) = server.behind({"platform": "xbox", "user_id": XBOX}).json()
    assert told["xl_uid"] == claims(token(server, names[winner]))["sub"]


@law("To link what is linked changes nothing, and takes the code")
def test_account_may_be_linked_again(server: ProjectServer) -> None:
    for _ in "ab":
        told = code(server)
        assert server.link(told, "xbox", XBOX).status_code == 204
        assert refusal(server.link(told, "xbox", XBOX)) == WRONG_RESET_CODE

    assert behind(server, "xbox", XBOX) == claims(token(server))["sub"]


@law("A linked account at a platform is told as one of a network")
def test_linking_is_told(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    server = ProjectServer(listener.oauth_client)
    told = code(server)
    listener.hear("link_social_account")

    server.link(told, "xbox", XBOX)

    (event,) = listener.heard(1)
    assert (event["data"]["username"], event["data"]["provider"]) == ("ann", "xbox")


@law("An external id is said once of a user; the same again changes nothing")
def test_external_id_is_said_once(server: ProjectServer) -> None:
    ann = str(claims(token(server))["sub"])

    assert server.name(ann, "ann-7").status_code == 204
    assert server.name(ann, "ann-7").status_code == 204
    assert refusal(server.name(ann, "ann-8")) == UNPROCESSABLE_VALUE
    # Nobody has got what was refused.
    bob = server.registered(email="bob@example.com", external_account_id="ann-8")
    assert refusal(server.name(bob, "ann-7")) == UNPROCESSABLE_VALUE


@law("No two users of a project have one external id, at whatever moment they are given it")
def test_external_id_is_of_one_user(server: ProjectServer) -> None:
    users = [server.registered(email=f"{number}@example.com") for number in range(6)]

    answers = at_once(6, lambda number: server.name(users[number], "ann-7"))

    assert sorted(answer.status_code for answer in answers) == [204] + [422] * 5
    assert {refusal(each) for each in answers if each.status_code != 204} == {UNPROCESSABLE_VALUE}


@law("External ids that look alike are of several users")
def test_alike_external_ids_are_apart(server: ProjectServer) -> None:
    alike = ("7", "07", "7 ", "a.7", "A.7", "a-7", "é", "e\u0301", "x" * 254 + "1", "x" * 254 + "2")

    for number, each in enumerate(alike):
        user_id = server.registered(email=f"{number}@example.com")
        assert server.name(user_id, each).status_code == 204, each


@law("A server says nothing of users of another project", security=True)
def test_external_id_is_given_to_own_users(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    stranger = there.registered(email="ann@example.com")

    assert refusal(here.name(stranger, "ann-7")) == UNKNOWN_USER
    assert there.name(stranger, "ann-8").status_code == 204


@law(
    "The external id is one wherever it is told: to the partner, in tokens, in the profile and in the search"
)
@pytest.mark.parametrize(("said", "told"), [(None, "7"), ("ann-7", "ann-7")])
def test_external_id_is_told_alike(
    make_partner: Callable[..., StoragePartner], said: str | None, told: str
) -> None:
    partner = make_partner(key_map={"new-user": {"id": "server_custom_id"}})
    server = ProjectServer(partner.oauth_client)
    partner.answer("new-user", json={"id": 7})
    sign_up(partner)()
    ann = partner.user()["user_id"]
    if said is not None:
        assert server.name(ann, said).status_code == 204

    answer = login(partner)()

    bearer = partner.access_token(answer)
    details = server.jwt_client.call("get-user-details", bearer=bearer).json()
    claimed = claims(bearer)
    assert partner.told("user-verification")["external_account_id"] == told
    assert (claimed["external_account_id"], claimed["server_custom_id"]) == (told, "7")
    assert (details["external_id"], server.find(ann).json()["external_id"]) == (told, told)

"""What a project's own server finds out about the users of the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    UNKNOWN_PROJECT,
    UNKNOWN_USER,
)

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
PHONE = "+12025550143"
DEFAULT = {"id": 1, "name": "default", "is_default": True, "is_deletable": False}
KINDS = ("contact", "phone", "id", "social-id", "username", "nickname", "custom_id")


@pytest.fixture
def server(oauth_client: OAuthClient) -> ProjectServer:
    return ProjectServer(oauth_client)


def made(server: ProjectServer, username: str, **data: Any) -> str:
    return str(server.oauth_client.member(username, **data)["user_id"])


def moment(server: ProjectServer, user_id: str) -> str:
    """When a user was there last, as the search tells it."""
    return str(server.find(user_id).json()["last_login"])


@law("The search tells the whole of a user, and the same by every way to find them")
def test_user_is_told_whole(server: ProjectServer) -> None:
    ann = made(server, "ann", nickname="Ännchen", phone_number=PHONE)
    server.name(ann, "ann-7")
    server.give_id(ann, "player.7")

    told = server.find(ann.upper()).json()

    assert told == {
        "id": ann,
        "external_id": "ann-7",
        "last_login": told["last_login"],
        "login_type": "xsolla_login",
        "is_last_email_confirmed": True,
        "is_user_active": True,
        "phone_auth": PHONE.removeprefix("+"),
        "ban": None,
        "groups": [DEFAULT],
        "is_anonymous": False,
        "username": "ann",
        "email": "ann@example.com",
        "nickname": "Ännchen",
    }
    assert server.search().json() == {"count": 1, "next_after": None, "users": [told]}
    assert server.listed().json() == {"count": 1, "next_after": None, "next_url": None, "users": [told]}


@law("A user of whom little is known is told as such")
def test_user_of_whom_little_is_known_is_told(server: ProjectServer) -> None:
    server.log_in("player.7")
    (user,) = server.jwt_client.users()

    told = server.find(user["user_id"]).json()

    assert told == {
        "id": user["user_id"],
        "external_id": "player.7",
        "last_login": told["last_login"],
        "login_type": "server_custom_id",
        "is_last_email_confirmed": False,
        "is_user_active": True,
        "phone_auth": None,
        "ban": None,
        "groups": [DEFAULT],
        "is_anonymous": True,
    }


@law("The search tells how a user logs in, and whether anything is left to confirm")
def test_ways_to_log_in_are_told(server: ProjectServer) -> None:
    device = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
    client = server.oauth_client
    made(server, "ann", confirmed=False)
    server.jwt_client.call("jwt-auth-via-device-id", path={"device_type": "ios"}, body=device)
    server.log_in("player.7", social_profile={"platform": "xbox", "user_id": "1"})
    client.jwt_client.login_by_code("bob@example.com")
    client.jwt_client.login_by_code(PHONE)

    told = [
        tuple(
            each[name] for name in ("login_type", "is_anonymous", "is_user_active", "is_last_email_confirmed")
        )
        for each in server.listed().json()["users"]
    ]

    assert told == [
        ("xsolla_login", False, False, False),
        ("device", True, True, False),
        ("social", False, True, False),
        ("email", False, True, True),
        ("phone", False, True, False),
    ]


@law("A ban is told with its period and reason, and is no matter of being active")
def test_ban_is_told(server: ProjectServer) -> None:
    ann = made(server, "ann", banned=True)

    told = server.find(ann).json()

    assert told["ban"].keys() == {"date_from", "date_to", "reason"}
    assert (told["ban"]["date_to"], told["is_user_active"]) == (None, True)


@law("What a user has of each kind finds them, in its whole spelling or by its beginning")
def test_each_kind_finds(server: ProjectServer) -> None:
    ann = made(server, "ann.doe", email="Post+tag@example.com", nickname="Ännchen", phone_number=PHONE)
    server.give_id(ann, "player.7")
    server.log_in("player.7", social_profile={"platform": "steam", "user_id": "7656"})
    for number in range(3):
        made(server, f"other{number}", nickname="Other")
    finds = {
        "contact": ["post+TAG@example.com", "post+", PHONE, PHONE[1:9]],
        "phone": [PHONE, PHONE[1:], PHONE[:6]],
        "id": [ann, ann.upper()],
        "social-id": ["7656"],
        "username": ["ann.doe", "ANN.", "a"],
        "nickname": ["Ännchen", "änn"],
        "custom_id": ["player.7"],
    }
    others = {
        "contact": ["ost+tag", "ann.doe", "post%", "p_st"],
        "phone": ["post+tag@example.com", PHONE[2:], f"{PHONE}0"],
        "id": [ann[:-1], "player.7"],
        "social-id": ["765", "76560", "9774d56d682e549c"],
        "username": ["nn.doe", "%", "ann_doe", "ann.doe "],
        "nickname": ["nchen", "ann.doe"],
        "custom_id": ["player", "Player.7", "player.70", "7656"],
    }

    for kind, texts in finds.items():
        for text in texts:
            assert server.found(search_by=kind, search_query=text) == [ann], (kind, text)
            assert ann in server.found(search_query=text), text
            assert ann in [each["id"] for each in server.listed(search_query=text).json()["users"]], text
    for kind, texts in others.items():
        for text in texts:
            assert ann not in server.found(search_by=kind, search_query=text), (kind, text)


@law("Filters narrow each other down")
def test_filters_narrow(server: ProjectServer) -> None:
    ann = made(server, "ann")
    bob = made(server, "bob", confirmed=False)

    assert server.found(status="true") == [ann]
    assert server.found(status="false") == [bob]
    assert [each["id"] for each in server.listed(status=0).json()["users"]] == [bob]
    assert [each["id"] for each in server.listed(status=1).json()["users"]] == [ann]
    assert server.found(status="true", search_query="bob") == []
    assert server.search(status="true").json()["count"] == 1


@law("Only users of a group are found where one is asked for")
def test_groups_are_filters(server: ProjectServer) -> None:
    ann, bob, cleo = (made(server, name) for name in ("ann", "bob", "cleo"))
    for name in ("vip", "tester"):
        server.call("post-project-user-group", body={"name": name})
    _, vip, tester = (each["id"] for each in server.call("get-project-user-groups").json())
    for user_id, group in ((ann, vip), (bob, tester)):
        body = {"user_groups": [group]}
        server.call("update-user-groups", path={"user_id": user_id}, body=body)

    assert server.found(user_groups=[vip]) == [ann]
    assert server.found(user_groups=[vip, tester]) == [ann, bob]
    assert server.found(user_groups=[1]) == [ann, bob, cleo]
    assert server.found(user_groups=[tester + 1]) == []
    assert [each["id"] for each in server.listed(user_groups=[tester]).json()["users"]] == [bob]
    assert server.found(order_column="group") == [bob, ann, cleo]
    assert server.find(ann).json()["groups"][1:] == [
        {"id": vip, "name": "vip", "is_default": False, "is_deletable": True}
    ]


@law("The last activity is a filter, by whole days")
def test_activity_is_a_filter(server: ProjectServer) -> None:
    ann = made(server, "ann")
    day = moment(server, ann)[:10]

    assert server.found(activity_from=day, activity_to=day) == [ann]
    assert server.found(activity_from="2000-01-01", activity_to="2000-01-02") == []
    assert server.found(activity_from="9999-12-31") == []
    assert server.found(activity_to="9999-12-31") == [ann]


@law("Users are sorted by each column in both directions, and who lacks it comes last")
def test_users_are_sorted(server: ProjectServer) -> None:
    first = server.registered(phone_number=PHONE)
    ann = made(server, "ann", email="z@example.com", nickname="Zoë")
    bob = made(server, "Bob", email="Y@example.com", nickname="anna")
    for user_id, custom_id in ((ann, "b"), (bob, "a")):
        server.give_id(user_id, custom_id)
    orders = {
        "username": [ann, bob],
        "nickname": [bob, ann],
        "custom_id": [bob, ann],
        "contact": [first, bob, ann],
        "activity": [first, ann, bob],
    }

    for column, wanted in orders.items():
        last = [first] if len(wanted) == 2 else []
        assert server.found(order_column=column) == wanted + last, column
        assert server.found(order_column=column, order_dir="desc") == wanted[::-1] + last, column
    assert server.found() == [first, ann, bob]
    assert server.found(order_dir="desc") == [bob, ann, first]


@law("A page has as many users as are wanted, and says where the next one begins")
def test_search_is_paged(server: ProjectServer) -> None:
    users = [made(server, f"user{number}") for number in range(5)]

    pages = [server.search(limit=2, offset=offset, order_column="username").json() for offset in (0, 2, 4, 6)]

    assert [[each["id"] for each in page["users"]] for page in pages] == [
        users[:2],
        users[2:4],
        users[4:],
        [],
    ]
    assert [page["next_after"] for page in pages] == [2, 4, None, None]
    assert {page["count"] for page in pages} == {5}


def walk(server: ProjectServer, meanwhile: Callable[[], object], **query: Any) -> list[str]:
    """Follow the pages of the list by their addresses, with something happening before each."""
    seen, answer = [], server.listed(limit=2, **query)
    while True:
        page = answer.json()
        seen += [each["id"] for each in page["users"]]
        if page["next_url"] is None:
            assert page["next_after"] is None
            return seen
        assert f"after={page['next_after']}" in page["next_url"]
        meanwhile()
        headers = {"X-SERVER-AUTHORIZATION": server.token}
        answer = server.jwt_client.http.get(page["next_url"], headers=headers)
        assert answer.status_code == 200, answer.text


@law("A whole number is one however it is written")
def test_whole_number_may_have_a_fraction(server: ProjectServer) -> None:
    ann = made(server, "ann")

    assert server.found(limit="1.0", offset="0.0", user_groups=["1.0"]) == [ann]
    assert refusal(server.search(limit="1.5")) == INVALID_VALUE


@law("Whoever follows the pages sees everybody once, while users come and go")
@pytest.mark.parametrize("order", ["asc", "DESC"])
def test_pages_show_everybody_once(server: ProjectServer, order: str) -> None:
    users = [server.registered(email=f"user{number}@example.com") for number in range(9)]
    staying, going = users[::2], users[1::2]
    coming: list[str] = []

    def meanwhile() -> None:
        if going:
            coming.append(server.registered(email=f"new{len(coming)}@example.com"))
            server.delete(going.pop(0))

    seen = walk(server, meanwhile, order=order)

    assert len(seen) == len(set(seen))
    kept = [each for each in seen if each in staying]
    assert kept == (staying if order == "asc" else staying[::-1])
    # Who comes is behind everybody, or before.
    assert [each for each in seen if each in coming] == (coming if order == "asc" else [])


@law("A user who is gone is a place to go on from")
def test_pages_go_on_behind_a_user_who_is_gone(server: ProjectServer) -> None:
    users = [server.registered(email=f"user{number}@example.com") for number in range(4)]
    after = server.listed(limit=2).json()["next_after"]

    server.delete(users[1])

    assert [each["id"] for each in server.listed(after=after).json()["users"]] == users[2:]
    assert [each["id"] for each in server.listed(after=after, offset=1).json()["users"]] == users[3:]


@law("Nobody of another project is found, by whatever", security=True)
def test_strangers_are_not_found(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    stranger = made(there, "ann", nickname="Ann", phone_number=PHONE)
    steam = {"platform": "steam", "user_id": "7656"}
    there.give_id(stranger, "player.7")
    there.log_in("player.7", social_profile=steam)

    assert refusal(here.find(stranger)) == UNKNOWN_USER
    for text in ("ann", "Ann", PHONE, stranger, "7656", "player.7"):
        assert here.search(search_query=text).json()["count"] == 0
        for kind in KINDS:
            assert here.found(search_query=text, search_by=kind) == []
    assert here.behind(steam).json() == [
        {**steam, "xl_uid": None, "email": None, "external_account_id": None}
    ]
    path = {"project_id": there.jwt_client.project_id, "user_id": stranger}
    for operation_id in ("get-user", "search-users-by-filter", "get-user-for-project"):
        query = {} if operation_id == "get-user" else {"limit": 1, "order": "asc"}
        assert refusal(here.call(operation_id, path=path, query=query)) == INVALID_TOKEN


@law("What is no query is told as such")
@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"limit": None}, MISSING_VALUE),
        ({"limit": 0}, INVALID_VALUE),
        ({"limit": 1001}, INVALID_VALUE),
        ({"offset": -1}, INVALID_VALUE),
        ({"offset": 2**63}, INVALID_VALUE),
        ({"user_groups": ["vip"]}, INVALID_VALUE),
        ({"status": "1"}, INVALID_VALUE),
        ({"search_by": "email"}, INVALID_VALUE),
        ({"order_column": "id; DROP TABLE users"}, INVALID_VALUE),
        ({"activity_from": "2026-02-30"}, INVALID_VALUE),
        ({"activity_to": "0000-01-01"}, INVALID_VALUE),
    ],
)
def test_query_has_its_form(server: ProjectServer, wrong: dict[str, Any], refused: object) -> None:
    assert refusal(server.search(**wrong)) == refused


@law("What is no list is told as such")
@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"order": None}, MISSING_VALUE),
        ({"order": "up"}, INVALID_VALUE),
        ({"status": 2}, INVALID_VALUE),
        ({"after": "-1"}, INVALID_VALUE),
        ({"after": "9" * 19}, INVALID_VALUE),
    ],
)
def test_list_has_its_form(server: ProjectServer, wrong: dict[str, Any], refused: object) -> None:
    assert refusal(server.listed(**wrong)) == refused


@law("Each account at a platform is told with whom it stands for, in the order of the question")
def test_platform_accounts_are_told(server: ProjectServer) -> None:
    ann = server.registered(email="ann@example.com", external_account_id="ann-7")
    server.give_id(ann, "player.7")
    accounts = [
        {"platform": platform, "user_id": "7656"} for platform in ("steam", "xbox", "epicgames", "psn")
    ]
    for account in accounts[:3]:
        server.log_in("player.7", social_profile=account)
    asked = [accounts[3], accounts[0], {**accounts[0], "user_id": "07656"}, *accounts[1:3], accounts[0]]

    told = server.behind(*asked, project_id=server.jwt_client.project_id).json()

    known = {"xl_uid": ann, "email": "ann@example.com", "external_account_id": "ann-7"}
    unknown = dict.fromkeys(known)
    linked = [each in accounts[:3] for each in asked]
    assert told == [
        {**each, **(known if there else unknown)} for each, there in zip(asked, linked, strict=True)
    ]


@law("Of at most fifty accounts at platforms it is asked at once, in the server's own project")
def test_question_has_its_form(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    account = {"platform": "steam", "user_id": "7656"}

    assert len(here.behind(*[account] * 50).json()) == 50
    assert here.behind().json() == []
    assert refusal(here.behind(*[account] * 51)) == INVALID_VALUE
    assert refusal(here.behind({**account, "platform": "google"})) == INVALID_VALUE
    assert refusal(here.behind({**account, "user_id": 4352354})) == INVALID_VALUE
    assert refusal(here.behind(account, project_id=there.jwt_client.project_id)) == INVALID_TOKEN
    assert refusal(here.behind(account, project_id=str(uuid4()))) == UNKNOWN_PROJECT

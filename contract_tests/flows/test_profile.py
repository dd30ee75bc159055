"""The profile: it tells what the server holds, whoever told it, and a change of it touches nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.partner_flows import login, sign_up
from login_contract.suite.actors.partner_flows import social as partner_social
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import BIRTHDAY_TOLD_BEFORE, INVALID_VALUE, UNKNOWN_USER

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
MakeOAuthClient = Callable[..., OAuthClient]
MakePartner = Callable[..., StoragePartner]
EMAIL, PHONE = "ann@example.com", "+12025550143"
TEXTS = ("first_name", "last_name", "nickname")
WHOLE = {
    "birthday": "1990-05-15",
    "first_name": "Ann",
    "last_name": "Smith",
    "nickname": "Annie",
    "gender": "prefer not to answer",
}
NOBODY_TOLD = dict.fromkeys(
    (
        "name",
        "nickname",
        "first_name",
        "last_name",
        "picture",
        "country",
        "birthday",
        "gender",
        "phone",
        "external_id",
        "connection_information",
        "ban",
    )
)
SCRIPTS = {
    "right-to-left": "\u202eרגיל\u202c ابنة ",
    "emoji": "👩‍👩‍👧🏽🚀",
    "combining": "e\u0301a\u0323\u0302Z\u0335",
    "composed": "éậſß",
    "beyond-16-bits": "𝔄𠜎",
    "markup": "<b>&amp;\"'\\%41+{}",
    "white-space": " \t\n\u2028\u00a0",
    "case": "aAıİ",
}


def details(jwt_client: JwtClient, token: str) -> dict[str, Any]:
    """Return the profile of the user of a token."""
    answer = jwt_client.call("get-user-details", bearer=token)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def change(jwt_client: JwtClient, token: str, **given: Any) -> httpx.Response:
    """Change the profile of the user of a token."""
    return jwt_client.call("update-user-details", body=given, bearer=token)


def public(jwt_client: JwtClient, token: str, user_id: str) -> dict[str, Any]:
    """Return what the user of a token may know of another."""
    answer = jwt_client.call("get-user-public-profile", path={"user_id": user_id}, bearer=token)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def without(profile: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a profile but for some properties."""
    return {name: value for name, value in profile.items() if name not in names}


def filled(length: int, text: str) -> str:
    """Return so many characters: the text over and over, then one of its own, so that a lost end shows."""
    return (text * length)[: length - 1] + "$"


@law("The profile of somebody new tells who they are, the groups of the token, and nothing that nobody told")
def test_profile_of_somebody_new(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("Ann", "Ann@example.com")

    profile = details(jwt_client, token)

    assert without(profile, "registered", "last_login") == {
        **NOBODY_TOLD,
        "id": claims(token)["sub"],
        "username": jwt_client.known_as("Ann"),
        "email": jwt_client.known_as("Ann@example.com"),
        "is_anonymous": False,
        "is_last_email_confirmed": True,
        "is_user_active": True,
        "groups": [{**group, "is_deletable": False} for group in claims(token)["groups"]],
        "devices": [],
    }
    assert profile["registered"] <= profile["last_login"]


@law("Whatever a change of the profile was given comes back whole: in its answer, to the user, and to others")
@pytest.mark.parametrize("length", [1, 255])
def test_change_is_kept(jwt_client: JwtClient, length: int) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, nickname="Annie").json()
    for script in SCRIPTS.values():
        if length == 1:
            given = {name: script[number % len(script)] for number, name in enumerate(TEXTS)}
        else:
            given = {name: filled(length, script + name) for name in TEXTS}

        changed = change(jwt_client, token, **given)

        assert changed.status_code == 200
        assert changed.json() == {**before, **given}
        assert details(jwt_client, token) == {**before, **given}
        assert public(jwt_client, token, before["id"])["nickname"] == given["nickname"]


@law("An empty text is a text, and takes the place of another")
def test_empty_text_is_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    tag = change(jwt_client, token, **WHOLE).json()["tag"]
    empty = dict.fromkeys(TEXTS, "")

    assert change(jwt_client, token, **empty).json() == details(jwt_client, token)

    assert {name: details(jwt_client, token)[name] for name in TEXTS} == empty
    assert details(jwt_client, token)["tag"] == tag


@law("Each gender comes back as it was told, and the last one counts")
def test_gender_is_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    for gender in ("f", "m", "other", "prefer not to answer"):
        assert change(jwt_client, token, gender=gender).json()["gender"] == gender
        assert details(jwt_client, token)["gender"] == gender


@law("A change leaves everything that it does not name, null included")
def test_change_leaves_the_rest(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()
    for name in (*TEXTS, "gender"):
        new = {"gender": "m"}.get(name, "Another")

        assert change(jwt_client, token, **{**dict.fromkeys(WHOLE), name: new}).status_code == 200
        assert details(jwt_client, token) == {**before, name: new}
        assert change(jwt_client, token, **{name: WHOLE[name]}).json() == before
    assert change(jwt_client, token).json() == before


@law("A text that is too long is refused, and nothing of the request is kept")
def test_too_long_text_is_refused(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()

    for name in TEXTS:
        assert refusal(change(jwt_client, token, **{"gender": "m", name: "x" * 256})) == INVALID_VALUE

    assert details(jwt_client, token) == before


@law("A birthday is told once; a refused request leaves everything as it was")
def test_birthday_is_told_once(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = change(jwt_client, token, **WHOLE).json()
    assert before["birthday"] == WHOLE["birthday"]

    for day in ("1991-05-15", WHOLE["birthday"]):
        refused = change(jwt_client, token, birthday=day, nickname="Nan", gender="m", first_name="Nan")

        assert refusal(refused) == BIRTHDAY_TOLD_BEFORE
        assert details(jwt_client, token) == before


@law("A day that no calendar has is no birthday, and the right one may follow")
def test_birthday_is_a_day(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    before = details(jwt_client, token)

    for day in (
        "2001-02-29",
        "1990-13-01",
        "0000-01-01",
        "1990-5-15",
        "15.05.1990",
        "1990-05-15T00:00:00Z",
        "",
    ):
        assert change(jwt_client, token, birthday=day, nickname="Annie").is_client_error, day

    assert details(jwt_client, token) == before
    assert change(jwt_client, token, birthday="2000-02-29").json()["birthday"] == "2000-02-29"


@law("Of birthdays that are told at the same moment one is taken")
def test_one_birthday_of_many(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    days = [f"1990-05-{day:02d}" for day in range(1, 21)]

    answers = at_once(len(days), lambda number: change(jwt_client, token, birthday=days[number]))

    taken = [day for day, answer in zip(days, answers, strict=True) if answer.status_code == 200]
    assert len(taken) == 1
    assert {refusal(each) for each in answers if each.is_client_error} == {BIRTHDAY_TOLD_BEFORE}
    assert details(jwt_client, token)["birthday"] == taken[0]


@law("Changes of different properties at the same moment are all kept")
def test_changes_at_once_are_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    parts = [{name: value} for name, value in WHOLE.items()]

    answers = at_once(len(parts), lambda number: change(jwt_client, token, **parts[number]))

    assert {answer.status_code for answer in answers} == {200}
    assert {name: details(jwt_client, token)[name] for name in WHOLE} == WHOLE


@law("A tag comes with the first nickname and stays whatever the user is called later")
def test_tag_stays(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("ann", EMAIL)
    assert "tag" not in change(jwt_client, token, first_name="Ann").json()

    tags = [change(jwt_client, token, nickname=name).json()["tag"] for name in ("Annie", "Nan", "", "Annie")]

    assert set(tags) == {details(jwt_client, token)["tag"]}
    assert tags[0].isdecimal()


@law("Users of one nickname have different tags, whoever told the nickname")
def test_tags_tell_namesakes_apart(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(confirmation_required=False)
    jwt_client = oauth_client.jwt_client
    tokens = [
        token_of(jwt_client.register(username=name, email=f"{name}@example.com", fields={"nickname": "Nick"}))
        for name in ("ann", "bob")
    ]
    tokens += [jwt_client.login_by_code(f"{name}@example.com") for name in ("cid", "dan")]
    for token, spelling in zip(tokens[2:], ("Nick", "NICK"), strict=True):
        change(jwt_client, token, nickname=spelling)
    tokens += [by_network(oauth_client, identity, name="Nick") for identity in ("1", "2")]
    for name in ("eve", "fay"):
        oauth_client.member(name, nickname="Nick")
        tokens.append(token_of(jwt_client.login(name)))

    found = [details(jwt_client, token) for token in tokens]

    assert {each["nickname"].lower() for each in found} == {"nick"}
    assert len({each["tag"] for each in found}) == len(tokens)


@law("Users who take one nickname at the same moment get different tags")
def test_tags_at_once(jwt_client: JwtClient) -> None:
    tokens = [jwt_client.login_by_code(f"u{number}@example.com") for number in range(12)]

    answers = at_once(len(tokens), lambda number: change(jwt_client, tokens[number], nickname="Nick"))

    assert len({answer.json()["tag"] for answer in answers}) == len(tokens)


def by_network(oauth_client: OAuthClient, identity: str, **profile: str) -> str:
    secret = oauth_client.social("google", identity, **profile).access_token
    answer = oauth_client.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": secret},
    )
    return str(answer.json()["token"])


@law("What a social network told of somebody stands in the profile")
def test_network_tells_the_profile(oauth_client: OAuthClient) -> None:
    gina = {
        "name": "Gina \u202eרג\u202c 🚀",
        "email": "gina@example.com",
        "picture": "https://example.com/g.png",
    }

    token = by_network(oauth_client, "gina", **gina)

    profile = details(oauth_client.jwt_client, token)
    assert {name: profile[name] for name in gina} == gina
    assert profile["nickname"] == gina["name"]
    assert (profile["username"], profile["is_anonymous"]) == (None, False)
    shown = public(oauth_client.jwt_client, token, profile["id"])
    assert (shown["nickname"], shown["avatar"]) == (gina["name"], gina["picture"])
    assert shown["tag"] == profile["tag"]


@law("What a partner with storage of its own told of somebody stands in the profile")
@pytest.mark.parametrize(
    ("webhook", "step"), [("new-user", sign_up), ("user-verification", login), ("social", partner_social)]
)
def test_partner_tells_the_profile(make_partner: MakePartner, webhook: str, step: Any) -> None:
    names = ("nickname", "first_name", "last_name", "gender", "birthday", "server_custom_id")
    partner = make_partner(key_map={webhook: {f"in.{name}": name for name in names}})
    told = {
        "nickname": filled(255, "Nické🚀"),
        "first_name": filled(255, "רג"),
        "last_name": filled(255, "Doe"),
        "gender": "female",
        "birthday": "2000-02-29",
        "server_custom_id": "p-1",
    }
    partner.answer(webhook, json={"in": told})

    token = partner.access_token(step(partner)())

    profile = details(partner.jwt_client, token)
    wanted = {**without(told, "server_custom_id"), "gender": "f", "external_id": "p-1"}
    assert {name: profile[name] for name in wanted} == wanted
    assert profile["tag"].isdecimal()
    assert refusal(change(partner.jwt_client, token, birthday="2000-03-01")) == BIRTHDAY_TOLD_BEFORE


@law("What fits of the fields of a registration stands in the profile, and a change replaces it")
@pytest.mark.parametrize("mark", ["_", "-"])
def test_registration_tells_the_profile(make_jwt_client: MakeJwtClient, mark: str) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    fields = {
        "nickname": "Annie",
        f"given{mark}name": "Ann",
        f"family{mark}name": "Smith",
        "bday": "1990-05-15",
        "gender": "none of these",
        f"country{mark}name": 7,
    }

    token = token_of(jwt_client.register(username="ann", email=EMAIL, fields=fields))

    wanted = {
        "nickname": "Annie",
        "first_name": "Ann",
        "last_name": "Smith",
        "birthday": "1990-05-15",
        "gender": None,
        "country": None,
    }
    profile = details(jwt_client, token)
    assert {name: profile[name] for name in wanted} == wanted
    assert change(jwt_client, token, first_name="Nan").json() == {**profile, "first_name": "Nan"}


@law("An answer to an ask stands in the profile")
def test_ask_tells_the_profile(make_jwt_client: MakeJwtClient) -> None:
    asked = {"name": "country-name", "type": "str", "required": False, "step": 0}
    jwt_client = make_jwt_client(ask_fields=[asked])
    token = jwt_client.login_by_code(EMAIL)

    answered = token_of(jwt_client.answer_asks(token, {"country-name": "DE"}))

    assert details(jwt_client, answered)["country"] == "DE"


@law("Who came with a device and told nothing more is anonymous")
def test_device_is_anonymous(jwt_client: JwtClient) -> None:
    body = {"device": "Pixel", "device_id": "0f8e2d7c5b3a4c1d"}
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=body)
    token = answer.json()["token"]

    assert details(jwt_client, token)["is_anonymous"] is True
    for other in (jwt_client.login_by_code(EMAIL), jwt_client.login_by_code(PHONE)):
        assert details(jwt_client, other)["is_anonymous"] is False


@law("The number to log in with is phone_auth, in digits")
def test_number_of_a_login_is_phone_auth(jwt_client: JwtClient) -> None:
    profile = details(jwt_client, jwt_client.login_by_code(PHONE))

    assert (profile["phone_auth"], profile["phone"]) == (PHONE.removeprefix("+"), None)


@law("Neither a change of the profile nor a ban is told to anybody")
def test_changes_are_told_to_nobody(listener: EventSubscriber) -> None:
    server, jwt_client = ProjectServer(listener.oauth_client), listener.jwt_client
    path = {"user_id": listener.oauth_client.member("ann")["user_id"]}
    token = token_of(jwt_client.login("ann"))
    listener.hear()

    assert change(jwt_client, token, **WHOLE).status_code == 200
    assert server.call("post-projects-users-ban", path=path, body={"reason": "Cheating"}).status_code == 204
    assert server.call("del-projects-users-ban", path=path).status_code == 204
    jwt_client.login("ann")

    assert listener.types(1) == ["authorization"]


@law("Others see nickname, tag, picture and times, and of every user the right ones")
def test_public_profile(jwt_client: JwtClient) -> None:
    tokens = [jwt_client.registered(name, f"{name}@example.com") for name in ("ann", "bob")]
    change(jwt_client, tokens[0], **WHOLE)
    ann, bob = (details(jwt_client, token) for token in tokens)

    for profile in (ann, bob):
        seen = [public(jwt_client, token, profile["id"].upper()) for token in tokens]
        assert seen[0] == seen[1]
        assert seen[0] == {
            "user_id": profile["id"],
            "nickname": profile["nickname"],
            **({"tag": profile["tag"]} if profile is ann else {}),
            "registered": profile["registered"].replace("+0000", "+00:00"),
            "last_login": profile["last_login"].replace("+0000", "+00:00"),
        }


@law("A user of another project is as unknown as nobody", security=True)
def test_stranger_is_unknown(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    token = jwt_client.registered("ann", EMAIL)
    stranger = claims(elsewhere.registered("ann", EMAIL))["sub"]

    answers = [
        jwt_client.call("get-user-public-profile", path={"user_id": user_id}, bearer=token)
        for user_id in (stranger, f"{stranger[:-1]}{'0' if stranger[-1] != '0' else '1'}")
    ]

    assert {refusal(answer) for answer in answers} == {UNKNOWN_USER}
    assert answers[0].json() == answers[1].json()


def by_password(oauth_client: OAuthClient) -> str:
    return token_of(oauth_client.jwt_client.login("ann"))


def by_code(oauth_client: OAuthClient) -> str:
    return oauth_client.jwt_client.login_by_code(EMAIL)


def by_client(oauth_client: OAuthClient) -> str:
    return str(oauth_client.tokens("ann")["access_token"])


def by_client_at_once(oauth_client: OAuthClient) -> str:
    answer = oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password",
        query={"client_id": oauth_client.client_id},
        body={"username": "ann", "password": "correct-horse-7"},
    )
    return str(answer.json()["access_token"])


def by_device(oauth_client: OAuthClient) -> str:
    body = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
    path = {"device_type": "android"}
    answer = oauth_client.jwt_client.call("jwt-auth-via-device-id", path=path, body=body)
    return str(answer.json()["token"])


def by_server(oauth_client: OAuthClient) -> str:
    return str(ProjectServer(oauth_client).log_in("p-1").json()["token"])


def by_gina(oauth_client: OAuthClient) -> str:
    return by_network(oauth_client, "gina")


@law("Every login, and nothing else, moves last_login; registered stays")
@pytest.mark.parametrize(
    "log_in", [by_password, by_code, by_client, by_client_at_once, by_device, by_server, by_gina]
)
def test_login_moves_last_login(oauth_client: OAuthClient, log_in: Callable[[OAuthClient], str]) -> None:
    jwt_client = oauth_client.jwt_client
    oauth_client.member("ann")
    first = log_in(oauth_client)
    before = details(jwt_client, first)
    oauth_client.control.advance(100)
    jwt_client.login("ann", "not-the-password")
    change(jwt_client, first, first_name="Ann")
    assert details(jwt_client, first) == {**before, "first_name": "Ann"}

    after = details(jwt_client, log_in(oauth_client))

    assert after["last_login"] > before["last_login"]
    moved = ("last_login", "devices")
    assert without(after, *moved) == {**without(before, *moved), "first_name": "Ann"}

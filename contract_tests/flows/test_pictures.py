"""The picture of an account: kept as it came, shown as a picture only, gone when it is replaced."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import CONTENT_TOO_LARGE, INVALID_TOKEN, INVALID_VALUE, NOT_FOUND

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
LARGEST = 5_242_880
PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
IHDR = b"\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
EVERY_BYTE = bytes(range(256)) + b"\r\n--\r\n\r\n--+++\r\n"
KINDS = {
    "image/png": b"\x89PNG\r\n\x1a\n" + IHDR + EVERY_BYTE,
    "image/jpeg": b"\xff\xd8\xff\xe0" + EVERY_BYTE + b"\xff\xd9",
    "image/gif": PIXEL + EVERY_BYTE,
    "image/webp": b"RIFF" + (4 + len(EVERY_BYTE)).to_bytes(4, "little") + b"WEBP" + EVERY_BYTE,
}
NO_PICTURES = {
    "nothing": b"",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "html that ends as a picture": b"<script>alert(1)</script>" + PIXEL,
    "a space before a picture": b" " + PIXEL,
    "pdf": b"%PDF-1.7\n",
    "bitmap": b"BM" + bytes(60),
    "the name of a gif": b"GIF89a",
    "another gif": PIXEL.replace(b"89a", b"88a"),
    "a png without a header": b"\x89PNG\r\n\x1a\n",
    "a png whose header is torn": b"\x89PNG\r\n\x1a\n" + IHDR[:-1],
    "a jpeg without an end": b"\xff\xd8\xff\xe0" + bytes(60),
    "a webp that is torn": KINDS["image/webp"][:-1],
    "a sound": b"RIFF" + (4).to_bytes(4, "little") + b"WAVE",
}


def upload(jwt_client: JwtClient, token: str, content: bytes) -> httpx.Response:
    return jwt_client.call("upload-user-picture", parts={"picture": content}, bearer=token)


def address(jwt_client: JwtClient, token: str, content: bytes = PIXEL) -> str:
    answer = upload(jwt_client, token, content)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["picture"])


def shown(jwt_client: JwtClient, url: str) -> httpx.Response:
    """What a browser without cookies gets at an address."""
    return jwt_client.open(url)


def logged_in(jwt_client: JwtClient, name: str = "ann") -> str:
    name = jwt_client.known_as(name)
    jwt_client.registered(name, f"{name}@example.com")
    return token_of(jwt_client.login(name))


@law("An uploaded picture is served byte for byte, as the picture that its bytes are and nothing that runs")
@pytest.mark.parametrize("kind", KINDS)
def test_picture_is_served_as_it_came(jwt_client: JwtClient, kind: str) -> None:
    url = address(jwt_client, logged_in(jwt_client), KINDS[kind])

    answer = shown(jwt_client, url)

    assert (answer.status_code, answer.content) == (200, KINDS[kind])
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = {each.strip() for each in answer.headers["content-security-policy"].split(";")}
    assert {"default-src 'none'", "sandbox"} <= policy


@law("A picture of the greatest size is kept whole, and one byte more is refused")
def test_size_of_a_picture_is_limited(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client()
    token = logged_in(jwt_client)
    largest = PIXEL + b"\xa7" * (LARGEST - len(PIXEL) - 1) + b"$"

    url = address(jwt_client, token, largest)

    assert shown(jwt_client, url).content == largest
    assert refusal(upload(jwt_client, token, largest + b"$")) == CONTENT_TOO_LARGE
    assert shown(jwt_client, url).content == largest


@law("A project says how large a picture may be")
def test_project_limits_the_size(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(picture_max_bytes=len(PIXEL))
    token = logged_in(jwt_client)

    assert upload(jwt_client, token, PIXEL).status_code == 200
    assert refusal(upload(jwt_client, token, PIXEL + b";")) == CONTENT_TOO_LARGE


@law("What is no picture is refused, whatever it calls itself, and the picture stays", security=True)
@pytest.mark.parametrize("kind", NO_PICTURES)
@pytest.mark.parametrize("named", ["picture.png", "picture.svg"])
def test_no_picture_is_refused(jwt_client: JwtClient, kind: str, named: str) -> None:
    token = logged_in(jwt_client)
    url = address(jwt_client, token)

    part = named, NO_PICTURES[kind], "image/png"
    answer = jwt_client.http.post(
        "/users/me/picture", files={"picture": part}, headers={"Authorization": f"Bearer {token}"}
    )

    assert refusal(answer) == INVALID_VALUE
    assert shown(jwt_client, url).content == PIXEL


@law("A picture is known by its content, not by its name or its declared type")
@pytest.mark.parametrize("named", ["picture.svg", "picture.html", "../../picture", ""])
def test_name_of_a_picture_means_nothing(jwt_client: JwtClient, named: str) -> None:
    token = logged_in(jwt_client)

    answer = jwt_client.http.post(
        "/users/me/picture",
        files={"picture": (named, PIXEL, "text/html")},
        headers={"Authorization": f"Bearer {token}"},
    )

    assert answer.status_code == 200, answer.text
    picture = shown(jwt_client, answer.json()["picture"])
    assert (picture.headers["content-type"], picture.content) == ("image/gif", PIXEL)


@law("A new picture takes the place of the one before, whose address leads nowhere")
def test_old_picture_is_gone_after_a_change(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    old = address(jwt_client, token)

    new = address(jwt_client, token)

    assert new != old
    assert shown(jwt_client, new).content == PIXEL
    assert refusal(shown(jwt_client, old)) == NOT_FOUND


@law("A removed picture is shown to nobody, and removing none is no fault")
def test_removed_picture_is_gone(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    url = address(jwt_client, token)

    removed = [jwt_client.call("delete-user-picture", bearer=token).status_code for _ in range(2)]

    assert removed == [204, 204]
    assert refusal(shown(jwt_client, url)) == NOT_FOUND


@law("The picture of a user who is gone is shown to nobody")
def test_picture_goes_with_its_user(oauth_client: OAuthClient) -> None:
    server, jwt_client = ProjectServer(oauth_client), oauth_client.jwt_client
    token = logged_in(jwt_client)
    url = address(jwt_client, token)
    user_id = claims(token)["sub"]

    assert server.call("delete-user", path={"user_id": user_id}).status_code == 204

    assert refusal(shown(jwt_client, url)) == NOT_FOUND


@pytest.mark.needs("configure")
@law("A guest who goes into an account brings a picture along, if the account has none")
@pytest.mark.parametrize("has_one", [False, True])
def test_guest_brings_a_picture(oauth_client: OAuthClient, has_one: bool) -> None:
    server, jwt_client = ProjectServer(oauth_client), oauth_client.jwt_client
    token = logged_in(jwt_client)
    own = address(jwt_client, token) if has_one else None
    guest = server.log_in("guest", social_profile={"platform": "xbox", "user_id": "7"}).json()["token"]
    brought = address(jwt_client, guest, KINDS["image/png"])
    code = jwt_client.call("create-code-for-linking-accounts", bearer=token).json()["code"]

    assert server.link(code, "xbox", "7").status_code == 204

    told = jwt_client.call("get-user-details", bearer=token).json()["picture"]
    assert told == (own or brought)
    assert shown(jwt_client, told).content == (PIXEL if has_one else KINDS["image/png"])
    assert shown(jwt_client, brought).status_code == (404 if has_one else 200)


@law("The profile tells the address of the picture, and of none when it is removed")
def test_profile_tells_the_picture(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    url = address(jwt_client, token)

    told = [jwt_client.call("get-user-details", bearer=token).json()["picture"]]
    jwt_client.call("delete-user-picture", bearer=token)
    told.append(jwt_client.call("get-user-details", bearer=token).json()["picture"])

    assert told == [url, None]


@law("Nobody changes or removes the picture of somebody else", security=True)
def test_picture_is_its_users_own(jwt_client: JwtClient) -> None:
    ann, bob = logged_in(jwt_client, "ann"), logged_in(jwt_client, "bob")
    url = address(jwt_client, ann, KINDS["image/png"])

    address(jwt_client, bob)
    jwt_client.call("delete-user-picture", bearer=bob)

    assert shown(jwt_client, url).content == KINDS["image/png"]


@law("The address of a picture is not guessed from others", security=True)
def test_address_of_a_picture_is_a_secret(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    names = [address(jwt_client, token).rpartition("/")[2] for _ in range(3)]

    assert all(len(name) >= 22 for name in names)
    alike = max(sum(a == b for a, b in zip(names[0], other, strict=False)) for other in names[1:])
    assert alike < len(names[0]) / 2


@law("Of pictures uploaded at once one stays, and it is whole")
def test_one_of_many_uploads_stays(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    contents = [PIXEL + bytes([number]) * 300_000 for number in range(6)]

    urls = at_once(len(contents), lambda number: address(jwt_client, token, contents[number]))

    answers = [shown(jwt_client, url) for url in urls]
    (kept,) = (number for number, answer in enumerate(answers) if answer.status_code == 200)
    assert answers[kept].content == contents[kept]


@law("An upload with the token of a session that has ended changes nothing", security=True)
def test_ended_session_uploads_nothing(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client()
    token = logged_in(jwt_client)
    url = address(jwt_client, token)
    user_id, code = jwt_client.reset_link("ann", "ann@example.com")
    jwt_client.confirm_reset(user_id, code, "another-horse-9")

    answers = [upload(jwt_client, token, KINDS["image/png"])]
    answers += [jwt_client.call("delete-user-picture", bearer=token)]

    assert [refusal(each) for each in answers] == [INVALID_TOKEN] * 2
    assert shown(jwt_client, url).content == PIXEL

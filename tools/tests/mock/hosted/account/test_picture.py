"""The picture: chosen, cropped with keys and drag, sent, removed; one of a foreign host is not loaded."""

from __future__ import annotations

import base64
from typing import Any

import httpx

from login_contract.mock.run import EmbeddedMock
from tests.mock.game import Game, token_of
from tests.mock.hosted.account.opened import Account, says

# Red on the left, green in the middle, blue on the right.
PAINTED = """kind => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 200 })
  const context = canvas.getContext("2d")
  for (const [at, colour] of ["#f00", "#0f0", "#00f"].entries()) {
    context.fillStyle = colour
    context.fillRect(at * 200, 0, 200, 200)
  }
  return canvas.toDataURL(kind).split(",")[1]
}"""
MIDDLE = """async address => {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob())
  const { width, height } = bitmap
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d")
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1)
  return [bitmap.width, bitmap.height, ...data.slice(0, 3)]
}"""
GIF = bytes.fromhex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b")


def choose(account: Account, content: bytes, kind: str = "image/png") -> None:
    file = {"name": "picture", "mimeType": kind, "buffer": content}
    account.tab.locator("#picture-file").set_input_files(file)


def painted(account: Account, kind: str = "image/png") -> bytes:
    return base64.b64decode(account.tab.evaluate(PAINTED, kind))


def picture(game: Game, token: str) -> str:
    address: str = game.call("GET", "/users/me", bearer=token).json()["picture"]
    return address


def test_a_picture_is_cropped_by_keys_drag_and_zoom_and_sent_as_a_square(
    account: Account, game: Game
) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    choose(account, painted(account))
    dialog = account.tab.get_by_role("dialog", name=says("account.crop_title"))
    dialog.wait_for()
    canvas = dialog.locator("canvas")
    assert canvas.evaluate("canvas => canvas === document.activeElement")
    for _ in range(30):
        account.tab.keyboard.press("ArrowRight")
    account.press("Save", within=dialog)
    account.told("Saved")
    assert account.tab.evaluate("document.activeElement.id") == "picture-choose"
    first = picture(game, token)
    assert account.tab.evaluate(MIDDLE, first) == [512, 512, 0, 0, 255]

    choose(account, painted(account))
    dialog.wait_for()
    dialog.get_by_label("Zoom").fill("2")
    box = canvas.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    account.tab.mouse.move(*middle)
    account.tab.mouse.down()
    for step in (400, 800, 1200):
        account.tab.mouse.move(middle[0] + step, middle[1], steps=2)
    account.tab.mouse.up()
    account.press("Save", within=dialog)
    account.tab.locator(f'#picture img:not([src="{first.partition("/pictures/")[2]}"])').wait_for()
    dialog.wait_for(state="detached")
    assert account.tab.evaluate(MIDDLE, picture(game, token))[2:] == [255, 0, 0]
    assert httpx.get(first).status_code == 404


def test_a_photo_stays_a_photo_and_a_gif_goes_as_it_is(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    choose(account, painted(account, "image/jpeg"), "image/jpeg")
    account.press("Save", within=account.tab.get_by_role("dialog"))
    account.told("Saved")
    assert httpx.get(picture(game, token)).headers["content-type"] == "image/jpeg"
    before = account.tab.locator("#picture img").evaluate("image => image.src")
    choose(account, GIF, "image/gif")
    account.tab.wait_for_function(
        "before => document.querySelector('#picture img').src !== before", arg=before
    )
    assert httpx.get(picture(game, token)).content == GIF


def test_what_is_no_picture_or_too_large_is_refused_before_it_is_sent(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    problem = account.tab.locator("#picture-problem")
    for content, kind, said in (
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", says("account.picture_unreadable")),
        (b"text", "image/png", says("account.picture_unreadable")),
        (b"", "image/gif", says("account.picture_unreadable")),
        (GIF + bytes(5_242_880), "image/gif", "larger than"),
    ):
        choose(account, content, kind)
        problem.filter(has_text=said).wait_for()
    assert [call for call in account.api_calls() if "POST" in call] == []
    assert account.tab.evaluate("document.activeElement.id") == "picture-choose"


def test_what_the_server_refuses_is_told_and_not_shown(account: Account, game: Game) -> None:
    game.configure(picture_max_bytes=10)
    token = token_of(game.register("jane"))
    account.open(token)
    choose(account, GIF, "image/gif")
    said = says("account.picture_refused")
    account.tab.locator("#picture-problem", has_text=said).wait_for()
    choose(account, painted(account))
    dialog = account.tab.get_by_role("dialog")
    account.press("Save", within=dialog)
    dialog.locator(".problem", has_text=said).wait_for()
    account.tab.set_viewport_size({"width": 320, "height": 256})
    assert dialog.locator("canvas").bounding_box()["height"] < 150, "what is dragged leaves no room to scroll"
    account.tab.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert account.tab.locator("#picture img").count() == 0
    assert account.tab.locator("#told").inner_text() == ""
    assert picture(game, token) is None


def test_a_picture_is_removed_in_two_steps(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.http.post(
        "/api/users/me/picture",
        files={"picture": ("a.gif", GIF, "image/gif")},
        headers={"Authorization": f"Bearer {token}"},
    )
    account.open(token)
    account.tab.locator("#picture img").wait_for()
    account.press("Remove Picture")
    question = account.tab.locator("#picture-asked")
    assert question.locator(".question").inner_text() == says("account.remove_picture")
    account.press("Cancel", within=question)
    assert account.tab.evaluate("document.activeElement.id") == "picture-remove"
    account.press("Remove Picture")
    account.press("Remove", within=question)
    account.told("Removed")
    assert account.tab.locator("#picture").inner_text() == "J"
    assert account.tab.get_by_role("button", name="Remove Picture").count() == 0
    assert picture(game, token) is None


def test_a_picture_of_a_foreign_host_is_not_loaded(account: Account, game: Game, mock: EmbeddedMock) -> None:
    token = token_of(game.register("jane"))

    def social(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "picture": "https://images.example/jane.png"})

    account.tab.route("**/api/users/me", social)
    account.open(token)
    assert account.tab.locator("#picture").inner_text() == "J"
    account.tab.wait_for_load_state("networkidle")
    assert [one.url for one in account.requests if not one.url.startswith((account.origin, "data:"))] == []


def test_what_is_saved_while_a_picture_is_sent_stays_shown(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    held: list[Any] = []
    account.tab.route("**/users/me/picture", lambda route: held.append(route))
    with account.tab.expect_request("**/users/me/picture"):
        choose(account, GIF, "image/gif")
    button = account.tab.locator("#picture-choose[aria-disabled=true]")
    assert button.inner_text() == says("account.saving")
    account.press("Edit Nickname")
    account.tab.get_by_label("Nickname", exact=True).fill("Jane")
    account.press("Save")
    account.tab.get_by_role("button", name="Edit Nickname").wait_for()
    held[0].continue_()
    account.tab.locator("#picture img").wait_for()
    button.wait_for(state="detached")
    assert account.shown("nickname") == "Jane #1000"

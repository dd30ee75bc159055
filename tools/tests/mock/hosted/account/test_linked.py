"""Networks and devices that are linked: shown, and removed in two steps."""

from __future__ import annotations

from typing import Any

from tests.mock.game import Game, token_of
from tests.mock.hosted.account.opened import Account, says

DEVICE = {"device": "Pixel <8>", "device_id": "0123456789abcdef"}
NETWORKS = [
    {"provider": "google", "social_id": "g-1", "full_name": "Jane Doe", "nickname": None, "picture": None},
    {"provider": "vk", "social_id": "vk-1", "full_name": None, "nickname": None, "picture": None},
]


def test_a_device_is_shown_and_unlinked_in_two_steps(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.call("POST", "/users/me/devices/android", bearer=token, body=DEVICE)
    account.open(token)
    devices = account.tab.locator("#devices")
    assert devices.locator(".value").inner_text() == "Pixel <8>"
    assert devices.get_by_text("Last used: ").is_visible()
    account.press("Remove Pixel <8>")
    assert account.tab.evaluate("document.activeElement.innerText") == "Cancel"
    account.press("Cancel", within=devices)
    assert account.tab.evaluate("document.activeElement.id") == "devices-0-remove"
    account.press("Remove Pixel <8>")
    account.press("Remove", within=devices)
    account.told("Removed")
    assert devices.inner_text() == says("account.no_devices")
    assert account.tab.evaluate("document.activeElement.id") == "devices-name"
    assert game.call("GET", "/users/me/devices", bearer=token).json() == []


def test_a_device_that_was_removed_elsewhere_goes_from_the_list(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.call("POST", "/users/me/devices/android", bearer=token, body=DEVICE)
    account.open(token)
    [device] = game.call("GET", "/users/me/devices", bearer=token).json()
    assert game.call("DELETE", f"/users/me/devices/{device['id']}", bearer=token).status_code == 204
    account.press("Remove Pixel <8>")
    account.press("Remove", within=account.tab.locator("#devices"))
    account.told(says("account.vanished"))
    assert account.tab.locator("#devices").inner_text() == says("account.no_devices")


def test_the_last_device_stays_where_nothing_else_logs_in(account: Account, game: Game) -> None:
    token = game.call("POST", "/login/device/android", body=DEVICE).json()["token"]
    account.open(token)
    account.press("Remove Pixel <8>")
    account.press("Remove", within=account.tab.locator("#devices"))
    account.tab.locator("#devices .problem", has_text=says("account.last_way")).wait_for()
    assert len(game.call("GET", "/users/me/devices", bearer=token).json()) == 1


def test_networks_are_shown_and_unlinked_and_each_refusal_is_told(account: Account, game: Game) -> None:
    left = list(NETWORKS)

    def networks(route: Any) -> None:
        if route.request.method == "DELETE":
            left.remove(next(one for one in left if route.request.url.endswith(f"/{one['provider']}")))
            route.fulfill(status=204)
        else:
            route.fulfill(json=left)

    account.tab.route("**/api/users/me/social_providers", networks)
    account.open(token_of(game.register("jane")))
    shown = account.tab.locator("#networks")
    shown.locator("li").first.wait_for()
    assert shown.locator(".value").all_inner_texts() == ["Google", "VK"]
    assert shown.locator("small").all_inner_texts() == ["Jane Doe", "vk-1"]
    account.press("Remove Google")
    for status, code, said in (
        (403, "003-020", says("account.last_way")),
        (429, "003-038", says("refusal.too_many_requests")),
    ):
        account.refuse("/users/me/social_providers/google", status, code)
        account.press("Remove", within=shown.locator("form"))
        shown.locator(".problem", has_text=said).wait_for()
    account.tab.unroute_all()
    account.tab.route("**/api/users/me/social_providers**", networks)
    account.tab.route("**/api/users/me/social_providers/*", networks)
    account.press("Remove", within=shown.locator("form"))
    account.told("Removed")
    assert shown.locator(".value").all_inner_texts() == ["VK"]


def test_a_list_that_cannot_be_read_says_so_beside_the_account(account: Account, game: Game) -> None:
    account.refuse("/users/me/social_providers", 500, "500")
    account.open(token_of(game.register("jane")))
    assert account.shown("email") == "jane@example.com"
    networks = account.tab.locator("#networks")
    networks.get_by_text(says("refusal.general")).wait_for()
    account.tab.unroute_all()
    account.press("Try again", within=networks)
    networks.get_by_text(says("account.no_networks")).wait_for()


def test_a_question_stays_open_while_something_else_is_saved(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.call("POST", "/users/me/devices/android", bearer=token, body=DEVICE)
    account.open(token)
    account.press("Remove Pixel <8>")
    account.press("Edit First name")
    account.tab.get_by_label("First name", exact=True).fill("Ann")
    account.press("Save")
    account.told("Saved")
    assert account.tab.locator("#devices .question").is_visible()

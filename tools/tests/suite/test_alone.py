from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.suite.alone import NotAloneError, Room
from tests.suite.command import run

MOVED = httpx.Request("POST", "http://mock.test/_mock/clock")
READ = httpx.Request("GET", "http://mock.test/_mock/clock")


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


def test_what_others_would_notice_is_done_alone(tmp_path: Path) -> None:
    room = Room(tmp_path)

    with room.entered(alone=False):
        room.ask(READ)
        with pytest.raises(NotAloneError):
            room.ask(MOVED)
    assert room.wanted
    with room.entered(alone=True):
        room.ask(MOVED)
    assert not room.wanted


def test_whoever_wants_to_be_alone_waits_until_the_others_have_left(tmp_path: Path) -> None:
    order: list[str] = []
    inside, leave = threading.Event(), threading.Event()

    def stay() -> None:
        with Room(tmp_path).entered(alone=False), Room(tmp_path).entered(alone=False):
            inside.set()
            leave.wait(30)
            order.append("the others leave")

    def be_alone() -> None:
        leave.set()
        with Room(tmp_path).entered(alone=True):
            order.append("alone")

    threads = [threading.Thread(target=each) for each in (stay, be_alone)]
    threads[0].start()
    assert inside.wait(30)
    threads[1].start()
    for thread in threads:
        thread.join(30)

    assert order == ["the others leave", "alone"]


@pytest.mark.long
def test_several_processes_test_one_server_on_this_machine(mock: EmbeddedMock, tmp_path: Path) -> None:
    chosen = "test_reset_link_expires or test_keys_can_be_read or test_code_cannot_be_used_twice"

    done = run(tmp_path, "--url", mock.base_url, "--flows", "-k", chosen, "-n", "2")

    assert done.status == 0, done.out + done.err
    assert "5 passed, in" in done.out

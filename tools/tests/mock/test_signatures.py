"""Signatures made beside the event loop."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from login_contract.mock.domain.signatures import signature

WAIT_SECONDS = 20


class HeldKey:
    """A key whose signature is made when somebody lets it."""

    def __init__(self) -> None:
        self.released = threading.Event()

    def sign(self, message: bytes, *how: object) -> bytes:
        assert self.released.wait(WAIT_SECONDS)
        return message[::-1]


class BrokenKey:
    """A key that cannot sign."""

    def sign(self, message: bytes, *how: object) -> bytes:
        raise ValueError("no digest")


def test_a_signature_is_proven_by_the_public_key() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    made = asyncio.run(signature(key, b"message"))

    key.public_key().verify(made, b"message", PKCS1v15(), SHA256())


def test_the_event_loop_goes_on_while_a_signature_is_made() -> None:
    key: Any = HeldKey()

    async def wait_for_what_comes_meanwhile() -> bytes:
        made = asyncio.ensure_future(signature(key, b"abc"))
        await asyncio.sleep(0)
        assert not made.done()
        key.released.set()
        return await asyncio.wait_for(made, WAIT_SECONDS)

    assert asyncio.run(wait_for_what_comes_meanwhile()) == b"cba"


def test_a_key_that_cannot_sign_stops_no_other_signature() -> None:
    broken: Any = BrokenKey()
    sound: Any = HeldKey()
    sound.released.set()

    with pytest.raises(ValueError, match="no digest"):
        asyncio.run(signature(broken, b"abc"))
    assert asyncio.run(signature(sound, b"abc")) == b"cba"


def test_a_server_that_stops_while_a_signature_is_made_stops_no_other_signature() -> None:
    held: Any = HeldKey()

    async def begin_and_stop() -> None:
        made = asyncio.ensure_future(signature(held, b"abc"))
        await asyncio.sleep(0)
        made.cancel()

    asyncio.run(begin_and_stop())
    held.released.set()
    assert asyncio.run(signature(held, b"xyz")) == b"zyx"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_that_forks_off_signs_as_well() -> None:
    key: Any = HeldKey()
    key.released.set()
    assert asyncio.run(signature(key, b"abc")) == b"cba"

    child = os.fork()
    if child == 0:
        signal.alarm(WAIT_SECONDS)
        os._exit(0 if asyncio.run(signature(key, b"xyz")) == b"zyx" else 1)

    assert os.waitpid(child, 0)[1] == 0

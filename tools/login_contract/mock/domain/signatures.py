"""RSA signatures, made beside the event loop: one takes as long as all the rest of a login."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from functools import cache
from queue import SimpleQueue
from threading import Thread

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

PADDING, DIGEST = PKCS1v15(), SHA256()
Task = tuple[asyncio.AbstractEventLoop, asyncio.Future[bytes], RSAPrivateKey, bytes]


async def signature(key: RSAPrivateKey, message: bytes) -> bytes:
    """Return the RS256 signature of a message (RFC 7518, section 3.3)."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[bytes] = loop.create_future()
    _tasks().put((loop, made, key, message))
    return await made


def is_signature(key: RSAPublicKey, message: bytes, signature: bytes) -> bool:
    """Say whether this is the RS256 signature of a message; that is told at once."""
    try:
        key.verify(signature, message, PADDING, DIGEST)
    except InvalidSignature:
        return False
    return True


@cache
def _tasks() -> SimpleQueue[Task]:
    """Return the queue of the thread that signs; more than one would only wait for each other."""
    # A pool takes more of the interpreter, which the event loop needs meanwhile.
    tasks: SimpleQueue[Task] = SimpleQueue()
    Thread(target=_work, args=(tasks,), name="login-mock-signer", daemon=True).start()
    return tasks


if hasattr(os, "register_at_fork"):
    # The thread stays behind in the parent.
    os.register_at_fork(after_in_child=_tasks.cache_clear)


def _work(tasks: SimpleQueue[Task]) -> None:
    while True:
        loop, made, key, message = tasks.get()
        outcome: bytes | Exception
        try:
            outcome = key.sign(message, PADDING, DIGEST)
        except Exception as problem:
            outcome = problem
        # A server that has stopped meanwhile waits for nothing any more.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_tell, made, outcome)


def _tell(made: asyncio.Future[bytes], outcome: bytes | Exception) -> None:
    if made.cancelled():
        return
    if isinstance(outcome, Exception):
        made.set_exception(outcome)
    else:
        made.set_result(outcome)

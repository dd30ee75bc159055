"""One family of errors: what catches what, what crosses processes, and what the package exports."""

from __future__ import annotations

import copy
import importlib
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xsolla_login_client
from xsolla_login_client import errors
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import (
    Cancelled,
    LoginError,
    Refusal,
    SessionEnded,
    TimedOut,
    TransportError,
    UnexpectedAnswer,
)

FAMILY = (LoginError, Refusal, UnexpectedAnswer, TransportError, TimedOut, SessionEnded, Cancelled)
FACTS: dict[str, Any] = {
    "code": "003-001",
    "details": {"a": [1, {"b": None}]},
    "status": 401,
    "operation": "auth-by-username-and-password",
    "request_id": "r-1",
    "body": b"x" * 5000,
}
COPIES: tuple[Callable[[Any], Any], ...] = (
    copy.copy,
    copy.deepcopy,
    *(lambda error, protocol=each: pickle.loads(pickle.dumps(error, protocol)) for each in range(6)),
)


def classes() -> Iterator[type[LoginError]]:
    yield from FAMILY
    yield from CODES.values()


@pytest.mark.parametrize("copied", COPIES)
def test_an_error_crosses_processes_whole(copied: Callable[[Any], Any]) -> None:
    for kind in classes():
        error = kind("Wrong.", **FACTS)
        error.add_note("seen at noon")
        again = copied(error)

        assert type(again) is kind
        assert again.__dict__ == error.__dict__
        assert (str(again), repr(again), again.args) == (str(error), repr(error), error.args)
        assert again.__notes__ == ["seen at noon"]
        with pytest.raises(TypeError):
            again.details["a"] = 1  # type: ignore[index]


def test_what_an_error_keeps_of_a_body_is_bounded_and_its_text_is_one_line() -> None:
    error = Refusal("a\nb\x1b[2J\ud800" + "x" * 9000, **{**FACTS, "code": "\n" * 9000})

    assert len(error.body) == errors.MAX_BODY == 2048
    assert len(str(error)) < 1000
    assert str(error).isprintable()
    str(error).encode()
    assert f"{error}" == str(error) == f"{error!s}"


def test_what_is_not_told_is_not_in_the_text() -> None:
    assert str(LoginError("Nothing.")) == "Nothing."
    assert repr(TimedOut("no answer came")) == "TimedOut('no answer came')"
    assert str(Refusal("Wrong.", **FACTS)) == "auth-by-username-and-password: Wrong. (401 003-001)"


def caught_by(error: Exception, *kinds: type[Exception]) -> type[Exception] | None:
    """Return the first of several `except` clauses that takes an error."""
    return next((kind for kind in kinds if isinstance(error, kind)), None)


def test_clauses_may_stand_from_the_narrow_to_the_wide() -> None:
    order = (*CODES.values(), Refusal, TimedOut, TransportError, SessionEnded, Cancelled, UnexpectedAnswer)
    for kind in (*order, LoginError):
        assert caught_by(kind("x"), *order, LoginError) is kind
    assert len(set(CODES.values())) == len(CODES)
    assert all(kind.__bases__ == (Refusal,) for kind in CODES.values())
    assert issubclass(TimedOut, TransportError)
    assert all(kind.__bases__ == (LoginError,) for kind in FAMILY[1:] if kind is not TimedOut)


def test_errors_are_no_errors_of_the_machine() -> None:
    for kind in classes():
        assert not issubclass(kind, OSError | RuntimeError | ValueError)


def test_every_exported_name_is_there_and_every_error_is_exported() -> None:
    exported = xsolla_login_client.__all__
    assert len(set(exported)) == len(exported)
    assert all(hasattr(xsolla_login_client, name) for name in exported)
    assert {kind.__name__ for kind in FAMILY} <= set(exported)
    assert set(errors.__all__) == {kind.__name__ for kind in FAMILY}
    star: dict[str, Any] = {}
    exec("from xsolla_login_client import *", star)
    assert set(exported) <= star.keys()


def test_a_module_that_lists_names_has_them() -> None:
    package = Path(str(xsolla_login_client.__file__)).parent
    for path in package.rglob("*.py"):
        if "__all__" in path.read_text("utf-8") and path.name != "__init__.py":
            name = ".".join(path.relative_to(package.parent).with_suffix("").parts)
            module = importlib.import_module(name)
            assert all(hasattr(module, each) for each in module.__all__), name
            assert len(set(module.__all__)) == len(module.__all__), name

"""The laws of the Python facade, and defects planted into its own modules: each is noticed by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from xsolla_login_client import LoginApi, LoginServerApi, tokens
from xsolla_login_client.facade import completion, initialisation, server_auth
from xsolla_login_client.facade.initialisation import Initialisation
from xsolla_login_client.facade.login import AwaitedLogin, BlockingLogin, Login
from xsolla_login_client.tokens import Tokens

from tests.codegen.python import logins

Plant = Callable[[pytest.MonkeyPatch], None]
LAWS = [law for name, law in vars(logins).items() if name.startswith("judge_")]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Callable[[], None]) -> None:
    law()


def test_tokens_that_cannot_be_renewed_as_they_should_are_told_at_once() -> None:
    with pytest.raises(ValueError, match="client_id"):
        LoginApi(logins.PROJECT, tokens=Tokens("a.b.c", "refresh"))
    assert LoginApi(logins.PROJECT, tokens=Tokens("a.b.c")).tokens == Tokens("a.b.c")


def test_address_of_the_api_that_is_none_is_told_to_a_server_at_once() -> None:
    with pytest.raises(ValueError, match="base_url"):
        LoginServerApi(client_id=1, client_secret="s", base_url="login.xsolla.com/api")


def instead(*places: tuple[Any, str], value: Any) -> Plant:
    """Return a defect: something else under some names."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for owner, name in places:
            patch.setattr(owner, name, value, raising=False)

    return plant


def one_client_for_ever(patch: pytest.MonkeyPatch) -> None:
    for kind in (BlockingLogin, AwaitedLogin):
        sound: Any = kind._renewing

        def renewing(self: Any, sound: Any = sound) -> Any:
            self.kept = getattr(self, "kept", None) or sound(self)
            return self.kept

        def begun(self: Any, own: Any, given: Any, sound: Any = kind.__init__) -> None:
            sound(self, own, given)
            self._renewing()

        patch.setattr(kind, "_renewing", renewing)
        patch.setattr(kind, "__init__", begun)


#: What is planted, the law that it breaks, and how that is told.
DEFECTS: dict[str, tuple[Plant, Callable[[], None], str]] = {
    "any text goes into a header": (
        instead((initialisation, "header_value"), value=lambda _, value: value),
        logins.judge_tokens_in_headers,
        "ascii|no answer|is made",
    ),
    "a login of OAuth 2.0 takes any token": (
        instead((Initialisation, "takes_token"), value=property(lambda _: True, lambda *_: None)),
        logins.judge_landings,
        "DID NOT RAISE",
    ),
    "no login of OAuth 2.0 takes a token": (
        instead(
            (Initialisation, "takes_token"), value=property(lambda self: not self.oauth2, lambda *_: None)
        ),
        logins.judge_landings,
        "ends on a code",
    ),
    "a login that failed on the way is told without its class": (
        instead((completion, "CODES"), value={}),
        logins.judge_landings_that_tell_of_a_failure,
        "^LoginError",
    ),
    "tokens that could not be saved are lost": (
        instead((Login, "_unsaved"), value=property(lambda _: None, lambda *_: None)),
        logins.judge_tokens_that_could_not_be_saved,
        "2 exchanges|^$",
    ),
    "tokens are renewed over connections of before": (
        one_client_for_ever,
        logins.judge_renewal_after_closing,
        "closed",
    ),
    "every refusal gets a server a new token": (
        instead((server_auth, "_is_refused"), value=lambda _: True),
        logins.judge_forbidden_calls,
        "requests instead of 2",
    ),
    "a server token is never renewed": (
        instead((server_auth, "_is_refused"), value=lambda _: False),
        logins.judge_forbidden_calls,
        "requests instead of 6",
    ),
    "a server token goes anywhere": (
        instead((server_auth, "origin"), value=lambda _: ("https", "login.example", 443)),
        logins.judge_server_tokens_stay_at_home,
        "evil",
    ),
    "a server token is sent as it came": (
        instead((tokens, "_VISIBLE"), value=re.compile("(?s).*")),
        logins.judge_server_tokens_that_are_none,
        "ascii|no answer|Refusal|DID NOT RAISE|Illegal",
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_noticed(defect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant, law, sign = DEFECTS[defect]
    plant(monkeypatch)
    with pytest.raises((Exception, pytest.fail.Exception), match=sign):
        law()

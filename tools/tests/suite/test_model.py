from __future__ import annotations

import pytest

from login_contract.suite.histories.model import (
    Account,
    Family,
    Model,
    ModelAuthorizationCode,
    ModelClock,
    ModelRefreshToken,
    ModelSignIn,
    Token,
    picked,
)

OWNER, STRANGER = 1, 2
CALLBACK = "https://example.com/callback"


def family_of(model: Model, account: Account) -> tuple[Family, Token, ModelRefreshToken]:
    family = Family(account=account, client_id=OWNER, scope="offline")
    token = Token("t", account, 100, family=family, client_id=OWNER)
    refresh_token = ModelRefreshToken("r", family, 100)
    model.tokens.append(token)
    model.refresh_tokens.append(refresh_token)
    return family, token, refresh_token


def exchange(
    model: Model,
    code: ModelAuthorizationCode,
    *,
    client_id: int = OWNER,
    redirect_uri: str | None = CALLBACK,
    verifier: str | None = "v",
) -> bool:
    return model.exchange(code, client_id=client_id, redirect_uri=redirect_uri, verifier=verifier, late=False)


def revoked(*tokens: Token | ModelRefreshToken) -> list[bool]:
    return [token.revoked for token in tokens]


@pytest.mark.parametrize(
    ("redirect_uri", "verifier"), [("https://example.com/other", "v"), (CALLBACK, None), (CALLBACK, "V")]
)
def test_mistake_leaves_a_code_and_a_second_use_ends_its_family(
    redirect_uri: str, verifier: str | None
) -> None:
    model = Model()
    family, token, refresh_token = family_of(model, Account())
    code = ModelAuthorizationCode("c", family, 100, CALLBACK, "v")

    assert not exchange(model, code, redirect_uri=redirect_uri, verifier=verifier)
    assert not exchange(model, code, client_id=STRANGER)
    assert exchange(model, code, redirect_uri=None)
    assert not exchange(model, code, client_id=STRANGER)
    assert revoked(token, refresh_token) == [False, False]
    assert not exchange(model, code, redirect_uri=redirect_uri, verifier=verifier)
    assert revoked(token, refresh_token) == [True, True]


def test_late_code_gives_nothing() -> None:
    code = ModelAuthorizationCode("c", Family(account=Account()), 100)

    assert not Model().exchange(code, client_id=OWNER, redirect_uri=None, verifier=None, late=True)
    assert not code.used


def test_reuse_of_a_refresh_token_ends_its_family_and_no_other() -> None:
    model, account = Model(), Account()
    _, token, refresh_token = family_of(model, account)
    _, other, _ = family_of(model, account)

    assert not model.refresh(refresh_token, client_id=STRANGER, late=False)
    assert model.refresh(refresh_token, client_id=OWNER, late=False)
    assert not model.refresh(refresh_token, client_id=STRANGER, late=False)
    assert revoked(token, other) == [False, False]
    assert not model.refresh(refresh_token, client_id=OWNER, late=True)
    assert revoked(token, other) == [True, False]


def test_revoking_ends_what_belongs_to_the_client() -> None:
    model = Model()
    _, token, refresh_token = family_of(model, Account())

    model.revoke(refresh_token, client_id=STRANGER)
    assert revoked(token, refresh_token) == [False, False]
    model.revoke(token, client_id=OWNER)
    assert revoked(token, refresh_token) == [True, False]
    model.revoke(refresh_token, client_id=OWNER)
    assert revoked(token, refresh_token) == [True, True]


def test_ending_spares_other_accounts_and_sign_ins() -> None:
    model, ann, bob = Model(), Account(), Account()
    family, token, _ = family_of(model, ann)
    _, bobs, _ = family_of(model, bob)
    code = ModelAuthorizationCode("c", family, 100)
    model.authorization_codes.append(code)
    model.sign_in(ann, "cookie", 100, before=None)

    model.end_tokens(ann)

    assert (token.revoked, code.void, bobs.revoked) == (True, True, False)
    assert not model.sign_ins[0].ended
    model.end_everything(ann)
    assert model.sign_ins[0].ended


def test_new_sign_in_ends_the_one_of_the_same_browser() -> None:
    model, before = Model(), ModelSignIn("old", Account(), 100)

    model.sign_in(Account(), "new", 100, before=before)

    assert before.ended
    assert not model.sign_ins[-1].ended


def test_clock_goes_on_between_readings() -> None:
    elapsed = [0.0]
    clock = ModelClock(1000, elapsed=lambda: elapsed[0])

    elapsed[0] = 30

    assert clock.now == 1030
    assert [clock.passed(moment) for moment in (1020, 1028, 1032, 1040)] == [True, None, None, False]
    clock.set(2000)
    assert clock.now == 2000


def test_picked_is_one_of_the_latest() -> None:
    assert [picked(list(range(8)), pick) for pick in range(6)] == [7, 6, 5, 4, 3, 7]
    assert picked(["only"], 4) == "only"

"""The proof key and the state of a login: RFC 7636's own example, and what nobody can guess."""

from __future__ import annotations

import hmac
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xsolla_login_client import pkce
from xsolla_login_client.pkce import Pkce, new_state, same_state

UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


def test_the_challenge_is_that_of_appendix_b() -> None:
    proof = Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")

    assert proof.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert proof.method == "S256"


def test_every_login_has_a_proof_key_and_a_state_of_its_own() -> None:
    assert len({Pkce.new().verifier for _ in range(100)} | {new_state() for _ in range(100)}) == 200
    assert {len(Pkce.new().verifier), len(new_state())} == {43}


@given(st.text(UNRESERVED, min_size=43, max_size=128))
def test_every_verifier_of_the_rfc_is_taken(verifier: str) -> None:
    challenge = Pkce(verifier).challenge

    assert len(challenge) == 43
    assert set(challenge) <= set(UNRESERVED)


@pytest.mark.parametrize(
    "verifier", ["", "a" * 42, "a" * 129, "a" * 42 + "=", "a" * 42 + "é", "a" * 43 + "\n"]
)
def test_no_other_verifier_is_taken_or_shown(verifier: str) -> None:
    with pytest.raises(ValueError, match=r"^verifier: 43 to 128") as refused:
        Pkce(verifier)
    assert not verifier or verifier not in str(refused.value)


def test_the_verifier_is_not_in_the_repr() -> None:
    proof = Pkce.new()

    assert proof.verifier not in repr(proof)
    assert pickle.loads(pickle.dumps(proof)) == proof


@given(st.text(), st.text())
def test_states_are_the_same_when_their_texts_are(kept: str, given_back: str) -> None:
    assert same_state(kept, given_back) == (kept == given_back != "")
    assert same_state(kept, kept) == bool(kept)


@pytest.mark.parametrize(
    ("kept", "given_back"), [(None, None), ("", ""), (None, "a"), ("a", None), ("a", "")]
)
def test_no_state_is_the_same_as_none(kept: str | None, given_back: str | None) -> None:
    assert not same_state(kept, given_back)


def test_states_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert not same_state("a" * 43, "b" * 43)
    assert compared == [(b"a" * 43, b"b" * 43)]


def test_every_public_name_is_listed() -> None:
    assert set(pkce.__all__) == {"Pkce", "new_state", "same_state"}

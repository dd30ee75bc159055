"""Defects planted in what checks the tokens of users: each breaks a law, and the law notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from xsolla_login_client import documents
from xsolla_login_client.errors import LoginError
from xsolla_login_client.signed_tokens import claims, key_cache, presented, project_keys, proofs, signatures
from xsolla_login_client.signed_tokens.presented import Presented
from xsolla_login_client.single_flight import SingleFlight
from xsolla_login_client.token_validator import TokenValidator

from tests.codegen.python import validator_laws

Plant = Callable[[pytest.MonkeyPatch], None]
Law = Callable[[], None]


def nothing(*_: object, **__: object) -> None:
    """Judge nothing."""


def the_header_says_the_algorithm(patch: pytest.MonkeyPatch) -> None:
    def check(self: proofs.PublicKeys, token: Presented) -> None:
        key: Any = self.keys.key(token.kid)
        if token.algorithm == "HS256":
            key = signatures.secret_key("x")
            key = type(key).import_key(self.keys.key(token.kid).as_pem(private=False).decode().strip())
        signatures.verified(token, token.algorithm or "none", key)

    # The library refuses such a secret by itself.
    patch.setattr("joserfc._rfc7518.oct_key.OctKey.import_key", classmethod(lambda cls, raw: cls(raw, raw)))
    patch.setattr(proofs.PublicKeys, "check", check)


def unsigned_tokens_pass(patch: pytest.MonkeyPatch) -> None:
    sound = proofs.PublicKeys.check

    def check(self: proofs.PublicKeys, token: Presented) -> None:
        if token.algorithm != "none":
            sound(self, token)

    patch.setattr(proofs.PublicKeys, "check", check)


def the_header_brings_the_key(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(proofs, "verified", nothing)


def any_key_will_do(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(project_keys, "find_key", lambda keys, _: next(iter(keys.values())))


def keys_of_any_kind_count(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(signatures, "_may_check", lambda key: isinstance(key.get("kid"), str))
    patch.setattr(signatures, "_rsa_key", lambda key: validator_laws.rsa_of(key) if "n" in key else None)


def the_last_of_two_keys_counts(patch: pytest.MonkeyPatch) -> None:
    sound = signatures.read_keys

    def read(document: Any) -> Any:
        keys = document.get("keys") if isinstance(document, dict) else document
        return sound(keys[::-1] if isinstance(keys, list) else document)

    patch.setattr(key_cache, "read_keys", read)


def names_may_stand_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(documents, "_unique", dict)


def many_texts_are_one_token(patch: pytest.MonkeyPatch) -> None:
    import base64

    patch.setattr(
        presented,
        "_decoded",
        lambda part: base64.urlsafe_b64decode(part.rstrip("=") + "=" * (-len(part.rstrip("=")) % 4)),
    )


def crit_is_passed_over(patch: pytest.MonkeyPatch) -> None:
    sound = documents.parse

    def parse(raw: bytes, *, unique: bool = False) -> dict[str, Any]:
        return {name: value for name, value in sound(raw, unique=unique).items() if name != "crit"}

    patch.setattr(documents, "parse", parse)
    patch.setattr(signatures, "verified", nothing)


def the_leeway_is_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = claims.check_times
    patch.setattr(claims, "check_times", lambda said, leeway, now: sound(said, leeway=0, now=now))


def the_leeway_is_without_end(patch: pytest.MonkeyPatch) -> None:
    sound = claims.check_times
    patch.setattr(claims, "check_times", lambda said, leeway, now: sound(said, leeway=1e9, now=now))


def iat_is_not_compared(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(claims, "check_issued", lambda said, **_: claims.seconds(said, "iat"))


def any_project_will_do(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(claims, "check_project", nothing)


def any_issuer_will_do(patch: pytest.MonkeyPatch) -> None:
    class Anybody(str):
        def __eq__(self, _: object) -> bool:
            return True

        __hash__ = str.__hash__

        def __ne__(self, _: object) -> bool:
            return False

    sound = TokenValidator._judged

    def judged(self: TokenValidator, token: Presented) -> Any:
        self._issuer = Anybody("x")
        return sound(self, token)

    patch.setattr(TokenValidator, "_judged", judged)


def tokens_of_servers_and_webhooks_pass(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(TokenValidator, "_user", lambda _, said: str(said.get("sub")))


def every_invented_key_is_fetched(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(key_cache.KeyCache, "has_just_searched", False)


def new_keys_are_never_searched(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(key_cache.KeyCache, "has_just_searched", True)


def keys_are_trusted_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(key_cache.KeyCache, "is_fresh", property(lambda self: bool(self.keys)))


def old_keys_serve_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(project_keys.ProjectKeys, "_serves", lambda self, kid: kid in self._cache.keys)


def old_keys_never_serve(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(project_keys.ProjectKeys, "_serves", lambda *_: False)


def a_failed_fetch_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(key_cache.KeyCache, "fail", nothing)


def a_fetch_for_every_caller(patch: pytest.MonkeyPatch) -> None:
    sound = SingleFlight.join

    def join(self: SingleFlight[Any]) -> Any:
        self._future = None
        return sound(self)

    patch.setattr(SingleFlight, "join", join)


def redirects_are_followed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("httpx.Response.raise_for_status", lambda self: self)


DEFECTS: list[tuple[Plant, Law]] = [
    (the_header_says_the_algorithm, validator_laws.the_algorithm_is_never_that_of_the_header),
    (unsigned_tokens_pass, validator_laws.every_named_defect_is_refused),
    (the_header_brings_the_key, validator_laws.every_named_defect_is_refused),
    (any_key_will_do, validator_laws.every_named_defect_is_refused),
    (any_project_will_do, validator_laws.every_named_defect_is_refused),
    (any_issuer_will_do, validator_laws.every_named_defect_is_refused),
    (keys_of_any_kind_count, validator_laws.keys_for_something_else_are_unknown),
    (the_last_of_two_keys_counts, validator_laws.keys_for_something_else_are_unknown),
    (names_may_stand_twice, validator_laws.no_text_but_the_canonical_one_is_a_token),
    (many_texts_are_one_token, validator_laws.no_text_but_the_canonical_one_is_a_token),
    (crit_is_passed_over, validator_laws.no_text_but_the_canonical_one_is_a_token),
    (the_leeway_is_ignored, validator_laws.clocks_may_differ_by_the_leeway_and_no_more),
    (the_leeway_is_without_end, validator_laws.clocks_may_differ_by_the_leeway_and_no_more),
    (iat_is_not_compared, validator_laws.clocks_may_differ_by_the_leeway_and_no_more),
    (tokens_of_servers_and_webhooks_pass, validator_laws.only_users_are_let_in),
    (every_invented_key_is_fetched, validator_laws.invented_keys_do_not_hammer_the_server),
    (new_keys_are_never_searched, validator_laws.a_new_key_is_found_at_once),
    (keys_are_trusted_for_ever, validator_laws.keys_are_fetched_once_and_anew_when_their_time_is_over),
    (old_keys_serve_for_ever, validator_laws.old_keys_serve_for_a_while_when_no_others_can_be_had),
    (old_keys_never_serve, validator_laws.old_keys_serve_for_a_while_when_no_others_can_be_had),
    (a_failed_fetch_is_forgotten, validator_laws.a_fetch_that_failed_is_not_repeated_at_once),
    (redirects_are_followed, validator_laws.a_fetch_that_failed_is_not_repeated_at_once),
    (a_fetch_for_every_caller, validator_laws.threads_and_loops_share_one_fetch),
]


@pytest.mark.parametrize(
    ("plant", "law"), DEFECTS, ids=[f"{plant.__name__}-{law.__name__}" for plant, law in DEFECTS]
)
def test_a_planted_defect_is_noticed(plant: Plant, law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, LoginError, pytest.fail.Exception)):
        law()

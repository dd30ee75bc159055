"""Every fault is caught by the case that is named for it, and by no unrelated one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from attrs import field, frozen

from login_contract.partner_suite.reference.partner import KeptUser, ReferencePartner
from login_contract.partner_suite.reference.verification import Verifier
from tests.partner_suite import wrong_receivers as receivers
from tests.partner_suite import wrong_verifiers as verifiers
from tests.partner_suite.partner import cases, judged, serving, settings_for, verifier
from tests.partner_suite.plain_server import serving_plainly

# Generated deliveries meet what some named cases are about.
GENERATED = ("test_coverage", "test_fuzzing")
UNSIGNED = ("tampered", "other_key", "alg_none", "unknown_kid", "hs256_with_public_key")
# Who does not refuse with 400 what has a bad token is noticed by the case of each.
UNSIGNED_AND_MORE = (
    *UNSIGNED,
    *("missing", "expired", "not_yet_valid", "other_project", "request_type_missing", "request_type_wrong"),
    *("test_malformed_json_is_refused", "test_json_array_is_refused"),
    *GENERATED,
)
LOGINS = ("new-user", "user-verification")
KNOWN = {"known_user": "kim@example.com", "known_password": "open-sesame"}
USUAL = "test_usual_delivery_is_answered"
ADDRESS = "test_addresses_can_be_reached"


@frozen
class Fault:
    """A wrong partner, the cases that have to catch it, and those that may notice it as well."""

    make: Callable[[], ReferencePartner]
    caught_by: tuple[str, ...]
    also: tuple[str, ...] = ()
    webhooks: tuple[str, ...] = ("phone",)
    settings: Mapping[str, Any] = field(factory=dict)
    serve: Callable[[ReferencePartner], contextlib.AbstractContextManager[str]] = serving

    @property
    def only(self) -> str | None:
        """The cases to judge it by: what is generated takes longest, and is spared what it cannot notice."""
        return None if {*GENERATED} & {*self.caught_by, *self.also} else "not test_generated"


def verifying(
    kind: type[Verifier], receiver: type[ReferencePartner] = ReferencePartner
) -> Callable[[], ReferencePartner]:
    good = verifier()
    return lambda: receiver(kind(good.algorithm, good.find_key, good.project_id))


def being(kind: type[ReferencePartner], **more: Any) -> Callable[[], ReferencePartner]:
    return lambda: kind(verifier(), **more)


def telling(told: Any) -> Callable[[], ReferencePartner]:
    return being(ReferencePartner, told=told)


def attribute(**changed: Any) -> Callable[[], ReferencePartner]:
    return telling({"attributes": [{"key": "tier", "value": "gold", **changed}]})


FAULTS = {
    "ignores the signature": Fault(verifying(verifiers.IgnoresSignature), UNSIGNED),
    "accepts alg none": Fault(verifying(verifiers.AcceptsAlgNone), ("alg_none",)),
    "breaks on alg none": Fault(
        verifying(verifiers.BreaksOnOtherAlgorithms, receivers.Fragile), ("alg_none",)
    ),
    "accepts an unknown kid": Fault(verifying(verifiers.AcceptsUnknownKid), ("unknown_kid",)),
    "accepts HS256 with the public key": Fault(
        verifying(verifiers.TrustsTheAlgorithmOfTheToken), ("hs256_with_public_key",)
    ),
    "looks at the kid alone": Fault(verifying(verifiers.KnowsOnlyWhichKeyIsNamed), ("other_key",)),
    "checks no expiry": Fault(verifying(verifiers.ChecksNoExpiry), ("expired",)),
    "checks no nbf": Fault(verifying(verifiers.ChecksNoBegin), ("not_yet_valid",)),
    "accepts other projects": Fault(verifying(verifiers.ChecksNoProject), ("other_project",)),
    "needs no request_type": Fault(verifying(verifiers.NeedsNoRequestType), ("request_type_missing",)),
    "accepts any request_type": Fault(verifying(verifiers.AcceptsAnyRequestType), ("request_type_wrong",)),
    "needs no token": Fault(being(receivers.NeedsNoToken), ("missing",)),
    "tells attributes when it refuses": Fault(
        being(receivers.TellsWhenItRefuses), ("test_refusal_tells_nothing",)
    ),
    "stores a user before it verifies": Fault(
        being(receivers.StoresBeforeItVerifies), ("test_refused_registration_stores_nobody",), webhooks=LOGINS
    ),
    "changes a password before it verifies": Fault(
        being(receivers.StoresBeforeItVerifies),
        ("test_refused_registration_stores_nobody", "test_refused_reset_changes_no_password"),
        webhooks=(*LOGINS, "password-reset"),
    ),
    "refuses with an HTML page": Fault(being(receivers.RefusesInHtml), ("test_answer_has_its_media_type",)),
    "refuses in Latin-1": Fault(being(receivers.RefusesInLatin1), ("test_answer_is_utf8",)),
    "refuses without a code": Fault(
        being(receivers.RefusesWithoutCode), ("test_refusal_has_the_error_object",)
    ),
    "refuses logins without a body": Fault(
        being(receivers.RefusesWithoutBody),
        ("test_unknown_user_is_refused", "test_wrong_password_is_refused"),
        GENERATED,
        webhooks=LOGINS,
    ),
    "answers 202": Fault(
        being(ReferencePartner, told={}, status=202), ("test_status_is_documented",), GENERATED
    ),
    "answers 401 to strangers": Fault(
        being(receivers.Refuses401Strangers), ("test_unknown_user_is_refused",), GENERATED, webhooks=LOGINS
    ),
    "redirects": Fault(being(receivers.Redirects), (USUAL,)),
    "answers an array": Fault(being(receivers.AnswersAnArray), ("test_answer_is_an_object",), GENERATED),
    "redirects what it refuses": Fault(
        being(receivers.RedirectsRefusals), ("test_no_redirect_is_answered",), UNSIGNED_AND_MORE
    ),
    "calls a refusal gzip": Fault(
        being(receivers.CallsRefusalsGzip), ("test_answer_can_be_read",), UNSIGNED_AND_MORE
    ),
    "answers what is no JSON": Fault(
        being(receivers.AnswersNoJson), ("test_answer_is_an_object",), GENERATED
    ),
    "answers nothing with 200": Fault(
        being(receivers.AnswersNothingWith200), ("test_answer_is_an_object",), GENERATED
    ),
    "answers as text/plain": Fault(
        being(receivers.AnswersPlainText), ("test_answer_has_its_media_type",), GENERATED
    ),
    "answers more than 64 KiB": Fault(being(receivers.AnswersTooMuch), ("test_answer_is_small",), GENERATED),
    "tells 1001 characters": Fault(telling({"a": "x" * 993}), ("test_free_json_is_short_enough",)),
    "tells 1001 emoji": Fault(telling({"a": "🎮" * 993}), ("test_free_json_is_short_enough",)),
    "names an attribute badly": Fault(
        attribute(key="player tier"), ("test_attribute_keys_are_well_formed",), GENERATED
    ),
    "names an attribute not at all": Fault(
        telling({"attributes": [{"value": "gold"}]}), ("test_attribute_keys_are_well_formed",), GENERATED
    ),
    "gives an attribute 257 characters": Fault(
        attribute(value="x" * 257), ("test_attribute_values_are_well_formed",), GENERATED
    ),
    "gives an attribute a list": Fault(
        attribute(value=["x"]), ("test_attribute_values_are_well_formed",), GENERATED
    ),
    "invents a permission": Fault(
        attribute(permission="secret"), ("test_attributes_are_well_formed",), GENERATED
    ),
    "answers attributes as an object": Fault(
        telling({"attributes": {"tier": "gold"}}), ("test_attributes_are_well_formed",), GENERATED
    ),
    "repeats an attribute's key": Fault(
        telling(
            {
                "attributes": [
                    {"key": "tier", "value": "gold", "attr_type": "client"},
                    {"key": "tier", "value": "gold", "attr_type": "server"},
                ]
            }
        ),
        ("test_attribute_keys_are_unique",),
    ),
    "is slow": Fault(being(receivers.Sleeps), (USUAL,), settings={"timeout": 0.2}),
    "breaks on malformed JSON": Fault(
        being(receivers.CrashesOnMalformedJson), ("test_malformed_json_is_refused",)
    ),
    "breaks on an array": Fault(being(receivers.CrashesOnArrays), ("test_json_array_is_refused",)),
    "accepts malformed JSON": Fault(
        being(receivers.AcceptsMalformedJson), ("test_malformed_json_is_refused",)
    ),
    "breaks on Unicode": Fault(
        being(receivers.CrashesOnUnicode), ("test_unicode_is_understood",), webhooks=("social",)
    ),
    "breaks on long texts": Fault(
        being(receivers.CrashesOnLongNames),
        ("test_longest_delivery_is_understood",),
        GENERATED,
        webhooks=("social",),
    ),
    "breaks on short texts": Fault(
        being(receivers.CrashesOnShortNames),
        ("test_shortest_delivery_is_understood",),
        GENERATED,
        webhooks=("social",),
    ),
    "needs optional properties": Fault(
        being(receivers.NeedsTheAddress),
        ("test_optional_properties_may_be_missing",),
        (*GENERATED, "test_documented_samples_are_understood", "test_documented_forms_are_read_alike"),
        webhooks=LOGINS,
    ),
    "registers by name only": Fault(
        being(receivers.RegistersByNameOnly),
        ("test_documented_forms_are_read_alike",),
        webhooks=("new-user",),
    ),
    "verifies by name only": Fault(
        being(receivers.VerifiesByNameOnly), ("test_documented_forms_are_read_alike",), webhooks=LOGINS
    ),
    "verifies by address only": Fault(
        being(receivers.VerifiesByAddressOnly), ("test_documented_forms_are_read_alike",), webhooks=LOGINS
    ),
    "resets by address only": Fault(
        being(receivers.ResetsByAddressOnly),
        ("test_documented_forms_are_read_alike",),
        webhooks=(*LOGINS, "password-reset"),
    ),
    "rejects extra properties": Fault(
        being(receivers.RejectsExtraFields), ("test_unknown_properties_are_ignored",)
    ),
    "minds the order of properties": Fault(
        being(receivers.MindsTheOrder), ("test_order_of_properties_means_nothing",), webhooks=("social",)
    ),
    "reads no escapes": Fault(
        being(receivers.ReadsJsonByLookingForText), ("test_spelling_of_json_means_nothing",)
    ),
    "accepts any password": Fault(
        being(receivers.AcceptsAnyPassword), ("test_wrong_password_is_refused",), webhooks=LOGINS
    ),
    "accepts strangers": Fault(
        being(receivers.AcceptsStrangers), ("test_unknown_user_is_refused",), webhooks=LOGINS
    ),
    "does not know the known user": Fault(
        being(receivers.KnowsNamesOnly, users={"kim": KeptUser("kim", "kim@example.com", "open-sesame")}),
        ("test_known_user_is_accepted",),
        webhooks=("user-verification",),
        settings=KNOWN,
    ),
    "forgets users": Fault(
        being(receivers.ForgetsUsers), ("test_registered_user_can_log_in",), webhooks=LOGINS
    ),
    "stores a user twice": Fault(
        being(receivers.StoresTwice), ("test_duplicate_is_harmless",), GENERATED, webhooks=("new-user",)
    ),
    "serves only two at once": Fault(being(receivers.ServesFewAtOnce), ("test_crowd_is_answered",)),
    "minds the case of headers": Fault(
        being(receivers.MindsTheCaseOfHeaders),
        ("test_header_names_come_in_any_case",),
        serve=serving_plainly,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_caught_by_its_case_and_no_other(name: str) -> None:
    fault = FAULTS[name]
    with fault.serve(fault.make()) as origin:
        results = judged(settings_for(origin, *fault.webhooks, **fault.settings), only=fault.only)

    assert not results.trouble
    found = cases(results, "failed")
    assert set(fault.caught_by) <= found
    assert found <= {*fault.caught_by, *fault.also}, [each.summary for each in results.failures]
    assert results.exit_status == 1


@pytest.mark.parametrize(
    ("make", "warned"),
    [
        pytest.param(
            being(receivers.Refuses401),
            {
                "missing",
                "expired",
                "not_yet_valid",
                "other_project",
                "request_type_missing",
                "request_type_wrong",
                *UNSIGNED,
            },
            id="refuses bad tokens with 401",
        ),
        pytest.param(
            being(receivers.RefusesWithoutBody), {"test_refusal_has_a_body"}, id="refuses without a body"
        ),
    ],
)
def test_doubtful_partner_is_warned_and_passes(
    make: Callable[[], ReferencePartner], warned: set[str]
) -> None:
    with serving(make()) as origin:
        results = judged(settings_for(origin, "phone"))

    assert [each.summary for each in results.failures] == []
    assert cases(results, "warning") == {*warned, ADDRESS}
    assert results.exit_status == 0


def test_any_form_of_request_is_a_warning() -> None:
    with serving_plainly(receivers.AcceptsAnyForm(verifier())) as origin:
        results = judged(settings_for(origin, "phone"))

    assert [each.summary for each in results.failures] == []
    assert cases(results, "warning") == {
        "test_other_method_is_refused",
        "test_other_media_type_is_refused",
        "test_large_body_is_refused",
        ADDRESS,
    }


def test_refusal_with_200_is_a_warning() -> None:
    with serving(receivers.RefusesWith200(verifier())) as origin:
        results = judged(settings_for(origin, "new-user"))

    assert "test_refusal_is_no_acceptance" in cases(results, "warning")
    assert results.failures == []

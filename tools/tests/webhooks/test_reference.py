from __future__ import annotations

from login_contract.partner_suite.reference.partner import ReferencePartner
from tests.webhooks.partner import cases, judged, serving, settings_for, verifier

TOLD = {"tier": "gold", "attributes": [{"key": "origin", "value": "reference"}]}


def test_every_case_passes_against_the_reference() -> None:
    with serving(ReferencePartner(verifier(), told=TOLD)) as origin:
        results = judged(settings_for(origin))

    assert not results.trouble
    assert [finding.summary for finding in results.failures] == []
    assert cases(results, "warning") == {"test_addresses_can_be_reached"}
    assert cases(results, "skipped") == {"test_known_user_is_accepted"}
    assert results.exit_status == 0

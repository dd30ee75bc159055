from __future__ import annotations

import pytest

from login_contract.description.model import described
from login_contract.suite.generated.good_requests import links_to, takes_user_token
from login_contract.suite.generated.live_inputs import ALONE, BODIES


def test_what_makes_an_input_live_is_named_as_the_description_names_it() -> None:
    assert set(BODIES) <= described().document["components"]["schemas"].keys()
    assert set(ALONE) <= described().operations.keys()


@pytest.mark.parametrize(
    ("operation_id", "source", "told"),
    [
        ("jwt-complete-auth-by-email", "jwt-start-auth-by-email", {"operation_id"}),
        ("oauth-20-complete-auth-by-phone-number", "oauth-20-start-auth-by-phone-number", {"operation_id"}),
        ("delete-webhook-for-event", "add-webhook-for-event", {"webhook_id"}),
    ],
)
def test_link_tells_what_an_earlier_answer_knows(operation_id: str, source: str, told: set[str]) -> None:
    links = links_to(described().operations[operation_id])

    assert told in [link.told for link in links if link.source.operation_id == source]


def test_token_that_nobody_can_refuse_is_no_credential() -> None:
    takers = {name for name, operation in described().operations.items() if takes_user_token(operation)}

    assert {"get-ask-fields", "update-token", "social-consent", "validate-jwt"} <= takers
    assert takers.isdisjoint({"revoke-jwt", "validate-server-jwt", "generate-jwt"})

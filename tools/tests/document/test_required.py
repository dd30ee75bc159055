"""Answers require no more than the reference does: a server that leaves the rest out keeps the contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from login_contract import resources
from login_contract.description.model import described
from login_contract.suite.judging import origin

# By the reference, of those whose properties it marks.
REQUIRED = {
    "AgeVerdict": {"accepted"},
    "AttributeByCustomId": {"key", "value", "readonly"},
    "AttributesByCustomId": {"attributes"},
    "CustomIdToken": {"token"},
    "EmailTemplate": {"body", "header", "locale", "template_id", "template_type"},
    "FlatError": set(),
    "LinkedUser": {"platform", "user_id", "xl_uid"},
    "LinkingCode": {"code"},
    "NewUserId": {"user_id"},
    "PasswordAnswer": {"email_confirmation_required"},
    "ProjectKey": {"alg", "e", "kid", "kty", "n", "use"},
    "PublicProfile": {"user_id", "registered", "last_login"},
    "RelationshipPage": {"next_after", "next_url", "relationships"},
    "RelatedUser": {"id", "name", "nickname", "picture", "tag"},
    "SearchUser": {
        "id",
        "external_id",
        "last_login",
        "login_type",
        "is_last_email_confirmed",
        "is_user_active",
        "phone_auth",
        "ban",
        "groups",
    },
    "SecondFactorOfUser": set(),
    "SocialAuthLink": {"auth_url", "provider"},
    "SocialFriend": {"name", "platform", "user_id"},
    "SocialFriendPage": {"data", "limit", "offset", "total_count"},
    "UserList": {"count", "next_after", "next_url", "users"},
}


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    document = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
    found: dict[str, Any] = document["components"]["schemas"]
    return found


@pytest.mark.parametrize("name", REQUIRED)
def test_an_answer_requires_what_the_reference_requires(schemas: dict[str, Any], name: str) -> None:
    assert set(schemas[name].get("required", ())) == REQUIRED[name]


def test_what_the_reference_does_not_name_is_inferred() -> None:
    """It tells that the answer holds the address of a page, and not in which property."""
    change = described().operations["update-users-two-factor-authentication-settings"]

    assert origin.of_response(change, 200) == "inferred"
    assert origin.of_response(change, 200, value=("url",)) == "inferred"

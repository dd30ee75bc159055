"""What a game's server tests of whatever checks its tokens: the good one is taken, each bad one refused."""

import pytest
from xsolla_login_client.token_validator import TokenRefused, TokenValidator

from login_contract.pytest_plugin import LoginMock

DEFECTS = ["expired", "not_yet_valid", "wrong_issuer", "wrong_project", "tampered", "alg_none", "unknown_key"]


def accepts(login_mock: LoginMock, token: str) -> bool:
    """Say what a server does with a token; put your own in its place."""
    validator = TokenValidator.by_keys(login_mock.project_id, base_url=login_mock.base_url)
    try:
        validator.validate(token)
    except TokenRefused:
        return False
    return True


def test_a_good_token_lets_its_user_in(login_mock: LoginMock) -> None:
    login_mock.create_user("jane")
    assert accepts(login_mock, login_mock.token("jane"))


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_token_that_is_not_right_lets_nobody_in(login_mock: LoginMock, defect: str) -> None:
    login_mock.create_user("jane")
    assert not accepts(login_mock, login_mock.token("jane", defect=defect))

"""Identifiers count in their whole length and spelling: what differs in one character is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.actors.oauth_client import OAuthClient, challenge_of, code_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.generated.good_requests import good_request, schema_of_body
from login_contract.suite.generated.links import links_to, part_of
from login_contract.suite.generated.live_inputs import PEOPLE, PROJECTS
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.naming import copied
from login_contract.suite.generated.owners import guarded
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
    NOT_FOUND,
    UNCONFIRMED_ACCOUNT,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
# As long as an address may be: 64 characters, the @, and a domain of labels of at most 63.
LONGEST = f"{'a' * 63}%s@{'b' * 63}.{'c' * 63}.{'d' * 59}.no"
DEVICE = "0f8e2d7c-5b3a-4c1d-9e6f-7a8b9c0d1e2f"


def near_misses(text: str) -> Iterator[str]:
    """Yield texts that differ from this one in one place: shorter, longer, padded, another end or case."""
    yield text[:-1]
    yield text[1:]
    yield f"{text}0"
    yield f"0{text}"
    yield f"{text} "
    yield f" {text}"
    yield text[:-1] + ("x" if text[-1] != "x" else "y")
    if text.swapcase() != text:
        yield text.swapcase()


def full_width(digits: str) -> str:
    """Return the digits as another script writes them."""
    return "".join(chr(ord(digit) - ord("0") + ord("\uff10")) for digit in digits)


@law("Two usernames that differ in one character are two users", security=True)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{'n' * 254}1", f"{'n' * 254}2"),
        (f"1{'n' * 254}", f"2{'n' * 254}"),
        ("ann", "ann "),
        ("ann", " ann"),
        ("ann", "anna"),
        ("ann smith", "annsmith"),
        ("ann", "änn"),
        ("ann.smith", "ann_smith"),
        ("007", "0007"),
        ("1e3", "1000"),
    ],
    ids=lambda name: name[-9:],
)
def test_usernames_differ_in_one_character(make_jwt_client: MakeJwtClient, one: str, other: str) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    subjects = {}
    for number, name in enumerate((one, other)):
        password = f"{PASSWORD}-{number}"
        made = jwt_client.register(username=name, email=f"{number}@example.com", password=password)
        subjects[name] = claims(token_of(made))["sub"]

    for number, name in enumerate((one, other)):
        token = claims(token_of(jwt_client.login(name, f"{PASSWORD}-{number}")))
        assert (token["sub"], token["username"]) == (subjects[name], jwt_client.known_as(name))
        assert refusal(jwt_client.login(name, f"{PASSWORD}-{1 - number}")) == WRONG_CREDENTIALS
    assert subjects[one] != subjects[other]


@law("Two addresses that differ in one character are two users", security=True)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EMAIL, "ann+game@example.com"),
        (EMAIL, "a.nn@example.com"),
        (EMAIL, "ann@example.co"),
        (EMAIL, "ann@mail.example.com"),
        ("007@example.com", "7@example.com"),
        ("ann-b@example.com", "ann_b@example.com"),
        (LONGEST % "1", LONGEST % "2"),
        (PHONE, PHONE[:-1]),
        (PHONE, f"{PHONE[:-1]}4"),
        (PHONE, f"+0{PHONE[1:]}"),
        (f"+{'1' * 24}2", f"+{'1' * 24}3"),
    ],
    ids=lambda contact: contact[:9],
)
def test_contacts_differ_in_one_character(jwt_client: JwtClient, one: str, other: str) -> None:
    subjects = [claims(jwt_client.login_by_code(contact))["sub"] for contact in (one, other)]

    assert len(set(subjects)) == 2
    assert [claims(jwt_client.login_by_code(contact))["sub"] for contact in (one, other)] == subjects
    for contact, stranger in ((one, other), (other, one)):
        code, operation_id = jwt_client.code_for(contact)
        assert refusal(jwt_client.confirm_code(stranger, code, operation_id)) == WRONG_CODE
    if "@" in one:
        told = [claims(jwt_client.login_by_code(contact))["email"] for contact in (one, other)]
        assert told == [jwt_client.known_as(one), jwt_client.known_as(other)]


@law("Two device ids that differ in one character are two users, in either protocol", security=True)
@pytest.mark.parametrize("operation_id", ["jwt-auth-via-device-id", "oauth-20-auth-via-device-id"])
def test_device_ids_differ_in_one_character(oauth_client: OAuthClient, operation_id: str) -> None:
    def subject(device_id: str) -> str:
        body = {"device": "Phone", "device_id": device_id}
        path = {"device_type": "android"}
        if operation_id.startswith("jwt"):
            answer = oauth_client.jwt_client.call(operation_id, path=path, body=body)
            return str(claims(answer.json()["token"])["sub"])
        answer = oauth_client.call(operation_id, path=path, body=body)
        tokens = oauth_client.exchange(code_of(answer)).json()
        return str(claims(tokens["access_token"])["sub"])

    others = [each for each in near_misses(DEVICE) if 16 <= len(each) <= 36]
    others += [DEVICE[:-2], DEVICE.replace("-", "_"), f"1{DEVICE[1:]}"]

    subjects = [subject(device_id) for device_id in (DEVICE, *others)]

    assert len(set(subjects)) == len(subjects)
    assert subject(DEVICE) == subjects[0]


@law("A one-time code is a text: nothing that only looks or counts like it is taken for it", security=True)
@pytest.mark.parametrize("recipient", [EMAIL, PHONE])
def test_one_time_code_counts_in_its_spelling(make_jwt_client: MakeJwtClient, recipient: str) -> None:
    jwt_client = make_jwt_client(test_codes={recipient: "004210"})
    alike = [*near_misses("004210"), "4210", "00004210", "4210.0", "+04210", full_width("004210")]

    for wrong in alike:
        # Of wrong tries a code survives four only.
        code, operation_id = jwt_client.code_for(recipient)
        assert refusal(jwt_client.confirm_code(recipient, wrong, operation_id)) == WRONG_CODE, wrong

    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200


@law("An operation_id is compared whole", security=True)
@pytest.mark.parametrize("recipient", [EMAIL, PHONE])
def test_operation_id_counts_in_its_spelling(jwt_client: JwtClient, recipient: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)

    for wrong in near_misses(operation_id):
        assert refusal(jwt_client.confirm_code(recipient, code, wrong)) == WRONG_CODE, wrong

    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200


@law("The code of a reset is compared whole, and so is whom it is for", security=True)
def test_reset_code_counts_in_its_spelling(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    user_id, code = jwt_client.reset_link("ann", EMAIL)

    for wrong in near_misses(code):
        assert refusal(jwt_client.confirm_reset(user_id, wrong, "another-password")) == WRONG_RESET_CODE, (
            wrong
        )
    for wrong in (user_id[:-1], f"{user_id}0", f" {user_id}", user_id.replace("-", "")):
        assert refusal(jwt_client.confirm_reset(wrong, code, "another-password")) == WRONG_RESET_CODE, wrong

    assert jwt_client.login("ann").status_code == 200
    assert jwt_client.confirm_reset(user_id, code, "another-password").status_code == 204


@law("The code of a confirmation link is compared whole", security=True)
@pytest.mark.project(confirmation_required=True)
def test_confirmation_code_counts_in_its_spelling(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email=EMAIL)
    code = query_of(jwt_client.message(EMAIL, "account_confirmation").link or "")["code"]

    for wrong in near_misses(code):
        assert refusal(jwt_client.call("confirm-account", query={"code": wrong})) == NOT_FOUND, wrong

    assert refusal(jwt_client.login("ann")) == UNCONFIRMED_ACCOUNT
    assert jwt_client.call("confirm-account", query={"code": code}).status_code == 302


@law(
    "Authorization codes and refresh tokens are compared whole, and a near miss uses nothing up",
    security=True,
)
def test_grants_count_in_their_spelling(member: OAuthClient) -> None:
    code = member.authorized(scope="offline")
    for wrong in near_misses(code):
        assert refusal_of_grant(member, "authorization_code", code=wrong) == INVALID_GRANT, wrong
    tokens = member.exchange(code).json()

    for wrong in near_misses(tokens["refresh_token"]):
        assert refusal_of_grant(member, "refresh_token", refresh_token=wrong) == INVALID_GRANT, wrong

    assert member.is_good(tokens["access_token"])
    assert member.refresh(tokens["refresh_token"]).status_code == 200


def refusal_of_grant(oauth_client: OAuthClient, grant_type: str, **form: str) -> tuple[int, str]:
    return refusal(oauth_client.grant(grant_type, **form))


@law("The secret of a client is compared whole", security=True)
def test_client_secret_counts_in_its_spelling(member: OAuthClient) -> None:
    confidential = member.of(member.clients.confidential)
    secret = confidential.clients.secret(confidential.client_id)
    assert secret is not None
    code = confidential.authorized()

    for wrong in near_misses(secret):
        refused = confidential.grant("authorization_code", secret=wrong, code=code)
        assert refused.is_client_error, wrong
        assert "access_token" not in refused.text

    assert confidential.exchange(code).status_code == 200


@law("A code verifier is compared whole, in its letter case", security=True)
def test_code_verifier_counts_in_its_spelling(member: OAuthClient) -> None:
    member.authorized()
    verifier = "Ab3-._~" * 7
    proof = {"code_challenge": challenge_of(verifier), "code_challenge_method": "S256"}
    code = code_of(member.call("oauth2-authorize", query=proof))

    for wrong in near_misses(verifier):
        refused = member.exchange(code, code_verifier=wrong)
        assert refused.is_client_error, wrong
        assert "access_token" not in refused.text

    assert member.exchange(code, code_verifier=verifier).status_code == 200


@law("A challenge of the second factor is compared whole", security=True)
def test_challenge_counts_in_its_spelling(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(two_factor="email", test_codes={EMAIL: "004210"})
    jwt_client.registered("ann", EMAIL)
    challenge = query_of(jwt_client.login("ann").json()["login_url"])["challenge_id"]

    for wrong in near_misses(challenge):
        answer = jwt_client.call("otp-validate", query={"challenge_id": wrong, "code": "004210"})
        assert answer.is_client_error, wrong
        assert "token=" not in answer.text

    answer = jwt_client.call("otp-validate", query={"challenge_id": challenge, "code": "004210"})
    assert query_of(answer.json()["url"])["token"]


def named_things(operation: Operation) -> set[str]:
    """Return the inputs of an operation that name something which is there already."""
    told: set[str] = set().union(*(link.told for link in links_to(operation)))
    in_path = {each.name for each in operation.parameters if each.location == "path"}
    named = told | in_path | {each for each in PEOPLE if each in needed_by(operation)}
    return named - {*PROJECTS, *CHOICES, "token"} - MADE.get(operation.operation_id, set())


def needed_by(operation: Operation) -> set[str]:
    """Return the properties that a body of an operation has to have."""
    return set(schema_of_body(operation).get("required", ()))


def misspelt(value: Any) -> Iterator[Any]:
    """Yield identifiers that differ from this one in one place."""
    if isinstance(value, int):
        yield from (value + 1, value * 10 + 1)
        return
    yield value[:-1] + ("1" if value[-1] != "1" else "2")
    yield f"{value}1"
    yield value[:-1]


# What is one of few, or names a kind rather than a thing.
CHOICES = {"event_type", "locale", "template_type", "provider_name", "providerName"}
# What comes into being where it is named.
MADE = {
    "create-custom-email-template": {"template_id"},
    "link-accounts-by-code": {"user_id"},
    "link-device-to-account": {"type_or_id"},
}
THINGS = [(name, thing) for name in guarded() for thing in sorted(named_things(described().operations[name]))]


@law("What a call names counts in its whole length and spelling", security=True)
@pytest.mark.parametrize(("operation_id", "thing"), THINGS)
def test_what_a_call_names_counts_in_its_spelling(stock: Stock | None, operation_id: str, thing: str) -> None:
    here = (lacks(NO_CONFIGURING) if stock is None else stock.renewed()).serving_itself().of_one_user()
    good = good_request(described().operations[operation_id], here, whole=False)

    for other in misspelt(part_of(good.operation, good, thing)[thing]):
        wrong = copied(good)
        part_of(wrong.operation, wrong, thing)[thing] = other
        assert wrong.send(here).is_error, f"{other} was taken for another {thing}"
    assert not good.send(here).is_error

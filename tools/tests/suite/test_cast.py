from __future__ import annotations

import pytest

from login_contract.suite.actors.cast import LONGEST_LOCAL, LONGEST_NAME, Cast

TAG = "lct0a1b2c3d-7"


@pytest.fixture
def cast() -> Cast:
    return Cast(TAG)


def test_without_a_tag_everybody_keeps_their_name() -> None:
    sent = {"username": "ann", "email": "ann@example.com", "device_id": "9774d56d682e549c"}

    assert Cast().called(sent) == sent


def test_names_are_recognisable_and_tell_letter_case_apart(cast: Cast) -> None:
    assert cast.name("Ann") == f"A-{TAG}-nn"
    assert cast.email("Ann@Example.com") == f"A-{TAG}-nn@Example.com"
    assert len({cast.name(name) for name in ("ann", "Ann", "ann ", "anna", "0ann", "00ann")}) == 6


@pytest.mark.parametrize("value", ["ab", "", "no-address", "@example.com", "ann@", "ann@localhost"])
def test_what_is_no_valid_name_or_address_stays(cast: Cast, value: str) -> None:
    field = "username" if value == "ab" else "email"

    assert cast.called({field: value}) == {field: value}


@pytest.mark.parametrize("value", [None, 7, ["ann"], {"x": 1}])
def test_values_of_other_types_stay(cast: Cast, value: object) -> None:
    assert cast.called({"username": value}) == {"username": value}


def test_name_that_was_renamed_already_stays(cast: Cast) -> None:
    assert cast.name(cast.name("ann")) == cast.name("ann")
    assert cast.email(cast.email("ann@example.com")) == cast.email("ann@example.com")


@pytest.mark.parametrize("other", [f"{'a' * (LONGEST_NAME - 1)}b", f"b{'a' * (LONGEST_NAME - 1)}", "a" * 254])
def test_longest_name_keeps_its_length_and_its_differences(cast: Cast, other: str) -> None:
    longest = "a" * LONGEST_NAME

    assert len(cast.name(longest)) == LONGEST_NAME
    assert len(cast.name(other)) == len(other)
    assert cast.name(longest) != cast.name(other)
    assert cast.name(longest).upper() == cast.name(longest.upper()).upper()
    assert TAG in cast.name(longest)
    assert cast.name("a" * (LONGEST_NAME + 1)) == "a" * (LONGEST_NAME + 1)


def test_longest_address_keeps_its_length(cast: Cast) -> None:
    address = f"{'a' * LONGEST_LOCAL}@{'b' * 63}.{'c' * 63}.{'d' * 59}.no"

    assert len(cast.email(address)) == len(address) == 255
    assert TAG in cast.email(address)


def test_addresses_are_those_of_the_mailbox() -> None:
    cast = Cast(TAG, "qa+{name}@staging.example.net")

    assert cast.email("ann@example.com") == f"qa+a-{TAG}-nn@staging.example.net"
    assert cast.email("ANN@EXAMPLE.COM") == f"qa+A-{TAG}-NN@STAGING.EXAMPLE.NET"
    assert cast.email("ann@example.com") != cast.email("ann@example.org")


def test_longest_addresses_fit_into_those_of_the_mailbox() -> None:
    cast = Cast(TAG, "qa+{name}@staging.example.net")
    one, other = (f"{'a' * 63}{end}@{'b' * 63}.{'c' * 63}.{'d' * 59}.no" for end in "12")

    assert cast.email(one) != cast.email(other)
    assert TAG in cast.email(one)
    assert len(cast.email(one).partition("@")[0]) == LONGEST_LOCAL


def test_device_keeps_its_length_and_tells_letter_case_and_last_letter_apart(cast: Cast) -> None:
    device = "9774d56d682e549c"
    others = (device.upper(), f"{device[:-1]}d", f"0{device[1:]}")

    assert len(cast.device(device)) == len(device)
    assert cast.device(device).upper() == cast.device(device.upper())
    assert len({cast.device(each) for each in (device, *others)}) == 4
    assert cast.device(device) != Cast(f"{TAG}1").device(device)
    assert cast.device("x" * 15) == "x" * 15
    assert cast.device("x" * 37) == "x" * 37


def test_people_are_found_wherever_a_request_names_them(cast: Cast) -> None:
    called = cast.called(
        {
            "username": "ann@example.com",
            "login": "ann",
            "updatedFields": {"email": "ann@example.com", "country-name": "DE"},
            "password": "correct-horse-7",
        }
    )

    assert called == {
        "username": f"a-{TAG}-nn@example.com",
        "login": f"a-{TAG}-nn",
        "updatedFields": {"email": f"a-{TAG}-nn@example.com", "country-name": "DE"},
        "password": "correct-horse-7",
    }

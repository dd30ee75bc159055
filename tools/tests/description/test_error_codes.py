from __future__ import annotations

from typing import Any

from login_contract.description.error_codes import error_codes, in_short


def refusing(*meanings: str) -> dict[str, Any]:
    """A description of calls that refuse with one code, each meaning something by it."""
    return {
        "paths": {
            f"/{place}": {"get": {"responses": {"404": {"x-error-codes": {"003-061": meaning}}}}}
            for place, meaning in enumerate(meanings)
        }
    }


def test_every_meaning_of_a_code_is_known_and_the_commonest_is_first() -> None:
    document = refusing("No such user.", "No such project.", "No such link.", "No such project.")

    assert error_codes(document) == {"003-061": ["No such project.", "No such link.", "No such user."]}


def test_a_short_form_says_that_there_are_other_meanings() -> None:
    assert in_short("003-061", ["No such project."]) == "`003-061`: No such project."
    assert in_short("003-061", ["No such project.", "No such user."]).startswith("`003-061`, most often: ")

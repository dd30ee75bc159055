from __future__ import annotations

from lint.prose import words


def test_words_are_those_of_titles_summaries_descriptions_and_meanings_of_codes() -> None:
    document = {
        "info": {"title": "Alpha", "summary": "Beta", "description": "Gamma"},
        "responses": {"404": {"x-error-codes": {"003": "Delta"}}},
        "operationId": "omega",
    }

    assert words(document) == {
        "Alpha": ("info", "title"),
        "Beta": ("info", "summary"),
        "Gamma": ("info", "description"),
        "Delta": ("responses", "404", "x-error-codes", "003"),
    }


def test_code_names_and_addresses_are_no_words() -> None:
    text = (
        "The `grant_type` of login_url at https://example.com/pth, to jane@exmple.com, in base64url: user's."
    )

    assert sorted(words({"description": text})) == ["The", "at", "in", "of", "to", "user"]


def test_examples_are_data() -> None:
    assert words({"examples": [{"description": "xyzzy"}], "value": {"description": "xyzzy"}}) == {}


def test_parts_that_are_named_like_keywords_are_no_data() -> None:
    told = [{"description": word} for word in ("Alpha", "Beta", "Gamma")]
    document = {
        "components": {"parameters": {"Page": told[0]}},
        "properties": {"value": told[1]},
        "responses": {"default": told[2]},
    }

    assert words(document).keys() == {"Alpha", "Beta", "Gamma"}


def test_a_word_stands_where_it_was_first_read() -> None:
    assert words({"a": [{"description": "Word"}], "b": {"description": "Word"}}) == {
        "Word": ("a", "0", "description")
    }

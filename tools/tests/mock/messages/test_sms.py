from __future__ import annotations

import pytest

from login_contract.mock.messages import sms


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("Éà@_" * 40, 1),
        ("ç" + "a" * 69, 1),
        ("ç" + "a" * 70, 2),
        ("ж" * 134, 2),
        ("ж" * 135, 3),
        ("🐉" * 35, 1),
        ("🐉" * 36, 2),
        ("\ud800" * 70, 1),
    ],
)
def test_a_text_is_counted_as_a_network_counts_it(text: str, segments: int) -> None:
    assert sms.segments(text) == segments


def test_short_is_one_message_or_two_of_16_bits() -> None:
    assert sms.is_short("a" * 160)
    assert not sms.is_short("a" * 161)
    assert sms.is_short("ж" * 134)
    assert not sms.is_short("ж" * 135)

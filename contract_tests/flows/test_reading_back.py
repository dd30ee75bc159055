"""What was accepted is told afterwards, whole: by every call that the description links in this way."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.reading_back import (
    ODD,
    Choose,
    Pair,
    longest,
    odd,
    pairs,
    shortest,
    texts,
)

law = pytest.mark.law


@pytest.fixture
def apart(stock: Stock | None) -> Stock:
    """A fresh project that servers use as well as users: some names are given once only."""
    return lacks(NO_CONFIGURING) if stock is None else stock.renewed().serving_itself()


def assert_read_back(stock: Stock, pair: Pair, choose: Choose) -> None:
    """Write texts of somebody's choice and read them back."""
    stock = stock.of_one_user()
    request, given = pair.write(stock, choose)
    answer = request.send(stock)
    assert answer.is_success, f"{given} is within the rules"
    told = set(texts(pair.read(request, answer, stock).json()))
    names, values = {name for name, _ in told}, {value for _, value in told}
    # What is told by another name is told all the same.
    assert {(name, value) for name, value in given if name in names or value not in values} <= told


@law("What a call was given is told afterwards, whole, at its shortest and at its longest")
@pytest.mark.parametrize("choose", [shortest, longest], ids=["shortest", "longest"])
@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_text_of_any_length_is_read_back(apart: Stock, pair: Pair, choose: Choose) -> None:
    assert_read_back(apart, pair, choose)


@law("What a call was given is told afterwards, whole, in every script")
@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_text_in_any_script_is_read_back(apart: Stock, pair: Pair) -> None:
    for number in range(len(ODD)):
        assert_read_back(apart, pair, odd(number))

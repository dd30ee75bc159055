"""What was accepted is told afterwards, whole: for every call that the description links to one that tells it."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.reading_back import ODD, Choose, Pair, longest, odd, pairs, shortest, texts

law = pytest.mark.law


@pytest.fixture(scope="module")
def apart(stock: Stock | None) -> Stock:
    """A project that servers use as well as users."""
    return lacks(NO_CONFIGURING) if stock is None else stock.renewed().serving_itself()


def give(stock: Stock, pair: Pair, choose: Choose) -> bool:
    """Write texts of somebody's choice and read them back; return whether there is such a text at all."""
    stock = stock.of_one_user()
    request, chosen = pair.write(stock, choose)
    if not chosen:
        return False
    answer = request.send(stock)
    assert answer.is_success, f"{chosen} is within the rules"
    told = set(texts(pair.read(request, answer, stock).json()))
    assert chosen <= told | {(name, value) for name, value in chosen if value in {text for _, text in told}}
    return True


@law("What a call was given is told afterwards, whole, at its shortest and at its longest")
@pytest.mark.parametrize("choose", [shortest, longest], ids=["shortest", "longest"])
@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_text_of_any_length_is_read_back(apart: Stock, pair: Pair, choose: Choose) -> None:
    assert give(apart, pair, choose)


@law("What a call was given is told afterwards, whole, in every script")
@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_text_in_any_script_is_read_back(apart: Stock, pair: Pair) -> None:
    outcomes = [give(apart, pair, odd(number)) for number in range(len(ODD))]

    assert any(outcomes)

"""Nobody reads or changes what is another's, whatever operation it is tried with.

For each operation that wants a token the request is made that is good in its owner's hands, with the owner's
ids, codes and names in it. Strangers send it in the owner's stead: another user of the project, a user of
another project, and that project's server.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from attrs import frozen

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.generated.good_requests import GoodRequest, examples_of, good_requests
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.owners import Owner, Stranger, changes, differences, guarded

law = pytest.mark.law
MOST_SHOWN = 2000


@frozen
class Neighbourhood:
    """The owner's project, another one, and what an owner's readings tell that changes by itself."""

    home: Stock
    elsewhere: Stock
    volatile: dict[str, set[str]]

    def strangers(self) -> Iterator[Stranger]:
        """Yield everybody who has nothing to do with an owner, the one who may get to know the owner last."""
        yield Stranger("elsewhere", self.elsewhere.jwt_client.project_id, *self._tokens(self.elsewhere))
        token, _ = self._tokens(self.home)
        yield Stranger("next door", self.home.jwt_client.project_id, token)

    def _tokens(self, stock: Stock) -> tuple[str, str]:
        return stock.token(), stock.server_token()


@pytest.fixture(scope="module")
def neighbourhood(stock: Stock | None) -> Neighbourhood:
    """Two projects that nothing else happens in."""
    if stock is None:
        lacks(NO_CONFIGURING)
    home, elsewhere = (stock.renewed().serving_itself() for _ in range(2))
    somebody = Owner.settle(home)
    return Neighbourhood(home, elsewhere, differences(somebody.seen(), somebody.seen()))


@law("Nobody reads or changes what is another's", security=True)
@pytest.mark.parametrize("operation_id", guarded())
def test_what_is_anothers_stays_so(neighbourhood: Neighbourhood, operation_id: str) -> None:
    operation = described().operations[operation_id]
    owner = Owner.settle(neighbourhood.home)
    for number in range(examples_of(operation)):
        own = own_request(operation, owner, number)
        accepted = intrude(neighbourhood, owner, own)
        if accepted:
            # What belongs to one alone may be another's now.
            own = own_request(operation, owner, number)
        assert not own.send(owner.stock).is_error, "it is the owner's, who is refused"
        if not operation.changes_nothing:
            owner = owner if is_whole(owner) else Owner.settle(neighbourhood.home)
            intrude(neighbourhood, owner, own)


def own_request(operation: Operation, owner: Owner, number: int) -> GoodRequest:
    """Return the request that is good in the hands of the owner, with this example of a body."""
    request = next(islice(good_requests(operation, owner.stock), number, None))
    return owner.about_himself(request) if operation.server_token else request


def is_whole(owner: Owner) -> bool:
    """Say whether the owner is still there and signed in."""
    return owner.stock.jwt_client.validate(owner.stock.token()).status_code == 204


def intrude(neighbourhood: Neighbourhood, owner: Owner, own: GoodRequest) -> bool:
    """Let every stranger try with a request of the owner; return whether anything was accepted."""
    accepted = False
    strangers = list(neighbourhood.strangers())
    # Only the one next door may ever change anything: where that is so, what each of them does is told apart.
    groups = [[each] for each in strangers] if own.operation.changes_of_others else [strangers]
    before = {} if own.operation.changes_nothing else owner.seen()
    for group in groups:
        outcomes = [try_out(stranger, owner, own) for stranger in group]
        accepted = accepted or any(outcomes)
        after = owner.seen() if before else {}
        allowed = own.operation.changes_of_others if group[-1].is_next_to(owner) else ()
        changed = changes(before, after, neighbourhood.volatile, *allowed)
        who = " or ".join(each.name for each in group)
        assert not changed, f"{who} changed what is another's: {_shortened(changed)}"
        before = after
    return accepted


def _shortened(changed: object) -> str:
    text = str(changed)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def try_out(stranger: Stranger, owner: Owner, own: GoodRequest) -> bool:
    """Let a stranger send a request of the owner; return whether it was accepted."""
    accepted = False
    for attempt in stranger.attempts(own, owner):
        answer = attempt.send(owner.stock)
        accepted = accepted or not answer.is_error
        told = owner.told(attempt, answer)
        assert not told, f"{stranger.name} was told what is another's: {told}"
    return accepted

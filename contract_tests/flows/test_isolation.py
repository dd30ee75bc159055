"""Nobody reads or changes what is another's, whatever operation it is tried with.

For each operation that wants a token the requests are made that are good in their owner's hands, with the
owner's ids, codes and names in them: one that was sent already, and one that was not. Strangers send them in
the owner's stead: another user of the project, a user of another project, and that project's server.
"""

from __future__ import annotations

from collections.abc import Sequence

import httpx
import pytest
from attrs import frozen

from login_contract.description.model import described
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.generated.good_requests import GoodRequest
from login_contract.suite.generated.live_inputs import PROJECTS, WITHOUT_PASSWORD
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.owners import Estate, Owner, Stranger, guarded
from login_contract.suite.judging.refusals import NOT_AVAILABLE

law = pytest.mark.law
MOST_SHOWN = 2000
TOO_MANY_REQUESTS = httpx.codes.TOO_MANY_REQUESTS


@frozen
class Neighbourhood:
    """The owner's project, another one, and what is told of an owner that changes by itself."""

    home: Estate
    elsewhere: Stock
    volatile: dict[str, set[str]]

    def strangers(self) -> tuple[Stranger, Stranger]:
        """Return those who have nothing to do with an owner; last the one who may get to know the owner."""
        project_id = self.elsewhere.jwt_client.project_id
        tokens = self.elsewhere.token(), self.elsewhere.server_token()
        return (
            Stranger("elsewhere", project_id, *tokens),
            Stranger("next door", self.home.project_id, self.home.stock.token()),
        )


@pytest.fixture(scope="module")
def neighbourhood(stock: Stock | None) -> Neighbourhood:
    """Two projects that nothing else happens in."""
    if stock is None:
        lacks(NO_CONFIGURING)
    here, elsewhere = (stock.renewed().serving_itself() for _ in range(2))
    home = Estate(here)
    somebody = home.settle()
    return Neighbourhood(home, elsewhere, somebody.look().places_unlike(somebody.look()))


@law("Nobody reads or changes what is another's", security=True)
@pytest.mark.parametrize("operation_id", guarded())
def test_what_is_anothers_stays_so(neighbourhood: Neighbourhood, operation_id: str) -> None:
    operation = described().operations[operation_id]
    owner = neighbourhood.home.settle()
    own = owner.requests(operation)
    if operation.changes_nothing:
        owner = owner.knowing([each.send(owner.stock) for each in own])

    accepted = intrude(neighbourhood, owner, own)

    # What belongs to one alone may be a stranger's now; what they were refused is still the owner's.
    kept = owner.requests(operation) if accepted else own
    assert accepted_from(owner, kept[:1]), "it is the owner's, who is refused"


def accepted_from(owner: Owner, own: Sequence[GoodRequest]) -> bool:
    """Let the owner send requests, and say whether none was refused, but for being one too many."""
    return all(is_accepted(each, each.send(owner.stock)) for each in own)


def is_accepted(own: GoodRequest, answer: httpx.Response) -> bool:
    """Say whether an owner was not refused what only owners may do."""
    if own.operation.operation_id in WITHOUT_PASSWORD:
        # Owners log in with a password, and get no other.
        return answer.is_error and refusal(answer) == NOT_AVAILABLE
    return not answer.is_error or answer.status_code == TOO_MANY_REQUESTS


def intrude(neighbourhood: Neighbourhood, owner: Owner, own: Sequence[GoodRequest]) -> bool:
    """Let every stranger try with the requests of the owner; return whether anything was accepted."""
    operation, accepted = own[0].operation, False
    strangers = neighbourhood.strangers()
    # Only the one next door may ever change anything: where that is so, what each of them does is told apart.
    groups = [[each] for each in strangers] if operation.changes_of_others else [strangers]
    before = None if operation.changes_nothing else owner.look()
    for group in groups:
        outcomes = [try_out(stranger, owner, each) for stranger in group for each in own]
        accepted = accepted or any(outcomes)
        if before is None:
            continue
        after = owner.look()
        allowed = operation.changes_of_others if group[-1].is_next_to(owner) else ()
        changed = str(before.changes(after, neighbourhood.volatile, *allowed) or "")
        who = " or ".join(each.name for each in group)
        assert not changed, f"{who} changed what is another's: {changed[:MOST_SHOWN]}"
        before = after
    return accepted


def names_home(request: GoodRequest, owner: Owner) -> bool:
    """Say whether a request of a server names the project of the owner, or the owner in its path."""
    project_id = owner.stock.jwt_client.project_id
    parts = (request.path_parameters, request.query, request.body)
    named = [part[name] for part in parts if isinstance(part, dict) for name in part.keys() & PROJECTS]
    return request.operation.server_token and (
        project_id in named or owner.user_id in request.path_parameters.values()
    )


def try_out(stranger: Stranger, owner: Owner, own: GoodRequest) -> bool:
    """Let a stranger send a request of the owner; return whether it was accepted."""
    accepted = False
    for attempt in stranger.attempts(own, owner):
        answer = attempt.send(owner.stock)
        accepted = accepted or not answer.is_error
        trespass = not stranger.is_next_to(owner) and names_home(attempt, owner)
        assert answer.is_error or not trespass, f"{stranger.name} was served with what is another's"
        told = owner.told(attempt, answer)
        assert not told, f"{stranger.name} was told what is another's: {told}"
    return accepted

"""Which function serves which operation: each says so itself, by the ids of the description."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence

from attrs import define, field, frozen

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.domain.tokens import WHOLE_LOGIN
from login_contract.mock.errors import ContractBreach, LoginError
from login_contract.mock.services import Services

Function = Callable[[Call, Services], Awaitable[Reply]]
# Answers a refusal its own way, given the query as it came, or leaves it to the envelope with None.
RefusalFunction = Callable[[LoginError, Mapping[str, Sequence[str]], Services], Awaitable[Reply | None]]


@frozen
class Endpoint:
    """What serves an operation, and what answers its refusals where that is not the envelope.

    ``purposes`` are those that a user's token may serve which it takes.
    """

    serve: Function
    refuse: RefusalFunction | None = None
    purposes: tuple[str, ...] = WHOLE_LOGIN


@define
class Registry:
    """The functions that were registered for each operation id."""

    _found: dict[str, list[Endpoint]] = field(factory=dict, init=False)

    def serves(
        self,
        *operation_ids: str,
        refuse: RefusalFunction | None = None,
        purposes: tuple[str, ...] = WHOLE_LOGIN,
    ) -> Callable[[Function], Function]:
        """Register a function for operations; ``refuse`` answers what is refused before or in it.

        Of the tokens of users, those are taken that serve one of the ``purposes``.
        """

        def register(function: Function) -> Function:
            for operation_id in operation_ids:
                endpoint = Endpoint(function, refuse, purposes)
                self._found.setdefault(operation_id, []).append(endpoint)
            return function

        return register

    def endpoints(self, operation_ids: Collection[str]) -> dict[str, Endpoint]:
        """Return what serves each operation of a description.

        Raises:
            ContractBreach: an operation has no function or several, or a function serves an unknown one.
        """
        faults = [f"no function serves {one}" for one in sorted(set(operation_ids) - self._found.keys())]
        for operation_id, found in self._found.items():
            names = " and ".join(f"{one.serve.__module__}.{one.serve.__qualname__}" for one in found)
            if operation_id not in operation_ids:
                faults.append(f"{names} serves {operation_id}, which is not described")
            elif len(found) > 1:
                faults.append(f"{names} serve {operation_id}")
        if faults:
            raise ContractBreach("; ".join(faults))
        return {operation_id: found[0] for operation_id, found in self._found.items()}


REGISTRY = Registry()
serves = REGISTRY.serves

"""One request on its way: what it is served from, and what the steps have found out so far."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack

from attrs import define, field, frozen
from starlette.requests import Request
from starlette.types import Send

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Endpoint
from login_contract.mock.contract.compiled import CompiledOperation, Contract, Route
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.terminal import shown


@frozen
class Served:
    """What every request is answered from: the description, what serves each operation, the services."""

    contract: Contract
    endpoints: Mapping[str, Endpoint]
    services: Services


@define
class Visit:
    """One request; each step of the pipeline adds what it finds out.

    ``project`` is the one that a ``projectId`` in the query names; ``unreadable`` says why a query cannot be
    read, ``counted`` that limits have counted the request. ``call`` is there once the request is read,
    ``reply`` once the operation was called. What is in ``closing`` ends with the request.
    """

    served: Served
    incoming: Request
    send: Send
    route: Route | None = None
    path: Mapping[str, str] = field(factory=dict)
    query: Mapping[str, list[str]] = field(factory=dict)
    unreadable: str | None = None
    operation: CompiledOperation | None = None
    project: Project | None = None
    may_fault: bool = False
    closing: ExitStack = field(factory=ExitStack)
    counted: bool = False
    call: Call = field(init=False)
    reply: Reply = field(init=False)

    @property
    def services(self) -> Services:
        """The domain services."""
        return self.served.services

    @property
    def admitted(self) -> CompiledOperation:
        """The operation of a request that was admitted."""
        if self.operation is None:
            raise LookupError("no request is admitted that names no operation")
        return self.operation

    @property
    def name(self) -> str:
        """What the terminal calls the request."""
        if self.operation is not None:
            return self.operation.operation_id
        return f"{self.incoming.method} {shown(self.incoming.scope['path'])}"

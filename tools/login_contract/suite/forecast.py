"""How long a run will take where requests are counted out, by what such runs were measured to send."""

from __future__ import annotations

from attrs import frozen

from login_contract.suite.generated.checks import EXAMPLES_PER_OPERATION
from login_contract.suite.runner import Selection
from login_contract.suite.settings import TargetSettings
from login_contract.suite.target import Target


@frozen
class Measured:
    """The requests of a whole run; ``generated`` are those of which there are more with more examples."""

    flows: int
    properties: int
    generated: int


# Of runs against a mock whose control interface could not be reached, with a known user.
LOOKING = Measured(flows=201, properties=4141, generated=490)
WRITING = Measured(flows=6417, properties=12833, generated=1351)
# What known OAuth 2.0 clients and a mailbox add to the flows of a run that writes.
OF_CLIENTS, OF_A_MAILBOX = 2242, 500


def expected(target: Target, selection: Selection) -> str:
    """Say how fast requests will be sent, and how long the run will take for that reason."""
    if target.rate is None:
        return "as many requests as the server takes"
    minutes = requests_of(selection, target.settings, writes=target.capabilities.write) / target.rate / 60
    took = f"{max(1, round(minutes))} min" if minutes < 90 else f"{round(minutes / 60)} h"
    most = "at most " if selection.choice.told or selection.max_failures else ""
    return f"{target.rate:g} requests a second, {most}about {took}"


def requests_of(selection: Selection, settings: TargetSettings, *, writes: bool) -> float:
    """Return about how many requests a run of whole parts of the suite sends."""
    measured = WRITING if writes else LOOKING
    flows = measured.flows
    if writes and (settings.client_id or settings.public_client_id):
        flows += OF_CLIENTS
    if writes and settings.mailbox:
        flows += OF_A_MAILBOX
    more = (selection.deep or EXAMPLES_PER_OPERATION) / EXAMPLES_PER_OPERATION
    parts = {"flows": flows, "properties": measured.properties + measured.generated * more}
    return sum(parts.get(part, 0.0) for part in selection.parts)

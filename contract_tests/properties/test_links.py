"""Operations one after the other, as the description's links connect them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, ClassVar

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, seed, settings

from login_contract.description.model import described
from login_contract.suite.assignment import Assignment
from login_contract.suite.generated.checks import STEPS, configuration, scenarios
from login_contract.suite.generated.probe import Probe

ASSIGNMENT = Assignment.from_env()
SCHEMA = schemathesis.openapi.from_dict(
    # Links that Schemathesis finds out by itself are written into what it is given.
    deepcopy(dict(described().document)),
    config=schemathesis.Config.from_dict(
        configuration(described(), ("stateful",), deep=ASSIGNMENT.deep, seed=ASSIGNMENT.seed),
    ),
)


class Journey(SCHEMA.as_state_machine()):  # type: ignore[misc]
    """Follows links, with codes and tokens read where a link alone cannot carry them."""

    probe: ClassVar[Probe]

    def setup(self) -> None:
        # What an earlier journey left behind must not decide how this one goes.
        if self.probe.live_values is not None:
            self.probe.live_values.renew()

    def before_call(self, case: Any) -> None:
        self.sent_with = self.probe.prepare_linked(case)

    def call(self, case: Any, **kwargs: Any) -> Any:
        return self.probe.call(case, self.sent_with)

    def validate_response(self, response: Any, case: Any, **kwargs: Any) -> None:
        self.probe.judge(case, response, headers=self.sent_with, recorder=self.recorder)


@pytest.mark.phase("stateful")
@pytest.mark.law("Calls that follow each other by the description's links answer as documented")
def test_linked_calls(probe: Probe) -> None:
    Journey.probe = probe
    seed(ASSIGNMENT.seed or 0)(Journey)
    Journey.run(
        settings=settings(
            max_examples=ASSIGNMENT.so_many(scenarios(ASSIGNMENT.deep)),
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
    )

"""What random histories have in common: a project, its model, the server's clock, and how they are played."""

from __future__ import annotations

from typing import ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.histories.model import Model, ModelClock, Token
from login_contract.suite.judging.refusals import INACTIVE_TOKEN


class History(RuleBasedStateMachine):
    """A machine that acts as ``jwt_client``, and compares each answer with what its model says."""

    control: ClassVar[Control]
    jwt_client: JwtClient
    model: Model
    clock: ModelClock

    def begin(self, jwt_client: JwtClient) -> None:
        """Start in a project that nothing has happened in yet."""
        self.jwt_client = jwt_client
        self.model = Model()
        self.clock = ModelClock(self.control.request("GET", "/_mock/clock")["now"])

    def move_time(self, seconds: int) -> None:
        """Move the server's time forward."""
        moved = self.control.request("POST", "/_mock/clock", json={"advance_seconds": seconds})
        self.clock.set(moved["now"])

    def validate(self, token: Token) -> None:
        """Compare what the server says about a token with the model."""
        late = self.clock.passed(token.expires)
        if late is None:
            return
        answer = self.jwt_client.validate(token.text)
        if token.revoked or late:
            assert refusal(answer) == INACTIVE_TOKEN
        else:
            assert answer.status_code == 204, answer.text


def play(
    history: type[History],
    control: Control,
    *,
    histories: int,
    steps: int,
    deep: int | None,
    first_seed: int | None,
) -> None:
    """Play so many random histories of so many steps, more of them where a run is ``deep``."""
    history.control = control
    seed(first_seed or 0)(history)
    # A history is cut short for the reader only when there is time: that takes minutes.
    phases = [Phase.generate] if deep is None else [Phase.generate, Phase.shrink]
    run_state_machine_as_test(
        history,
        settings=settings(
            max_examples=histories if deep is None else max(histories, deep // 5),
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )

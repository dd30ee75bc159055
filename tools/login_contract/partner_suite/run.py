"""The command `login-contract webhooks test`: settings in, reports out, an exit status back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from login_contract.description.model import described
from login_contract.errors import UsageError
from login_contract.partner_suite.generated import DEEP_EXAMPLES, SWITCHED_OFF
from login_contract.partner_suite.key_server import keys_served
from login_contract.partner_suite.settings import PartnerSettings, read_settings
from login_contract.suite.choice import check_expression
from login_contract.suite.command import report_folder, suite_command
from login_contract.suite.reporting.collector import RunListener
from login_contract.suite.reporting.results import Results
from login_contract.suite.runner import Selection, execute

PARTS = ("webhooks",)


def check_endpoints(
    partner: Mapping[str, Any],
    *,
    config: Path | None = None,
    only: str | None = None,
    deep: bool = False,
    examples: int | None = None,
    seed: int | None = None,
    workers: int | None = None,
    report: Path | None = None,
    list_tests: bool = False,
    show_secrets: bool = False,
) -> int:
    """Test a partner's endpoints, or list the tests; return 0 nothing failed, 1 a test did, 2 no run.

    ``partner`` holds the flags that describe the partner (None: not given).

    Raises:
        UsageError: no endpoint is named, or a flag makes no sense.
    """
    settings = read_settings(partner, config=config)
    if not settings.endpoints:
        raise UsageError("no endpoint is named; give --url NAME=URL for each, or one --url for all")
    selection = Selection(
        parts=PARTS,
        only=only,
        deep=examples or (DEEP_EXAMPLES if deep else None),
        seed=seed,
        workers=workers or 1,
        show_secrets=show_secrets,
    )
    check_expression(selection.only)
    with suite_command(names=described("partner").names, switched_off=SWITCHED_OFF) as command:
        if list_tests:
            return command.list_tests(settings.environment(), selection)
        with keys_served(settings, command.console) as ready:
            _, status = command.judge(partial(run, ready, selection), report_folder(report))
            return status


def run(settings: PartnerSettings, selection: Selection, listener: RunListener) -> Results:
    """Run the selected tests against a partner, whose keys are served elsewhere where it needs them.

    Raises:
        UsageError: no test matches the selection.
    """
    return execute(selection, listener, selection.assignment(settings.environment()), target=settings.target)

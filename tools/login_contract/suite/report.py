"""The report as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from login_contract.suite.checks import SwitchedOff
from login_contract.suite.console import shown_origins
from login_contract.suite.legible import legible
from login_contract.suite.results import EXPLAINED, PHASES, Finding, Results, tally

TEMPLATE = "report.html.jinja"


def render(
    results: Results,
    *,
    names: Mapping[str, str],
    switched_off: Sequence[SwitchedOff],
    finished: datetime,
) -> str:
    """Return the report's HTML.

    ``names`` maps an operation's method and path to its operation id; ``switched_off`` lists the checks
    that did not run.
    """
    html: str = _template().render(
        results=results,
        counts=tally(results.findings),
        phases=PHASES,
        operations=results.of("operation"),
        laws=[*results.of("law"), *results.of("other")],
        sections=[
            (title, [_shown(finding, results) for finding in findings])
            for title, findings in (("Failures", results.failures), ("Warnings", results.warnings))
            if findings
        ],
        explained=EXPLAINED,
        names=names,
        switched_off=switched_off,
        finished=finished.strftime("%Y-%m-%d %H:%M"),
    )
    return html


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:
        return legible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("login_contract.suite", "templates"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE)


def _shown(finding: Finding, results: Results) -> Mapping[str, Any]:
    origins = shown_origins(results)
    return {
        "finding": finding,
        "anchor": f"finding-{results.findings.index(finding)}",
        "curl": finding.exchanges[-1].curl(origins=origins) if finding.exchanges else "",
        "before": [exchange.curl(origins=origins) for exchange in finding.exchanges[:-1]],
        "last": finding.exchanges[-1] if finding.exchanges else None,
    }

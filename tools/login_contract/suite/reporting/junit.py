"""The report as JUnit XML, for programs that show test results: a case per finding, reasons in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from login_contract.legible import legible
from login_contract.suite.reporting.results import Finding, Results, first_line

CURL_NOTE = "Reproduce (passwords and tokens masked):"


def junit(results: Results, *, finished: datetime, origins: Mapping[str, str]) -> bytes:
    """Return the XML; ``origins`` maps addresses to those that ``curl`` lines show."""
    suite = Element(
        "testsuite",
        _attributes(
            name=f"login-contract: {results.target}",
            tests=str(len(results.findings) + bool(results.trouble)),
            failures=str(results.count("failed")),
            errors=str(int(bool(results.trouble))),
            skipped=str(sum(results.count(verdict) for verdict in ("skipped", "unverified", "warning"))),
            time=f"{results.seconds:.3f}",
            timestamp=finished.isoformat(timespec="seconds"),
        ),
    )
    if results.trouble:
        case = SubElement(suite, "testcase", _attributes(classname="login-contract", name="the run itself"))
        _tell(case, "error", first_line(results.trouble), results.trouble)
    for finding in results.findings:
        _add(suite, finding, origins)
    whole = Element("testsuites")
    whole.append(suite)
    ElementTree.indent(whole)
    content: bytes = ElementTree.tostring(whole, encoding="utf-8", xml_declaration=True)
    return content


def _add(suite: Element, finding: Finding, origins: Mapping[str, str]) -> None:
    module, _, name = finding.nodeid.partition("::")
    place = module.removesuffix(".py").replace("/", ".")
    case = SubElement(
        suite, "testcase", _attributes(classname=place, name=name or place, time=f"{finding.seconds:.3f}")
    )
    if finding.verdict == "failed":
        _tell(case, "failure", finding.reason, _account(finding, origins))
    elif finding.verdict == "skipped":
        _tell(case, "skipped", finding.reason)
    elif finding.verdict != "passed":
        _tell(case, "skipped", f"{finding.verdict}: {finding.reason}", _account(finding, origins))


def _account(finding: Finding, origins: Mapping[str, str]) -> str:
    """Return all there is to know of a finding: what went wrong, what repeats it, and where it happened."""
    curl = finding.exchanges[-1].curl(origins=origins) if finding.exchanges else ""
    parts = (finding.subject, finding.summary, curl and f"{CURL_NOTE}\n{curl}", finding.detail)
    return "\n\n".join(part.strip() for part in parts if part)


def _tell(case: Element, kind: str, reason: str, text: str = "") -> None:
    child = SubElement(case, kind, _attributes(message=first_line(reason)))
    child.text = legible(text) or None


def _attributes(**values: str) -> dict[str, str]:
    return {name: legible(value) for name, value in values.items()}

"""`SUPPORTED.md` as people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from login_contract.codegen.support.survey import Row, Survey

FILE = "SUPPORTED.md"
HEAD = (
    "| operation | described | mocked | our clients | other clients | laws | defects | of its laws | origin |"
)
RULE = "|---|---|---|---|---|---|---|---|---|"
YES, NO = "yes", "–"
INTRODUCTION = """\
# What is supported

Written by `nox -s generate` from the sources of the repository and compared by `nox -s verify`: nothing here
is typed by hand, and no test is run for it. The operations are those of the vendor's reference and SDKs
([`openapi/operations.csv`](../openapi/operations.csv)).

| column | tells |
|---|---|
"""
COLUMNS = {
    "described": "whether [the description](../openapi/README.md) has the operation",
    "mocked": "whether a function of the mock serves it; of a webhook, whether laws see the mock call it",
    "our clients": "the generated clients whose test sends good requests to it",
    "other clients": "clients that nobody here wrote and that tests let call it: the vendor's JavaScript SDK "
    "(SDK), Authlib, and what other generators write (generators)",
    "laws": "the tests of laws in `contract_tests/flows` whose sources lead to it, in any of their branches",
    "defects": "the planted defects (`tools/tests/defects`) that are told to break it",
    "of its laws": "the planted defects that are found by these laws",
    "origin": "where its facts are from: `doc`, `sdk`, `seed` or `inferred`",
}


def page(survey: Survey) -> str:
    """The whole text."""
    return "\n".join([*_lines(survey), ""])


def _lines(survey: Survey) -> Iterator[str]:
    yield INTRODUCTION + "\n".join(f"| {name} | {what} |" for name, what in COLUMNS.items()) + "\n"
    yield from _summary(survey)
    for family in dict.fromkeys(row.family for row in survey.rows):
        listed = [row for row in survey.rows if row.family == family]
        offered = [row for row in listed if not row.left_out]
        yield f"\n## Family `{family}`\n"
        if offered:
            yield f"| operation | {' | '.join(COLUMNS)} |\n|---{'|---' * len(COLUMNS)}|"
            yield from map(_line, offered)
        left_out = [row for row in listed if row.left_out]
        if left_out:
            yield "\n" * bool(offered) + "| left out | why |\n|---|---|"
            yield from (f"| {_name(row)} | {row.left_out} |" for row in left_out)


def _summary(survey: Survey) -> Iterator[str]:
    offered = [row for row in survey.rows if not row.left_out]
    counts: tuple[tuple[str, Callable[[Row], object]], ...] = (
        ("described", lambda row: row.described),
        ("mocked", lambda row: row.mocked),
        ("called by each of our clients", lambda row: row.generated),
        ("called by a client that nobody here wrote", lambda row: row.foreign),
        ("called by a law", lambda row: row.laws),
        ("broken by a planted defect", lambda row: row.defects),
        ("called by a law that finds a planted defect", lambda row: row.law_defects),
    )
    yield f"| of {len(offered)} operations | number |\n|---|---|"
    yield from (f"| {what} | {sum(bool(told(row)) for row in offered)} |" for what, told in counts)
    yield f"| left out of {len(survey.rows)} that are known | {len(survey.rows) - len(offered)} |"
    yield (
        f"\nThere are {survey.laws} tests of laws; {survey.general} of them name no operation: they hold "
        f"for HTTP itself or for whatever the description has. Of {survey.defects} planted defects, "
        f"{survey.placed} tell which operation they break."
    )


def _line(row: Row) -> str:
    cells = (
        _name(row),
        YES if row.described else NO,
        YES if row.mocked else NO,
        ", ".join(row.generated) or NO,
        ", ".join(row.foreign) or NO,
        row.laws or NO,
        row.defects or NO,
        row.law_defects or NO,
        row.origin or NO,
    )
    return f"| {' | '.join(map(str, cells))} |"


def _name(row: Row) -> str:
    return f"`{row.operation_id}`<br>`{row.method} {row.path}`" if row.path else f"`{row.operation_id}`"

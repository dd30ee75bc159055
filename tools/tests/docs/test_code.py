"""Python code that the documents show stands in a file that is run by a test."""

from __future__ import annotations

from tests.docs.reading import EXAMPLES, TOP, blocks, name, shown, text

# What other tests run: the receivers beside the thin layer, the client's own text beside its generation; the
# examples for pytest are tests themselves.
RUN = [*EXAMPLES.glob("*.py"), TOP / "generated" / "python" / "README.md"]
# Its program calls a client that the guide makes; `tests/codegen/test_regenerating.py` follows it.
MADE = "regenerating"
# An example for pytest says of what type its fixture is; who reads of it first need not know.
TYPES = {"\nfrom login_contract.pytest_plugin import LoginMock\n": "", ": LoginMock) -> None:": "):"}


def plain(code: str) -> str:
    """Code without its indentation, which an excerpt has less of, and without the types of tests."""
    for typed, untyped in TYPES.items():
        code = code.replace(typed, untyped)
    return "\n".join(line.strip() for line in code.strip().splitlines())


def test_every_block_stands_in_a_file_that_is_run() -> None:
    run = "\n".join(plain(path.read_text("utf-8")) for path in RUN)
    blocks = [(path, code) for path, code in shown("python") if path.stem != MADE]
    assert [f"{name(path)}: {code}" for path, code in blocks if plain(code) not in run] == []


def test_every_block_for_node_stands_in_the_receiver_that_is_run() -> None:
    run = plain((EXAMPLES / "express-receiver" / "receiver.js").read_text("utf-8"))
    assert [code for code in blocks(text("receivers"), "js") if plain(code) not in run] == []

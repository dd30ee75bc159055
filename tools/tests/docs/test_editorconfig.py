"""Files that are written by hand are as `.editorconfig` wants them."""

from __future__ import annotations

from pathlib import Path

from tests.docs.reading import TOP, name

KINDS = (".cjs", ".csv", ".html", ".jinja", ".js", ".md", ".py", ".toml", ".yaml")
FOLDERS = ("contract_tests", "docs", "examples", "openapi", "overlays", "tools")


def written_files() -> list[Path]:
    below = [path for folder in FOLDERS for path in (TOP / folder).rglob("*") if path.suffix in KINDS]
    return [
        *TOP.glob("*.md"),
        *TOP.glob("*.toml"),
        *(path for path in below if "node_modules" not in path.parts),
    ]


def test_lines_end_plainly() -> None:
    rules = (TOP / ".editorconfig").read_text("utf-8")
    assert {"charset = utf-8", "end_of_line = lf", "insert_final_newline = true"} <= set(rules.splitlines())
    wrong = []
    for path in written_files():
        text = path.read_bytes().decode("utf-8")
        lines = text.split("\n")
        if "\r" in text or (text and lines[-1]) or any(line != line.rstrip() for line in lines):
            wrong.append(name(path))

    assert wrong == []

"""Runs openapi-python-client with the templates of this house, and what they know of the description.

Whole templates stand in `templates/`. Where a few lines of a template of the generator have to differ,
`CHANGES` says which: each has to stand there as often as it says, or generation fails.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen

from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.paragraphs import filled
from login_contract.document.writer import to_json
from login_contract.errors import Failure

HERE = Path(__file__).parent
GENERATOR = "openapi_python_client"


class GenerationError(Failure):
    """The generator warned or failed; the message holds what it said."""


@frozen
class Change:
    """Lines of a template of the generator, and what stands there instead."""

    given: str
    wanted: str


#: By template. A model shows no secret, takes null for an optional property as if it were not there, and
#: nothing but a list for a list.
CHANGES: Mapping[str, tuple[Change, ...]] = {
    "model.py.jinja": (
        Change(
            "from ..types import UNSET, Unset\n",
            "from ..display import shown\nfrom ..presence import listed, present\n"
            "from ..types import UNSET, Unset\n",
        ),
        Change("@_attrs_define\nclass", "@_attrs_define(repr=False)\nclass"),
        Change(
            "{% macro _transform_property(property, content) %}\n",
            "    def __repr__(self) -> str:\n"
            "        return shown(self, secrets={{ secret_fields(model) }})\n\n"
            "{% macro _transform_property(property, content) %}\n",
        ),
        Change(
            "        d = dict(src_dict)\n",
            "        d = present(src_dict, optional={{ optional_properties(model) }})\n",
        ),
    ),
    "property_templates/list_property.py.jinja": (
        Change(
            "in (_{{ property.python_name }}):\n",
            "in listed(_{{ property.python_name }}):\n",
        ),
        Change(
            "    for {{ inner_source }} in _{{ property.python_name }}:\n",
            "    for {{ inner_source }} in listed(_{{ property.python_name }}):\n",
        ),
    ),
}


def run(document: Mapping[str, Any], package: Path, *, facts: Facts) -> Any:
    """Let the generator write a package into a folder that does not exist yet, and return what it read.

    Raises:
        GenerationError: it had anything to complain about, or a template is not what it was.
    """
    # The generator is slow to import, and only this function needs it.
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    with tempfile.TemporaryDirectory() as temporary, contextlib.redirect_stdout(io.StringIO()):
        source, templates = Path(temporary, "login.json"), Path(temporary, "templates")
        source.write_bytes(to_json(document).encode())
        config = Config.from_sources(
            ConfigFile.load_from_path(HERE / "settings.yaml"),
            MetaType.NONE,
            document_source=source,
            file_encoding="utf-8",
            overwrite=False,
            output_path=package,
        )
        try:
            data = GeneratorData.from_dict(dict(document), config=config)
        except Exception as error:  # What it has not thought of is told as what it refuses is.
            raise GenerationError(f"{GENERATOR} failed: {type(error).__name__}: {error}") from error
        if isinstance(data, GeneratorError):
            raise GenerationError(_said(data))
        write_templates(templates)
        project = Project(openapi=data, config=config, custom_template_path=templates)
        project.env.globals.update(
            operation_facts=facts.operation,
            parameter_text=facts.parameter,
            secret_fields=facts.secrets,
            optional_properties=facts.optional,
        )
        project.env.filters["filled"] = filled
        complaints = project.build()
    if complaints:
        raise GenerationError("\n".join(map(_said, complaints)))
    return data


def text_of(template: Path, **facts: object) -> str:
    """Return the text that a template of this house makes, for what the generator does not write."""
    from jinja2 import Template

    # As the generator reads its templates, but that the end of the last line stays.
    text = template.read_text("utf-8")
    read = Template(text, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return str(read.render(**facts))


def write_templates(folder: Path) -> None:
    """Write the templates that differ from the generator's into an empty or missing folder.

    Raises:
        GenerationError: a line that changes does not stand in its template just once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((HERE / "templates").glob("*.jinja")):
        (folder / path.name).write_bytes(path.read_bytes())
    for name, changes in CHANGES.items():
        text = original(name)
        for change in changes:
            if text.count(change.given) != 1:
                raise GenerationError(f"{name} of the generator is not written as expected: {change.given!r}")
            text = text.replace(change.given, change.wanted)
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def original(name: str) -> str:
    """Return a template of the generator itself."""
    return files(GENERATOR).joinpath("templates", name).read_text("utf-8")


def replaced() -> Iterator[str]:
    """Yield the templates of the generator in whose place there is something of this house."""
    yield from CHANGES
    own = {path.name for path in (HERE / "templates").glob("*.jinja")}
    written = {f"{path.name}.jinja" for path in (HERE / "thin").glob("*.py")}
    there = {each.name for each in files(GENERATOR).joinpath("templates").iterdir()}
    yield from sorted((own | written) & there)


def _said(complaint: Any) -> str:
    # It writes some objects as they are in memory, which says nothing.
    return re.sub(
        r"<[\w.]+ object at 0x[0-9a-f]+> ?", "", f"{complaint.header}: {complaint.detail or ''}"
    ).strip()

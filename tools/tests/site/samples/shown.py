"""The samples of the site by a name of their own, and what each of them is to say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.codegen.values import Values
from login_contract.description.operation import Operation, operations
from login_contract.site.samples.every import samples
from login_contract.site.samples.sample import Sample

DOCUMENT = json.loads(resources.path("generated/openapi/docs.json").read_bytes())
OPERATIONS: Mapping[str, Operation] = {
    each.operation_id: each for each in operations(as_published(DOCUMENT)) if not each.is_webhook
}
CURL, PYTHON, TYPESCRIPT = "curl", "Python", "TypeScript"
LOGIN, SERVER = "LoginApi", "LoginServerApi"


@frozen
class Shown:
    """A sample where it stands; its name is good for files and in addresses."""

    name: str
    operation: Operation
    sample: Sample

    @property
    def values(self) -> Values:
        """The values that it is made with."""
        return Values.shown(self.operation, self.sample.named)

    @property
    def language(self) -> str:
        """What it is written in."""
        return self.sample.label.partition(", ")[0]

    @property
    def facade(self) -> str:
        """The facade that it goes through, empty for none."""
        return self.sample.label.partition(", ")[2] if self.sample.named is None else ""


@cache
def shown(language: str) -> tuple[Shown, ...]:
    """Return every sample in a language."""
    found = [
        Shown(f"{operation_id}.{place}", OPERATIONS[operation_id], each)
        for operation_id, programs in samples(DOCUMENT).items()
        for place, each in enumerate(programs)
    ]
    return tuple(each for each in found if each.language == language)

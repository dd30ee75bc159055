"""A defect that is planted into the TypeScript client."""

from __future__ import annotations

from attrs import frozen


@frozen
class Defect:
    """A text of a compiled module, what stands there instead, and the law that notices."""

    module: str
    given: str
    instead: str
    law: str

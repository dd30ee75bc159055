"""What a report says of checks that do not run."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class SwitchedOff:
    """A check that does not run: for some operations or (``*``) for all, or only ``when`` something holds."""

    check: str
    operations: tuple[str, ...] = ("*",)
    when: str = ""
    reason: str

    @property
    def where(self) -> str:
        """For which operations it is off, in words."""
        operations = "all operations" if "*" in self.operations else ", ".join(self.operations)
        return f"{operations}, when {self.when}" if self.when else operations

"""Which rules of IBM's validator judge the description, and which are none of ours, with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from login_contract.document.loader import load
from login_contract.errors import UsageError

OWN = "ibm-"  # how the rules begin that IBM has not taken over from Spectral


@frozen
class SharedRules:
    """The rules of IBM's validator that are shared, and those that are left."""

    shared: tuple[str, ...]
    left: tuple[str, ...]

    def faults(self, offered: Iterable[str]) -> Iterator[str]:
        """What is wrong with the choice, when these are the rules that the validator has."""
        own = {name for name in offered if name.startswith(OWN)}
        chosen = Counter((*self.shared, *self.left))
        for name in sorted(own - chosen.keys()):
            yield f"ibm.yaml: nothing is said of {name}"
        for name, times in sorted(chosen.items()):
            if name not in own:
                yield f"ibm.yaml: the validator has no rule {name}"
            elif times > 1:
                yield f"ibm.yaml: {name} stands there twice"


def read(path: Path) -> SharedRules:
    """The choice in the file at `path`; raises `UsageError` where rules are left without a reason."""
    told = load(path)
    left: list[str] = []
    for entry in told["left"]:
        if not isinstance(entry, dict) or entry.keys() != {"rule", "reason"}:
            raise UsageError(f"{path.name}: what is left has a rule and a reason: {entry}")
        rules = entry["rule"]
        left += [rules] if isinstance(rules, str) else rules
    return SharedRules(shared=tuple(told["shared"]), left=tuple(left))

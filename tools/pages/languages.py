"""Languages by the names that people give them."""

from __future__ import annotations

from login_contract.mock.messages.languages import available, language


def named(name: str) -> str | None:
    """Return the tag of a language by its tag, its code, or either half of its tag (``tw``)."""
    known = {tag.lower().replace("_", "-"): tag for tag in available()}
    for tag in available():
        for part in (language(tag).code, *tag.split("_")):
            known.setdefault(part.lower(), tag)
    return known.get(name.lower().replace("_", "-"))

"""What the pages of calls are called."""

from __future__ import annotations

from login_contract.description.operation import Operation

#: The list of all calls and webhooks.
LIST = "calls.md"


def page(operation: Operation) -> str:
    """Return the name of a call's page in Markdown; that in HTML has another ending."""
    return f"{'webhook' if operation.is_webhook else 'call'}-{operation.operation_id}.md"


def title(operation: Operation) -> str:
    """Return what people call a call."""
    return str(operation.definition.get("summary", operation.operation_id))


def link(operation: Operation) -> str:
    """Return a link to the page of a call."""
    return f"[{title(operation)}]({page(operation)})"

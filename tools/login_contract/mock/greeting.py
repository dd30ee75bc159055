"""What a terminal shows when the server starts."""

from __future__ import annotations

from login_contract.mock import settings as mock_settings
from login_contract.mock.settings import MockSettings
from login_contract.mock.store.database import masked


def show(settings: MockSettings) -> None:
    """Print addresses, projects and clients in a panel."""
    from rich.console import Console
    from rich.panel import Panel
    from rich.table import Table

    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold", no_wrap=True)
    rows.add_column(overflow="fold")
    rows.add_row("API", settings.api)
    rows.add_row("Messages", f"{settings.origin}/_mock/")
    rows.add_row("Database", "temporary" if settings.throwaway else masked(settings.database_url or ""))
    for project in mock_settings.complete_projects(settings.projects):
        rows.add_row("Project", f"{project['project_id']}  {project['name']}")
        rows.add_row("  callback", "\n".join(project["callback_urls"]))
        clients = [f"{client['client_id']} {client['type']}" for client in project["oauth_clients"]]
        if clients:
            rows.add_row("  clients", ", ".join(clients))
        if project["users"]:
            rows.add_row("  users", ", ".join(user["username"] for user in project["users"]))
    console = Console(highlight=False, markup=False)
    console.print(Panel(rows, title="Login mock", title_align="left", expand=False))
    console.print("Messages appear below as they are sent. Ctrl-C stops.")
    console.file.flush()

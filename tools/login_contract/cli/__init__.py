"""The command `login-contract`: what can be asked for, and where the answer comes from. No logic.

Imports stand inside the commands, because the mock answers within a second of being called and no
command should pay for another.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from login_contract import __version__
from login_contract.cli.account_url import print_account_url
from login_contract.cli.changes import compat, diff, release
from login_contract.cli.compare import compare
from login_contract.cli.docs import docs_app
from login_contract.cli.generation import generate, verify
from login_contract.cli.mock import mock_app
from login_contract.cli.overlay import overlay_app
from login_contract.cli.suite import check_contract
from login_contract.cli.webhooks import webhooks_app
from login_contract.errors import Failure, UsageError

PROGRAM = "login-contract"

app = typer.Typer(
    name=PROGRAM,
    add_completion=False,
    help="The Xsolla Login API as a contract: a mock server, a contract suite, generated clients.",
)
app.command()(generate)
app.command()(verify)
app.command()(diff)
app.command()(compat)
app.command()(release)
app.command("test")(check_contract)
app.command()(compare)
app.command("account-url")(print_account_url)
app.add_typer(docs_app, name="docs")
app.add_typer(mock_app, name="mock")
app.add_typer(overlay_app, name="overlay")
app.add_typer(webhooks_app, name="webhooks")


def main() -> None:
    """Runs the command line of this process."""
    # What a server or a file says may have characters that a terminal cannot show.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and answers its exit status: 0 well, 1 found bad, 2 asked for wrongly."""
    command = typer.main.get_command(app)
    try:
        return int(command.main(arguments, PROGRAM, standalone_mode=False) or 0)
    except typer.Abort:
        return 1
    except typer.TyperException as error:
        return _refuse(f"{error.format_message()} (see {PROGRAM} --help)")
    except UsageError as error:
        return _refuse(str(error))
    except Failure as error:
        typer.echo(str(error), err=True)
        return 1
    except OSError as error:
        if error.filename is None:
            raise
        return _refuse(f"{error.filename}: {error.strerror}")


def _refuse(message: str) -> int:
    typer.echo(f"{PROGRAM}: {' '.join(message.split())}", err=True)
    return 2


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def top(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Options that stand before a command."""

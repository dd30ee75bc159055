"""The command `login-contract`: what can be asked for, and where the answer comes from. No logic.

Imports stand inside the commands, because the mock answers within a second of being called and no
command should pay for another.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal

import typer

from login_contract import __version__
from login_contract.cli.webhooks import webhooks_app
from login_contract.errors import Failure, UsageError

PROGRAM = "login-contract"

app = typer.Typer(
    name=PROGRAM,
    add_completion=False,
    help="The Xsolla Login API as a contract: a mock server, a contract suite, generated clients.",
)
mock_app = typer.Typer(invoke_without_command=True)
app.add_typer(mock_app, name="mock")
overlay_app = typer.Typer(help="Work with OpenAPI Overlay documents.")
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


@app.command()
def generate(
    part: Annotated[Literal["all", "openapi", "python"], typer.Argument(help="What to write.")] = "all",
    *,
    output: Annotated[
        Path | None, typer.Option(help="Folder to write to, instead of the checkout's generated/.")
    ] = None,
) -> None:
    """Write what is derived from the description: its bundles and the client."""
    from login_contract.codegen.generate import generate

    for place, changed in generate(part, output=output):
        typer.echo(f"{'wrote' if changed else 'unchanged:'} {place}")


@app.command()
def verify() -> None:
    """Prove that generated/ is what the description makes, and that it is sound."""
    from login_contract.codegen.verify import verify

    verify()
    typer.echo("generated/ is current")


@overlay_app.command("apply")
def overlay_apply(
    document: Annotated[Path, typer.Argument(help="The description, YAML or JSON; - is standard input.")],
    overlays: Annotated[
        list[Path], typer.Argument(metavar="OVERLAY...", help="Overlays 1.0 to 1.2, applied in this order.")
    ],
    *,
    output: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
    form: Annotated[
        Literal["yaml", "json"] | None,
        typer.Option("--format", help="Form of the result (default: yaml; json for an output *.json)."),
    ] = None,
    allow_invalid: Annotated[
        bool,
        typer.Option("--allow-invalid", help="Write the result even if it is no valid description any more."),
    ] = False,
) -> None:
    """Change a description by overlays, strictly: a target that matches nothing is an error.

    Example: login-contract overlay apply api.yaml test.overlay.yaml
    """
    from login_contract.document.overlaid import write_overlaid

    write_overlaid(document, overlays, output=output, form=form, allow_invalid=allow_invalid)


@mock_app.callback()
def mock(
    context: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: 127.0.0.1)")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on (default: 8480).")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Configuration file (default: login-mock.toml, when there is one).")
    ] = None,
    database_url: Annotated[
        str | None, typer.Option(help="sqlite:///file.db or postgresql://… (default: a temporary file)")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (default: 1).")] = None,
    seed: Annotated[int | None, typer.Option(help="Make ids and codes repeatable (one worker).")] = None,
    admin_token: Annotated[
        str | None,
        typer.Option(
            help="Bearer token that /_mock asks for; needed on other addresses than loopback.",
            envvar="LOGIN_CONTRACT_ADMIN_TOKEN",
        ),
    ] = None,
    public_url: Annotated[
        str | None, typer.Option(help="Where links in messages lead (default: the address bound).")
    ] = None,
    log: Annotated[
        Literal["text", "json"] | None,
        typer.Option(help="How messages, refusals and failed webhooks are told (default: text)."),
    ] = None,
    quiet: Annotated[bool | None, typer.Option("--quiet", help="Tell only the addresses.")] = None,
) -> None:
    """Run a Login server on this machine."""
    if context.invoked_subcommand is None:
        from login_contract.mock.run import serve

        status = serve(
            config=config,
            host=host,
            port=port,
            database_url=database_url,
            workers=workers,
            seed=seed,
            admin_token=admin_token,
            public_url=public_url,
            log=log,
            quiet=quiet,
        )
        raise typer.Exit(status)


@mock_app.command("init")
def mock_init(
    *,
    output: Annotated[Path, typer.Option(help="File to write.")] = Path("login-mock.toml"),
) -> None:
    """Write a configuration file with every setting explained."""
    from login_contract.mock.settings.example import write_example

    write_example(output)
    typer.echo(f"wrote {output}")


@app.command("test")
def check_contract(
    *,
    url: Annotated[
        str | None, typer.Option(help="Base URL of the API under test (default: a mock of its own).")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Target description (default: target.toml, when there is one).")
    ] = None,
    control_url: Annotated[
        str | None, typer.Option(help="Origin of the mock's /_mock, when it is not the URL's own.")
    ] = None,
    project_id: Annotated[str | None, typer.Option(help="Project to use where none can be made.")] = None,
    login_url: Annotated[
        str | None, typer.Option(help="Registered Callback URL, when the project has several.")
    ] = None,
    username: Annotated[
        str | None, typer.Option(help="A confirmed user; LOGIN_CONTRACT_PASSWORD holds the password.")
    ] = None,
    client_id: Annotated[
        int | None,
        typer.Option(
            help="An OAuth 2.0 client; LOGIN_CONTRACT_CLIENT_SECRET holds its secret, if it has one."
        ),
    ] = None,
    public_client_id: Annotated[int | None, typer.Option(help="One more client, without a secret.")] = None,
    server_client_id: Annotated[
        int | None,
        typer.Option(help="A server client; LOGIN_CONTRACT_SERVER_CLIENT_SECRET holds its secret."),
    ] = None,
    redirect_uri: Annotated[
        str | None, typer.Option(help="Registered redirect URI of these clients (default: --login-url).")
    ] = None,
    mailbox: Annotated[
        str | None,
        typer.Option(
            help="Command or URL with {recipient} that answers with the last message to an address: "
            "JSON or text. Needed where the project asks for confirmation."
        ),
    ] = None,
    mailbox_address: Annotated[
        str | None,
        typer.Option(help="Addresses that this mailbox is for, e.g. 'qa+{name}@example.com'."),
    ] = None,
    mailbox_wait: Annotated[
        float | None, typer.Option(help="Seconds in which a message has to come (default: 30).")
    ] = None,
    allow_writes: Annotated[
        bool | None, typer.Option("--allow-writes", help="Change things on a server that is not the mock.")
    ] = None,
    rate: Annotated[
        float | None, typer.Option(help="Requests per second (default: 5, unlimited for the mock).")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds per request (default: 30).")] = None,
    header: Annotated[
        list[str] | None,
        typer.Option(
            metavar="'NAME: env:VAR'",
            help="Header that a gateway asks for, its value in a variable; repeatable.",
        ),
    ] = None,
    ca_file: Annotated[
        Path | None, typer.Option(help="Certificates (PEM) to trust, in place of this machine's.")
    ] = None,
    insecure: Annotated[bool | None, typer.Option("--insecure", help="Trust every certificate.")] = None,
    properties: Annotated[
        bool, typer.Option("--properties", help="Run the generated requests only.")
    ] = False,
    flows: Annotated[bool, typer.Option("--flows", help="Run the laws only.")] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", "-k", help="Run the tests whose names match, e.g. 'code and not email', or one id."
        ),
    ] = None,
    operation: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Run the tests of this operation, by id or method and path; repeatable, adds to the others.",
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(help="Run the tests of the operations with this tag; repeatable, adds to the others."),
    ] = None,
    law: Annotated[
        list[str] | None,
        typer.Option(help="Run the laws whose sentence has this in it; repeatable, adds to the others."),
    ] = None,
    failed: Annotated[bool, typer.Option("--failed", help="Run what failed in the last run.")] = False,
    deep: Annotated[bool, typer.Option("--deep", help="Generate ten times as many requests.")] = False,
    examples: Annotated[
        int | None, typer.Option(min=1, help="Generate so many requests per operation.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Generate other requests than the usual ones.")] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", "-n", min=1, help="Processes, on this machine (default: 2 for the embedded mock)."
        ),
    ] = None,
    max_failures: Annotated[int | None, typer.Option(min=1, help="Stop after so many failures.")] = None,
    report: Annotated[
        Path | None, typer.Option(help="Folder for the reports (default: reports in this folder).")
    ] = None,
    list_tests: Annotated[bool, typer.Option("--list", help="List what would run, and run nothing.")] = False,
    show_secrets: Annotated[
        bool,
        typer.Option(
            "--show-secrets",
            help="Put passwords and tokens into the curl lines, which then run as they stand.",
        ),
    ] = False,
) -> None:
    """Run the contract suite against a target: a table, an HTML report and JUnit XML."""
    from login_contract.suite.run import check_contract as check

    status = check(
        {
            "url": url,
            "control_url": control_url,
            "project_id": project_id,
            "login_url": login_url,
            "username": username,
            "client_id": client_id,
            "public_client_id": public_client_id,
            "server_client_id": server_client_id,
            "redirect_uri": redirect_uri,
            "mailbox": mailbox,
            "mailbox_address": mailbox_address,
            "mailbox_wait": mailbox_wait,
            "allow_writes": allow_writes,
            "rate": rate,
            "timeout": timeout,
            "header": header,
            "ca_file": ca_file,
            "insecure": insecure,
        },
        config=config,
        properties=properties,
        flows=flows,
        only=only,
        operations=operation or (),
        tags=tag or (),
        laws=law or (),
        failed=failed,
        deep=deep,
        examples=examples,
        seed=seed,
        workers=workers,
        max_failures=max_failures,
        report=report,
        list_tests=list_tests,
        show_secrets=show_secrets,
    )
    raise typer.Exit(status)

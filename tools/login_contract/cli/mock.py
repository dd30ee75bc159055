"""The commands `login-contract mock`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

mock_app = typer.Typer(invoke_without_command=True)


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

"""The command `login-contract test`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from login_contract import extras


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
    quick: Annotated[
        bool,
        typer.Option("--quick", help="Of all that, run the documented examples and one test of each law."),
    ] = False,
    deep: Annotated[bool, typer.Option("--deep", help="Generate thirty times as many requests.")] = False,
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
    har: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write all requests and answers of the run to a HAR 1.2 file, without secrets.",
        ),
    ] = None,
    list_tests: Annotated[bool, typer.Option("--list", help="List what would run, and run nothing.")] = False,
    show_secrets: Annotated[
        bool,
        typer.Option(
            "--show-secrets",
            help="Put passwords and tokens into the curl lines, which then run, and the HAR file.",
        ),
    ] = False,
) -> None:
    """Run the contract suite against a target: a table, an HTML report and JUnit XML."""
    extras.require("suite", what="test")
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
        quick=quick,
        deep=deep,
        examples=examples,
        seed=seed,
        workers=workers,
        max_failures=max_failures,
        report=report,
        har=har,
        list_tests=list_tests,
        show_secrets=show_secrets,
    )
    raise typer.Exit(status)

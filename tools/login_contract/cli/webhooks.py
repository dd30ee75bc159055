"""The commands `login-contract webhooks`: what can be asked for, and where the answer is. No logic."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from login_contract import extras

webhooks_app = typer.Typer(help="Play the Login server towards a partner's endpoints, or the partner.")

ProjectId = Annotated[
    str | None, typer.Option(help="Project that the tokens are of (default: the mock's own).")
]
SecretEnv = Annotated[
    str | None,
    typer.Option(metavar="VAR", help="Environment variable with the secret of a project that uses HS256."),
]
PrivateKey = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="RSA key in PEM to sign with, for a receiver that has its public key."),
]
KeysPort = Annotated[
    int | None,
    typer.Option(min=0, max=65535, help="Port of the key server, for RS256 (default: 8481)."),
]
KnownUser = Annotated[str | None, typer.Option(help="Name or mail address of a user the partner knows.")]
KnownPasswordEnv = Annotated[
    str | None, typer.Option(metavar="VAR", help="Environment variable with that user's password.")
]
AnswerTimeout = Annotated[float | None, typer.Option(help="Seconds to wait for an answer (default: 5).")]
PartnerConfig = Annotated[
    Path | None, typer.Option(help="Settings file (default: webhooks.toml, when there is one).")
]


@webhooks_app.command("test")
def check_webhooks(
    *,
    url: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=URL", help="Address of a webhook, once for each; or one bare URL for all."
        ),
    ] = None,
    project_id: ProjectId = None,
    secret_env: SecretEnv = None,
    private_key: PrivateKey = None,
    keys_port: KeysPort = None,
    known_user: KnownUser = None,
    known_password_env: KnownPasswordEnv = None,
    timeout: AnswerTimeout = None,
    config: PartnerConfig = None,
    only: Annotated[
        str | None,
        typer.Option("--only", "-k", help="Run the cases whose names match, e.g. 'expired and not phone'."),
    ] = None,
    deep: Annotated[bool, typer.Option("--deep", help="Generate ten times as many deliveries.")] = False,
    examples: Annotated[
        int | None, typer.Option(min=1, help="Generate so many deliveries per webhook.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Generate other deliveries than the usual ones.")] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-n", min=1, help="Processes (default: 1).")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Folder for the reports (default: reports in this folder).")
    ] = None,
    list_tests: Annotated[bool, typer.Option("--list", help="List the cases, and run none.")] = False,
    show_secrets: Annotated[
        bool,
        typer.Option(
            "--show-secrets",
            help="Put passwords and tokens into the curl lines, which then run as they stand.",
        ),
    ] = False,
) -> None:
    """Prove a partner's endpoints right or wrong, as the Login server would call them.

    The webhooks are new-user, user-verification, phone, email, social,
    password-reset, refresh-token, password-change and email-change.
    Only those that are named are tested; {name} in a bare URL stands for each.

    login-contract webhooks test --url phone=http://localhost:3000/phone

    login-contract webhooks test --url http://localhost:3000/{name} -k expired
    """
    extras.require("suite", what="webhooks test")
    from login_contract.partner_suite.run import check_endpoints

    status = check_endpoints(
        {
            "url": url,
            "project_id": project_id,
            "secret_env": secret_env,
            "private_key": private_key,
            "keys_port": keys_port,
            "known_user": known_user,
            "known_password_env": known_password_env,
            "timeout": timeout,
        },
        config=config,
        only=only,
        deep=deep,
        examples=examples,
        seed=seed,
        workers=workers,
        report=report,
        list_tests=list_tests,
        show_secrets=show_secrets,
    )
    raise typer.Exit(status)


@webhooks_app.command("send")
def send_webhook(
    event: Annotated[str, typer.Argument(help="A webhook such as new-user, or a login event's type.")],
    *,
    url: Annotated[str | None, typer.Option(help="Where to send it.")] = None,
    body: Annotated[
        str | None, typer.Option(help="JSON to send, @FILE or @- (default: about a user made up).")
    ] = None,
    defect: Annotated[
        str | None, typer.Option(help="What is wrong with the token: missing, expired, tampered, …")
    ] = None,
    project_id: ProjectId = None,
    secret_env: SecretEnv = None,
    private_key: PrivateKey = None,
    keys_port: KeysPort = None,
    known_user: KnownUser = None,
    known_password_env: KnownPasswordEnv = None,
    timeout: AnswerTimeout = None,
    config: PartnerConfig = None,
) -> None:
    """Send one delivery and print the exchange; 0 when it is accepted, else 1.

    login-contract webhooks send phone --url http://localhost:3000/phone

    login-contract webhooks send phone --url http://localhost:3000/phone --defect expired
    """
    from login_contract.partner_suite.send import send

    status = send(
        event,
        {
            "project_id": project_id,
            "secret_env": secret_env,
            "private_key": private_key,
            "keys_port": keys_port,
            "known_user": known_user,
            "known_password_env": known_password_env,
            "timeout": timeout,
        },
        url=url,
        config=config,
        body=body,
        defect=defect,
    )
    raise typer.Exit(status)


@webhooks_app.command("listen")
def listen_for_webhooks(
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 3000,
    project_id: ProjectId = None,
    secret_env: SecretEnv = None,
    keys_url: Annotated[
        str | None,
        typer.Option(help="Address of the project's JWKS, for RS256 (default: that of `webhooks test`)."),
    ] = None,
    refuse: Annotated[
        str | None, typer.Option(metavar="CODE:TEXT", help="Refuse every delivery with this error.")
    ] = None,
    answer: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON to answer every accepted delivery with.")
    ] = None,
    status: Annotated[int | None, typer.Option(min=200, max=599, help="Status to answer with.")] = None,
    delay: Annotated[float, typer.Option(min=0, help="Seconds to wait before every answer.")] = 0,
) -> None:
    """Run a small partner that does everything right, keeps users in memory and prints each delivery.

    login-contract webhooks listen --port 3000

    login-contract webhooks listen --refuse '011-002:The password was used before.'
    """
    from login_contract.partner_suite.reference.listen import serve

    exit_status = serve(
        port=port,
        project_id=project_id,
        secret_env=secret_env,
        keys_url=keys_url,
        refuse=refuse,
        answer=answer,
        status=status,
        delay=delay,
    )
    raise typer.Exit(exit_status)

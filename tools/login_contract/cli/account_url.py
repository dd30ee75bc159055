"""The command `login-contract account-url`: what can be asked for, and where the answer is."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from login_contract.errors import UsageError

LONGEST_LINE = 64 * 1024


def print_account_url(
    *,
    token: Annotated[
        str,
        typer.Option(
            envvar="LOGIN_CONTRACT_USER_TOKEN",
            help="The JWT of a player, as a login gives it; - reads it from standard input.",
        ),
    ],
    locale: Annotated[str, typer.Option(help="Language of the page, such as de, pt-BR or zh_TW.")] = "en",
    base_url: Annotated[
        str | None,
        typer.Option(help="Where the page is hosted (default: https://useraccount.xsolla.com)."),
    ] = None,
    embed: Annotated[
        Literal["iframe", "link"] | None,
        typer.Option(help="Print HTML in place of the address: a frame with its event handler, or a link."),
    ] = None,
) -> None:
    """Print the address of the page where a player manages their account.

    login-contract account-url --token - --locale de < token.txt

    login-contract account-url --base-url http://127.0.0.1:8480 --embed iframe

    The second reads the token from the environment: a command line is kept by shells and shown to others.
    """
    from login_contract.codegen.python.thin import user_account

    given = _line_of_input() if token == "-" else token
    base = user_account.BASE_URL if base_url is None else base_url
    try:
        url = user_account.account_url(given, locale=locale, base_url=base)
    except ValueError as problem:
        raise UsageError(str(problem)) from None
    if embed is None:
        typer.echo(url)
    else:
        typer.echo(user_account.iframe(url) if embed == "iframe" else user_account.link(url), nl=False)


def _line_of_input() -> str:
    # Any byte is a letter in Latin-1; which of them make a token is judged like that of a flag.
    return sys.stdin.buffer.readline(LONGEST_LINE).decode("latin-1").strip() if sys.stdin else ""

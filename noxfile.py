"""The only door: every task of this repository is a session here, `nox --list` shows them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv|venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "verify", "tests"]


@nox.session
def generate(session: nox.Session) -> None:
    """Rewrite generated/ from the description."""
    install(session)
    session.run("login-contract", "generate", *session.posargs)


@nox.session(name="generate-web", default=False)
def generate_web(session: nox.Session) -> None:
    """Rewrite generated/typescript from the description, with Node from its Python package."""
    install(session)
    session.run("login-contract", "generate", "typescript", *session.posargs)


@nox.session
def verify(session: nox.Session) -> None:
    """Prove that generated/ is what the description makes, and that it is sound."""
    install(session, "types")
    session.run("login-contract", "verify")


@nox.session(default=False)
def diff(session: nox.Session) -> None:
    """Tell what changed since the last release, or with -- REV since a git revision, and whom it breaks."""
    install(session)
    options = list(session.posargs)
    old = (
        options.pop(0)
        if options and not options[0].startswith("-")
        else "generated/openapi/released/login.json"
    )
    new = options.pop(0) if options and not options[0].startswith("-") else "openapi/login.yaml"
    session.run("login-contract", "diff", old, new, *options)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Record the description as that of a release; refused when it breaks more than its version says."""
    install(session)
    session.run("login-contract", "generate")
    session.run("login-contract", "release")


@nox.session
def contract(session: nox.Session) -> None:
    """Regenerate, then run the contract suite, by default against a mock started for it."""
    install(session)
    session.run("login-contract", "generate")
    session.run("login-contract", "test", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests of the tools, the planted defects and the suite with its clients."""
    install(session, "test")
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and types of everything written by hand."""
    install(session, "test", "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    judge_description(session)


@nox.session(name="lint-description", default=False)
def lint_description(session: nox.Session) -> None:
    """Judge the description by foreign rule sets and a dictionary, as lint does; -- --all counts by rule."""
    install(session, "test")
    judge_description(session)


def judge_description(session: nox.Session) -> None:
    """Say what `openapi/lint/accepted.yaml` and `words.txt` beside it do not accept."""
    session.run("python", "-m", "lint", *session.posargs)


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation, which the mock then serves at /docs; -- --output site puts it elsewhere."""
    install(session)
    session.run("login-contract", "docs", "build", *session.posargs)


@nox.session(default=False)
def afdocs(session: nox.Session) -> None:
    """Judge how well agents get along with the documentation, 95 of 100 at least; -- --pages 20 asks less."""
    install(session, "test")
    session.run("python", "-m", "afdocs", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure the mock against Prism and alone, and print the tables."""
    install(session, "test")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session(default=False)
def pages(session: nox.Session) -> None:
    """Judge every page in Chromium, in all languages, colours and widths; -- --language ar --page outbox."""
    install(session, "test")
    session.run("python", "-m", "pages", *session.posargs)


@nox.session(default=False)
def drift(session: nox.Session) -> None:
    """Let `redocly drift` judge what a contract run sends and gets; -- --har FILE judges that."""
    install(session, "test")
    session.run("python", "-m", "drift", *session.posargs)


@nox.session(default=False)
def generators(session: nox.Session) -> None:
    """Try generators that others use, each with its own client; -- hey-api python tries these alone."""
    install(session, "test", "generators")
    session.run("python", "-m", "generators", *session.posargs)


def install(session: nox.Session, *groups: str) -> None:
    """Install the project with these dependency groups, unless the environment has just that already."""
    wanted = hashlib.sha256(Path("pyproject.toml").read_bytes() + repr(groups).encode()).hexdigest()
    stamp = Path(session.virtualenv.location, "installed-from")
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    # Resolved here, because the pip of a plain `python -m venv` may not know groups yet.
    requirements = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *groups)
    session.install("--editable", ".[all]", *requirements)
    stamp.write_text(wanted)

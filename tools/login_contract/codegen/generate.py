"""Rewrites what is generated: all of it in a temporary place first, then what changed where it belongs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from login_contract import resources
from login_contract.codegen import placing
from login_contract.codegen.openapi_files import read_descriptions, write_openapi
from login_contract.codegen.parts import ALL, OPENAPI, chosen, missing, write_client
from login_contract.codegen.slice import own_description
from login_contract.codegen.support.page import FILE as SUPPORTED
from login_contract.codegen.support.page import page as supported
from login_contract.codegen.support.survey import missing as missing_sources
from login_contract.codegen.support.survey import survey
from login_contract.document.problem import DocumentError, in_one_line
from login_contract.errors import Failure, UsageError


def generate(part: str, *, output: Path | None) -> Iterator[tuple[Path, bool]]:
    """Writes a part's folder into `output` (default: `generated/` of the checkout); "all" means every part.

    Yields each folder and whether it had to change. What generation no longer makes disappears. Nothing is
    touched when the description is wrong.

    Raises:
        DocumentError: the description is wrong.
        GenerationError: a generator complained.
        UsageError: there is no such part, no checkout and no `output`, or `output` holds what is not ours.
    """
    names = chosen(part)
    if output is None and not resources.is_checkout():
        raise UsageError("this is not a checkout: say with --output where to write")
    own = resources.checkout() / "generated"
    place = placing.put
    if output is None or output.resolve() == own:
        output, place = own, placing.replace
    else:
        placing.refuse_foreign(output, names)
    with tempfile.TemporaryDirectory() as temporary:
        for folder in write_fresh(part, Path(temporary)):
            yield output / folder.name, place(folder, output / folder.name)
        page = Path(temporary, SUPPORTED)
        if page.is_file() and place is placing.replace:
            yield output / page.name, placing.replace_file(page, output / page.name)


def generate_own(
    part: str, *, source: Path | None, overlays: Sequence[str], output: Path | None
) -> Iterator[tuple[Path, bool]]:
    """Writes a client, or with "all" every client, from a description of a team's own (`own_description`).

    Yields as `generate`. Nothing is touched when anything is wrong.

    Raises:
        UsageError: anything is wrong.
    """
    names = [name for name in chosen(part) if name != OPENAPI and name not in missing(part)]
    if not names:
        raise UsageError("overlays and an input make clients: name one, or use `overlay apply`")
    if output is None:
        raise UsageError("say with --output where to write what your overlays make")
    placing.refuse_foreign(output, names)
    with tempfile.TemporaryDirectory() as temporary:
        folders = [Path(temporary, name) for name in names]
        try:
            document = own_description(source, overlays)
            for folder in folders:
                write_client(folder.name, document, folder)
        except DocumentError as error:
            raise UsageError(in_one_line(error)) from None
        except Failure as error:
            first, *rest = str(error).splitlines()
            raise UsageError(f"{first} (and {len(rest)} more)" if rest else first) from None
        except RecursionError:
            raise UsageError(f"{source}: nested too deeply") from None
        for folder in folders:
            yield output / folder.name, placing.put(folder, output / folder.name)


def write_fresh(part: str, place: Path) -> list[Path]:
    """Generates into an empty folder and answers the folders written there; raises as `generate`.

    What `parts.missing` names is left out. With "all" in a checkout, what is supported is written too.
    """
    descriptions = read_descriptions()
    folders = []
    without = missing(part)
    for name in (each for each in chosen(part) if each not in without):
        folders.append(place / name)
        if name == OPENAPI:
            write_openapi(descriptions, folders[-1])
        else:
            write_client(name, descriptions.open, folders[-1])
    if part == ALL and missing_sources(resources.checkout()) is None:
        text = supported(survey(resources.checkout(), descriptions.login))
        (place / SUPPORTED).write_bytes(text.encode())
    return folders

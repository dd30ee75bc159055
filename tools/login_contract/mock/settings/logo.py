"""The logo of a project: a picture in a ``data:`` URL, or in a file beside a settings file."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.parsers import expat

from login_contract.mock import picture_kinds
from login_contract.mock.settings.rules import SettingsError

KEY = "theme.logo"
LARGEST = 24 * 1024
SVG = "image/svg+xml"
NO_PICTURE = "is no PNG, JPEG, GIF, WebP or SVG"


def with_logos(projects: Sequence[Any], folder: Path) -> list[Any]:
    """Return the projects of a settings file in ``folder`` with logos in place of the paths of logos.

    Raises:
        SettingsError: a file cannot be read, is too large, or is no picture.
    """
    pictured = []
    for number, project in enumerate(projects):
        try:
            pictured.append(_with_logo(project, folder))
        except SettingsError as problem:
            raise SettingsError(f"projects[{number}].{problem.key}", problem.why) from problem
    return pictured


def _with_logo(project: Any, folder: Path) -> Any:
    theme = project.get("theme") if isinstance(project, Mapping) else None
    if not isinstance(theme, Mapping):
        return project
    logo = theme.get("logo")
    if not isinstance(logo, str) or logo.startswith("data:"):
        return project
    return {**project, "theme": {**theme, "logo": _data_url(folder / logo)}}


def check_logo(url: str) -> None:
    """Refuse what says that it is a picture and is none, or one of another kind.

    Raises:
        SettingsError: which setting, and why.
    """
    head, _, body = url.partition(";base64,")
    try:
        content = base64.b64decode(body, validate=True)
    except binascii.Error:
        raise SettingsError(KEY, "is no base64 behind the comma") from None
    said, found = head.removeprefix("data:"), _media_type(content)
    if found is None:
        raise SettingsError(KEY, NO_PICTURE)
    if found != said:
        raise SettingsError(KEY, f"says that it is {said}, but is {found}")


def _data_url(path: Path) -> str:
    content = _content(path)
    media_type = _media_type(content)
    if media_type is None:
        raise SettingsError(KEY, f"{path} {NO_PICTURE}")
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise SettingsError(KEY, f"{path} is no file")
        content = path.read_bytes()
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else problem
        raise SettingsError(KEY, f"{path} cannot be read: {why}") from problem
    if len(content) > LARGEST:
        raise SettingsError(KEY, f"{path} has {len(content)} bytes, at most {LARGEST} are allowed")
    return content


def _media_type(content: bytes) -> str | None:
    return picture_kinds.media_type(content) or (SVG if _is_svg(content) else None)


def _is_svg(content: bytes) -> bool:
    """Say whether a browser would show this as an SVG: well-formed, and in the namespace of SVG."""
    elements: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: elements.append(name)
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):  # the last two: of an unknown encoding
        return False
    return elements[0] == "http://www.w3.org/2000/svg svg"

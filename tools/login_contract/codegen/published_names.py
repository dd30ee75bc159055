"""A description whose path parameters have the names that the reference publishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.description.message import PUBLISHED_NAME
from login_contract.description.operation import METHODS


def as_published(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a bundled description in which ``x-published-name`` is the name of its parameter.

    OpenAPI takes two paths that differ in the name of a parameter alone for the same one, so that both
    operations share a name there; here each has the path and the name that it is published under.
    """
    paths: dict[str, Any] = {}
    for path, item in document["paths"].items():
        shared = {key: value for key, value in item.items() if key not in METHODS}
        for method in (each for each in METHODS if each in item):
            names = _published(item[method])
            place = paths.setdefault(_renamed(path, names), dict(shared))
            place[method] = _with(names, item[method]) if names else item[method]
    return {**document, "paths": paths}


def _published(operation: Mapping[str, Any]) -> dict[str, str]:
    """Return the published names of an operation's parameters by those of the description."""
    parameters = operation.get("parameters", ())
    return {each["name"]: each[PUBLISHED_NAME] for each in parameters if PUBLISHED_NAME in each}


def _renamed(path: str, names: Mapping[str, str]) -> str:
    for own, published in names.items():
        path = path.replace(f"{{{own}}}", f"{{{published}}}")
    return path


def _with(names: Mapping[str, str], operation: Mapping[str, Any]) -> dict[str, Any]:
    parameters = [
        {**each, "name": names[each["name"]]} if PUBLISHED_NAME in each else each
        for each in operation["parameters"]
    ]
    return {**operation, "parameters": parameters}

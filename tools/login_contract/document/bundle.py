"""Joins the files of the description into one document that needs no other file.

The rule: a reference to `components/<section>…#/Name` becomes `#/components/<section>/Name`, and the
definition lands there; a reference from `paths` or `webhooks` to a path item is replaced by the item.
Nothing else may be referenced. A name that two files define, a reference that leads nowhere and a
definition that nothing refers to are errors: each is a way for two readers to see two descriptions.
A response that is referred to may have an origin (`origins`) or examples (`own_examples`) of its own
beside the reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from login_contract.description.references import SECTIONS, Pointer, replace_references, unescape
from login_contract.document.loader import load
from login_contract.document.origins import spread_origins
from login_contract.document.own_examples import place_examples
from login_contract.document.problem import DocumentError, Problem

_ITEMS = ("paths", "webhooks")


@attrs.frozen
class Place:
    """A node in a source file; `file` is relative to the folder above the entry document's."""

    file: str
    pointer: Pointer


@attrs.frozen
class Bundle:
    """A whole description in one document, and where its parts came from."""

    document: dict[str, Any]
    sources: dict[Pointer, Place]

    def locate(self, pointer: Pointer) -> Place | None:
        """Finds the source of a node of the bundle; None when it came from no file."""
        for length in range(len(pointer), -1, -1):
            place = self.sources.get(pointer[:length])
            if place:
                return Place(place.file, place.pointer + pointer[length:])
        return None


def bundle(entry: Path, *, plain_keys: bool = False) -> Bundle:
    """Bundles the description that starts at `entry`, e.g. `openapi/login.yaml`; `plain_keys` as for `load`.

    Raises:
        DocumentError: with everything found wrong, each naming file and pointer.
    """
    work = _Bundling(entry.resolve(), plain_keys=plain_keys)
    found = work.run()
    if work.problems:
        raise DocumentError(work.problems)
    return found


@attrs.define(eq=False)
class _Bundling:
    entry: Path
    plain_keys: bool = False
    problems: list[Problem] = attrs.Factory(list)
    files: dict[Path, Any] = attrs.Factory(dict)
    components: dict[str, dict[str, Any]] = attrs.Factory(dict)
    sources: dict[Pointer, Place] = attrs.Factory(dict)
    reached: set[Place] = attrs.Factory(set)

    def run(self) -> Bundle:
        root = self.read(self.entry)
        if not isinstance(root, dict):
            self.refuse(Place(self.name(self.entry), ()), "not an object")
            return Bundle({}, {})
        self.sources[()] = Place(self.name(self.entry), ())
        document = {key: value for key, value in root.items() if key not in ("components", *_ITEMS)}
        document = self.rewrite(document, self.entry, ())
        for kind in _ITEMS:
            if kind in root:
                document[kind] = dict(self.items(kind, self.mapping(root, kind)))
        components = self.mapping(root, "components")
        for section in components:
            self.entry_components(section, self.mapping(components, section, "components"))
        document["components"] = {
            section: dict(sorted(self.components[section].items()))
            for section in SECTIONS
            if section in self.components
        }
        self.refuse_unreached()
        if not self.problems:
            copies = place_examples(document) | spread_origins(document)
            before = Bundle(document, self.sources)
            found = {copy: before.locate(copied) for copy, copied in copies.items()}
            self.sources |= {copy: place for copy, place in found.items() if place}
        return Bundle(document, self.sources)

    def items(self, kind: str, mapping: Any) -> Iterator[tuple[str, Any]]:
        for name, item in mapping.items():
            pointer: Pointer = (kind, name)
            if not isinstance(item, dict) or "$ref" not in item:
                yield name, self.rewrite(item, self.entry, pointer)
                continue
            here = Place(self.name(self.entry), (*pointer, "$ref"))
            if len(item) > 1:
                self.refuse(here, "a reference to a path item stands alone, without other keys")
            target = self.target(item["$ref"], self.entry, here)
            if target is None:
                continue
            path, place, value = target
            if place in self.reached:
                self.refuse(here, f"{item['$ref']} is used twice")
            self.reached.add(place)
            self.sources[pointer] = place
            yield name, self.rewrite(value, path, place.pointer)

    def mapping(self, node: dict[str, Any], key: str, *parents: str) -> dict[str, Any]:
        value = node.get(key, {})
        if isinstance(value, dict):
            return value
        self.refuse(Place(self.name(self.entry), (*parents, key)), "not an object")
        return {}

    def entry_components(self, section: str, definitions: dict[str, Any]) -> None:
        for name, definition in definitions.items():
            here = Place(self.name(self.entry), ("components", section, name))
            if isinstance(definition, dict) and "$ref" in definition:
                new = self.component(definition["$ref"], self.entry, here)
                if new is not None and new != f"#/components/{section}/{name}":
                    self.refuse(here, f"{definition['$ref']} is {new}, not {name} of {section}")
            else:
                self.define(section, name, self.entry, here, definition)

    def rewrite(self, node: Any, path: Path, pointer: Pointer) -> Any:
        """Copies a node of a file, bringing in the definitions it refers to."""
        name = self.name(path)
        return replace_references(
            node, lambda reference, here: self.component(reference, path, Place(name, here)), pointer
        )

    def component(self, reference: Any, path: Path, here: Place) -> str | None:
        """Brings the definition a reference names into the bundle; answers the new reference."""
        target = self.target(reference, path, here)
        if target is None:
            return None
        path, place, value = target
        section, name = self.section(path, place)
        if section is None or len(name) != 1:
            self.refuse(here, f"{reference} is no definition components/<section>…#/<Name>")
            return None
        self.define(section, str(name[0]), path, place, value)
        return f"#/components/{section}/{name[0]}"

    def section(self, path: Path, place: Place) -> tuple[str | None, Pointer]:
        """The section a place belongs to, and the pointer within it."""
        if path == self.entry:
            known = len(place.pointer) > 1 and place.pointer[0] == "components"
            return (str(place.pointer[1]), place.pointer[2:]) if known else (None, ())
        parts = path.relative_to(self.entry.parent).with_suffix("").parts
        known = len(parts) > 1 and parts[0] == "components" and parts[1] in SECTIONS
        return (parts[1], place.pointer) if known else (None, ())

    def define(self, section: str, name: str, path: Path, place: Place, value: Any) -> None:
        if place in self.reached:
            return
        self.reached.add(place)
        pointer = ("components", section, name)
        if pointer in self.sources:
            other = self.sources[pointer]
            self.refuse(place, f"{name} of {section} is defined in {other.file} too")
            return
        self.sources[pointer] = place
        self.components.setdefault(section, {})[name] = self.rewrite(value, path, place.pointer)

    def target(self, reference: Any, path: Path, here: Place) -> tuple[Path, Place, Any] | None:
        if not isinstance(reference, str) or "://" in reference:
            self.refuse(here, f"{reference} is no reference to a file of the description")
            return None
        relative, _, fragment = reference.partition("#")
        target = (path.parent / relative).resolve() if relative else path
        pointer = unescape(fragment)
        if not target.is_relative_to(self.entry.parent) or not target.is_file():
            self.refuse(here, f"{reference} leads nowhere: no such file in the description")
            return None
        value = self.read(target)
        for part in pointer:
            if not isinstance(value, dict) or part not in value:
                self.refuse(here, f"{reference} leads nowhere: {self.name(target)} has no {part} there")
                return None
            value = value[part]
        return target, Place(self.name(target), pointer), value

    def read(self, path: Path) -> Any:
        if path not in self.files:
            self.files[path] = load(path, name=self.name(path), plain_keys=self.plain_keys)
        return self.files[path]

    def name(self, path: Path) -> str:
        # An entry document may stand in the root folder, which has none above it.
        return path.relative_to(self.entry.parents[:2][-1]).as_posix()

    def refuse(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place.file, message, pointer=place.pointer))

    def refuse_unreached(self) -> None:
        for folder in ("components", *_ITEMS):
            for path in sorted((self.entry.parent / folder).rglob("*.y*ml")):
                for name in self.read(path) or ():
                    place = Place(self.name(path), (name,))
                    if place not in self.reached:
                        self.refuse(place, "nothing refers to this definition")

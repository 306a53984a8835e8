"""Equal inline schemas of properties with the same name, in one component or operation.

The `user` of a pull request and the `user` of its base are one type if their schemas are
equal. Only schemas in the same component or operation are compared, so the names of its
types do not depend on the rest of the document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of
from ...load.document import join, split
from ..references import Target

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue

_OWNER: Final = 3
"""Number of pointer tokens that identify a component or operation."""

_PART: Final = re.compile(r"/properties/([^/]+)((?:/(?:items|(?:any|one|all)Of/\d+))*)")
"""The end of a pointer to a property, or to its items or union members."""

_MAPS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
_VALUES: Final = frozenset({"enum", "const", "default", "example", "examples"})
_NAMED: Final = frozenset({"properties", "enum"})
_ANNOTATIONS: Final = frozenset(
    {"description", "title", "default", "example", "examples", "deprecated"}
    | {"readOnly", "writeOnly", "externalDocs"}
)
"""Keywords that annotate one use of a schema and do not affect its type."""


class EqualSchemas:
    """Index of equal inline schemas of one document."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._first: dict[str, Target] = {}
        self._owners: set[str] = set()
        self._signatures: dict[int, int] = {}
        self._numbers: dict[object, int] = {}

    def first_of(self, target: Target) -> Target:
        """Return the equal schema that is nearest to the owner, or else the schema itself."""
        tokens = target.pointer.split("/", _OWNER + 1)
        if len(tokens) <= _OWNER + 1:
            return target
        owner = "/".join(tokens[: _OWNER + 1])
        if owner not in self._owners:
            self._owners.add(owner)
            self._compare(owner)
        return self._first.get(target.pointer, target)

    def _compare(self, owner: str) -> None:
        """Find the equal schemas in a component or operation."""
        parts: dict[tuple[str, int], list[Target]] = defaultdict(list)
        for target in _parts(_find(self._root, owner), owner):
            match = _PART.fullmatch(
                target.pointer, target.pointer.rindex("/properties/")
            )
            if match is not None:
                parts[match[1], match[2].count("/items")].append(target)
        for alike in parts.values():
            if len(alike) > 1:
                self._group(alike)

    def _group(self, targets: list[Target]) -> None:
        groups: dict[int, list[Target]] = defaultdict(list)
        for target in targets:
            groups[self._signature(target.node)].append(target)
        for group in groups.values():
            first = min(group, key=lambda item: (item.pointer.count("/"), item.pointer))
            self._first.update((target.pointer, first) for target in group)

    def _signature(self, node: JsonValue) -> int:
        """Return a number that is equal for schemas of the same type."""
        if not isinstance(node, dict):
            return self._number(repr(node))
        known = self._signatures.get(id(node))
        if known is None:
            parts = [
                (key, self._keyword(key, value))
                for key, value in node.items()
                if key not in _ANNOTATIONS
            ]
            known = self._signatures[id(node)] = self._number(tuple(sorted(parts)))
        return known

    def _keyword(self, key: str, value: JsonValue) -> int:
        if key in _VALUES:
            return self._number(repr(value))
        if key in _MAPS and isinstance(value, dict):
            named = ((name, self._signature(inner)) for name, inner in value.items())
            return self._number(("map", *sorted(named)))
        if isinstance(value, list):
            return self._number(("list", *map(self._signature, value)))
        return self._signature(value)

    def _number(self, what: object) -> int:
        return self._numbers.setdefault(what, len(self._numbers))


def _find(root: JsonObject, pointer: str) -> JsonValue:
    node: JsonValue = root
    for token in split(pointer):
        node = object_of(node).get(token)
    return node


def _parts(node: JsonValue, pointer: str) -> list[Target]:
    """Return the schemas below a node that are inside a property and need a name."""
    found: list[Target] = []
    stack: list[tuple[JsonValue, str]] = [(node, pointer)]
    while stack:
        here, place = stack.pop()
        if isinstance(here, list):
            stack += [
                (item, f"{place}/{index}")
                for index, item in enumerate(here)
                if isinstance(item, dict | list)
            ]
        elif isinstance(here, dict):
            if _needs_name(here) and "/properties/" in place:
                found.append(Target(here, place))
            stack += [
                (child, join(place, key))
                for key, child in here.items()
                if isinstance(child, dict | list) and key not in _VALUES
            ]
    return found


def _needs_name(node: JsonObject) -> bool:
    if _NAMED.isdisjoint(node) or "$ref" in node:
        return False
    return (
        bool(object_of(node.get("properties"))) or len(array_of(node.get("enum"))) > 1
    )

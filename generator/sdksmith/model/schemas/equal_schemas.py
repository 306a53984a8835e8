"""Equal inline schemas of properties and parameters with the same name.

The `user` of a pull request and the `user` of its base are one type if their schemas are
equal, including the documentation of their parts. The same holds for an address that the
requests of several operations contain.

A type that several components or operations share is named by the words that all its
places end with: `allowed_countries/item` of two operations becomes `AllowedCountry`. A
component that contains one of the schemas gives its name, if it is the only one. Equal
schemas whose places have only a vague word in common, such as `type`, remain separate
types of each component or operation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of
from ...load.document import join, split
from ...text.words import singular, split_words
from ..references import Target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ...json_data import JsonObject, JsonValue

_OWNER: Final = 4
"""Number of pointer tokens, the empty one before the first slash included, that identify
a component or operation."""

_END: Final = re.compile(
    r"(?:/properties(/[^/]+)|(?<=/parameters)(/[^/]+)/schema)"
    r"((?:/(?:items|(?:any|one|all)Of/\d+))*)"
)
"""The end of a pointer to a property or parameter, or to its items or union members."""

_STEP: Final = re.compile(
    r"/properties(/[^/]+)(?=/|$)|(?<=/parameters)(/[^/]+)/schema(?=/|$)"
    r"|/(items|additionalProperties)(?=/|$)"
)
"""A step in a pointer that adds words to a name."""

_VAGUE: Final = frozenset(
    (
        *("action", "attribute", "body", "code", "config", "configuration", "content"),
        *("context", "datum", "detail", "element", "entity", "entry", "event", "field"),
        *("filter", "format", "id", "info", "information", "input", "item", "key"),
        *("kind", "level", "link", "list", "meta", "metadata", "mode", "name", "node"),
        *("object", "operation", "option", "output", "param", "parameter", "payload"),
        *("property", "reason", "record", "request", "resource", "response", "result"),
        *("role", "row", "setting", "source", "spec", "state", "status", "target"),
        *("type", "value", "version"),
    )
)
"""Words, in the singular, that do not tell what a type is if they stand alone."""

_WORDS: Final = {"items": "item", "additionalProperties": "value"}

_MAPS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
_VALUES: Final = frozenset({"enum", "const", "default", "example", "examples"})
_NAMED: Final = frozenset({"properties", "enum"})
_ANNOTATIONS: Final = frozenset(
    {"description", "title", "default", "example", "examples", "deprecated"}
    | {"readOnly", "writeOnly", "externalDocs"}
)
"""Keywords that annotate one use of a schema and do not affect its type."""


class SharedPlace(Struct, frozen=True):
    """What the places of a type have in common that several owners share.

    Attributes:
        words: Name words, as in `TypeMeta.context`; empty if the type has the name of the
            component that contains it.
        is_described_once: Whether all its schemas have the same title and description.
    """

    words: tuple[str, ...]
    is_described_once: bool


class EqualSchemas:
    """Index of equal inline schemas of one document."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._first: dict[str, Target] | None = None
        self._shared: dict[str, SharedPlace] = {}
        self._parameters: dict[str, str] = {}
        self._signatures: dict[int, int] = {}
        self._numbers: dict[object, int] = {}

    def first_of(self, target: Target) -> Target:
        """Return the schema that represents all equal ones, which may be `target`."""
        if not _is_part(target.pointer):
            return target
        if self._first is None:
            self._first = {}
            self._compare()
        return self._first.get(target.pointer, target)

    def shared_place(self, pointer: str) -> SharedPlace | None:
        """Return the common place of a type that several owners share.

        Args:
            pointer: Pointer of the schema that `first_of` returned.
        """
        return self._shared.get(pointer)

    def _compare(self) -> None:
        parts: dict[tuple[str, int], list[Target]] = defaultdict(list)
        for target in _parts(self._root, self._parameters):
            pointer = target.pointer
            start = max(
                pointer.rfind("/properties/"), pointer.rfind("/parameters/") + 11
            )
            match = _END.fullmatch(pointer, start)
            if match is not None:
                parts[self._name(match), match[3].count("/items")].append(target)
        for alike in parts.values():
            if len(alike) > 1:
                self._group(alike)

    def _name(self, match: re.Match[str]) -> str:
        """Return the name of the property or parameter in a part of a pointer."""
        if match[2]:
            return self._parameters.get(match.string[: match.end(2)], "")
        return split(match[1])[0]

    def _group(self, targets: list[Target]) -> None:
        groups: dict[int, list[Target]] = defaultdict(list)
        for target in targets:
            groups[self._signature(target.node, _ANNOTATIONS)].append(target)
        for group in groups.values():
            owners: dict[str, list[Target]] = defaultdict(list)
            for target in group:
                owners[_owner(target.pointer)].append(target)
            words = self._common_words(group) if len(owners) > 1 else ()
            if len(owners) > 1 and not _is_vague(words):
                self._share(group, owners, words)
            else:
                for alike in owners.values():
                    self._unite(alike)

    def _unite(self, group: list[Target]) -> Target:
        """Let the schema that is nearest to its owner represent the others."""
        first = min(group, key=lambda item: (item.pointer.count("/"), item.pointer))
        assert self._first is not None  # noqa: S101 - set by the caller
        self._first.update((target.pointer, first) for target in group)
        return first

    def _share(
        self,
        group: list[Target],
        owners: Mapping[str, list[Target]],
        words: tuple[str, ...],
    ) -> None:
        components = [name for name in owners if name.startswith("/components/")]
        first = self._unite(owners[components[0]] if len(components) == 1 else group)
        assert self._first is not None  # noqa: S101 - set by the caller
        self._first.update((target.pointer, first) for target in group)
        texts = {_documentation(target.node) for target in group}
        self._shared[first.pointer] = SharedPlace(
            () if len(components) == 1 else words, is_described_once=len(texts) == 1
        )

    def _common_words(self, group: Iterable[Target]) -> tuple[str, ...]:
        """Return the name words that the places of all schemas end with."""
        common: tuple[str, ...] | None = None
        for target in group:
            words = tuple(
                _WORDS[match[3]] if match[3] else self._name(match)
                for match in _STEP.finditer(target.pointer)
            )
            common = words if common is None else _common_end(common, words)
        return common or ()

    def _signature(
        self, node: JsonValue, ignored: Collection[str] = frozenset()
    ) -> int:
        """Return a number that is equal for equal schemas.

        Args:
            node: The schema.
            ignored: Keywords of the schema itself that are not compared.
        """
        if not isinstance(node, dict):
            return self._number(repr(node))
        known = self._signatures.get(id(node)) if not ignored else None
        if known is None:
            parts = [
                (key, self._keyword(key, value))
                for key, value in node.items()
                if key not in ignored
            ]
            known = self._number(tuple(sorted(parts)))
            if not ignored:
                self._signatures[id(node)] = known
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


def _owner(pointer: str) -> str:
    """Return the pointer of the component or operation that contains a schema."""
    return "/".join(pointer.split("/", _OWNER)[:_OWNER])


def _common_end(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    size = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        size += 1
    return one[len(one) - size :]


def _is_vague(words: Iterable[str]) -> bool:
    """Return whether words do not tell what a type is."""
    return all(
        singular(word) in _VAGUE
        for part in words
        for word in split_words(part)
        if not word.isdigit()
    )


def _documentation(node: JsonValue) -> tuple[str, str]:
    keywords = object_of(node)
    return text_of(keywords.get("title")), text_of(keywords.get("description"))


def _is_part(pointer: str) -> bool:
    return "/properties/" in pointer or "/parameters/" in pointer


def _parts(root: JsonObject, parameters: dict[str, str]) -> list[Target]:
    """Return the schemas inside of properties and parameters that need a name.

    Args:
        root: The document.
        parameters: Receives the names of parameters by their pointers.
    """
    found: list[Target] = []
    stack: list[tuple[JsonValue, str]] = [(root, "")]
    while stack:
        here, place = stack.pop()
        if isinstance(here, list):
            stack += [
                (item, f"{place}/{index}")
                for index, item in enumerate(here)
                if isinstance(item, dict | list)
            ]
        elif isinstance(here, dict):
            if _needs_name(here) and _is_part(place):
                found.append(Target(here, place))
            if "schema" in here and "/parameters/" in place:
                parameters[place] = text_of(here.get("name"))
            are_names = place.endswith("/properties")
            stack += [
                (child, join(place, key))
                for key, child in here.items()
                if isinstance(child, dict | list)
                and (are_names or (key not in _VALUES and key[:2] != "x-"))
            ]
    return found


def _needs_name(node: JsonObject) -> bool:
    if _NAMED.isdisjoint(node) or "$ref" in node:
        return False
    return (
        bool(object_of(node.get("properties"))) or len(array_of(node.get("enum"))) > 1
    )

"""Signatures of schemas: numbers that are equal for equal schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue

VALUES: Final = frozenset({"enum", "const", "default", "example", "examples"})
"""Keywords whose values are not schemas."""

ANNOTATIONS: Final = frozenset(
    {"description", "title", "default", "example", "examples", "deprecated"}
    | {"readOnly", "writeOnly", "externalDocs"}
)
"""Keywords that annotate one use of a schema and do not affect its type."""

_MAPS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
_LEAF: Final = frozenset(
    {"type", "format", "description", "title", "default", "example", "examples"}
    | {"nullable", "deprecated", "readOnly", "writeOnly", "const", "pattern"}
    | {"minimum", "maximum", "minLength", "maxLength"}
)
"""Keywords of schemas without parts: nine of ten schemas have only these."""


class Signatures:
    """Signatures of the schemas of one document."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._numbers: dict[object, int] = {}

    def of(self, node: JsonValue) -> int:
        """Return the signature of a schema, without what belongs to its use.

        That is, without its annotations and without whether null is allowed. Those of its
        parts count, because they document the type or are a part of it.
        """
        if not isinstance(node, dict):
            return self._part(node)
        kept = {
            key: value
            for key, value in _without_null(node).items()
            if key not in ANNOTATIONS
        }
        return self._object(kept)

    def _part(self, node: JsonValue) -> int:
        """Return the signature of a part of a schema."""
        if not isinstance(node, dict):
            return self._number(repr(node))
        if is_leaf(node):
            # Half the time of the way below, for nine of ten schemas.
            return self._number(repr(sorted(node.items())))
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = self._object(node)
        return known

    def _object(self, node: JsonObject) -> int:
        return self._number(
            tuple(sorted((key, self._keyword(key, node[key])) for key in node))
        )

    def _keyword(self, key: str, value: JsonValue) -> int:
        if key in VALUES or not isinstance(value, dict | list):
            return self._number(repr(value))
        if key in _MAPS and isinstance(value, dict):
            named = ((name, self._part(inner)) for name, inner in value.items())
            return self._number(("map", *sorted(named)))
        if isinstance(value, list):
            return self._number(("list", *map(self._part, value)))
        return self._part(value)

    def _number(self, what: object) -> int:
        return self._numbers.setdefault(what, len(self._numbers))


def is_leaf(node: JsonObject) -> bool:
    """Return whether a node is a schema without parts.

    A map of schemas has no string as its `type`, which is the schema of a property there.
    """
    return isinstance(node.get("type"), str) and node.keys() <= _LEAF


def _without_null(node: JsonObject) -> JsonObject:
    """Return a schema that does not allow null by its type or its values."""
    types, values = node.get("type"), node.get("enum")
    made = dict(node)
    if isinstance(types, list) and "null" in types:
        kept = [item for item in types if item != "null"]
        made["type"] = kept[0] if len(kept) == 1 else kept
    if isinstance(values, list) and None in values:
        made["enum"] = [value for value in values if value is not None]
    return made

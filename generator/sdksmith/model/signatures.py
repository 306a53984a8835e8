"""Signatures of schemas: numbers that are equal for equal schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..json_data import JsonObject, JsonValue

VALUES: Final = frozenset({"enum", "const", "default", "example", "examples"})
"""Keywords whose values are not schemas."""

ANNOTATIONS: Final = frozenset(
    {"description", "title", "default", "example", "examples", "deprecated"}
    | {"readOnly", "writeOnly", "externalDocs"}
)
"""Keywords that annotate one use of a schema and do not affect its type."""

_MAPS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})


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
            return self._of(node)
        return self._of(_without_null(node), ANNOTATIONS)

    def _of(self, node: JsonValue, ignored: Collection[str] = frozenset()) -> int:
        if not isinstance(node, dict):
            return self._number(repr(node))
        known = self._known.get(id(node)) if not ignored else None
        if known is None:
            parts = [
                (
                    key,
                    (
                        self._keyword(key, value)
                        if isinstance(value, dict | list)
                        else self._number(repr(value))
                    ),
                )
                for key, value in node.items()
                if key not in ignored
            ]
            known = self._number(tuple(sorted(parts)))
            if not ignored:
                self._known[id(node)] = known
        return known

    def _keyword(self, key: str, value: JsonValue) -> int:
        if key in VALUES:
            return self._number(repr(value))
        if key in _MAPS and isinstance(value, dict):
            named = ((name, self._of(inner)) for name, inner in value.items())
            return self._number(("map", *sorted(named)))
        if isinstance(value, list):
            return self._number(("list", *map(self._of, value)))
        return self._of(value)

    def _number(self, what: object) -> int:
        return self._numbers.setdefault(what, len(self._numbers))


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

"""Conversion of the schemas of Swagger 2.0 and OpenAPI 3.0 to OpenAPI 3.1.

Both dialects are an extended subset of JSON Schema draft 4 (2.0, "Schema Object") or
draft 5 (3.0.3, section 4.7.24), so they share one converter. It also converts the
extensions in which repairs preserve what 2.0 cannot express (`x-sdksmith-one-of`).

The formats `byte` and `binary` are not changed. 3.1 recommends `contentEncoding` and
`contentMediaType`, but its documents use the formats in practice, and both are valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import array_of, object_of, text_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..json_data import JsonArray, JsonObject, JsonValue
    from ..load.document import Origins

_SCHEMA_MAPS: Final = frozenset(
    {"properties", "patternProperties", "definitions", "$defs", "dependentSchemas"}
)
_SCHEMA_LISTS: Final = frozenset(
    {"allOf", "anyOf", "oneOf", "prefixItems", "items"}
    | {"x-sdksmith-one-of", "x-sdksmith-any-of", "x-sdksmith-tuple"}
)
_SCHEMAS: Final = frozenset(
    {"items", "additionalProperties", "not", "contains", "propertyNames", "if"}
    | {"then", "else", "unevaluatedProperties", "unevaluatedItems"}
)
_EXTENSIONS: Final = {
    "x-sdksmith-one-of": "oneOf",
    "x-sdksmith-any-of": "anyOf",
    "x-sdksmith-types": "type",
    "x-sdksmith-const": "const",
}
"""Extensions that preserve keywords which the dialect does not define."""

_CONVERTED: Final = frozenset(_EXTENSIONS) | {
    *("x-sdksmith-tuple", "items", "exclusiveMinimum", "exclusiveMaximum"),
    *("example", "x-example", "discriminator", "x-sdksmith-mapping"),
    *("x-deprecated", "nullable", "x-nullable"),
}
"""Keywords with another meaning or name in 3.1."""
_CHANGEABLE: Final = _CONVERTED | _SCHEMA_MAPS | _SCHEMA_LISTS | _SCHEMAS | {"$ref"}
"""Keywords without which a schema is the same in 3.1, unless its type is `file`."""


class SchemaUpgrade:
    """Converter for the schemas of one document.

    Each node is converted once. A schema that is the same in 3.1 is returned unchanged.
    """

    def __init__(self, origins: Origins, rewrite: Callable[[str], str]) -> None:
        self._origins = origins
        self._rewrite = rewrite
        # The old nodes are kept with the new ones, so that no id is reused.
        self._done: dict[int, tuple[JsonValue, JsonObject]] = {}

    def new_node(self, old: JsonValue) -> JsonObject | None:
        """Return the converted form of a schema, or None if it was not converted."""
        done = self._done.get(id(old))
        return done[1] if done else None

    def convert(self, node: JsonValue) -> JsonValue:
        """Convert a schema to 3.1; values that are not objects are not changed."""
        if not isinstance(node, dict):
            return node
        done = self._done.get(id(node))
        if done is not None:
            return done[1]
        # Most schemas; the upgrade of GitHub's API takes 0.2 s instead of 0.3 s.
        if _CHANGEABLE.isdisjoint(node) and node.get("type") != "file":
            self._done[id(node)] = (node, node)
            return node
        new: JsonObject = {}
        # Recorded before its children, because a node can contain itself.
        self._done[id(node)] = (node, new)
        if isinstance(node.get("$ref"), str):
            self._fill_reference(new, node)
        else:
            self._fill(new, node)
        if new.keys() == node.keys() and all(new[key] is node[key] for key in node):
            self._done[id(node)] = (node, node)
            return node
        self._origins.derive(new, node)
        return new

    def _fill(self, new: JsonObject, node: JsonObject) -> None:
        for key, value in node.items():
            new[key] = self._child(key, value)
        if not _CONVERTED.isdisjoint(node) or node.get("type") == "file":
            self._convert_keywords(new)

    def _convert_keywords(self, new: JsonObject) -> None:
        _apply_extensions(new)
        _upgrade_items(new)
        _upgrade_bounds(new, "exclusiveMinimum", "minimum")
        _upgrade_bounds(new, "exclusiveMaximum", "maximum")
        _upgrade_examples(new)
        if new.get("type") == "file":
            new.update({"type": "string", "format": "binary"})
        self._upgrade_discriminator(new)
        if new.pop("x-deprecated", None) is True:
            new["deprecated"] = True
        if _take_nullable(new):
            _allow_null(new)

    def _fill_reference(self, new: JsonObject, node: JsonObject) -> None:
        """Convert a reference, and drop its siblings, which 2.0 and 3.0 ignore.

        `description` and extensions are kept. `nullable` next to `$ref` has no effect
        in 3.0 either, but its meaning is unambiguous.
        """
        reference: JsonObject = {"$ref": self._rewrite(text_of(node["$ref"]))}
        nullable = False
        for key, value in node.items():
            if key in {"nullable", "x-nullable"}:
                nullable = nullable or value is True
            elif key == "description" or key.startswith("x-"):
                new[key] = value
        if nullable:
            new["anyOf"] = [reference, {"type": "null"}]
        else:
            new.update(reference)

    def _child(self, key: str, value: JsonValue) -> JsonValue:
        if key in _SCHEMA_MAPS and isinstance(value, dict):
            return self.convert_map(value)
        if key in _SCHEMA_LISTS and isinstance(value, list):
            return self._convert_list(value)
        if key in _SCHEMAS:
            return self.convert(value)
        return value

    def convert_map(self, node: JsonObject) -> JsonObject:
        """Convert all schemas in a map of names to schemas."""
        new: JsonObject = {key: self.convert(value) for key, value in node.items()}
        if all(new[key] is node[key] for key in node):
            return node
        self._origins.derive(new, node)
        return new

    def _convert_list(self, node: JsonArray) -> JsonArray:
        new = [self.convert(value) for value in node]
        if all(one is other for one, other in zip(new, node, strict=True)):
            return node
        self._origins.derive(new, node)
        return new

    def _upgrade_discriminator(self, new: JsonObject) -> None:
        """Convert `discriminator`, which is only the name of the property in 2.0.

        Its values are names of schemas in both versions.
        """
        name = new.get("discriminator")
        mapping = object_of(new.pop("x-sdksmith-mapping", None))
        if isinstance(name, str):
            discriminator: JsonObject = {"propertyName": name}
        elif isinstance(name, dict):
            discriminator = dict(name)
            mapping = {**object_of(name.get("mapping")), **mapping}
            self._origins.derive(discriminator, name)
        else:
            return
        if mapping:
            discriminator["mapping"] = {
                value: self._rewrite(target)
                for value, target in mapping.items()
                if isinstance(target, str)
            }
        new["discriminator"] = discriminator


def _apply_extensions(new: JsonObject) -> None:
    for extension, keyword in _EXTENSIONS.items():
        if extension in new:
            new[keyword] = new.pop(extension)


def _upgrade_items(new: JsonObject) -> None:
    """Convert a list in `items` (draft 4) to `prefixItems`.

    `additionalItems` becomes `items`.
    """
    members = new.pop("x-sdksmith-tuple", None)
    if isinstance(members, list) and new.get("items") == {}:
        # Swagger 2.0 requires `items` in each array, so the repair added empty ones.
        del new["items"]
    if not isinstance(members, list):
        members = new.get("items")
        if not isinstance(members, list):
            return
        del new["items"]
        rest = new.pop("additionalItems", None)
        if isinstance(rest, dict | bool):
            new["items"] = rest
    if members:
        new["prefixItems"] = members


def _upgrade_bounds(new: JsonObject, exclusive: str, bound: str) -> None:
    """Convert a boolean exclusive bound; in 3.1, the exclusive bound is the number."""
    value = new.get(exclusive)
    if not isinstance(value, bool):
        return
    del new[exclusive]
    if value and bound in new:
        new[exclusive] = new.pop(bound)


def _upgrade_examples(new: JsonObject) -> None:
    for key in ("example", "x-example"):
        if key in new:
            value = new.pop(key)
            new.setdefault("examples", [value])


def _take_nullable(new: JsonObject) -> bool:
    values = [new.pop("nullable", None), new.pop("x-nullable", None)]
    return any(value is True for value in values)


def _allow_null(new: JsonObject) -> None:
    """Add null to the allowed values of a schema.

    In 3.0.3, `nullable` has no effect without `type`. Authors often write it next to a
    single `allOf`, however, where its meaning is unambiguous.
    """
    if isinstance(new.get("enum"), list) and None not in array_of(new["enum"]):
        new["enum"] = [*array_of(new["enum"]), None]
    types = new.get("type")
    if isinstance(types, str):
        new["type"] = types if types == "null" else [types, "null"]
    elif isinstance(types, list):
        new["type"] = [*(text for text in texts_of(types) if text != "null"), "null"]
    elif "properties" in new:
        new["type"] = ["object", "null"]
    elif "items" in new:
        new["type"] = ["array", "null"]
    for key in ("oneOf", "anyOf"):
        if isinstance(new.get(key), list):
            new[key] = [*array_of(new[key]), {"type": "null"}]
    if "allOf" in new and "oneOf" not in new and "anyOf" not in new:
        alternative: JsonObject = {"allOf": new.pop("allOf")}
        new["anyOf"] = [alternative, {"type": "null"}]

"""Upgrade of OpenAPI 3.0 documents to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..json_data import object_of
from ..load.document import Dialect
from .schemas import SchemaUpgrade

if TYPE_CHECKING:
    from ..json_data import JsonArray, JsonObject, JsonValue
    from ..load.document import Document, Origins

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMA: Final = "schema"
_BESIDE_REFERENCE: Final = frozenset({"$ref", "summary", "description"})


class _Kind(Struct, frozen=True):
    """Location of the schemas in one kind of object.

    Attributes:
        objects: Keys whose value is an object, with its kind.
        maps: Keys whose value is a map of names to objects, with their kind.
        lists: Keys whose value is a list of objects, with their kind.
        values: Kind of the values, for an object that is itself a map.
    """

    objects: dict[str, str] = field(default_factory=dict[str, str])
    maps: dict[str, str] = field(default_factory=dict[str, str])
    lists: dict[str, str] = field(default_factory=dict[str, str])
    values: str = ""


_KINDS: Final = {
    "document": _Kind(
        objects={"components": "components"},
        # `webhooks` is not defined in 3.0; `upgrade.webhooks` adds it.
        maps={"paths": "path item", "webhooks": "path item"},
    ),
    "components": _Kind(
        maps={
            "schemas": _SCHEMA,
            "responses": "response",
            "parameters": "parameter",
            "requestBodies": "body",
            "headers": "parameter",
            "callbacks": "callback",
        }
    ),
    "path item": _Kind(
        objects=dict.fromkeys(_METHODS, "operation"), lists={"parameters": "parameter"}
    ),
    "operation": _Kind(
        objects={"requestBody": "body"},
        maps={"responses": "response", "callbacks": "callback"},
        lists={"parameters": "parameter"},
    ),
    "callback": _Kind(values="path item"),
    "parameter": _Kind(objects={"schema": _SCHEMA}, maps={"content": "media type"}),
    "body": _Kind(maps={"content": "media type"}),
    "response": _Kind(maps={"headers": "parameter", "content": "media type"}),
    # `itemSchema` is a field of 3.2, which a repair renames.
    "media type": _Kind(
        objects={"schema": _SCHEMA, "x-itemSchema": _SCHEMA},
        maps={"encoding": "encoding"},
    ),
    "encoding": _Kind(maps={"headers": "parameter"}),
}
"""Objects from the root to the schemas (OpenAPI 3.0.3, section 4.7)."""


def upgrade_openapi30(document: Document) -> Document:
    """Upgrade an OpenAPI 3.0 document to OpenAPI 3.1.

    Only schemas differ between the versions. Unchanged nodes are shared with the old
    tree.
    """
    walk = _Walk(document.origins, SchemaUpgrade(document.origins, str))
    root = object_of(walk.convert(document.root, "document"))
    new: JsonObject = {**root, "openapi": "3.1.0"}
    document.origins.derive(new, document.root)
    return document.with_root(new, Dialect.OPENAPI_31)


class _Walk(Struct, frozen=True):
    origins: Origins
    schemas: SchemaUpgrade

    def convert(self, node: JsonValue, kind_name: str) -> JsonValue:
        """Upgrade the schemas of an object of a kind."""
        if kind_name == _SCHEMA:
            return self.schemas.convert(node)
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str) and kind_name != "path item":
            return self._reference(node)
        kind = _KINDS[kind_name]
        new = {key: self._value(kind, key, value) for key, value in node.items()}
        if all(new[key] is node[key] for key in node):
            return node
        self.origins.derive(new, node)
        return new

    def _reference(self, node: JsonObject) -> JsonObject:
        """Drop invalid siblings of `$ref` (OpenAPI 3.0.3, section 4.7.23)."""
        if node.keys() <= _BESIDE_REFERENCE:
            return node
        new = {key: node[key] for key in node if key in _BESIDE_REFERENCE}
        self.origins.derive(new, node)
        return new

    def _value(self, kind: _Kind, key: str, value: JsonValue) -> JsonValue:
        if key in kind.objects:
            return self.convert(value, kind.objects[key])
        if key.startswith("x-"):
            return value
        if kind.values:
            return self.convert(value, kind.values)
        if key in kind.maps and isinstance(value, dict):
            return self._convert_map(value, kind.maps[key])
        if key in kind.lists and isinstance(value, list):
            return self._convert_list(value, kind.lists[key])
        return value

    def _convert_map(self, node: JsonObject, kind_name: str) -> JsonObject:
        # The names in a map can start with `x-`, as header names do.
        new = {key: self.convert(value, kind_name) for key, value in node.items()}
        if all(new[key] is node[key] for key in node):
            return node
        self.origins.derive(new, node)
        return new

    def _convert_list(self, node: JsonArray, kind_name: str) -> JsonArray:
        new = [self.convert(value, kind_name) for value in node]
        if all(one is other for one, other in zip(new, node, strict=True)):
            return node
        self.origins.derive(new, node)
        return new

"""Conversion of schemas to types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import object_of, text_of, texts_of
from ..types import Choice, Scalar, ScalarKind, TypeMeta
from .arrays import make_array
from .choices import listed_types, lists_values, merge_members, read_values
from .constraints import read_constraints
from .records import make_record
from .registry import SchemaRegistry
from .scalars import read_scalar
from .shapes import is_null, is_plain
from .type_lists import make_type_union
from .unions import make_family, make_union, make_variants

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from ..types import Type

_TYPE_NAMES = ("string", "integer", "number", "boolean", "array", "object")
_SCALAR_NAMES = ("string", "integer", "number", "boolean")
_LIST_WORDS = ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")


def _type_name(node: JsonObject) -> str:
    """Return the single type of a schema besides null; empty if it has several."""
    types = node.get("type")
    names = [name for name in texts_of(types) if name != "null"]
    return names[0] if len(names) == 1 else text_of(types)


class SchemaTypes(SchemaRegistry):
    """Builder of the types of the schemas of one document, for every kind of schema."""

    def make_type(self, node: JsonObject, pointer: str) -> Type:
        """Return the type of a resolved schema."""
        if self._is_scalar(node, pointer):
            return self._scalar(node, pointer)
        choice = self._choice(node, pointer) if lists_values(node) else None
        if choice is not None:
            return choice
        if node.get("x-sdksmith-untyped") is True:
            return Scalar(self.scalar_meta(node, pointer), ScalarKind.UNTYPED)
        if self.families.is_base(pointer):
            return make_family(self, node, pointer)
        if self.shapes.is_union(node, pointer):
            return self._union(node, pointer)
        if self.shapes.is_object(node) or self.shapes.joins_unions(node, pointer):
            return self.make_object(node, pointer, self.meta(node, pointer))
        return self._by_type(node, pointer)

    def _union(self, node: JsonObject, pointer: str) -> Type:
        members = self.shapes.alternatives(node, pointer)
        values = merge_members(node, [object_of(member.node) for member in members])
        choice = None if values is None else self._choice(values, pointer)
        return make_union(self, node, pointer) if choice is None else choice

    def make_object(self, node: JsonObject, pointer: str, meta: TypeMeta) -> Type:
        """Return the type of an object."""
        flat = self.flattening.flatten(node, pointer)
        if flat.variants:
            return make_variants(self, flat, meta)
        return make_record(self, flat.layers, meta)

    def _by_type(self, node: JsonObject, pointer: str) -> Type:
        named = [name for name in texts_of(node.get("type")) if name in _TYPE_NAMES]
        names = list(dict.fromkeys(named))
        if "type" not in node and lists_values(node):
            return self._type_of_listed_values(node, pointer)
        if len(names) > 1:
            return make_type_union(self, node, pointer, names)
        name = names[0] if names else text_of(node.get("type"))
        if name == "array" or (not name and any(key in node for key in _LIST_WORDS)):
            return make_array(self, node, pointer, self.meta(node, pointer))
        return self._scalar(node, pointer)

    def _is_scalar(self, node: JsonObject, pointer: str) -> bool:
        """Return whether a schema is a scalar, without the tests for other kinds."""
        return (
            node.get("type") in _SCALAR_NAMES
            and is_plain(node)
            and "x-sdksmith-untyped" not in node
            and not self.families.is_base(pointer)
        )

    def _scalar(self, node: JsonObject, pointer: str) -> Scalar:
        kind, format_name = read_scalar(node)
        meta = self.scalar_meta(node, pointer)
        return Scalar(meta, kind or ScalarKind.ANY, format_name, read_constraints(node))

    def _type_of_listed_values(self, node: JsonObject, pointer: str) -> Type:
        """Return the type of listed values that are not scalars."""
        names = listed_types(node)
        if len(names) > 1:
            return make_type_union(self, node, pointer, names)
        if names == ["object"]:
            return self.make_object(node, pointer, self.meta(node, pointer))
        if names == ["array"]:
            return make_array(self, node, pointer, self.meta(node, pointer))
        return Scalar(self.meta(node, pointer), ScalarKind.ANY)

    def _choice(self, node: JsonObject, pointer: str) -> Type | None:
        """Return the enumeration of a schema that lists its values.

        Returns:
            None if the values are not scalars, which are described by their types only,
            or if the schema is an array.
        """
        if _type_name(node) == "array":
            return None
        meta = self.meta(node, pointer)
        if is_null(node):
            return Scalar(meta, ScalarKind.NULL)
        values = read_values(node)
        if values is None:
            return None
        if set(values.values) == {True, False} and values.kind is ScalarKind.BOOLEAN:
            return Scalar(meta, ScalarKind.BOOLEAN)
        return Choice(
            meta, values.kind, values.values, values.labels, values.descriptions
        )

"""Conversion of schemas to types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import (
    array_of,
    object_of,
    text_of,
    texts_of,
)
from ...load.document import (
    join,
    split,
)
from ..contexts import context_words
from ..types import (
    Choice,
    Scalar,
    ScalarKind,
    TypeMeta,
)
from .allof import Flattening
from .arrays import make_array
from .choices import (
    listed_types,
    lists_values,
    merge_members,
    read_values,
)
from .constraints import read_constraints
from .equal_schemas import EqualSchemas
from .families import Families
from .records import make_record
from .scalars import (
    scalar_format,
    scalar_kind,
)
from .shapes import (
    Shapes,
    is_component,
    is_null,
)
from .type_lists import make_type_union
from .unions import (
    family_members,
    make_family,
    make_union,
    make_variants,
    union_members,
)

if TYPE_CHECKING:
    from ...json_data import (
        JsonObject,
        JsonValue,
    )
    from ..arena import Arena
    from ..references import References
    from ..types import (
        Type,
        TypeId,
    )
    from .discriminators import Member

_TYPE_NAMES = ("string", "integer", "number", "boolean", "array", "object")
_SCHEMAS = "/components/schemas"
_LIST_WORDS = ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")


def _text(node: JsonObject, around: JsonObject, key: str) -> str:
    return (text_of(node.get(key)) or text_of(around.get(key))).strip()


def _type_name(node: JsonObject) -> str:
    """Return the single type of a schema besides null; empty if it has several."""
    types = node.get("type")
    names = [name for name in texts_of(types) if name != "null"]
    return names[0] if len(names) == 1 else text_of(types)


class SchemaTypes:
    """The types of the schemas of one document.

    Each schema has one type, identified by the pointer of the schema after references and
    other schemas that only repeat another one have been resolved. Whether null is allowed
    is not a part of the type.
    """

    def __init__(self, root: JsonObject, references: References, arena: Arena) -> None:
        self._root = root
        self.arena = arena
        self.shapes = Shapes(references)
        self.families = Families(root, references)
        self.equal_schemas = EqualSchemas(root)
        self.flattening = Flattening(references, self.shapes)
        components = object_of(root.get("components"))
        self._components = object_of(components.get("schemas"))
        self._names = self._find_names()

    def _find_names(self) -> dict[str, str]:
        """Return names by the pointers of the schemas that they name.

        A schema inside a component that only wraps it has the name of the component:
        `Pet: {anyOf: [{type: object, ...}, {type: "null"}]}` defines a type `Pet`.
        """
        names: dict[str, str] = {}
        for name, node in self._components.items():
            pointer = join(_SCHEMAS, name)
            resolved = self.shapes.resolve(node, pointer).pointer
            if resolved == pointer or resolved.startswith(f"{pointer}/"):
                names[resolved] = name
        return names

    def name_of(self, pointer: str) -> str | None:
        """Return the name of the resolved schema at `pointer`, if it has one."""
        return self._names.get(pointer)

    def type_of(self, node: JsonValue, pointer: str) -> TypeId:
        """Return the type of a schema, which the arena builds later."""
        target = self.equal_schemas.first_of(self.shapes.resolve(node, pointer))
        schema = target.node
        if not isinstance(schema, dict) or (
            not schema and not is_component(target.pointer)
        ):
            return self.arena.any
        return self.arena.reserve(
            (target.pointer, ""), lambda: self._make(schema, target.pointer)
        )

    def nullable(self, node: JsonValue) -> bool:
        """Return whether a schema allows null besides the values of its type."""
        return self.shapes.nullable(node)

    def component_type(self, pointer: str) -> TypeId:
        """Return the type of the component at `pointer`."""
        return self.type_of({"$ref": f"#{pointer}"}, f"{pointer}/$ref")

    def record_of(self, pointer: str) -> TypeId:
        """Return the record of a component alone, without its descendants."""
        if not self.families.is_base(pointer):
            return self.component_type(pointer)
        node = self.component(pointer)
        context = (split(pointer)[-1], "base")
        return self.arena.reserve(
            (pointer, "base"),
            lambda: self.make_object(node, pointer, self.meta(node, pointer, context)),
        )

    def members_of(self, member: Member) -> list[Member]:
        """Return the members of a union member that is itself a union, else an empty list.

        The members of a family are records, each without its own descendants.
        """
        node = member.node
        if not isinstance(node, dict) or lists_values(node):
            return []
        if self.families.is_base(member.pointer):
            if member.type == self.record_of(member.pointer):
                return []
            return family_members(self, member.pointer)
        if self._is_union(node, member.pointer):
            return union_members(self, node, member.pointer)
        return []

    def components(self) -> list[tuple[str, TypeId]]:
        """Return the type of each component schema by name, in document order."""
        return [
            (name, self.type_of(node, join(_SCHEMAS, name)))
            for name, node in self._components.items()
        ]

    def meta(
        self, node: JsonObject, pointer: str, context: tuple[str, ...] = ()
    ) -> TypeMeta:
        """Return the metadata of the type of a schema.

        Args:
            node: The schema.
            pointer: Pointer of the schema.
            context: Name words, if the type is only a part of the schema at `pointer`.
        """
        name = None if context else self.name_of(pointer)
        if name is None and not context:
            context = context_words(self._root, pointer)
        around = {} if name is None else object_of(self._components.get(name))
        examples = array_of(node.get("examples"))
        if not examples and "example" in node:
            examples = [node["example"]]
        return TypeMeta(
            pointer=pointer,
            name=name,
            context=context,
            title=_text(node, around, "title"),
            description=_text(node, around, "description"),
            deprecated=node.get("deprecated") is True,
            examples=tuple(examples),
        )

    def words_of(self, pointer: str) -> tuple[str, ...]:
        """Return the name words of the schema at `pointer`."""
        return context_words(self._root, pointer)

    def component(self, pointer: str) -> JsonObject:
        """Return the schema of the component at `pointer`."""
        return object_of(self._components.get(split(pointer)[-1]))

    def _make(self, node: JsonObject, pointer: str) -> Type:
        choice = self._choice(node, pointer) if lists_values(node) else None
        if choice is not None:
            return choice
        if node.get("x-sdksmith-untyped") is True:
            return Scalar(self.meta(node, pointer), ScalarKind.UNTYPED)
        if self.families.is_base(pointer):
            return make_family(self, node, pointer)
        if self._is_union(node, pointer):
            return self._union(node, pointer)
        if self.shapes.is_object(node) or self.shapes.joins_unions(node, pointer):
            return self.make_object(node, pointer, self.meta(node, pointer))
        return self._by_type(node, pointer)

    def _is_union(self, node: JsonObject, pointer: str) -> bool:
        """Return whether a schema is a union that has no properties and no bases."""
        if not self.shapes.alternatives(node, pointer):
            return False
        if not self.shapes.is_object(node):
            return True
        return not any(node.get(key) for key in ("properties", "allOf", "$ref"))

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
        kind = scalar_kind(node) or ScalarKind.ANY
        meta = self.meta(node, pointer)
        return Scalar(meta, kind, scalar_format(node), read_constraints(node))

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

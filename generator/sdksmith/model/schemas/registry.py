"""Schemas of a document, and the numbers of their types.

The modules of this folder build the types of single kinds of schemas. A schema contains
other schemas, whose types they get from the registry by number. They do not build these
types themselves, and do not depend on `conversion`, which selects the kind of a schema.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of
from ...load.document import join, split
from ..api import SchemaPlace
from ..contexts import Contexts
from ..types import TypeMeta
from .allof import Flattening
from .choices import lists_values
from .equal_schemas import EqualSchemas
from .families import Families
from .shapes import Shapes, is_component, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject, JsonValue
    from ..arena import Arena
    from ..references import References
    from ..types import Type, TypeId

_SCHEMAS: Final = "/components/schemas"


class Member(Struct, frozen=True):
    """A member of a union: its resolved schema and its type."""

    node: JsonValue
    pointer: str
    type: TypeId


def _text(node: JsonObject, component: JsonObject, key: str) -> str:
    return (text_of(node.get(key)) or text_of(component.get(key))).strip()


class SchemaRegistry(ABC):
    """The schemas of one document, with their types, names and relations.

    Each schema has one type, identified by the pointer of the schema after references and
    other schemas that only repeat another one have been resolved. Whether null is allowed
    is not a part of the type.
    """

    def __init__(self, root: JsonObject, references: References, arena: Arena) -> None:
        self._contexts = Contexts(root)
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
        schema, place = node, pointer
        if not is_plain(node):
            target = self.shapes.resolve(node, pointer)
            if not is_plain(target.node):
                target = self.equal_schemas.first_of(target)
            schema, place = target.node, target.pointer
        if not isinstance(schema, dict) or (not schema and not is_component(place)):
            return self.arena.any
        return self.arena.reserve((place, ""), lambda: self.make_type(schema, place))

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

    def union_members(self, node: JsonObject, pointer: str) -> list[Member]:
        """Return the members of a `oneOf` or `anyOf`."""
        members: list[Member] = []
        for item in self.shapes.alternatives(node, pointer):
            resolved = self.shapes.resolve(item.node, item.pointer)
            type_id = self.type_of(item.node, item.pointer)
            members.append(Member(resolved.node, resolved.pointer, type_id))
        self.arena.budget.spend_nodes(len(members), pointer)
        return members

    def family_members(self, pointer: str) -> list[Member]:
        """Return the descendants of a base, followed by the record of the base.

        A descendant that distinguishes its own descendants by another property is a
        union that includes them. All other members are records.
        """
        families = self.families
        descendants = families.members(pointer)
        self.arena.budget.spend_nodes(len(descendants), pointer)
        inner = {
            one: families.members(one)
            for one in descendants
            if families.has_own_discriminator(one, pointer)
        }
        included: set[str] = set()
        for one in sorted(inner, key=lambda one: -len(inner[one])):
            if one not in included:
                included.update(inner[one])
        return [
            Member(
                self.component(one),
                one,
                self.component_type(one) if one in inner else self.record_of(one),
            )
            for one in (*descendants, pointer)
            if one not in included
        ]

    def members_of(self, member: Member) -> list[Member]:
        """Return the members of a union member that is itself a union, else an empty list.

        See `family_members` for those of a family.
        """
        node = member.node
        if not isinstance(node, dict) or lists_values(node):
            return []
        if self.families.is_base(member.pointer):
            if member.type == self.record_of(member.pointer):
                return []
            return self.family_members(member.pointer)
        if self.shapes.is_union(node, member.pointer):
            return self.union_members(node, member.pointer)
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
        if not context and self.name_of(pointer) is None:
            context = self._contexts.words(pointer)
        return self._meta(node, pointer, context)

    def scalar_meta(self, node: JsonObject, pointer: str) -> TypeMeta:
        """Return the metadata of a scalar, without the words for a name.

        Nine of ten types of a document are scalars.
        """
        if pointer in self._names or "examples" in node or "example" in node:
            return self._meta(node, pointer, ())
        return TypeMeta(
            pointer,
            title=text_of(node.get("title")).strip(),
            description=text_of(node.get("description")).strip(),
            deprecated=node.get("deprecated") is True,
        )

    def _meta(
        self, node: JsonObject, pointer: str, context: tuple[str, ...]
    ) -> TypeMeta:
        name = None if context else self.name_of(pointer)
        component = {} if name is None else object_of(self._components.get(name))
        examples = array_of(node.get("examples"))
        if not examples and "example" in node:
            examples = [node["example"]]
        place = self.equal_schemas.shared_place(pointer)
        is_documented = place is None or place.is_described_once
        return TypeMeta(
            pointer=pointer,
            name=name,
            context=context,
            shared=place.words if place else (),
            title=_text(node, component, "title") if is_documented else "",
            description=_text(node, component, "description") if is_documented else "",
            deprecated=node.get("deprecated") is True,
            examples=tuple(examples),
        )

    def words_of(self, pointer: str) -> tuple[str, ...]:
        """Return the name words of the schema at `pointer`."""
        return self._contexts.words(pointer)

    def places_of(
        self, metas: Iterable[TypeMeta]
    ) -> dict[str, tuple[SchemaPlace, ...]]:
        """Return all places of each type that stands for equal schemas, or is in one.

        Args:
            metas: The metadata of the types.
        """
        groups = self.equal_schemas.groups()
        found: dict[str, tuple[SchemaPlace, ...]] = {}
        for meta in metas:
            around = meta.pointer if meta.context else ""
            while around and around not in groups:
                around = around.rpartition("/")[0]
            if not around:
                continue
            inner = meta.pointer[len(around) :]
            own = len(self.words_of(meta.pointer))
            found[meta.pointer] = tuple(
                SchemaPlace(
                    f"{place}{inner}",
                    (*self.words_of(f"{place}{inner}"), *meta.context[own:]),
                )
                for place in sorted(groups[around])
            )
        return found

    def component(self, pointer: str) -> JsonObject:
        """Return the schema of the component at `pointer`."""
        return object_of(self._components.get(split(pointer)[-1]))

    @abstractmethod
    def make_type(self, node: JsonObject, pointer: str) -> Type:
        """Return the type of a resolved schema."""

    @abstractmethod
    def make_object(self, node: JsonObject, pointer: str, meta: TypeMeta) -> Type:
        """Return the type of a schema for objects, which is a record, map or union."""

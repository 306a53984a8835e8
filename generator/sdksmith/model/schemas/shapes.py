"""Properties of schemas that are known before types are built.

This module only reads the document. It uses loops instead of recursion, because a chain
of references can be as long as the number of schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard

from ...json_data import array_of, object_of, text_of, texts_of
from ...load.document import join
from ..reachability import ReachabilityCache
from ..references import Target
from .scalars import scalar_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject, JsonValue
    from ..references import References

_STRUCTURE: Final = (
    "properties",
    "patternProperties",
    "additionalProperties",
    "required",
    "items",
    "prefixItems",
    "enum",
    "allOf",
    "oneOf",
    "anyOf",
    "$ref",
)
"""Keywords that describe the structure of a value, besides `type` and `const`."""

_NOT_PLAIN: Final = frozenset({*_STRUCTURE, "const"})

_UNIONS: Final = ("oneOf", "anyOf")

ELSEWHERE: Final = frozenset({"$ref", "allOf", "oneOf", "anyOf"})
"""Keywords by which a schema depends on others that describe the same value."""


def has_structure(node: JsonObject, *, ignoring: str = "") -> bool:
    """Return whether a schema describes its values with a keyword other than `beside`.

    Only `const` and the keywords of `_STRUCTURE` count.
    """
    if _NOT_PLAIN.isdisjoint(node):
        return False
    if "const" in node:
        return True
    return any(
        bool(node.get(key)) and isinstance(node[key], dict | list | str)
        for key in _STRUCTURE
        if key != ignoring
    )


def is_plain(node: JsonValue) -> TypeGuard[JsonObject]:
    """Return whether a schema has no keyword that describes the structure of its values.

    Nine of ten schemas of a document are plain. This test replaces all others that look
    for one of these keywords.
    """
    return isinstance(node, dict) and _NOT_PLAIN.isdisjoint(node)


def is_null(node: JsonValue) -> bool:
    """Return whether a schema allows only null."""
    schema = object_of(node)
    if "$ref" in schema:
        return False
    if schema.get("type") == "null" or schema.get("type") == ["null"]:
        return True
    if "const" in schema:
        return schema["const"] is None
    return schema.get("enum") == [None]


def is_component(pointer: str) -> bool:
    """Return whether a pointer is the pointer of a component schema."""
    return pointer.startswith("/components/schemas/") and pointer.count("/") == 3


class Shapes:
    """Cached queries about the schemas of one document."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._resolved: dict[str, Target] = {}
        self._objects = ReachabilityCache(_looks_like_object, self._parts_of_object)
        self._nulls = ReachabilityCache(allows_null, self._parts_that_allow_null)

    def resolve(self, node: JsonValue, pointer: str) -> Target:
        """Return the schema that another one only repeats, or else the schema itself.

        A schema only repeats another if it is a `$ref`, an inline `allOf` of one schema, or
        a union of one member and null. A reference that cannot be resolved gives the empty
        schema.
        """
        if is_plain(node):
            return Target(node, pointer)
        known = self._resolved.get(pointer)
        if known is not None:
            return known
        chain = {pointer: None}
        target = Target(node, pointer)
        while isinstance(target.node, dict):
            following = self._repeated(target.node, target.pointer)
            if following is None:
                break
            if following.pointer in self._resolved:
                target = self._resolved[following.pointer]
                break
            if following.node and following.pointer in chain:
                return self._resolve_cycle(chain)
            chain[following.pointer] = None
            target = following
        self._resolved.update(dict.fromkeys(chain, target))
        return target

    def _resolve_cycle(self, chain: Iterable[str]) -> Target:
        """Give the empty schema to schemas that only refer to one another."""
        self._references.report_circular(min(chain))
        resolved = {pointer: Target({}, pointer) for pointer in chain}
        self._resolved.update(resolved)
        return next(iter(resolved.values()))

    def _repeated(self, node: JsonObject, pointer: str) -> Target | None:
        reference = node.get("$ref")
        if isinstance(reference, str):
            if has_structure(node, ignoring="$ref"):
                return None
            return self._references.find(reference, pointer) or Target({}, pointer)
        if array_of(node.get("enum")) or "const" in node:
            return None
        if array_of(node.get("allOf")):
            return self._repeated_part(node, pointer)
        members = self.alternatives(node, pointer)
        if len(members) != 1 or _has_structure_beside_union(node):
            return None
        # The title of a single constant is the name of the value, not of the type.
        only_member = object_of(members[0].node)
        return None if "const" in only_member and "title" in only_member else members[0]

    def _repeated_part(self, node: JsonObject, pointer: str) -> Target | None:
        """Return the member of an `allOf` that the whole schema only repeats, if any."""
        parts = self._parts(node, pointer)
        if self.joins_unions(node, pointer):
            return None
        if self.is_object(node):
            is_only = len(parts) == 1 and not has_structure(node, ignoring="allOf")
            # A component has its own type, even if it only extends another component.
            return parts[0] if is_only and not is_component(pointer) else None
        if array_of(node.get("oneOf")) or array_of(node.get("anyOf")) or not parts:
            return None
        narrowed = [
            part for part in parts if array_of(object_of(part.node).get("enum"))
        ]
        return (narrowed or parts)[-1 if narrowed else 0]

    def _parts(self, node: JsonObject, pointer: str) -> list[Target]:
        """Return the members of an `allOf` that describe values.

        Members with only a `type` are returned if all members are like that.
        """
        if "allOf" not in node:
            return []
        parts = [
            Target(part, join(pointer, "allOf", index))
            for index, part in enumerate(array_of(node.get("allOf")))
            if isinstance(part, dict)
        ]
        structured = [part for part in parts if has_structure(object_of(part.node))]
        return structured or [part for part in parts if "type" in object_of(part.node)]

    def alternatives(self, node: JsonObject, pointer: str) -> list[Target]:
        """Return the distinct members of a union, without null.

        Inline unions among the members are replaced by their members.
        """
        found: list[Target] = []
        if "oneOf" not in node and "anyOf" not in node:
            return found
        stack = self._members(node, pointer)[::-1]
        seen: list[JsonValue] = []
        scalars: set[tuple[str, str]] = set()
        while stack:
            member = stack.pop()
            schema = object_of(member.node)
            if is_null(schema):
                continue
            inner = self._members(schema, member.pointer)
            if (
                inner
                and "discriminator" not in schema
                and not _has_structure_beside_union(schema)
            ):
                stack.extend(reversed(inner))
                continue
            plain = _plain_scalar(schema)
            if plain in scalars or (len(seen) < 64 and member.node in seen):
                continue
            if plain is not None:
                scalars.add(plain)
            seen.append(member.node)
            found.append(member)
        return found

    @staticmethod
    def _members(node: JsonObject, pointer: str) -> list[Target]:
        for key in _UNIONS:
            listed = array_of(node.get(key))
            if listed:
                return [
                    Target(member, join(pointer, key, index))
                    for index, member in enumerate(listed)
                    if isinstance(member, dict | bool)
                ]
        return []

    def is_object(self, node: JsonValue) -> bool:
        """Return whether a schema, or a member of its `allOf`, describes an object."""
        if is_plain(node):
            return _looks_like_object(node)
        return self._objects.holds_for(object_of(node))

    def is_union(self, node: JsonObject, pointer: str) -> bool:
        """Return whether a schema is a union that has no properties and no bases."""
        if not self.alternatives(node, pointer):
            return False
        if not self.is_object(node):
            return True
        return not any(node.get(key) for key in ("properties", "allOf", "$ref"))

    def joins_unions(self, node: JsonObject, pointer: str) -> bool:
        """Return whether several members of an `allOf` are unions of objects."""
        parts = self._parts(node, pointer)
        return len(parts) > 1 and sum(map(self._is_union_of_objects, parts)) > 1

    def _is_union_of_objects(self, part: Target) -> bool:
        found = self._references.follow(part.node, part.pointer)
        if found is None:
            return False
        members = self.alternatives(object_of(found.node), found.pointer)
        return len(members) > 1 and all(self.is_object(item.node) for item in members)

    def _parts_of_object(self, node: JsonObject) -> list[JsonValue]:
        parts = [*array_of(node.get("allOf"))]
        target = self._target(node)
        return parts if target is None else [target.node, *parts]

    def _target(self, node: JsonObject) -> Target | None:
        reference = node.get("$ref")
        return (
            self._references.find(reference, "") if isinstance(reference, str) else None
        )

    def nullable(self, node: JsonValue) -> bool:
        """Return whether a schema allows null in addition to the values of its type.

        A `$ref`, a union, or an `allOf` with one descriptive member allows null if a schema
        that it refers to does.
        """
        schema = object_of(node)
        if ELSEWHERE.isdisjoint(schema):
            return allows_null(schema)
        return self._nulls.holds_for(schema)

    def _parts_that_allow_null(self, node: JsonObject) -> list[JsonValue]:
        ways = [member for key in _UNIONS for member in array_of(node.get(key))]
        target = self._target(node)
        if target is not None:
            ways.append(target.node)
        structured = self._parts(node, "")
        return [*ways, structured[0].node] if len(structured) == 1 else ways


def _has_structure_beside_union(node: JsonObject) -> bool:
    return has_structure({**node, "oneOf": None, "anyOf": None})


def _looks_like_object(node: JsonObject) -> bool:
    if object_of(node.get("properties")) or object_of(node.get("additionalProperties")):
        return True
    types = node.get("type")
    if isinstance(types, str):
        return types == "object"
    if isinstance(types, list):
        return [text for text in texts_of(types) if text != "null"] == ["object"]
    return any(
        key in node
        for key in ("patternProperties", "additionalProperties", "propertyNames")
    )


def allows_null(node: JsonObject) -> bool:
    """Return whether a schema itself allows null. See `Shapes.nullable`."""
    if node.get("nullable") is True or node.get("x-nullable") is True:
        return True
    if is_plain(node):
        types = node.get("type")
        return types == "null" or (isinstance(types, list) and "null" in types)
    if "null" in array_of(node.get("type")) or is_null(node):
        return True
    return None in array_of(node.get("enum"))


def _plain_scalar(node: JsonObject) -> tuple[str, str] | None:
    """Return kind and format of a scalar schema that does not list its values."""
    if has_structure(node):
        return None
    kind = scalar_kind(node)
    return None if kind is None else (kind.value, text_of(node.get("format")))

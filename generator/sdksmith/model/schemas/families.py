"""Families of component schemas that inherit from one another through `allOf`.

A schema with a discriminator and without `oneOf` or `anyOf` is the base of a family: a
value of the base may be a value of any descendant (OpenAPI 3.1, section 4.8.25). The model
represents the base as a `UnionOf` of the descendants, sorted by name, and of the base as a
`Record`, for discriminator values that are not listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import array_of, object_of, text_of
from ...load.document import join, split
from .shapes import is_component

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..references import References

_SCHEMAS = "/components/schemas"


class Families:
    """The inheritance between the component schemas of one document."""

    def __init__(self, root: JsonObject, references: References) -> None:
        self._references = references
        components = object_of(root.get("components"))
        self._schemas = object_of(components.get("schemas"))
        self._parents: dict[str, list[str]] = {}
        self._children: dict[str, list[str]] = {}
        self._discriminators: dict[str, JsonObject] = {}
        for name in self._schemas:
            pointer = join(_SCHEMAS, name)
            parents = self._find_parents(self._schemas[name], pointer)
            self._parents[pointer] = parents
            for parent in parents:
                self._children.setdefault(parent, []).append(pointer)

    def _find_parents(self, node: JsonValue, pointer: str) -> list[str]:
        parents: list[str] = []
        stack = array_of(object_of(node).get("allOf"))[::-1]
        steps = 0
        while stack and steps < 1000:
            steps += 1
            part = object_of(stack.pop())
            reference = part.get("$ref")
            if not isinstance(reference, str):
                stack.extend(reversed(array_of(part.get("allOf"))))
                continue
            target = self._references.find(reference, pointer)
            if target is None:
                continue
            only = object_of(target.node).get("$ref")
            if isinstance(only, str):  # a component that is an alias of the parent
                stack.append(target.node)
            elif is_component(target.pointer) and target.pointer not in parents:
                parents.append(target.pointer)
        return parents

    def is_base(self, pointer: str) -> bool:
        """Return whether the schema at `pointer` is the base of a family."""
        if pointer not in self._parents:
            return False
        node = object_of(self._schemas[split(pointer)[-1]])
        if array_of(node.get("oneOf")) or array_of(node.get("anyOf")):
            return False
        if not self.discriminator(pointer):
            return False
        is_extended = any(child != pointer for child in self._children.get(pointer, ()))
        return is_extended or bool(self.members(pointer))

    def members(self, pointer: str) -> list[str]:
        """Return the pointers of the descendants of the base at `pointer`, sorted."""
        found: set[str] = set()
        stack = [*self._children.get(pointer, ())]
        while stack:
            child = stack.pop()
            if child not in found and child != pointer:
                found.add(child)
                stack.extend(self._children.get(child, ()))
        node = object_of(self._schemas.get(split(pointer)[-1]))
        mapping = object_of(object_of(node.get("discriminator")).get("mapping"))
        for value in mapping.values():
            target = self.mapping_target(value)
            if target is not None and target in self._parents:
                found.add(target)
        return sorted(found - {pointer})

    def has_own_discriminator(self, pointer: str, base: str) -> bool:
        """Return whether a descendant of a base is the base of a family of its own.

        It distinguishes its descendants by another property than `base` does.
        """
        node = object_of(self._schemas.get(split(pointer)[-1]))
        own = text_of(object_of(node.get("discriminator")).get("propertyName"))
        if not own or own == self.discriminator(base).get("propertyName"):
            return False
        return self.is_base(pointer) and base not in self.members(pointer)

    def mapping_target(self, value: JsonValue) -> str | None:
        """Return the pointer of the schema that a mapping value refers to, else None.

        The value is the name of a component or a reference (OpenAPI 3.1, section 4.8.25).
        """
        text = text_of(value)
        if text in self._schemas:
            return self._follow_alias(join(_SCHEMAS, text))
        if not text.startswith("#/"):
            return None
        target = self._references.find(text, "")
        return None if target is None else self._follow_alias(target.pointer)

    def _follow_alias(self, pointer: str) -> str:
        """Return the pointer of a component, following aliases."""
        if not is_component(pointer):
            return pointer
        target = self._references.follow({"$ref": f"#{pointer}"}, pointer)
        return pointer if target is None else target.pointer

    def discriminator(self, pointer: str) -> JsonObject:
        """Return the discriminator of a schema or of its nearest ancestor with one.

        The result is empty if neither the schema nor an ancestor has one.
        """
        # A chain of single parents shares one result, so walking it takes linear time.
        chain: dict[str, None] = {}
        end = pointer
        while end not in self._discriminators:
            chain[end] = None
            parents = self._parents.get(end, [])
            is_shared = not self._own_discriminator(end) and len(parents) == 1
            if not is_shared or parents[0] in chain:
                self._discriminators[end] = self._find_discriminator(end)
                break
            end = parents[0]
        found = self._discriminators[end]
        self._discriminators.update(dict.fromkeys(chain, found))
        return found

    def _own_discriminator(self, pointer: str) -> JsonObject:
        node = object_of(self._schemas.get(split(pointer)[-1]))
        found = object_of(node.get("discriminator"))
        return found if text_of(found.get("propertyName")) else {}

    def _find_discriminator(self, pointer: str) -> JsonObject:
        seen: set[str] = set()
        generation = [pointer]
        while generation:
            seen.update(generation)
            for ancestor in generation:
                if found := self._own_discriminator(ancestor):
                    return found
            next_generation = [
                parent
                for ancestor in generation
                for parent in self._parents.get(ancestor, ())
            ]
            generation = [
                parent
                for parent in dict.fromkeys(next_generation)
                if parent not in seen
            ]
        return {}

    def value_of(self, name: str) -> str:
        """Return the discriminator value of a component that no mapping lists.

        This is the name of the component, unless `x-ms-discriminator-value`, an extension
        of Azure, defines another value.
        """
        node = object_of(self._schemas.get(name))
        return text_of(node.get("x-ms-discriminator-value")) or name

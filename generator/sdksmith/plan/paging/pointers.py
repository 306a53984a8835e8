"""JSON Pointers (RFC 6901) into responses, and their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import object_of
from ...model.types import MapOf, Record, Scalar, ScalarKind, UnionOf

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ...model.api import Api
    from ...model.types import Type, TypeId

_MOST_NAMES: Final = 50
"""Maximum number of names in a path; longer paths are not written by people."""


def escape(name: str) -> str:
    """Return the name of a property as a token of a pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def split_pointer(pointer: str) -> list[str]:
    """Return the names of properties in a pointer."""
    parts = pointer.split("/")[1:]
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def value_at(value: JsonValue, pointer: str) -> JsonValue:
    """Return the value at a pointer into a response; None if the value does not exist."""
    for name in split_pointer(pointer):
        value = object_of(value).get(name)
    return value


def types_at(api: Api, type_id: TypeId | None, pointer: str) -> list[TypeId | None]:
    """Return the possible types of the value at a pointer; none if it cannot exist.

    Args:
        api: The API.
        type_id: The type of the response; None if it has no schema.
        pointer: A JSON Pointer.

    Returns:
        Types, where None is a value without a schema.
    """
    found = [type_id]
    for name in split_pointer(pointer):
        found = [part for item in found for part in _property_types(api, item, name)]
    return [part for item in found for part in _members(api, item)]


def resolve_pointer(api: Api, type_id: TypeId | None, path: str) -> str | None:
    """Return the pointer for a path whose names may contain dots.

    Extensions write `odata.nextLink` for a property with this name as well as for one
    in a nested object.

    Returns:
        The first pointer that can exist, where names with fewer dots precede others; None
        if none can.
    """
    names = split_pointer(path)
    if len(names) > _MOST_NAMES:
        return None
    failed: set[tuple[int, tuple[TypeId | None, ...]]] = set()

    def find(start: int, found: tuple[TypeId | None, ...]) -> str | None:
        if start == len(names):
            return "" if any(_members(api, item) for item in found) else None
        for end in range(start + 1, len(names) + 1):
            name = ".".join(names[start:end])
            inner = tuple(
                dict.fromkeys(
                    part for item in found for part in _property_types(api, item, name)
                )
            )
            # There are 2 ** (n - 1) ways to join n names, but few types at each position.
            if not inner or (end, inner) in failed:
                continue
            rest = find(end, inner)
            if rest is not None:
                return f"/{escape(name)}{rest}"
            failed.add((end, inner))
        return None

    return find(0, (type_id,))


def _property_types(api: Api, type_id: TypeId | None, name: str) -> list[TypeId | None]:
    if type_id is None:
        return [None]
    item = api.types[type_id]
    if isinstance(item, UnionOf):
        return [
            part
            for member in item.members
            for part in _property_types(api, member, name)
        ]
    if isinstance(item, Scalar) and item.kind is ScalarKind.ANY:
        return [None]
    if isinstance(item, MapOf):
        return [item.values]
    if not isinstance(item, Record):
        return []
    fields = [field.type for field in item.fields if field.name == name]
    # A document that lists no property at all does not describe the object.
    is_open = item.extra_declared or not item.fields
    return [*fields] or ([item.extra] if is_open and item.extra is not None else [])


def _members(api: Api, type_id: TypeId | None) -> list[TypeId | None]:
    """Return the members of a union; None for a value of any type."""
    item: Type | None = None if type_id is None else api.types[type_id]
    if isinstance(item, Scalar) and item.kind is ScalarKind.ANY:
        return [None]
    if isinstance(item, UnionOf):
        return [part for member in item.members for part in _members(api, member)]
    return [type_id]

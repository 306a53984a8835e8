"""The model as JSON, for `sdksmith dump-model`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

from msgspec import Struct

from .types import Discriminator

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .api import Api

_KINDS: Final = {
    "Scalar": "scalar",
    "ListOf": "list",
    "TupleOf": "tuple",
    "MapOf": "map",
    "UnionOf": "union",
    "Choice": "choice",
    "Record": "record",
    "PathText": "text",
    "PathSlot": "slot",
}
"""Value of `kind` for the classes of type unions, by which readers distinguish them."""

_OLD_KEYS: Final = {"operations_total": "operations_there", "is_complete": "is_whole"}
"""Keys of fields that have been renamed, so that the format remains stable."""

_ALWAYS: Final = frozenset({"default"})
"""Fields that hold data of the document; they are omitted only if they are null."""


def dump_api(api: Api) -> JsonObject:
    """Return an API as JSON.

    Types are referenced by `id`: the name of the component, or else `#` and the index in
    `types`. Fields with their default value are omitted. The fields of `meta` are merged
    into the type, and `kind` is the kind of the type.
    """
    return _Dump(api).api(api)


class _Dump:
    def __init__(self, api: Api) -> None:
        self._labels = [
            f"#{index}" if item.meta.name is None else item.meta.name
            for index, item in enumerate(api.types)
        ]

    def api(self, api: Api) -> JsonObject:
        """Return an API, each type with its label as `id`."""
        types: list[JsonValue] = [
            {"id": label, **self.object_of(item)}
            for label, item in zip(self._labels, api.types, strict=True)
        ]
        return {**self.object_of(api), "types": types}

    def object_of(self, value: object) -> JsonObject:
        """Return a struct as an object."""
        result: JsonObject = {}
        name = _KINDS.get(type(value).__name__)
        if name is not None:
            result["kind"] = name
        if not isinstance(value, Struct):
            return result
        for field, annotation in type(value).__annotations__.items():
            part: object = getattr(value, field)
            if field == "meta":
                result.update(self.object_of(part))
            elif isinstance(part, Discriminator):
                result[field] = self._discriminator(part)
            elif not _is_default(type(value), field, part):
                # `kind` is taken: the scalar kind of a type is dumped as `scalar`.
                key = "scalar" if name is not None and field == "kind" else field
                key = _OLD_KEYS.get(key, key)
                result[key] = self._value(part, "TypeId" in str(annotation))
        return result

    def _discriminator(self, value: Discriminator) -> JsonObject:
        mapping: JsonObject = {
            text: self._labels[type_id] for text, type_id in value.mapping
        }
        return {"property_name": value.property_name, "mapping": mapping}

    def _value(self, value: object, is_type: bool) -> JsonValue:
        if isinstance(value, tuple):
            members = cast("tuple[object, ...]", value)
            return [self._value(member, is_type) for member in members]
        if is_type and isinstance(value, int):
            return self._labels[value]
        if isinstance(value, Struct):
            return self.object_of(value)
        return _json(value)


def _is_default(kind: type[Struct], field: str, value: object) -> bool:
    if field in _ALWAYS:
        return value is None
    defaults = _defaults(kind)
    return field in defaults and value == defaults[field]


@cache
def _defaults(kind: type[Struct]) -> dict[str, object]:
    """Return the defaults of a struct, which belong to its last fields."""
    names = reversed(kind.__struct_fields__)
    return dict(zip(names, reversed(kind.__struct_defaults__), strict=False))


def _json(value: object) -> JsonValue:
    """Return data of the document, which already is JSON."""
    if isinstance(value, dict):
        items = cast("dict[str, object]", value)
        return {key: _json(item) for key, item in items.items()}
    if isinstance(value, list):
        listed = cast("list[object]", value)
        return [_json(item) for item in listed]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"value of type {type(value).__name__} is not JSON")

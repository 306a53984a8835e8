"""Merging of two schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sdksmith.json_data import array_of, object_of, texts_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

_MERGED_MAPS: Final = ("properties", "patternProperties")


def merge_schemas(one: JsonObject, other: JsonObject) -> JsonObject:
    """Merge two schemas; the second one takes precedence."""
    merged: JsonObject = {**one, **other}
    for key in _MERGED_MAPS:
        both = {**object_of(one.get(key))}
        for name, node in object_of(other.get(key)).items():
            before = both.get(name)
            both[name] = node if before is None else {"allOf": [before, node]}
        if both:
            merged[key] = both
    required = [*texts_of(one.get("required")), *texts_of(other.get("required"))]
    if required:
        merged["required"] = list(dict.fromkeys(required))
    values = [array_of(one.get("enum")), array_of(other.get("enum"))]
    if all(values):
        common = [value for value in values[0] if value in values[1]]
        merged["enum"] = common or values[1]
    narrowed = array_of(merged.get("enum"))
    if narrowed and "const" in merged and merged["const"] not in narrowed:
        del merged["const"]  # one value of a listed type, narrowed beside it
    if "type" in one and "type" in other:
        types = [json_types(one), json_types(other)]
        common_types = [name for name in types[0] if name in types[1]]
        if not common_types and "integer" in types[1] and "number" in types[0]:
            common_types = ["integer"]
        merged["type"] = list(common_types or types[1])
    return merged


def json_types(node: JsonObject) -> list[str]:
    """Return the types of a schema."""
    types = node.get("type")
    return [types] if isinstance(types, str) else texts_of(types)

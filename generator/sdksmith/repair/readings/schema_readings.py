"""Interpretation of values that authors write instead of a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...load.document import join
from .type_names import TypeReading, read_list, read_type

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..engine.context import Context

_SECTIONS: Final = {True: "/definitions", False: "/components/schemas"}


def schema_section(document: Context) -> str:
    """Return the pointer of the map of reusable schemas."""
    return _SECTIONS[document.is_swagger]


def refer_to(name: str, document: Context) -> JsonObject | None:
    """Return a reference to the reusable schema `name`, or None if undefined."""
    pointer = join(schema_section(document), name)
    known = isinstance(document.lookup(pointer), dict)
    return {"$ref": f"#{pointer}"} if known else None


def read_schema(written: JsonValue, document: Context) -> JsonObject:
    """Return the schema for a value that should be a schema.

    A string is read as a type, as the name of a reusable schema, as a list of either,
    or as a description. Any other value is read as the empty schema, which allows any
    value.
    """
    if isinstance(written, dict):
        return written
    if not isinstance(written, str):
        return {}
    if schema := read_schema_name(written, document):
        return schema
    return {"description": written} if written.strip() else {}


def read_schema_name(word: str, document: Context) -> JsonObject | None:
    """Return the schema that a word names, or None."""
    if reference := refer_to(word.strip(), document):
        return reference
    item = read_list(word)
    if item is not None and (reference := refer_to(item, document)):
        return {"type": "array", "items": reference}
    reading = read_type(word)
    return as_schema(reading) if reading else None


def as_schema(reading: TypeReading) -> JsonObject:
    """Return the schema for a type reading."""
    schema: JsonObject = {"type": reading.type}
    if reading.format:
        schema["format"] = reading.format
    if reading.type == "array":
        schema["items"] = {"type": reading.items} if reading.items else {}
    return schema

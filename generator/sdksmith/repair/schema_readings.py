"""What authors write where a schema belongs, and the schema that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..load.document import join
from .type_names import TypeReading, read_list, read_type

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .rule import Context

_SECTIONS: Final = {True: "/definitions", False: "/components/schemas"}


def schema_section(document: Context) -> str:
    """Return the pointer of the map of reusable schemas."""
    return _SECTIONS[document.is_swagger]


def refer_to(name: str, document: Context) -> JsonObject | None:
    """Return a reference to the reusable schema `name`, None when there is none."""
    pointer = join(schema_section(document), name)
    known = isinstance(document.lookup(pointer), dict)
    return {"$ref": f"#{pointer}"} if known else None


def read_schema(written: JsonValue, document: Context) -> JsonObject:
    """Return the schema that a value in the place of one means.

    Text is a type, the name of a reusable schema, a list of either, or a description.
    Anything else says nothing: the empty schema allows any value.
    """
    if isinstance(written, dict):
        return written
    if not isinstance(written, str):
        return {}
    if schema := read_schema_name(written, document):
        return schema
    return {"description": written} if written.strip() else {}


def read_schema_name(word: str, document: Context) -> JsonObject | None:
    """Return the schema that one word names, None when it names none."""
    if reference := refer_to(word.strip(), document):
        return reference
    item = read_list(word)
    if item is not None and (reference := refer_to(item, document)):
        return {"type": "array", "items": reference}
    reading = read_type(word)
    return as_schema(reading) if reading else None


def as_schema(reading: TypeReading) -> JsonObject:
    """Return the schema of a type as it was read."""
    schema: JsonObject = {"type": reading.type}
    if reading.format:
        schema["format"] = reading.format
    if reading.type == "array":
        schema["items"] = {"type": reading.items} if reading.items else {}
    return schema

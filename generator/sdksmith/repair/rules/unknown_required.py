"""SC005: a composed schema requires a property that none of its parts has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Absent, Safety
from ...jsondata import JsonObject, array_of, object_of, text_of, texts_of
from ..grammar import Kind
from ..rule import Context, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue

_PARTS: Final = ("allOf", "anyOf", "oneOf")


@rule(
    "SC005",
    on=(Kind.PARAMETER, Kind.RESPONSE, Kind.MEDIA_TYPE, Kind.SCHEMA),
    title="Require known properties of composed schemas",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: A parcel.
              schema:
                allOf: [{$ref: "#/definitions/Label"}]
                required: [city, cty]
    definitions:
      Label: {type: object, properties: {city: {type: string}}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: A parcel.
              schema:
                allOf: [{$ref: "#/definitions/Label"}]
                required: [city]
    definitions:
      Label: {type: object, properties: {city: {type: string}}}
    """,
)
def unknown_required(node: Node) -> Iterator[Finding]:
    """A schema with `allOf` should require properties that it or a part of it has.

    JSON Schema allows other names, and so does this tool everywhere else. But the
    validators of OpenAPI refuse a whole body that is composed and requires a property
    which nobody describes, most often a misspelt one; the name is dropped.
    """
    if node.kind is Kind.SCHEMA:
        # Those of 3.x are checked by themselves, those of 2.0 where they are used.
        listed = node.parent is not None and node.parent.kind is Kind.DEFINITIONS
        if not listed or node.document.is_swagger:
            return
        pointer: str | None = node.pointer
    else:
        pointer = _follow(node.child_pointer("schema"), node.document)
    schema = object_of(_at(pointer, node.document))
    if pointer is None or not schema.get("allOf"):
        return
    required = texts_of(schema.get("required"))
    if not required:
        return
    known = _properties(schema, node.document, set())
    kept: list[JsonValue] = [name for name in required if name in known]
    unknown = [name for name in required if name not in known]
    if unknown:
        place = f"{pointer}/required"
        yield Finding(
            f"required names {', '.join(unknown)}, which no part of the schema has.",
            edits=(put(place, kept) if kept else remove(place),),
            at=place,
        )


def _at(pointer: str | None, document: Context) -> JsonValue:
    value = None if pointer is None else document.lookup(pointer)
    return None if isinstance(value, Absent) else value


def _follow(pointer: str, document: Context) -> str | None:
    """Return where the schema at a pointer stands in the end, None if nowhere."""
    seen: set[str] = set()
    while pointer not in seen:
        seen.add(pointer)
        value = _at(pointer, document)
        if not isinstance(value, dict):
            return None
        ref = value.get("$ref")
        if not isinstance(ref, str):
            return pointer
        if not ref.startswith("#/"):
            return None
        pointer = ref[1:]
    return None


def _properties(schema: JsonObject, document: Context, seen: set[int]) -> set[str]:
    """Return the names of properties anywhere in a composition.

    It looks where openapi-spec-validator looks: also into items and what is excluded.
    """
    if "$ref" in schema:
        schema = object_of(document.resolve(text_of(schema["$ref"])))
    if id(schema) in seen:
        return set()
    seen.add(id(schema))
    names = set(object_of(schema.get("properties")))
    parts = [part for key in _PARTS for part in array_of(schema.get(key))]
    for part in (*parts, schema.get("items"), schema.get("not")):
        if isinstance(part, dict):
            names |= _properties(part, document, seen)
    return names

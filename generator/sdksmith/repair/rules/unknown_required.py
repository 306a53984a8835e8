"""SC005: a composed schema requires a property that none of its parts has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...jsondata import JsonObject, array_of, object_of, text_of, texts_of
from ..grammar import Kind
from ..references import pointer_of, target_of
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
    having=("required", "schema"),
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
        schema = {} if node.document.is_swagger or not listed else node.value
    elif node.kind is Kind.MEDIA_TYPE and not _is_of_response(node):
        # Nobody looks at what is in requests.
        return
    else:
        schema = object_of(node.get("schema"))
        if "$ref" in schema:
            schema = object_of(node.resolve(schema["$ref"]))
    if not schema.get("allOf") or "required" not in schema:
        return
    required = texts_of(schema["required"])
    known = _properties(schema, node.document, set())
    kept: list[JsonValue] = [name for name in required if name in known]
    unknown = [name for name in required if name not in known]
    if unknown:
        place = f"{_place(node)}/required"
        yield Finding(
            f"required names {', '.join(unknown)}, which no part of the schema has.",
            edits=(put(place, kept) if kept else remove(place),),
            at=place,
        )


def _is_of_response(media_type: Node) -> bool:
    return media_type.parent is not None and media_type.parent.kind is Kind.RESPONSE


def _place(node: Node) -> str:
    """Return the pointer of the schema of a node, references followed."""
    if node.kind is Kind.SCHEMA:
        return node.pointer
    pointer = node.child_pointer("schema")
    schema = object_of(node.get("schema"))
    while isinstance(ref := schema.get("$ref"), str):
        pointer = pointer_of(ref, node.document)
        schema = object_of(target_of(ref, node.document))
    return pointer


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

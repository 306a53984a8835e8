"""SC005: composed schemas that require undefined properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import JsonObject, array_of, object_of, text_of, texts_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.references import pointer_of, target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.context import Context

_PARTS: Final = ("allOf", "anyOf", "oneOf")
_MOST_PARTS: Final = 1000
"""Number of schemas in a composition above which it is not checked."""


@rule(
    "SC005",
    on=(Kind.PARAMETER, Kind.RESPONSE, Kind.MEDIA_TYPE, Kind.SCHEMA),
    title="Remove undefined properties from `required` of composed schemas",
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
    """A schema with `allOf` should require only properties that it or its parts define.

    JSON Schema allows other names, and sdksmith accepts them everywhere else. But
    OpenAPI validators reject the schema of a whole body if it is composed and requires
    an undefined property, which is most often a misspelled one. The name is removed.
    Correct its spelling, or define the property.
    """
    schema = node.value
    if node.kind is not Kind.SCHEMA:
        schema = object_of(node.get("schema"))
        if "$ref" in schema:
            schema = object_of(node.resolve(schema["$ref"]))
    # The place of the node is read last, because the check is then repeated for each node
    # that is equal.
    if not schema.get("allOf") or "required" not in schema or not _is_checked(node):
        return
    required = texts_of(schema["required"])
    known = _properties(schema, node.document)
    if known is None:
        return
    kept: list[JsonValue] = [name for name in required if name in known]
    unknown = [name for name in required if name not in known]
    if unknown:
        place = f"{_place(node)}/required"
        yield Finding(
            f"`required` lists {', '.join(unknown)}, which no part of the schema "
            "defines; removed",
            edits=(put(place, kept) if kept else remove(place),),
            at=place,
        )


def _is_checked(node: Node) -> bool:
    """Return whether validators check the required properties of a node."""
    parent = node.parent
    if node.kind is Kind.SCHEMA:
        # Schemas of OpenAPI 3 are checked where they are defined, and those of
        # Swagger 2.0 where they are used.
        is_listed = parent is not None and parent.kind is Kind.DEFINITIONS
        return is_listed and not node.document.is_swagger
    if node.kind is Kind.MEDIA_TYPE:
        # Validators do not check the schemas of requests.
        return parent is not None and parent.kind is Kind.RESPONSE
    return True


def _place(node: Node) -> str:
    """Return the pointer of the schema of a node, with references followed."""
    if node.kind is Kind.SCHEMA:
        return node.pointer
    pointer = node.child_pointer("schema")
    schema = object_of(node.get("schema"))
    while isinstance(ref := schema.get("$ref"), str):
        pointer = pointer_of(ref, node.document)
        schema = object_of(target_of(ref, node.document))
    return pointer


def _properties(schema: JsonObject, document: Context) -> set[str] | None:
    """Return the names of all properties in a composition.

    Like openapi-spec-validator, this also searches `items` and `not`.

    Returns:
        None if the composition has too many parts.
    """
    names: set[str] = set()
    seen: set[int] = set()
    stack: list[JsonValue] = [schema]
    while stack:
        part = object_of(stack.pop())
        if "$ref" in part:
            part = object_of(document.resolve(text_of(part["$ref"])))
        if id(part) in seen:
            continue
        seen.add(id(part))
        if len(seen) > _MOST_PARTS:
            return None
        names.update(object_of(part.get("properties")))
        for key in _PARTS:
            stack += array_of(part.get(key))
        stack += (part.get("items"), part.get("not"))
    return names

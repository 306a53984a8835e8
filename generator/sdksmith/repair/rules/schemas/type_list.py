"""SC002: lists of types where only one type is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import text_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import has_value
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.type_names import JSON_TYPES, PARAMETER_TYPES, UNTYPED, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray
    from ...engine.outlines import Outline
    from ...engine.rule import EditOp


def _has_type_list(outline: Outline) -> bool:
    return outline.types.get("type") is list


@rule(
    "SC002",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Replace `type` lists where they are not allowed",
    safety=Safety.LIKELY,
    having=_has_type_list,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: [integer]}
          responses: {"200": {description: Parcels.}}
    definitions:
      Size: {type: [string, "null"], default: small}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: integer}
          responses: {"200": {description: Parcels.}}
    definitions:
      Size: {type: string, default: small, x-nullable: true}
    """,
)
def type_list(node: Node) -> Iterator[Finding]:
    """Parameters, and the schemas of OpenAPI 3.0, must have a single type.

    A list with one type is replaced by that type, and `null` in it by `x-nullable:
    true`, or by `nullable: true` in OpenAPI 3.0. If there are several types, a
    parameter accepts any value and a schema of OpenAPI 3.0 gets an `anyOf`. Schemas of
    Swagger 2.0 can have lists, as in JSON Schema, but no validator of Swagger 2.0
    accepts them in or under a schema with a `default`. There the list moves to
    `x-sdksmith-types`, from which the client is generated.
    """
    written = node.get("type")
    if not isinstance(written, list) or not written:
        return
    if node.kind is not Kind.SCHEMA and not (
        node.document.is_swagger and has_value(node)
    ):
        return
    names = _read(written)
    dialect = node.document.dialect
    may_be_list = node.kind is Kind.SCHEMA and (
        dialect not in {Dialect.SWAGGER_20, Dialect.OPENAPI_30}
        or (dialect is Dialect.SWAGGER_20 and not _has_default(node))
    )
    if may_be_list:
        if names == written:
            return
        edits = [_set_or_remove(node, "type", names)]
    else:
        edits = _choose(node, [name for name in names if name != "null"])
        if "null" in names:
            nullable = "x-nullable" if node.document.is_swagger else "nullable"
            edits.append(put(node.child_pointer(nullable), True))
    yield Finding(
        f"list of types ({', '.join(map(str, written))}) is not valid here; replaced",
        edits=tuple(edits),
    )


def _read(written: JsonArray) -> list[str]:
    """Return the JSON Schema types that a list names, without duplicates."""
    names: list[str] = []
    for entry in written:
        word = "null" if entry is None else text_of(entry)
        reading = read_type(word)
        if word in JSON_TYPES:
            names.append(word)
        elif reading is not None:
            names.append(reading.type)
    return list(dict.fromkeys(names))


def _has_default(node: Node) -> bool:
    if "default" in node.value:
        return True
    return any(
        parent.kind is Kind.SCHEMA and "default" in parent.value
        for parent in node.ancestors()
    )


def _set_or_remove(node: Node, key: str, names: list[str]) -> EditOp:
    pointer = node.child_pointer(key)
    if not names:
        return remove(pointer)
    return put(pointer, names[0] if len(names) == 1 else [*names])


def _choose(node: Node, names: list[str]) -> list[EditOp]:
    if node.kind is not Kind.SCHEMA:
        if len(names) == 1 and names[0] in PARAMETER_TYPES:
            return [_set_or_remove(node, "type", names)]
        untyped = put(node.child_pointer(UNTYPED), True)
        return [put(node.child_pointer("type"), "string"), untyped]
    if len(names) < 2:
        return [_set_or_remove(node, "type", names)]
    edits: list[EditOp] = [remove(node.child_pointer("type"))]
    if node.document.is_swagger:
        return [*edits, put(node.child_pointer("x-sdksmith-types"), [*names])]
    if "anyOf" not in node.value:
        members: JsonArray = [{"type": name} for name in names]
        edits.append(put(node.child_pointer("anyOf"), members))
    return edits

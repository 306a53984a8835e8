"""EX002: `examples` of a schema that are not a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray, JsonValue


@rule(
    "EX002",
    on=Kind.SCHEMA,
    title="Convert schema `examples` to a list",
    safety=Safety.LIKELY,
    dialects=(Dialect.OPENAPI_31, Dialect.OPENAPI_32),
    having=("examples",),
    bad="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    components:
      schemas:
        City: {type: string, examples: {north: {value: Bergen}, south: {value: Oslo}}}
        Size: {type: integer, examples: 3}
    """,
    good="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    components:
      schemas:
        City: {type: string, examples: [Bergen, Oslo]}
        Size: {type: integer, examples: [3]}
    """,
)
def schema_examples(node: Node) -> Iterator[Finding]:
    """`examples` of a schema must be a list of values.

    JSON Schema defines this form, and OpenAPI has it from 3.1 on. In other objects,
    such as parameters and media types, `examples` is a map of Example Objects. Such a
    map is replaced by the list of its values, and any other value by a list with that
    value.
    """
    written = node.get("examples")
    if isinstance(written, list):
        return
    place = node.child_pointer("examples")
    values = _values(written)
    edit = put(place, values) if values else remove(place)
    yield Finding(
        "`examples` of a schema must be a list of values; converted",
        edits=(edit,),
        at=place,
    )


def _values(written: JsonValue) -> JsonArray:
    if written is None:
        return []
    if isinstance(written, dict) and all(
        "value" in object_of(entry) for entry in written.values()
    ):
        return [object_of(entry)["value"] for entry in written.values()]
    return [written]

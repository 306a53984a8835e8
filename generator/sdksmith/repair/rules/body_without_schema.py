"""PA006: a body parameter has no schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..keywords import SCHEMA_KEYWORDS, allowed_keywords
from ..rule import SWAGGER, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject


@rule(
    "PA006",
    on=Kind.PARAMETER,
    title="Give body parameters a schema",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {name: parcel, in: body, type: object}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {name: parcel, in: body, schema: {type: object}}
          responses: {"201": {description: Created.}}
    """,
)
def body_without_schema(node: Node) -> Iterator[Finding]:
    """A parameter `in: body` is described by its `schema` and by nothing else.

    What the parameter says about its value itself, `type` and the like, moves into the
    schema. A body that nobody described has the empty schema, which allows any value.
    """
    schema = node.get("schema")
    # SC006 reads a schema that is no object.
    if node.get("in") != "body" or not isinstance(schema, dict | None):
        return
    if schema is not None and "$ref" in schema:
        return
    own = allowed_keywords(node) or frozenset()
    lifted = [key for key in node.value if key in SCHEMA_KEYWORDS - own]
    if schema is not None and not lifted:
        return
    described: JsonObject = {key: node.value[key] for key in lifted}
    known = schema or {}
    yield Finding(
        f"The body parameter {node.get('name')!r} must be described by a schema.",
        edits=(
            put(node.child_pointer("schema"), described | known),
            *(remove(node.child_pointer(key)) for key in lifted),
        ),
    )

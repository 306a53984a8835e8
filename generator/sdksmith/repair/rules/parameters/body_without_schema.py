"""PA006: body parameters without a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import SCHEMA_KEYWORDS, allowed_keywords
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "PA006",
    on=Kind.PARAMETER,
    title="Describe body parameters with a schema",
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
    """The value of a parameter with `in: body` must be described by its `schema`.

    No other keyword may describe it (Swagger 2.0, Parameter Object). Schema keywords of
    the parameter, such as `type`, are moved into the schema, which takes precedence if
    it already has the keyword. A body parameter without any description of its value
    gets the empty schema, which accepts any value. Define `schema` to get a typed body
    in the client.
    """
    schema = node.get("schema")
    # SC006 handles a schema that is not an object.
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
        f"body parameter {node.get('name')!r} must describe its value in "
        "`schema`; `schema` added or completed",
        edits=(
            put(node.child_pointer("schema"), described | known),
            *(remove(node.child_pointer(key)) for key in lifted),
        ),
    )

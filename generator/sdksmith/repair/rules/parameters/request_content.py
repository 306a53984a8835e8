"""PA022: request bodies without media types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move, put, rule
from ...readings.contents import JSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "PA022",
    on=Kind.REQUEST_BODY,
    title="Complete the `content` of request bodies",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    paths:
      /parcels:
        post:
          requestBody: {schema: {type: object}}
          responses: {"201": {description: Created.}}
        put:
          requestBody: {description: A parcel.}
          responses: {"201": {description: Created.}}
    """,
    good="""
    paths:
      /parcels:
        post:
          requestBody: {content: {application/json: {schema: {type: object}}}}
          responses: {"201": {description: Created.}}
        put:
          requestBody: {description: A parcel., content: {application/json: {}}}
          responses: {"201": {description: Created.}}
    """,
)
def request_content(node: Node) -> Iterator[Finding]:
    """`content` of a request body lists its media types, and the schema of each.

    The field is required in OpenAPI 3 (Request Body Object). A `schema` outside of it,
    or in the position of a media type, moves to `application/json`. A request body that
    defines neither is read as JSON with any value.
    """
    content = node.get("content")
    if isinstance(content, dict):
        schema = content.get("schema")
        if isinstance(schema, dict) and len(content) == 1:
            place = node.child_pointer("content")
            message = "`schema` is not a media type; moved to `application/json`"
            yield Finding(message, edits=(put(place, {JSON: content}),), at=place)
        return
    if content is not None:
        return
    edits: tuple[EditOp, ...] = (put(node.child_pointer("content"), {JSON: {}}),)
    if isinstance(node.get("schema"), dict):
        schema_at = node.child_pointer("schema")
        edits += (move(schema_at, node.child_pointer("content", JSON, "schema")),)
    yield Finding(
        "request body has no `content`; read as `application/json`", edits=edits
    )

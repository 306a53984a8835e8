"""PA022: a request body does not say what its content is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..contents import JSON
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, move, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp


@rule(
    "PA022",
    on=Kind.REQUEST_BODY,
    title="Put the schema of a request body into its content",
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
    """`content` of a request body names its media types, and the schema of each.

    A schema outside of it, or in the place of a media type, is that of JSON; so is a
    body of which nothing is said.
    """
    content = node.get("content")
    place = node.child_pointer("content")
    if isinstance(content, dict):
        schema = content.get("schema")
        if isinstance(schema, dict) and len(content) == 1:
            message = "schema is no media type; that of JSON is taken."
            yield Finding(message, edits=(put(place, {JSON: content}),), at=place)
        return
    if content is not None:
        return
    edits: tuple[EditOp, ...] = (put(place, {JSON: {}}),)
    if isinstance(node.get("schema"), dict):
        schema_at = node.child_pointer("schema")
        edits += (move(schema_at, node.child_pointer("content", JSON, "schema")),)
    yield Finding("The request body names no media type; JSON is taken.", edits=edits)

"""PA020: `content` of a parameter or header does not hold one media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import object_of
from ..contents import JSON
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA020",
    on=(Kind.PARAMETER, Kind.HEADER),
    title="Give a parameter one content",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("content",),
    bad="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: a, in: query, content: {text/plain: {}, application/json: {}}}
          - {name: b, in: query, schema: {type: string}, content: {text/plain: {}}}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: a, in: query, content: {application/json: {}}}
          - {name: b, in: query, schema: {type: string}}
          responses: {"200": {description: Parcels.}}
    """,
)
def parameter_content(node: Node) -> Iterator[Finding]:
    """A parameter has a `schema`, or a `content` of one media type, and not both.

    Beside a schema, and where it holds nothing, `content` is dropped. Of several media
    types JSON is kept, else the first.
    """
    content = node.get("content")
    place = node.child_pointer("content")
    if not isinstance(content, dict) or "$ref" in node.value:
        return
    if "schema" in node.value:
        message = "schema and content exclude one another; schema is kept."
        yield Finding(message, edits=(remove(place),), at=place)
    elif not content:
        yield Finding("content names no media type.", edits=(remove(place),), at=place)
    elif len(content) > 1:
        kept = JSON if JSON in content else next(iter(content))
        edit = put(place, {kept: object_of(content[kept])})
        message = f"content may name one media type; {kept} is kept."
        yield Finding(message, edits=(edit,), at=place)

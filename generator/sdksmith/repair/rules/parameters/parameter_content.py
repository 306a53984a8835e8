"""PA020: parameters and headers whose `content` does not hold one media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule
from ...readings.contents import JSON

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA020",
    on=(Kind.PARAMETER, Kind.HEADER),
    title="Keep one schema or media type per parameter",
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
    """A parameter or header has either a `schema` or a `content` with one media type.

    OpenAPI 3 does not allow both, and `content` must have exactly one entry (Parameter
    Object). `content` is removed if there is a `schema`, or if it is empty. If it has
    several media types, `application/json` is kept, or the first one if JSON is not
    among them.
    """
    content = node.get("content")
    place = node.child_pointer("content")
    if not isinstance(content, dict) or "$ref" in node.value:
        return
    if "schema" in node.value:
        message = "`schema` and `content` are mutually exclusive; `content` removed"
        yield Finding(message, edits=(remove(place),), at=place)
    elif not content:
        yield Finding(
            "`content` has no media type; removed", edits=(remove(place),), at=place
        )
    elif len(content) > 1:
        kept = JSON if JSON in content else next(iter(content))
        edit = put(place, {kept: object_of(content[kept])})
        message = (
            f"`content` must have exactly one media type; all except `{kept}` removed"
        )
        yield Finding(message, edits=(edit,), at=place)

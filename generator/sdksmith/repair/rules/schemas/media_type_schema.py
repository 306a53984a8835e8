"""SC013: schemas in the place of a Media Type Object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....spec.tables import grammar
from ...engine.rule import OPENAPI, Finding, Node, put, rule
from ...readings.contents import value_keywords

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SC013",
    on=(Kind.MEDIA_TYPE, Kind.REFERENCE),
    title="Move schema keywords of media types into `schema`",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: Parcels.
              content: {application/json: {type: array, items: {}}}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: Parcels.
              content: {application/json: {schema: {type: array, items: {}}}}
    """,
)
def media_type_schema(node: Node) -> Iterator[Finding]:
    """Entries of `content` are Media Type Objects, whose `schema` describes the data.

    Schema keywords such as `type` and `properties`, or a `$ref` to a schema, that are
    written directly in a Media Type Object are moved into its `schema`.
    """
    if node.expected is not Kind.MEDIA_TYPE or "schema" in node.value:
        return
    known = grammar(node.document.dialect).shapes[Kind.MEDIA_TYPE].fields
    words = value_keywords(node.document.dialect)
    stray = [key for key in node.value if key in words and key not in known]
    ref = node.get("$ref")
    is_schema = isinstance(ref, str) and "/schemas/" in ref
    if not stray and not is_schema:
        return
    kept = {key: value for key, value in node.value.items() if key in known}
    schema = {key: value for key, value in node.value.items() if key not in known}
    yield Finding(
        f"media type {node.key} must describe its content in `schema`; "
        "schema moved there",
        edits=(put(node.pointer, {"schema": schema, **kept}),),
    )

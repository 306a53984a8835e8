"""RS007: responses with a schema or examples outside `content`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule
from ...readings.contents import JSON, media_types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "RS007",
    on=Kind.RESPONSE,
    title="Move response schemas into `content`",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("schema", "examples"),
    bad="""
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: Parcels.
              schema: {type: array, items: {}}
              examples: {application/json: []}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            "200":
              description: Parcels.
              content:
                application/json: {schema: {type: array, items: {}}, example: []}
    """,
)
def response_schema(node: Node) -> Iterator[Finding]:
    """OpenAPI 3 defines the schema of a response per media type, in `content`.

    `schema` and `examples` next to the description are Swagger 2.0 syntax. They move to
    the media types in `produces`, or else to those of the examples, or else to
    `application/json`.
    """
    examples = object_of(node.get("examples"))
    schema = node.get("schema")
    keys = [key for key in ("schema", "examples") if key in node.value]
    if "content" in node.value or not (examples or isinstance(schema, dict)):
        return
    names = media_types(node, "produces") or [key for key in examples if "/" in key]
    content: JsonObject = {}
    for name in names or [JSON]:
        media: JsonObject = {"schema": schema} if isinstance(schema, dict) else {}
        if name in examples:
            media["example"] = examples[name]
        content[name] = media
    yield Finding(
        f"`{'` and `'.join(keys)}` of a response must be in `content`; moved",
        edits=(
            put(node.child_pointer("content"), content),
            *(remove(node.child_pointer(key)) for key in keys),
        ),
    )

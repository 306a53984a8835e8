"""PA018: parameters and headers without a schema in OpenAPI 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move, put, remove, rule
from ...readings.contents import value_keywords, value_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...engine.rule import EditOp

_DESCRIBED: Final = ("schema", "content")
_BODIES: Final = frozenset(("body", "formData"))


@rule(
    "PA018",
    on=(Kind.PARAMETER, Kind.HEADER),
    title="Describe parameters and headers with a `schema`",
    safety=Safety.EXACT,
    dialects=OPENAPI,
    bad="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: size, in: query, type: integer, maximum: 9}
          - {name: city, in: query}
          responses:
            "200":
              description: Parcels.
              headers: {X-Pages: {description: How many., type: integer}}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: size, in: query, schema: {type: integer, maximum: 9}}
          - {name: city, in: query, schema: {}}
          responses:
            "200":
              description: Parcels.
              headers: {X-Pages: {description: How many., schema: {type: integer}}}
    """,
)
def value_without_schema(node: Node) -> Iterator[Finding]:
    """OpenAPI 3 describes the value of a parameter or header in `schema` or `content`.

    `type` and similar keywords next to the name are Swagger 2.0 syntax; they move into
    the `schema`. A parameter or header that does not describe its value gets an empty
    schema, which accepts any value.
    """
    if "$ref" in node.value or text_of(node.get("in")) in _BODIES:
        return
    if node.kind is Kind.PARAMETER and not text_of(node.get("name")):
        return
    keywords = value_keywords(node.document.dialect)
    siblings = [key for key in node.value if key in keywords]
    if not any(key in node.value for key in _DESCRIBED):
        intended = value_schema(node.value, node.document.dialect)
        edits: tuple[EditOp, ...] = (
            put(node.child_pointer("schema"), intended, origin=node.pointer),
            *(remove(node.child_pointer(key)) for key in siblings),
        )
        yield Finding(_message(node, siblings), edits=edits)
        return
    schema = node.get("schema")
    if siblings and isinstance(schema, dict) and "$ref" not in schema:
        edits = tuple(_into_schema(node, key, schema) for key in siblings)
        yield Finding(_message(node, siblings), edits=edits)


def _into_schema(node: Node, key: str, schema: JsonObject) -> EditOp:
    at = node.child_pointer(key)
    return remove(at) if key in schema else move(at, node.child_pointer("schema", key))


def _message(node: Node, siblings: list[str]) -> str:
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    who = f"{node.kind} {name!r}"
    if not siblings:
        return f"{who} has no `schema`; it accepts any value"
    return f"{who} has {', '.join(siblings)} outside of its `schema`; moved into it"

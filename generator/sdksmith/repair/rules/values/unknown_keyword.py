"""VA007: fields that are not allowed in schemas, parameters and similar objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import array_of, object_of
from ....load.document import Dialect
from ....report.diagnostics import Absent, Safety
from ....spec.grammar import Kind
from ...engine.keywords import SCHEMA_KEYWORDS, allowed_fields, allowed_keywords
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...values.exact_values import read_boolean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.outlines import Outline
    from ...engine.rule import EditOp

_ALTERNATIVES: Final = frozenset(("oneOf", "anyOf", "const"))
"""Keywords of a schema that SC007 converts first."""
_FLAGS: Final = frozenset(("nullable", "deprecated", "writeOnly"))
"""Flags of OpenAPI 3, which the client also supports as extensions."""


def _may_have_others(outline: Outline) -> bool:
    """Return whether the kind does not show that all fields are allowed."""
    if outline.dialect is Dialect.SWAGGER_20 and outline.kind is Kind.PARAMETER:
        return True
    allowed = allowed_fields(outline.dialect, outline.expected)
    is_file = outline.dialect is Dialect.SWAGGER_20 and not outline.json_type
    if is_file and outline.kind is Kind.SCHEMA and "type" in outline.types:
        return True
    return allowed is not None and not outline.types.keys() <= allowed


@rule(
    "VA007",
    on=(
        *(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER, Kind.REFERENCE),
        *(Kind.XML, Kind.EXTERNAL_DOCS),
    ),
    title="Move unsupported schema and parameter fields to extensions",
    safety=Safety.EXACT,
    having=_may_have_others,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string, example: Oslo}
          responses: {"200": {description: Parcels.}}
    definitions:
      Parcel: {type: object, nullable: true, examples: [{city: Oslo}]}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string, x-example: Oslo}
          responses: {"200": {description: Parcels.}}
    definitions:
      Parcel: {type: object, x-nullable: true, example: {city: Oslo}}
    """,
)
def unknown_keyword(node: Node) -> Iterator[Finding]:
    """Each object has a fixed set of fields, and can also have `x-` extensions.

    From OpenAPI 3.1 on, only schemas can have other fields. A field that is not allowed
    moves to the extension of the same name. The client still uses the extensions that
    it supports, such as `x-nullable`, `x-example` and `x-deprecated`. In a schema, the
    first entry of `examples` becomes the `example`.
    """
    if node.kind is Kind.REFERENCE and node.expected is not Kind.SCHEMA:
        return
    allowed = allowed_keywords(node)
    if allowed is None or node.value.keys() <= allowed:
        return
    for key in node.value:
        if key in allowed or key.startswith("x-") or _is_repaired_elsewhere(key, node):
            continue
        yield Finding(
            f"{key!r} is not allowed in {_article(node.expected)} here; moved",
            edits=_move_to_extension(key, node),
            at=node.child_pointer(key),
        )


def _article(kind: Kind) -> str:
    if kind is Kind.XML:
        return "an XML object"
    return f"{'an' if kind.startswith(('e', 'i')) else 'a'} {kind}"


def _is_repaired_elsewhere(key: str, node: Node) -> bool:
    """Return whether another rule converts a field to something better."""
    if key == "$ref":
        return node.kind not in {Kind.XML, Kind.EXTERNAL_DOCS}
    if node.kind is Kind.SCHEMA:
        return key == "const" or (node.document.is_swagger and key in _ALTERNATIVES)
    if node.kind is Kind.REFERENCE or not node.document.is_swagger:
        return False
    if node.kind is Kind.PARAMETER and node.get("in") == "body":
        # PA006 moves the description of the value into the schema, unless the schema
        # is a reference.
        schema = node.get("schema")
        return key in SCHEMA_KEYWORDS and "$ref" not in object_of(schema)
    return key == "schema"


def _move_to_extension(key: str, node: Node) -> tuple[EditOp, ...]:
    place = node.child_pointer(key)
    written = node.get(key)
    examples = array_of(written) if key == "examples" else []
    if examples and node.kind is Kind.SCHEMA and "example" not in node.value:
        return (remove(place), put(node.child_pointer("example"), examples[0]))
    kept = node.child_pointer(f"x-{key}")
    if f"x-{key}" in node.value:
        return (remove(place),)
    flag = read_boolean(written) if key in _FLAGS else written
    if flag is not written and not isinstance(flag, Absent):
        return (remove(place), put(kept, flag))
    return (move(place, kept),)

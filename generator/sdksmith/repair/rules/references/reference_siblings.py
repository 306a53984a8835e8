"""RF006: fields next to a `$ref`, where they have no effect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....spec.tables import grammar
from ...engine.mismatches import type_mismatches
from ...engine.rule import Finding, Node, remove, rule
from ...readings.type_names import JSON_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue

_HARMLESS: Final = frozenset(("$ref", "description", "summary", "title"))


@rule(
    "RF006",
    on=Kind.REFERENCE,
    title="Remove invalid siblings of `$ref`",
    safety=Safety.EXACT,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {$ref: "#/parameters/page", required: true}
          responses: {"200": {description: Parcels.}}
    parameters:
      page: {name: page, in: query, type: integer}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {$ref: "#/parameters/page"}
          responses: {"200": {description: Parcels.}}
    parameters:
      page: {name: page, in: query, type: integer}
    """,
)
def reference_siblings(node: Node) -> Iterator[Finding]:
    """Before OpenAPI 3.1, fields next to a `$ref` have no effect (Reference Object).

    The JSON Schema of Swagger 2.0 rejects siblings of a reference to a parameter or
    response, so they are removed. Siblings of a reference to a schema are removed only
    if they are invalid in every schema. Other siblings are kept and reported, because
    their author probably expects them to have an effect. To extend a referenced schema,
    use `allOf`.
    """
    siblings = [key for key in node.value if key != "$ref"]
    if not siblings:
        return
    if node.expected is Kind.SCHEMA:
        fallback = _mismatched_keys(node)
    else:
        fallback = siblings if node.document.is_swagger else []
    if fallback:
        yield Finding(
            f"invalid siblings of `$ref` ({', '.join(fallback)}); removed",
            edits=tuple(remove(node.child_pointer(key)) for key in fallback),
        )
    idle = [
        key
        for key in siblings
        if key not in _HARMLESS and key not in fallback and not key.startswith("x-")
    ]
    if idle:
        verb = "has" if len(idle) == 1 else "have"
        yield Finding(f"{', '.join(idle)} next to `$ref` {verb} no effect")


def _mismatched_keys(node: Node) -> list[str]:
    """Return the siblings that a validator would reject in any schema.

    `required` is handled by other rules, because it may refer to the property that this
    schema describes.
    """
    keys = [
        mismatch.tokens[0]
        for mismatch in type_mismatches(replace(node, kind=node.expected))
    ]
    fields = grammar(node.document.dialect).shapes[node.expected].fields
    keys += [
        key
        for key, value in node.value.items()
        if key in fields and fields[key].kind is Kind.SCHEMA and not _is_schema(value)
    ]
    written = node.get("type")
    if (
        "type" in node.value
        and not isinstance(written, list)
        and not (isinstance(written, str) and written in JSON_TYPES)
    ):
        keys.append("type")
    return [key for key in dict.fromkeys(keys) if key != "required"]


def _is_schema(value: JsonValue) -> bool:
    """Return whether a value is a schema or a non-empty list of schemas."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(entry, dict) for entry in value)
    return isinstance(value, dict | bool)

"""RF006: something stands beside a `$ref`, where nothing counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind, grammar
from ..misfits import misfits
from ..rule import Finding, Node, remove, rule
from ..type_names import JSON_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue

_HARMLESS: Final = frozenset(("$ref", "description", "summary", "title"))


@rule(
    "RF006",
    on=Kind.REFERENCE,
    title="Leave out what stands beside a reference",
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
    """Before OpenAPI 3.1 a `$ref` stands for what it leads to, whatever is beside it.

    The JSON Schema of Swagger 2.0 refuses siblings beside a reference to a parameter or
    response, so there they are left out. Beside one to a schema they stay, and a word is
    said about them, as their author thinks that they do something.
    """
    siblings = [key for key in node.value if key != "$ref"]
    if not siblings:
        return
    if node.expected is Kind.SCHEMA:
        refused = _misfits(node)
    else:
        refused = siblings if node.document.is_swagger else []
    if refused:
        yield Finding(
            f"{', '.join(refused)} beside a $ref cannot have an effect.",
            edits=tuple(remove(node.child_pointer(key)) for key in refused),
        )
    idle = [
        key
        for key in siblings
        if key not in _HARMLESS and key not in refused and not key.startswith("x-")
    ]
    if idle:
        verb = "has" if len(idle) == 1 else "have"
        yield Finding(f"{', '.join(idle)} beside a $ref {verb} no effect.")


def _misfits(node: Node) -> list[str]:
    """Return the siblings that a validator would refuse in any schema.

    `required` has rules of its own: it may speak of the property that this schema is.
    """
    keys = [misfit.tokens[0] for misfit in misfits(replace(node, kind=node.expected))]
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
        and written not in JSON_TYPES
    ):
        keys.append("type")
    return [key for key in dict.fromkeys(keys) if key != "required"]


def _is_schema(value: JsonValue) -> bool:
    """Tell whether a value is a schema, or schemas: `items` and `allOf` look alike here."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(entry, dict) for entry in value)
    return isinstance(value, dict | bool)

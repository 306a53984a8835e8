"""EX001: `examples` that are not a map of Example Objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move_to_extension, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue

_EXCLUSIVE: Final = (Dialect.OPENAPI_30, Dialect.OPENAPI_32)
"""Dialects whose JSON Schema rejects `example` next to `examples`."""
_FIELDS: Final = frozenset(("summary", "description", "value", "externalValue"))
_VALUES: Final = frozenset(
    ("value", "externalValue", "dataValue", "serializedValue", "$ref")
)
"""Fields that distinguish an Example Object from a value; any of them is enough."""


@rule(
    "EX001",
    on=(Kind.PARAMETER, Kind.HEADER, Kind.MEDIA_TYPE),
    title="Convert `examples` to a map of Example Objects",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("examples",),
    bad="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, schema: {}, examples: [Oslo, Bergen]}
          - {name: size, in: query, schema: {}, example: 1, examples: {a: {value: 2}}}
          responses:
            "200":
              description: A parcel.
              content: {application/json: {examples: {small: {city: Oslo}}}}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters:
          - name: city
            in: query
            schema: {}
            examples: {"1": {value: Oslo}, "2": {value: Bergen}}
          - {name: size, in: query, schema: {}, x-example: 1, examples: {a: {value: 2}}}
          responses:
            "200":
              description: A parcel.
              content: {application/json: {examples: {small: {value: {city: Oslo}}}}}
    """,
)
def listed_examples(node: Node) -> Iterator[Finding]:
    """`examples` must be a map from names to Example Objects, each with a `value`.

    A list is read as a list of values, which are named by their position. An entry that
    is not an Example Object is read as a value. In OpenAPI 3.0 and 3.2, `example` is
    not allowed next to `examples`; it becomes the extension `x-example`.
    """
    written = node.get("examples")
    named = _named(written)
    if named is None:
        return
    intended: JsonObject = {
        key: value if _is_example(value) else {"value": value}
        for key, value in named.items()
    }
    if intended != written:
        place = node.child_pointer("examples")
        message = "`examples` must be a map of Example Objects; converted"
        yield Finding(message, edits=(put(place, intended),), at=place)
    elif "example" in node.value and node.document.dialect in _EXCLUSIVE:
        at = node.child_pointer("example")
        message = "`example` and `examples` are mutually exclusive; `examples` kept"
        yield Finding(message, edits=(move_to_extension(node, "example"),), at=at)


def _named(written: JsonValue) -> JsonObject | None:
    if isinstance(written, list) and written:
        return {str(number): value for number, value in enumerate(written, 1)}
    return written if isinstance(written, dict) else None


def _is_example(value: JsonValue) -> bool:
    if not isinstance(value, dict):
        return False
    keys = {key for key in value if not key.startswith("x-")}
    return keys <= _FIELDS or not keys.isdisjoint(_VALUES)

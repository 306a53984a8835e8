"""EX001: `examples` are no map of named examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, put, rule, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject, JsonValue

_EXCLUSIVE: Final = (Dialect.OPENAPI_30, Dialect.OPENAPI_32)
"""Where the schema of the specification refuses `example` beside `examples`."""
_FIELDS: Final = frozenset(("summary", "description", "value", "externalValue"))
_VALUES: Final = frozenset(
    ("value", "externalValue", "dataValue", "serializedValue", "$ref")
)
"""Any of these tells an Example Object from a value."""


@rule(
    "EX001",
    on=(Kind.PARAMETER, Kind.HEADER, Kind.MEDIA_TYPE),
    title="Give examples names and values",
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
    """`examples` is a map of Example Objects, each with its `value`.

    A list is one of values, and what is no Example Object is a value itself. Where
    `example` excludes `examples`, the map is kept and the one becomes an extension.
    """
    written = node.get("examples")
    place = node.child_pointer("examples")
    named = _named(written)
    if named is None:
        return
    meant: JsonObject = {
        key: value if _is_example(value) else {"value": value}
        for key, value in named.items()
    }
    if meant != written:
        message = "examples is a map of named examples, each with a value."
        yield Finding(message, edits=(put(place, meant),), at=place)
    elif "example" in node.value and node.document.dialect in _EXCLUSIVE:
        at = node.child_pointer("example")
        message = "example and examples exclude one another; examples are kept."
        yield Finding(message, edits=(set_aside(node, "example"),), at=at)


def _named(written: JsonValue) -> JsonObject | None:
    if isinstance(written, list) and written:
        return {str(number): value for number, value in enumerate(written, 1)}
    return written if isinstance(written, dict) else None


def _is_example(value: JsonValue) -> bool:
    if not isinstance(value, dict):
        return False
    keys = {key for key in value if not key.startswith("x-")}
    return keys <= _FIELDS or not keys.isdisjoint(_VALUES)

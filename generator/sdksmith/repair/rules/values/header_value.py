"""VA010: values of header parameters that cannot be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.http_fields import is_field_value
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.rule import EditOp


@rule(
    "VA010",
    on=Kind.PARAMETER,
    title="Remove values of header parameters that cannot be sent",
    safety=Safety.LIKELY,
    having=("in",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: X-Size, in: header, type: string, enum: [small, größe]}
          - {name: X-Trace, in: header, type: string, default: "on\\r\\nX-Debug: 1"}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: X-Size, in: header, type: string, enum: [small]}
          - {name: X-Trace, in: header, type: string}
          responses: {"200": {description: Parcels.}}
    """,
)
def header_value(node: Node) -> Iterator[Finding]:
    """The value of a header consists of printable ASCII characters and tabs.

    Line breaks and other control characters are not allowed (RFC 9110, section 5.5), and
    clients and servers do not agree on the encoding of other characters. A `default` or
    `const`, and entries of `enum`, that contain such characters are removed, because
    every request with them would fail.
    """
    if node.get("in") != "header":
        return
    place = () if node.document.is_swagger else ("schema",)
    schema = node.value if node.document.is_swagger else object_of(node.get("schema"))
    edits: list[EditOp] = []
    wrong: list[str] = []
    for key in ("default", "const"):
        value = schema.get(key)
        if not _can_be_sent(value):
            wrong.append(str(value))
            edits.append(remove(node.child_pointer(*place, key)))
    listed = array_of(schema.get("enum"))
    kept = [item for item in listed if _can_be_sent(item)]
    if len(kept) < len(listed):
        wrong += [str(item) for item in listed if not _can_be_sent(item)]
        at = node.child_pointer(*place, "enum")
        edits.append(put(at, kept) if kept else remove(at))
    if edits:
        shown = ", ".join(map(quoted, dict.fromkeys(wrong)))
        message = f"header parameter has values that cannot be sent: {shown}; removed"
        yield Finding(message, edits=tuple(edits))


def _can_be_sent(value: JsonValue) -> bool:
    return not isinstance(value, str) or is_field_value(value)

"""PA005: a parameter does not say what its value is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Kind
from ..keywords import has_value
from ..rule import SWAGGER, Finding, Node, put, rule
from ..type_names import UNTYPED, infer_type

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE: Final = frozenset(("type", "schema", "$ref"))


@rule(
    "PA005",
    on=(Kind.PARAMETER, Kind.HEADER, Kind.ITEMS),
    title="Give parameters a type",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query}
          - {name: size, in: query, enum: [small, large]}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string, x-sdksmith-untyped: true}
          - {name: size, in: query, enum: [small, large], type: string}
          responses: {"200": {description: Parcels.}}
    """,
)
def untyped_parameter(node: Node) -> Iterator[Finding]:
    """A parameter outside the body, a header and the items of either need a `type`.

    Where `enum`, `items`, `format` or the default tell it, that is the type. Otherwise
    the document says `string`, since every value is text on the wire, and
    `x-sdksmith-untyped: true`, which lets the client take any scalar or a list.
    """
    # Other rules mend `Type`, and take what a schema or reference says.
    if not _ELSEWHERE.isdisjoint(map(str.lower, node.value)) or not has_value(node):
        return
    if node.kind is Kind.PARAMETER and "name" not in node.value:
        return
    told = infer_type(node.value)
    edits = [put(node.child_pointer("type"), told or "string")]
    if told is None and node.kind is not Kind.HEADER:
        edits.append(put(node.child_pointer(UNTYPED), True))
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    yield Finding(
        f"{node.kind.capitalize()} {name!r} has no type; {told or 'any value'} is taken.",
        edits=tuple(edits),
    )

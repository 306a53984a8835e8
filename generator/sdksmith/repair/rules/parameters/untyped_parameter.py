"""PA005: parameters, headers and items without a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import has_value
from ...engine.rule import SWAGGER, Finding, Node, put, rule
from ...readings.type_names import UNTYPED, infer_type

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE: Final = frozenset(("type", "schema", "$ref"))


@rule(
    "PA005",
    on=(Kind.PARAMETER, Kind.HEADER, Kind.ITEMS),
    title="Add missing parameter types",
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
    """Parameters outside the body, headers, and the items of both must have a `type`.

    Swagger 2.0 requires it (Parameter Object, Header Object, Items Object). The type is
    inferred from `enum`, `items`, `format` or `default` if possible. Otherwise it is
    set to `string`, because all values are sent as strings, and, except for headers,
    `x-sdksmith-untyped: true` makes the client accept any scalar or a list. Add a
    `type` to restrict the accepted values.
    """
    # Other rules correct the spelling of `Type`, and read a schema or reference.
    if not _ELSEWHERE.isdisjoint(map(str.lower, node.value)) or not has_value(node):
        return
    if node.kind is Kind.PARAMETER and "name" not in node.value:
        return
    inferred = infer_type(node.value)
    edits = [put(node.child_pointer("type"), inferred or "string")]
    if inferred is None and node.kind is not Kind.HEADER:
        edits.append(put(node.child_pointer(UNTYPED), True))
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    yield Finding(
        f"{node.kind} {name!r} has no type; it accepts "
        f"{f'{inferred} values' if inferred else 'any value'}",
        edits=tuple(edits),
    )

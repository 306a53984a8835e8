"""SC009: exclusive bounds in the form of another version of the specification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import ABSENT, Absent, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...values.exact_values import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.rule import EditOp

_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_NUMBERS: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "SC009",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Convert exclusive bounds to the form the specification requires",
    safety=Safety.EXACT,
    having=("exclusiveMinimum", "exclusiveMaximum"),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Weight: {type: number, exclusiveMinimum: 0}
      Height: {type: number, exclusiveMaximum: true}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Weight: {type: number, exclusiveMinimum: true, minimum: 0}
      Height: {type: number}
    """,
)
def exclusive_bound(node: Node) -> Iterator[Finding]:
    """`exclusiveMinimum` is a number from OpenAPI 3.1 on, and a boolean before.

    The boolean makes the `minimum` next to it exclusive, and has no effect without one;
    `exclusiveMaximum` and `maximum` work in the same way. Each form is converted to the
    one that the version of the document defines. If this leaves two lower or two upper
    bounds, the tighter one is kept.
    """
    as_number = node.document.dialect in _NUMBERS
    for exclusive, bound in _BOUNDS:
        if exclusive not in node.value:
            continue
        written = node.get(exclusive)
        if as_number and isinstance(written, bool):
            edits = _to_number(node, exclusive, bound)
        elif not as_number and isinstance(written, bool):
            unpaired = bound not in node.value and node.kind is Kind.SCHEMA
            edits = (remove(node.child_pointer(exclusive)),) if unpaired else ()
        elif not as_number:
            edits = _to_flag(node, exclusive, bound)
        else:
            edits = ()
        if edits:
            yield Finding(
                _describe(exclusive, bound, as_number=as_number),
                edits=edits,
                at=node.child_pointer(exclusive),
            )


def _describe(exclusive: str, bound: str, *, as_number: bool) -> str:
    if as_number:
        return f"`{exclusive}` must be a number from OpenAPI 3.1 on; corrected"
    return (
        f"`{exclusive}` must be a boolean next to `{bound}` before OpenAPI 3.1; "
        "corrected"
    )


def _to_number(node: Node, exclusive: str, bound: str) -> tuple[EditOp, ...]:
    place = node.child_pointer(exclusive)
    limit = node.get(bound)
    if node.get(exclusive) is False or limit is None:
        return (remove(place),)
    return (put(place, limit), remove(node.child_pointer(bound)))


def _to_flag(node: Node, exclusive: str, bound: str) -> tuple[EditOp, ...]:
    place = node.child_pointer(exclusive)
    number = read_number(node.get(exclusive))
    if isinstance(number, Absent):
        # VA005 handles strings such as "true".
        return ()
    if not _is_tighter(number, node.get(bound), upper=bound == "maximum"):
        return (remove(place),)
    return (put(place, True), put(node.child_pointer(bound), number))


def _is_tighter(number: float, limit: JsonValue, *, upper: bool) -> bool:
    other = read_number(limit)
    if other is ABSENT or isinstance(other, Absent):
        return True
    return number <= other if upper else number >= other

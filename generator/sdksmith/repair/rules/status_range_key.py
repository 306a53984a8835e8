"""RS002: a range of statuses is not written as the specification does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import object_of
from ..grammar import Kind
from ..rule import Finding, Node, move, put, remove, rule
from ..statuses import RANGES, codes, status_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp


@rule(
    "RS002",
    on=Kind.OPERATION,
    title="Keep responses for ranges of statuses",
    safety=Safety.EXACT,
    bad="""
    paths:
      /parcels:
        get:
          responses:
            "200": {description: Parcels.}
            4xx: {description: The request was wrong.}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            "200": {description: Parcels.}
          x-sdksmith-response-ranges:
            4XX: {description: The request was wrong.}
    """,
)
def status_range_key(node: Node) -> Iterator[Finding]:
    """OpenAPI 3 writes a range of statuses as `4XX`; Swagger 2.0 has no word for it.

    In 2.0 the response moves to `x-sdksmith-response-ranges`, where the client finds it.
    """
    responses = object_of(node.get("responses"))
    moved = False
    for key in codes(responses):
        name = status_range(key)
        if name is None or (name == key and not node.document.is_swagger):
            continue
        at = node.child_pointer("responses", key)
        ranges = node.get(RANGES)
        edits: tuple[EditOp, ...]
        if not node.document.is_swagger:
            target = node.child_pointer("responses", name)
            edits = (remove(at) if name in responses else move(at, target),)
        elif isinstance(ranges, dict):
            known = name in ranges
            target = node.child_pointer(RANGES, name)
            edits = (remove(at) if known else move(at, target),)
        elif not moved:
            moved = True
            target = node.child_pointer(RANGES)
            edits = (put(target, {}), move(at, f"{target}/{name}"))
        else:
            continue
        yield Finding(f"{key} is a range of statuses.", edits=edits, at=at)

"""RS002: invalid keys for ranges of HTTP status codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.statuses import RANGES, codes, status_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "RS002",
    on=Kind.OPERATION,
    title="Correct keys for ranges of status codes",
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
    """OpenAPI 3 writes a range of status codes as `4XX`; Swagger 2.0 has no ranges.

    Other spellings, such as `4xx`, are corrected in OpenAPI 3 (Responses Object). In
    Swagger 2.0 the response moves to `x-sdksmith-response-ranges` of the operation, and
    the client handles it as in OpenAPI 3. A response is removed if the range is already
    described there.
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
        yield Finding(
            f"{key} is not a valid response key; read as a range of status codes",
            edits=edits,
            at=at,
        )

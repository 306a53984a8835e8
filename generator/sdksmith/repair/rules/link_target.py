"""RF011: a link does not lead to one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF011",
    on=Kind.LINK,
    title="Let a link lead to one operation",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    paths:
      /parcels:
        get:
          operationId: listParcels
          responses:
            "200":
              description: Parcels.
              links:
                next: {operationId: listParcels, operationRef: "#/paths/~1parcels/get"}
                last: {description: The last page.}
    """,
    good="""
    paths:
      /parcels:
        get:
          operationId: listParcels
          responses:
            "200":
              description: Parcels.
              links:
                next: {operationId: listParcels}
    """,
)
def link_target(node: Node) -> Iterator[Finding]:
    """A link names its operation by `operationId` or by `operationRef`, not by both.

    Of two the operationId is kept. A link that names none is left out.
    """
    if "operationId" in node.value and "operationRef" in node.value:
        at = node.child_pointer("operationRef")
        message = "operationId and operationRef exclude one another."
        yield Finding(message, edits=(remove(at),), at=at)
    elif "operationId" not in node.value and "operationRef" not in node.value:
        yield Finding(
            f"The link {node.key!r} names no operation, so it is left out.",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )

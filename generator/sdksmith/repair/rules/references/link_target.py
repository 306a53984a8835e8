"""RF011: links that do not refer to exactly one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF011",
    on=Kind.LINK,
    title="Make links refer to exactly one operation",
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
    """A link identifies its operation by either `operationId` or `operationRef`.

    The two fields are mutually exclusive (Link Object). If both are present,
    `operationRef` is removed. A link with neither is removed, because it has no target.
    """
    if "operationId" in node.value and "operationRef" in node.value:
        at = node.child_pointer("operationRef")
        message = (
            "`operationId` and `operationRef` are mutually exclusive; `operationRef` "
            "removed"
        )
        yield Finding(message, edits=(remove(at),), at=at)
    elif "operationId" not in node.value and "operationRef" not in node.value:
        yield Finding(
            f"link {node.key!r} does not refer to an operation; removed",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )

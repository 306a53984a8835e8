"""PA015: parameters without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA015",
    on=Kind.PARAMETER,
    title="Remove parameters without a name",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {in: query, type: string}
          - {in: body, schema: {type: object}}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {in: body, schema: {type: object}, name: body}
          responses: {"201": {description: Created.}}
    """,
)
def nameless_parameter(node: Node) -> Iterator[Finding]:
    """A parameter is sent under its `name`, so a parameter without one cannot be sent.

    Such a parameter is removed. A body parameter is kept, because its name is not sent;
    it is named `body`.
    """
    # SH005 corrects spellings such as `Name`.
    if any(key.lower() in {"name", "$ref"} for key in node.value):
        return
    if node.get("in") == "body":
        message = "body parameter has no `name`; named `body`"
        yield Finding(message, edits=(put(node.child_pointer("name"), "body"),))
        return
    yield Finding(
        "parameter has no `name`, so it cannot be sent; removed",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )

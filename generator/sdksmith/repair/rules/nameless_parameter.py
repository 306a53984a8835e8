"""PA015: a parameter has no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA015",
    on=Kind.PARAMETER,
    title="Leave out parameters without a name",
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
    """A parameter travels under its name, so one without cannot be sent.

    The name of a body means nothing on the wire: a body without one is called `body`.
    """
    # `Name` is mended by SH008.
    if any(key.lower() in {"name", "$ref"} for key in node.value):
        return
    if node.get("in") == "body":
        message = "The body parameter has no name."
        yield Finding(message, edits=(put(node.child_pointer("name"), "body"),))
        return
    yield Finding(
        "A parameter without a name cannot be sent; it is left out.",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )

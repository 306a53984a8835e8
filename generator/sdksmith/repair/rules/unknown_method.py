"""OP001: a path item has a field that is no HTTP method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind, grammar
from ..rule import Finding, Node, remove, rule, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue


@rule(
    "OP001",
    on=Kind.PATH_ITEM,
    title="Leave out operations of methods that the specification does not know",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        "": {summary: Lose a parcel, responses: {"200": {description: Lost.}}}
        get: {responses: {"200": {description: Parcels.}}}
        note: Not yet complete.
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
        x-note: Not yet complete.
    """,
)
def unknown_method(node: Node) -> Iterator[Finding]:
    """An operation stands under the name of its HTTP method, in lower case.

    What stands under another name, or none, cannot be called and is left out. Fields
    that hold no operation become extensions.
    """
    fields = grammar(node.document.dialect).shapes[Kind.PATH_ITEM].fields
    for key, value in node.value.items():
        if key in fields or key.startswith("x-"):
            continue
        at = node.child_pointer(key)
        if _is_operation(value):
            yield Finding(
                f"{key!r} is no method that the specification knows, "
                "so its operation is left out.",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
                lost=1,
            )
        else:
            message = f"A path item has no field {key!r}."
            yield Finding(message, edits=(set_aside(node, key),), at=at)


def _is_operation(value: JsonValue) -> bool:
    return isinstance(value, dict) and ("responses" in value or "operationId" in value)

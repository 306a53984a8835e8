"""OP001: a path item has a field that is no HTTP method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ...jsondata import array_of, object_of, text_of
from ..grammar import Kind, grammar
from ..rule import Finding, Node, move, remove, rule, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject, JsonValue


@rule(
    "OP001",
    on=Kind.PATH_ITEM,
    title="Give operations a method that the specification knows, or leave them out",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        lose: {summary: Lose a parcel, responses: {"200": {description: Lost.}}}
        get: {responses: {"200": {description: Parcels.}}}
        note: Not yet complete.
      /labels:
        "": {summary: Labels, responses: {"200": {description: Labels.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
        x-note: Not yet complete.
      /labels:
        get: {summary: Labels, responses: {"200": {description: Labels.}}}
    """,
)
def unknown_method(node: Node) -> Iterator[Finding]:
    """An operation stands under the name of its HTTP method, in lower case.

    One that stands under no name at all is a GET, or a POST if it sends a body: a guess,
    which is not made where that method is described already. What stands under another
    name cannot be called and is left out. Fields that hold no operation become extensions.
    """
    fields = grammar(node.document.dialect).shapes[Kind.PATH_ITEM].fields
    for key, value in node.value.items():
        if key in fields or key.startswith("x-"):
            continue
        at = node.child_pointer(key)
        if not _is_operation(value):
            message = f"A path item has no field {key!r}; it is set aside."
            yield Finding(message, edits=(set_aside(node, key),), at=at)
            continue
        method = "post" if _sends_a_body(object_of(value), node) else "get"
        if not key.strip() and method not in node.value:
            yield Finding(
                f"An operation has no method; {method} is taken.",
                edits=(move(at, node.child_pointer(method)),),
                at=at,
                safety=Safety.GUESS,
                lost=1,
                refused=(remove(at),),
            )
            continue
        yield Finding(
            f"{key!r} is no method that the specification knows, "
            "so its operation is left out.",
            edits=(remove(at),),
            at=at,
            effect=Effect.OMITTED,
            lost=1,
        )


def _is_operation(value: JsonValue) -> bool:
    return isinstance(value, dict) and ("responses" in value or "operationId" in value)


def _sends_a_body(operation: JsonObject, item: Node) -> bool:
    parameters = [
        object_of(item.resolve(ref) if (ref := object_of(entry).get("$ref")) else entry)
        for entry in array_of(operation.get("parameters"))
    ]
    places = {text_of(parameter.get("in")) for parameter in parameters}
    return "requestBody" in operation or not places.isdisjoint(("body", "formData"))

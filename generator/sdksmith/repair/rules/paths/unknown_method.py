"""OP001: path item fields that are not HTTP methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import array_of, object_of, text_of
from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ....spec.tables import grammar
from ...engine.rule import Finding, Node, move, move_to_extension, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue


@rule(
    "OP001",
    on=Kind.PATH_ITEM,
    title="Correct or omit operations with invalid HTTP methods",
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
    """An operation must be listed under its HTTP method, in lower case.

    The specification defines the methods as fields of the Path Item Object. An
    operation under an empty key is read as `get`, or as `post` if it sends a body; this
    is a guess, which is not made if the path already has that method. An operation
    under another name cannot be called and is omitted from the client. Fields that do
    not contain an operation move to extensions.
    """
    fields = grammar(node.document.dialect).shapes[Kind.PATH_ITEM].fields
    for key, value in node.value.items():
        if key in fields or key.startswith("x-"):
            continue
        at = node.child_pointer(key)
        if not _is_operation(value):
            message = f"{key!r} is not a field of a path item; moved to an extension"
            yield Finding(message, edits=(move_to_extension(node, key),), at=at)
            continue
        method = "post" if _sends_a_body(object_of(value), node) else "get"
        if not key.strip() and method not in node.value:
            yield Finding(
                f"operation has no HTTP method; read as `{method}`",
                edits=(move(at, node.child_pointer(method)),),
                at=at,
                safety=Safety.GUESS,
                omitted=1,
                fallback=(remove(at),),
            )
            continue
        yield Finding(
            f"{key!r} is not an HTTP method of the specification; "
            "operation omitted from the client",
            edits=(remove(at),),
            at=at,
            effect=Effect.OMITTED,
            omitted=1,
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

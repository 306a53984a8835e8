"""RF003: a reference leads to a parameter, response and so on that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..references import find_meant, is_bare_name, is_local, leads_nowhere
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject


@rule(
    "RF003",
    on=Kind.REFERENCE,
    title="Leave out parameters that are missing",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {$ref: "#/parameters/page"}
          responses:
            "200": {$ref: "#/responses/Parcels"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters: []
          responses:
            "200": {description: Parcels}
    """,
)
def dangling_reference(node: Node) -> Iterator[Finding]:
    """A `$ref` must lead to an object of the document.

    A response that is missing becomes one that nobody described, a request body takes
    any JSON. Of anything else, such as a parameter, too little is known: it is left out.
    """
    ref = node.get("$ref")
    if node.expected is Kind.SCHEMA or not isinstance(ref, str):
        return
    lost = leads_nowhere(ref, node.document) if is_local(ref) else is_bare_name(ref)
    if not lost:
        return
    if find_meant(ref, node.expected, node.document):
        return
    if node.expected is Kind.RESPONSE:
        description = ref.rpartition("/")[2]
        yield Finding(
            f"There is no response at {ref!r}; one without content is taken.",
            edits=(put(node.pointer, {"description": description}),),
        )
        return
    if node.expected is Kind.REQUEST_BODY:
        content: JsonObject = {"application/json": {"schema": {}}}
        yield Finding(
            f"There is no request body at {ref!r}; any JSON is taken.",
            edits=(put(node.pointer, {"content": content}),),
            safety=Safety.GUESS,
            refused=(remove(node.pointer),),
        )
        return
    yield Finding(
        f"There is no {node.expected} at {ref!r}; it is left out.",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )

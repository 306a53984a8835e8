"""RF003: references to undefined parameters, responses and other objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.references import find_intended, is_bare_name, is_dangling, is_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "RF003",
    on=Kind.REFERENCE,
    title="Replace or remove references to undefined objects",
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
    """A `$ref` must point to an object that the document defines.

    A missing response is replaced by one without content, and a missing request body by
    one that accepts any JSON. The latter is a guess: with `--no-guess` the request body
    is removed. A reference to anything else, such as a parameter, is removed, because
    too little is known about the object. Define the object or correct the reference.
    """
    ref = node.get("$ref")
    if node.expected is Kind.SCHEMA or not isinstance(ref, str):
        return
    omitted = is_dangling(ref, node.document) if is_local(ref) else is_bare_name(ref)
    if not omitted:
        return
    if find_intended(ref, node.expected, node.document):
        return
    if node.expected is Kind.RESPONSE:
        description = ref.rpartition("/")[2]
        yield Finding(
            f"response {ref!r} is not defined; replaced by a response "
            "without content",
            edits=(put(node.pointer, {"description": description}),),
        )
        return
    if node.expected is Kind.REQUEST_BODY:
        content: JsonObject = {"application/json": {"schema": {}}}
        yield Finding(
            f"request body {ref!r} is not defined; any JSON is accepted, "
            "or the body is removed with `--no-guess`",
            edits=(put(node.pointer, {"content": content}),),
            safety=Safety.GUESS,
            fallback=(remove(node.pointer),),
        )
        return
    yield Finding(
        f"{node.expected} {ref!r} is not defined; removed",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )

"""RF007: references to other servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.references import find_intended, is_bare_name, is_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "RF007",
    on=(Kind.REFERENCE, Kind.SCHEMA),
    title="Replace references to other servers",
    safety=Safety.LIKELY,
    having=("$ref",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          responses:
            "200": {$ref: "https://api.example.com/all.json#/responses/Parcels"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          responses:
            "200": {description: Parcels}
    """,
)
def external_reference(node: Node) -> Iterator[Finding]:
    """A `$ref` to another server is only followed with `--allow-remote`.

    Otherwise, a document could make the machine that reads it send requests to
    arbitrary servers. Without the option, a reference to a schema is kept and accepts
    any value. A response is replaced by one without content, and a request body by one
    that accepts any JSON. Anything else, such as a parameter, is removed.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str) or is_local(ref) or is_bare_name(ref):
        return
    if find_intended(ref, node.expected, node.document):
        return
    reason = (
        f"`$ref` {ref!r} points to another server, which is only allowed with "
        "`--allow-remote`"
    )
    if node.expected is Kind.SCHEMA:
        yield Finding(f"{reason}; any value is accepted")
        return
    value: JsonObject
    if node.expected is Kind.RESPONSE:
        value = {"description": ref.rpartition("/")[2]}
        message = f"{reason}; replaced by a response without content"
        yield Finding(message, edits=(put(node.pointer, value),))
    elif node.expected is Kind.REQUEST_BODY:
        value = {"content": {"application/json": {"schema": {}}}}
        yield Finding(f"{reason}; any JSON is accepted", (put(node.pointer, value),))
    else:
        yield Finding(
            f"{reason}; the {node.expected} is removed",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )

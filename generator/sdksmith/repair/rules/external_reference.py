"""RF007: a reference leads to another server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..references import find_meant, is_bare_name, is_local
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject


@rule(
    "RF007",
    on=(Kind.REFERENCE, Kind.SCHEMA),
    title="Say which references lead to other servers",
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
    """A `$ref` to another server is followed with `--allow-remote` only.

    A document must not decide on its own what the machine of its reader asks for. A
    schema on another server may hold any value, and its reference stays. A response is
    one that nobody described, a request body takes any JSON, and anything else, such
    as a parameter, is left out.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str) or is_local(ref) or is_bare_name(ref):
        return
    if find_meant(ref, node.expected, node.document):
        return
    reason = (
        f"$ref {ref!r} leads to another server, which is asked with --allow-remote only"
    )
    if node.expected is Kind.SCHEMA:
        yield Finding(f"{reason}; any value is taken.")
        return
    value: JsonObject
    if node.expected is Kind.RESPONSE:
        value = {"description": ref.rpartition("/")[2]}
        message = f"{reason}; a response without content is taken."
        yield Finding(message, edits=(put(node.pointer, value),))
    elif node.expected is Kind.REQUEST_BODY:
        value = {"content": {"application/json": {"schema": {}}}}
        yield Finding(f"{reason}; any JSON is taken.", (put(node.pointer, value),))
    else:
        yield Finding(
            f"{reason}; the {node.expected} is left out.",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )

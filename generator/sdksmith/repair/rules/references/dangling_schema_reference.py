"""RF001: references to schemas that are not defined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import join, split
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.references import (
    find_intended,
    is_bare_name,
    is_dangling,
    is_local,
    missing_name,
    section_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...engine.context import Context
    from ...engine.rule import EditOp, Put


@rule(
    "RF001",
    on=(Kind.REFERENCE, Kind.SCHEMA),
    title="Define schemas that are referenced but missing",
    safety=Safety.LIKELY,
    having=("$ref",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {type: object, properties: {label: {$ref: "#/definitions/Label"}}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {type: object, properties: {label: {$ref: "#/definitions/Label"}}}
      Label: {}
    """,
)
def dangling_schema_reference(node: Node) -> Iterator[Finding]:
    """A `$ref` must point to a schema that the document defines.

    A missing schema is defined under its name as the empty schema, which accepts any
    value; all references to it share this definition. A reference to a missing part of
    a schema is replaced by the empty schema. Define the schema, or correct the
    reference, to get a typed model.
    """
    ref = node.get("$ref")
    if node.expected is not Kind.SCHEMA or not isinstance(ref, str):
        return
    document = node.document
    omitted = (
        is_dangling(ref, document, Kind.SCHEMA) if is_local(ref) else is_bare_name(ref)
    )
    if not omitted:
        return
    if find_intended(ref, Kind.SCHEMA, document):
        return
    name = missing_name(ref, Kind.SCHEMA, document)
    edits: tuple[EditOp, ...] = (put(node.pointer, {}),)
    if name is not None:
        target = join(section_of(Kind.SCHEMA, document) or "", name)
        edits = (_make(target, document),)
        if ref != f"#{target}":
            edits += (put(node.child_pointer("$ref"), f"#{target}"),)
    yield Finding(f"schema {ref!r} is not defined; it accepts any value", edits)


def _make(pointer: str, document: Context) -> Put:
    """Return the edit that adds an empty schema, with any missing parent maps."""
    *parent, name = split(pointer)
    value: JsonObject = {}
    while parent and not isinstance(document.lookup(join("", *parent)), dict):
        value = {name: value}
        name = parent.pop()
    return put(join("", *parent, name), value)

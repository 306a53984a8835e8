"""PA004: path parameters that are not marked as required."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.path_bindings import is_stray

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA004",
    on=Kind.PARAMETER,
    title="Mark path parameters as required",
    safety=Safety.EXACT,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcel}:
        get:
          parameters:
          - {name: parcel, in: path, type: string}
          responses: {"200": {description: A parcel.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcel}:
        get:
          parameters:
          - {name: parcel, in: path, type: string, required: true}
          responses: {"200": {description: A parcel.}}
    """,
)
def optional_path_parameter(node: Node) -> Iterator[Finding]:
    """A path parameter must have `required: true`.

    The specification requires this (Parameter Object), because a URL cannot be built
    without the value. sdksmith sets the field, whether it is missing or has another
    value. A parameter with `required: false` gets `x-sdksmith-optional: true` as well:
    in a path such as `/users{name}`, its value is empty or starts with a slash.
    """
    if node.get("in") != "path" or node.get("required") is True:
        return
    if is_stray(node):
        return
    name = node.get("name")
    edits = [put(node.child_pointer("required"), True)]
    if node.get("required") is False:
        edits.append(put(node.child_pointer("x-sdksmith-optional"), True))
    yield Finding(
        f"path parameter {name!r} must have `required: true`; added", edits=(*edits,)
    )

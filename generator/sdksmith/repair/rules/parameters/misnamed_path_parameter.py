"""PA002: path parameters that do not have the name of their placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.path_bindings import bind_operation, bind_path_item, path_template

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA002",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Rename path parameters to match their placeholders",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcelId}:
        get:
          parameters:
          - {name: parcel_id, in: path, required: true, type: string}
          responses: {"200": {description: A parcel.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcelId}:
        get:
          parameters:
          - {name: parcelId, in: path, required: true, type: string}
          responses: {"200": {description: A parcel.}}
    """,
)
def misnamed_path_parameter(node: Node) -> Iterator[Finding]:
    """The `name` of a parameter with `in: path` must match a `{placeholder}` exactly.

    `parcel_id`, `ParcelID` and `parcelId` are treated as the same name, and so are `id`
    and `parcelId` if no other placeholder ends in `id`. The parameter is renamed to the
    name in the path. A parameter that is a reference is replaced by a copy with this
    name, because other paths may use a different one.
    """
    if path_template(node) is None:
        return
    bind = bind_path_item if node.kind is Kind.PATH_ITEM else bind_operation
    for parameter, name in bind(node).renamed:
        place = node.child_pointer("parameters", parameter.index)
        yield Finding(
            f"path has no placeholder `{{{parameter.name}}}`; parameter renamed to "
            f"match `{{{name}}}`",
            edits=(
                (
                    put(place, {**parameter.value, "name": name})
                    if parameter.shared
                    else put(f"{place}/name", name)
                ),
            ),
            at=place,
        )

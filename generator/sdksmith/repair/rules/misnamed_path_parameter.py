"""PA002: a path parameter spells its placeholder in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_bindings import bind_operation, bind_path_item, path_template
from ..rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA002",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Name path parameters as their path does",
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
    """A parameter `in: path` has to be named exactly like a `{placeholder}`.

    `parcel_id`, `ParcelID` and `parcelId` are one name, and so are `id` and `parcelId`
    when no other placeholder ends in `id`. The parameter takes the name that the path
    uses. One that is only referred to is written out here under that name, since other
    paths may spell it differently.
    """
    if path_template(node) is None:
        return
    bind = bind_path_item if node.kind is Kind.PATH_ITEM else bind_operation
    for parameter, name in bind(node).renamed:
        place = node.child_pointer("parameters", parameter.index)
        yield Finding(
            f"The path has no {{{parameter.name}}}; the parameter means {{{name}}}.",
            edits=(
                (
                    put(place, {**parameter.value, "name": name})
                    if parameter.shared
                    else put(f"{place}/name", name)
                ),
            ),
            at=place,
        )

"""PA016: a path names its parameter, but not as a placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...load.document import join
from ..grammar import Kind
from ..path_bindings import braced_path
from ..rule import Finding, Node, move, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA016",
    on=Kind.PATH_ITEM,
    title="Put braces around the parameters of a path",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/parcelId:
        get:
          parameters:
          - {name: parcelId, in: path, required: true, type: string}
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
def unbraced_placeholder(node: Node) -> Iterator[Finding]:
    """A value is filled in where the path has a `{placeholder}`.

    A whole segment that is the name of a path parameter without placeholder is that
    placeholder, if every operation of the path has the parameter.
    """
    braced = braced_path(node)
    if braced is not None:
        yield Finding(
            f"The path names a parameter without braces; {braced} is meant.",
            edits=(move(node.pointer, join("/paths", braced)),),
        )

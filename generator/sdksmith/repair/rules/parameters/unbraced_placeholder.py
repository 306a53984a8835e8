"""PA016: paths that contain the name of a parameter without braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import join
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, rule
from ...readings.path_bindings import braced_path

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA016",
    on=Kind.PATH_ITEM,
    title="Add missing braces around path parameters",
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
    """A value is inserted only where the path has a `{placeholder}` in braces.

    Braces are added if a whole segment of the path is the name of a path parameter that
    has no placeholder, and if every operation of the path has this parameter.
    """
    braced = braced_path(node)
    if braced is not None:
        yield Finding(
            f"path contains a parameter name without braces; read as `{braced}`",
            edits=(move(node.pointer, join("/paths", braced)),),
        )

"""PA017: `parameters` that is not a list of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA017",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Remove `parameters` values that are not lists",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters: {page: 1}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          responses: {"200": {description: Parcels.}}
    """,
)
def parameters_list(node: Node) -> Iterator[Finding]:
    """`parameters` must be a list of objects.

    A single parameter, and a map of parameters by name, are converted to a list
    (SH003). Any other value does not describe a parameter. It is removed, and the
    generated method lacks these parameters. Declare them in a list.
    """
    written = node.get("parameters")
    if written is None or isinstance(written, list | str):
        return
    if isinstance(written, dict) and (
        # SH001 and SH003 convert these to lists; OP002 handles operations.
        not {"name", "$ref", "in", "responses"}.isdisjoint(written)
        or all(isinstance(value, dict) for value in written.values())
    ):
        return
    place = node.child_pointer("parameters")
    yield Finding(
        "`parameters` must be a list; removed",
        edits=(remove(place),),
        at=place,
        effect=Effect.OMITTED,
    )

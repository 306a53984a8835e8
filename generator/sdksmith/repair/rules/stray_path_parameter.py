"""PA003: a path parameter has no placeholder in its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_bindings import (
    bind_operation,
    bind_path_item,
    braced_path,
    declared_parameters,
    path_template,
    placeholders,
)
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA003",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Send path parameters without placeholder in the query",
    safety=Safety.GUESS,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: path, required: true, type: string}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string}
          responses: {"200": {description: Parcels.}}
    """,
)
def stray_path_parameter(node: Node) -> Iterator[Finding]:
    """A parameter `in: path` fills the `{placeholder}` of its name, and here is none.

    The value cannot travel in the path. What is known about it is kept as an optional
    query parameter, which sends nothing unless a caller asks for it; where the query
    has a parameter of that name already, the stray one is dropped.
    """
    if path_template(node) is None:
        return
    bind = bind_path_item if node.kind is Kind.PATH_ITEM else bind_operation
    in_query = {
        parameter.name
        for parameter in declared_parameters(node)
        if parameter.place == "query"
    }
    item = node if node.kind is Kind.PATH_ITEM else node.parent
    stray = bind(node).stray
    # PA016 makes placeholders of some.
    braced = placeholders(braced_path(item) or "") if item and stray else []
    for parameter in stray:
        if parameter.name in braced:
            continue
        place = node.child_pointer("parameters", parameter.index)
        moved = {**parameter.value, "in": "query"}
        moved.pop("required", None)
        moved.pop("style", None)
        known = parameter.name in in_query
        in_query.add(parameter.name)
        yield Finding(
            f"The path has no {{{parameter.name}}} for the path parameter of that name.",
            edits=(remove(place) if known else put(place, moved),),
            at=place,
            refused=(remove(place),),
        )

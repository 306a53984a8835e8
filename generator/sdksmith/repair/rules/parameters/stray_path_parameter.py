"""PA003: path parameters without a placeholder in the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.path_bindings import (
    bind_operation,
    bind_path_item,
    braced_path,
    declared_parameters,
    path_template,
    placeholders,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA003",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Move path parameters without a placeholder to the query",
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
    """A path parameter must have a `{placeholder}` of the same name in the path.

    Without a placeholder, the value cannot be sent in the path (Path Templating). The
    parameter becomes an optional query parameter, which is sent only if the caller
    gives a value. It is removed if the query already has a parameter of that name, and
    with `--no-guess`. Add the placeholder to the path, or correct the location of the
    parameter.
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
    # PA016 adds braces for some of them.
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
            f"path has no placeholder {{{parameter.name}}} for this path parameter",
            edits=(remove(place) if known else put(place, moved),),
            at=place,
            fallback=(remove(place),),
        )

"""PA009: parameters that are listed more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule
from ...readings.path_bindings import DeclaredParameter, declared_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA009",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Remove duplicate parameters",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string}
          - {name: city, in: query, type: string, description: Where it goes.}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: city, in: query, type: string, description: Where it goes.}
          responses: {"200": {description: Parcels.}}
    """,
)
def duplicate_parameter(node: Node) -> Iterator[Finding]:
    """A parameter is identified by its `name` and `in`, and must be listed only once.

    The definition with the most fields is kept. If several have the same number of
    fields, one that is written in place is preferred to a reference, because the
    reference may point to it; otherwise, the first one is kept. An operation may repeat
    a parameter of its path item, which overrides it.
    """
    duplicates: dict[tuple[str, str], list[DeclaredParameter]] = {}
    for parameter in declared_parameters(node):
        if parameter.name and parameter.place:
            key = (parameter.name, parameter.place)
            duplicates.setdefault(key, []).append(parameter)
    for (name, place), parameters in duplicates.items():
        if len(parameters) == 1:
            continue
        kept = max(parameters, key=lambda item: (len(item.value), not item.shared))
        pointers = [
            node.child_pointer("parameters", parameter.index)
            for parameter in parameters
            if parameter is not kept
        ]
        yield Finding(
            f"parameter {name!r} in {place} is listed {len(parameters)} times; "
            "duplicates removed",
            edits=tuple(remove(pointer) for pointer in pointers),
            at=pointers[0],
        )

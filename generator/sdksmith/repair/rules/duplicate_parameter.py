"""PA009: two parameters of one operation have one name and one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_bindings import Declared, declared_parameters
from ..rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA009",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="List each parameter once",
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
    """A parameter is known by `name` and `in` together, and may be listed once.

    The one that says most is kept. Of those that say as much a reference goes first, as
    it may be one to the other, then the later one. An operation may list a parameter of
    its path item again, which replaces it there.
    """
    alike: dict[tuple[str, str], list[Declared]] = {}
    for parameter in declared_parameters(node):
        if parameter.name and parameter.place:
            key = (parameter.name, parameter.place)
            alike.setdefault(key, []).append(parameter)
    for (name, place), parameters in alike.items():
        if len(parameters) == 1:
            continue
        kept = max(parameters, key=lambda item: (len(item.value), not item.shared))
        pointers = [
            node.child_pointer("parameters", parameter.index)
            for parameter in parameters
            if parameter is not kept
        ]
        yield Finding(
            f"Parameter {name!r} in {place} is listed {len(parameters)} times.",
            edits=tuple(remove(pointer) for pointer in pointers),
            at=pointers[0],
        )

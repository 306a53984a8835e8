"""OP003: several operations have one operationId, or an empty one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import object_of
from ...load.document import join
from ..grammar import Kind
from ..path_bindings import METHODS
from ..path_keys import path_keys
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "OP003",
    on=Kind.PATHS,
    title="Make each operationId one of its own",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get: {operationId: list, responses: {"200": {description: Parcels.}}}
        post: {operationId: "", responses: {"200": {description: A parcel.}}}
      /depots:
        get: {operationId: list, responses: {"200": {description: Depots.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {operationId: list_get_parcels, responses: {"200": {description: Parcels.}}}
        post: {responses: {"200": {description: A parcel.}}}
      /depots:
        get: {operationId: list_get_depots, responses: {"200": {description: Depots.}}}
    """,
)
def repeated_operation_id(node: Node) -> Iterator[Finding]:
    """An operationId names one operation of the whole document.

    Where several have the same, each gets its method and path behind it, so that none
    depends on which comes first. An empty one is taken out: it is not required.
    """
    places: dict[str, list[tuple[str, str]]] = {}
    for key in path_keys(node):
        for method, operation in object_of(node.value[key]).items():
            name = object_of(operation).get("operationId")
            if method in METHODS and isinstance(name, str):
                places.setdefault(name.strip() and name, []).append((key, method))
    taken = {name for name, uses in places.items() if len(uses) == 1}
    for name, uses in places.items():
        if name and len(uses) == 1:
            continue
        # Sorted, so that the last resort of counting does not depend on the order.
        for key, method in sorted(uses):
            at = join(node.pointer, key, method, "operationId")
            if not name:
                message = "An empty operationId names nothing."
                yield Finding(message, edits=(remove(at),), at=at)
                continue
            new = _unique(f"{name}_{method}_{_words(key)}".rstrip("_"), taken)
            taken.add(new)
            message = f"{len(uses)} operations have the operationId {name!r}."
            yield Finding(message, edits=(put(at, new),), at=at)


def _words(path: str) -> str:
    return re.sub(r"\W+", "_", path).strip("_")


def _unique(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}_{number}"
    return candidate

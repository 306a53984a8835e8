"""OP003: `operationId` values that are not unique or are empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....json_data import object_of
from ....load.document import join
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.path_bindings import METHODS
from ...readings.path_keys import path_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue


@rule(
    "OP003",
    on=Kind.PATHS,
    title="Make `operationId` values unique",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get: {operationId: list, responses: {"200": {description: Parcels.}}}
        post: {operationId: "", responses: {"200": {description: A parcel.}}}
      /depots:
        get: {operationId: list, responses: {"200": {description: Depots.}}}
        post: {operationId: "", responses: {"200": {description: A depot.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {operationId: list_get_parcels, responses: {"200": {description: Parcels.}}}
        post: {responses: {"200": {description: A parcel.}}}
      /depots:
        get: {operationId: list_get_depots, responses: {"200": {description: Depots.}}}
        post: {responses: {"200": {description: A depot.}}}
    """,
)
def repeated_operation_id(node: Node) -> Iterator[Finding]:
    """An `operationId` must be unique among all operations (Operation Object).

    If several operations have the same one, the HTTP method and the path are appended
    to each of them, so that the result does not depend on the order of the operations.
    If several operations have an empty one, the field is removed, because it is
    optional.
    """
    places: dict[str, list[tuple[str, ...]]] = {}
    for key in path_keys(node):
        for tokens, operation in _operations(object_of(node.value[key])):
            name = object_of(operation).get("operationId")
            if isinstance(name, str):
                places.setdefault(name.strip() and name, []).append((key, *tokens))
    reserved = {name for name, uses in places.items() if len(uses) == 1}
    for name, uses in places.items():
        if len(uses) == 1:
            continue
        # Sorted, so that numbers added as a last resort do not depend on the order.
        for key, *parents, method in sorted(uses):
            at = join(node.pointer, key, *parents, method, "operationId")
            if not name:
                message = f"{len(uses)} operations have an empty `operationId`; removed"
                yield Finding(message, edits=(remove(at),), at=at)
                continue
            new = _unique(f"{name}_{method}_{_words(key)}".rstrip("_"), reserved)
            reserved.add(new)
            message = (
                f"{len(uses)} operations have the `operationId` {name!r}; this one "
                f"renamed to {new!r}"
            )
            yield Finding(message, edits=(put(at, new),), at=at)


def _operations(item: JsonObject) -> Iterator[tuple[tuple[str, ...], JsonValue]]:
    """Yield the operations of a path item, each with the keys that lead to it."""
    for key, value in item.items():
        if key in METHODS:
            yield (key,), value
        elif key == "additionalOperations":
            for method, operation in object_of(value).items():
                yield (key, method), operation


def _words(path: str) -> str:
    return re.sub(r"\W+", "_", path).strip("_")


def _unique(name: str, reserved: set[str]) -> str:
    number, candidate = 1, name
    while candidate in reserved:
        number += 1
        candidate = f"{name}_{number}"
    return candidate

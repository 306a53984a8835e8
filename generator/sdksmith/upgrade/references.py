"""Conversion of the references of a Swagger 2.0 document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..load.document import entries, join, resolve

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .schemas import SchemaUpgrade

_MOVED: Final = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}


def rewrite_reference(reference: str) -> str:
    """Return the new form of a reference to a shared object of a 2.0 document.

    Only local references are changed, because other files are upgraded separately. A
    reference to a value inside an operation is handled by `update_inner_references`,
    which needs the new tree.
    """
    for old, new in _MOVED.items():
        if reference.startswith(old):
            return new + reference.removeprefix(old)
    return reference


def update_inner_references(
    root: JsonObject, upgraded: JsonObject, schemas: SchemaUpgrade
) -> None:
    """Update references to schemas inside of operations to their new pointers.

    Nodes of `upgraded` that the upgrade has created are mutated, which is safe because
    they are not shared yet.
    """
    places = _Places(upgraded)
    for node in places.referring:
        reference = str(node["$ref"])
        pointer = unquote(reference[1:])
        if _exists(upgraded, pointer):
            continue
        try:
            new = schemas.new_node(resolve(root, pointer))
        except KeyError:
            continue
        place = None if new is None else places.pointers.get(id(new))
        if place is not None:
            node["$ref"] = f"#{place}"


def _exists(root: JsonObject, pointer: str) -> bool:
    try:
        resolve(root, pointer)
    except KeyError:
        return False
    return True


class _Places:
    """Pointers of all nodes, and the nodes with a reference outside of components."""

    def __init__(self, root: JsonObject) -> None:
        self.pointers: dict[int, str] = {}
        self.referring: list[JsonObject] = []
        stack: list[tuple[JsonValue, str]] = [(root, "")]
        while stack:
            node, pointer = stack.pop()
            if not isinstance(node, dict | list) or id(node) in self.pointers:
                continue
            self.pointers[id(node)] = pointer
            if isinstance(node, dict) and _is_inner(node.get("$ref")):
                self.referring.append(node)
            stack.extend((v, join(pointer, k)) for k, v in reversed(entries(node)))


def _is_inner(reference: JsonValue) -> bool:
    return (
        isinstance(reference, str)
        and reference.startswith("#/")
        and not reference.startswith("#/components/")
    )

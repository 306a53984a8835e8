"""Where the references of a Swagger 2.0 document point to after the upgrade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..load.document import entries, join, resolve

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .schemas import SchemaUpgrade

_MOVED: Final = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}


def rewrite_reference(reference: str) -> str:
    """Return where a reference into a 2.0 document points after the upgrade.

    Local ones alone: another file has its own upgrade. A reference into the middle of
    an operation is left for `settle_odd_references`, since it needs the new tree.
    """
    for old, new in _MOVED.items():
        if reference.startswith(old):
            return new + reference.removeprefix(old)
    return reference


def settle_odd_references(
    root: JsonObject, upgraded: JsonObject, schemas: SchemaUpgrade
) -> None:
    """Point references to schemas inside of operations to where those are now.

    Changes nodes of `upgraded` that the upgrade has made, before anyone else sees them.
    """
    places = _Places(upgraded)
    for node in places.referring:
        reference = str(node["$ref"])
        pointer = unquote(reference[1:])
        if _is_there(upgraded, pointer):
            continue
        try:
            new = schemas.new_node(resolve(root, pointer))
        except KeyError:
            continue
        place = None if new is None else places.pointers.get(id(new))
        if place is not None:
            node["$ref"] = f"#{place}"


def _is_there(root: JsonObject, pointer: str) -> bool:
    try:
        resolve(root, pointer)
    except KeyError:
        return False
    return True


class _Places:
    """The pointer of each node of a tree, and the nodes with an odd reference."""

    def __init__(self, root: JsonObject) -> None:
        self.pointers: dict[int, str] = {}
        self.referring: list[JsonObject] = []
        stack: list[tuple[JsonValue, str]] = [(root, "")]
        while stack:
            node, pointer = stack.pop()
            if not isinstance(node, dict | list) or id(node) in self.pointers:
                continue
            self.pointers[id(node)] = pointer
            if isinstance(node, dict) and _is_odd(node.get("$ref")):
                self.referring.append(node)
            stack.extend((v, join(pointer, k)) for k, v in reversed(entries(node)))


def _is_odd(reference: JsonValue) -> bool:
    return (
        isinstance(reference, str)
        and reference.startswith("#/")
        and not reference.startswith("#/components/")
    )

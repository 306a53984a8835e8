"""Unique keys for path items whose paths become equal after a repair.

The keys of `paths` are unique, but the paths read from them can be equal:
`/?Action=Start` and `/?Action=Stop` are the same path with two fixed queries. A key
that would not be unique gets a label after `#`, which is never sent to a server, and
the path item declares its actual path in `x-sdksmith-path`. Fixed queries are declared
in `x-sdksmith-query`, and placeholders whose values can contain slashes in
`x-sdksmith-spanning`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ...json_data import array_of, object_of
from ..engine.rule import move, put
from .path_bindings import METHODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...json_data import JsonValue
    from ..engine.rule import EditOp, Node

TRUE_PATH: Final = "x-sdksmith-path"
FIXED_QUERY: Final = "x-sdksmith-query"
SPANNING: Final = "x-sdksmith-spanning"


class Rekeyed(Struct, frozen=True):
    """New key of a path item, and the edits that move the path item to it."""

    key: str
    edits: tuple[EditOp, ...]


class NewPath(Struct, frozen=True):
    """Path read from a key of `paths`.

    Attributes:
        path: The path.
        label: Label that distinguishes the key from others with the same path.
        query: Fixed query parameters by name.
        spanning: Names of the placeholders whose values can contain slashes.
    """

    path: str
    label: str = ""
    query: Mapping[str, JsonValue] = field(default_factory=dict[str, "JsonValue"])
    spanning: tuple[str, ...] = ()


def path_keys(paths: Node) -> Iterator[str]:
    """Yield the keys of `paths` whose values are path items."""
    for key, item in paths.value.items():
        if isinstance(item, dict) and not key.startswith("x-"):
            yield key


def split_key(key: str) -> tuple[str, str]:
    """Split a key into its path and its label, see the module docstring."""
    path, _, label = key.partition("#")
    return path, label


def rekey(paths: Node, new: Mapping[str, NewPath]) -> dict[str, Rekeyed]:
    """Return the new key and the edits for each old key.

    The new keys do not depend on the order of the document: if several path items have
    the same path, all of their keys get a label.
    """
    reserved = {key for key in paths.value if key not in new}
    claims = Counter(value.path for value in new.values())
    rekeyed: dict[str, Rekeyed] = {}
    for old, value in sorted(new.items()):
        key = value.path
        if key in reserved or claims[key] > 1 or split_key(old)[1]:
            key = _free_key(value, reserved)
        reserved.add(key)
        rekeyed[old] = Rekeyed(key, tuple(_edits(paths, old, key, value)))
    return {old: rekeyed[old] for old in new}


def declared_names(paths: Node, item: JsonValue, *places: str) -> set[str]:
    """Return the names of the parameters of a path item and its operations.

    Args:
        paths: Node of `paths`, which resolves references.
        item: The path item.
        *places: Values of `in` of the parameters to include.
    """
    if not isinstance(item, dict):
        return set()
    operations = [value for key, value in item.items() if key.lower() in METHODS]
    names: set[str] = set()
    for owner in (item, *operations):
        for entry in array_of(object_of(owner).get("parameters")):
            reference = object_of(entry).get("$ref")
            value = paths.resolve(reference) if reference is not None else entry
            name = object_of(value).get("name")
            if isinstance(name, str) and object_of(value).get("in") in places:
                names.add(name)
    return names


def count_operations(item: JsonValue) -> int:
    """Return the number of operations of a path item."""
    return sum(key.lower() in METHODS for key in item) if isinstance(item, dict) else 0


def _free_key(value: NewPath, reserved: set[str]) -> str:
    label = re.sub(r"[{}#\s]", "", value.label) or "2"
    key, number = f"{value.path}#{label}", 2
    while key in reserved:
        number += 1
        key = f"{value.path}#{label}-{number}"
    return key


def _edits(paths: Node, old: str, key: str, value: NewPath) -> Iterator[EditOp]:
    item = paths.value[old]
    known = item.get(FIXED_QUERY) if isinstance(item, dict) else None
    if key != old:
        yield move(paths.child_pointer(old), paths.child_pointer(key))
    if key != value.path:
        yield put(paths.child_pointer(key, TRUE_PATH), value.path)
    if value.query:
        before = known if isinstance(known, dict) else {}
        query: dict[str, JsonValue] = {**before, **value.query}
        yield put(paths.child_pointer(key, FIXED_QUERY), query)
    if value.spanning:
        yield put(paths.child_pointer(key, SPANNING), [*value.spanning])

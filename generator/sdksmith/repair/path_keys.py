"""Gives paths other keys, so that two that become alike both survive.

The keys of `paths` are unique, but what they are read as need not be: `/?Action=Start`
and `/?Action=Stop` are one path with two fixed queries. A key that would not be unique
gets a label behind `#`, which no server ever sees, and the path item says what its path
really is in `x-sdksmith-path`. Fixed queries stand in `x-sdksmith-query`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..jsondata import array_of, object_of
from .path_bindings import METHODS
from .rule import move, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..jsondata import JsonValue
    from .rule import EditOp, Node

TRUE_PATH: Final = "x-sdksmith-path"
FIXED_QUERY: Final = "x-sdksmith-query"


class Rekeyed(Struct, frozen=True):
    """A path item under its new key, and the edits that bring it there."""

    key: str
    edits: tuple[EditOp, ...]


class NewPath(Struct, frozen=True):
    """What a key of `paths` is read as.

    Attributes:
        label: What tells it from others with the same path.
        query: The fixed query, by name.
    """

    path: str
    label: str = ""
    query: Mapping[str, JsonValue] = field(default_factory=dict[str, "JsonValue"])


def path_keys(paths: Node) -> Iterator[str]:
    """Yield the keys of `paths` that stand for path items."""
    for key, item in paths.value.items():
        if isinstance(item, dict) and not key.startswith("x-"):
            yield key


def split_key(key: str) -> tuple[str, str]:
    """Return the path in a key and its label, see above."""
    path, _, label = key.partition("#")
    return path, label


def rekey(paths: Node, new: Mapping[str, NewPath]) -> dict[str, Rekeyed]:
    """Return for each old key the new one and the edits that make a path item what it is read as.

    Which key an item gets does not depend on the order of the document: a path that
    several items claim is given to none of them without a label.
    """
    taken = {key for key in paths.value if key not in new}
    claims = Counter(value.path for value in new.values())
    rekeyed: dict[str, Rekeyed] = {}
    for old, value in sorted(new.items()):
        key = value.path
        if key in taken or claims[key] > 1 or split_key(old)[1]:
            key = _free_key(value, taken)
        taken.add(key)
        rekeyed[old] = Rekeyed(key, tuple(_edits(paths, old, key, value)))
    return {old: rekeyed[old] for old in new}


def declared_names(paths: Node, item: JsonValue, *places: str) -> set[str]:
    """Return the names of the parameters that a path item and its operations declare."""
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
    """Return how many operations a path item has."""
    return sum(key.lower() in METHODS for key in item) if isinstance(item, dict) else 0


def _free_key(value: NewPath, taken: set[str]) -> str:
    label = re.sub(r"[{}#\s]", "", value.label) or "2"
    key, number = f"{value.path}#{label}", 2
    while key in taken:
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

"""Keys of released names whose operation has other placeholders in its path now.

`GET /orders/{id}` is the same operation as `GET /orders/{order_id}`, and its argument the same
argument.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

from ....model.released_names import ReleasedNames, argument_part
from .released import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ....model.api import Api

_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_Names = TypeVar("_Names", str, tuple[str, ...])


def follow_paths(released: ReleasedNames, api: Api) -> ReleasedNames:
    """Return released names with the keys that they have in an API now.

    An operation that is missing is looked for without the names of its placeholders. It is
    only found if exactly one new operation has this path.
    """
    present = {key_of(item) for item in api.operations}
    missing = _by_shape(key for key in released.methods if key not in present)
    new = _by_shape(key for key in present if key not in released.methods)
    moved: dict[str, str] = {}
    for shape, old in missing.items():
        found = new.get(shape, [])
        if len(old) == len(found) == 1:
            moved[old[0]] = found[0]
    if not moved:
        return released
    return ReleasedNames(
        methods=_move(released.methods, moved),
        arguments=_move(_move_slots(released.arguments, moved), moved),
        types=_move(released.types, moved),
        request_types=_move(released.request_types, moved),
        properties=_move(released.properties, moved),
        options=released.options,
        error_codes=released.error_codes,
    )


def _by_shape(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if " > " not in key:  # not a variant of an operation
            found[_SLOT.sub("{}", key)].append(key)
    return found


def _move(names: Mapping[str, _Names], moved: Mapping[str, str]) -> dict[str, _Names]:
    found: dict[str, _Names] = {}
    for key, name in names.items():
        operation, separator, rest = key.partition(" > ")
        found[moved.get(operation, operation) + separator + rest] = name
    return found


def _move_slots(names: Mapping[str, str], moved: Mapping[str, str]) -> dict[str, str]:
    """Return arguments in which the placeholders of moved operations have new names."""
    found = dict(names)
    for old, new in moved.items():
        slots = zip(_SLOT.findall(old), _SLOT.findall(new), strict=True)
        kept = {
            f"{old} > {argument_part('path', after)}": found.pop(key)
            for before, after in slots
            if (key := f"{old} > {argument_part('path', before)}") in found
        }
        found |= kept
    return found

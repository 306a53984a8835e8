"""Assignment of unique names to a whole scope, independent of order."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence


def assign_names(
    wanted: Mapping[str, Sequence[str]],
    reserved: Collection[str] = frozenset(),
    *,
    fold: Callable[[str], str] = str,
) -> dict[str, str]:
    """Return a unique name for each key.

    If several keys want the same name, none of them gets it, and each takes the next
    candidate from its own list. The result therefore does not depend on the order of
    `wanted`, and a key is not affected by keys with which it shares no candidate. A key
    without remaining candidates gets its last candidate with letters of a digest of the
    key.

    Args:
        wanted: Candidates for each key, the preferred one first; at least one each.
        reserved: Names that must not be assigned, folded.
        fold: Function that maps names to the form in which they are compared, for
            example `str.lower`.
    """
    first = {key: names[0] for key, names in wanted.items()}
    folded = set(map(fold, first.values()))
    if len(folded) == len(first) and folded.isdisjoint(reserved):
        return first
    levels = dict.fromkeys(wanted, 0)
    lists = {key: list(dict.fromkeys(names)) for key, names in wanted.items()}
    pending = set(wanted)
    holders: dict[str, set[str]] = defaultdict(set)
    contested = set(reserved)
    while pending:
        touched = {fold(_candidate(key, lists[key], levels[key])) for key in pending}
        for key in pending:
            holders[fold(_candidate(key, lists[key], levels[key]))].add(key)
        pending = set[str]()
        for name in touched:
            if len(holders[name]) > 1 or name in contested:
                contested.add(name)
                pending |= holders.pop(name)
        for key in pending:
            levels[key] += 1
    return {key: _candidate(key, lists[key], levels[key]) for key in wanted}


def assign_by_priority(
    wanted: Mapping[str, Sequence[str]],
    priorities: Mapping[str, tuple[int, ...]],
    reserved: Collection[str] = frozenset(),
    *,
    fold: Callable[[str], str] = str,
) -> dict[str, str]:
    """Return a unique name for each key; the keys of the least priority choose first.

    A key is not affected by keys of higher numbers, so adding one of these changes no
    name. Keys of the same priority are treated alike, as in `assign_names`.

    Args:
        wanted: See `assign_names`.
        priorities: Priority of each key.
        reserved: See `assign_names`.
        fold: See `assign_names`.
    """
    groups: dict[tuple[int, ...], dict[str, Sequence[str]]] = defaultdict(dict)
    for key, names in wanted.items():
        groups[priorities[key]][key] = names
    used = set(reserved)
    assigned: dict[str, str] = {}
    for priority in sorted(groups):
        found = assign_names(groups[priority], used, fold=fold)
        used.update(map(fold, found.values()))
        assigned |= found
    return assigned


def assign_in_order(
    wanted: Mapping[str, Sequence[str]], reserved: Collection[str] = frozenset()
) -> dict[str, str]:
    """Return a unique name for each key; the first of several keys gets a name.

    A key therefore keeps its name if keys after it are added. A candidate that is the
    preferred name of any key is no second choice of another one.

    Args:
        wanted: Candidates for each key, the preferred one first; at least one each. The
            keys are in their order of priority.
        reserved: Names that must not be assigned.
    """
    assigned: dict[str, str] = {}
    used = set(reserved)
    pending = list(wanted)
    level = 0
    while pending:
        left: list[str] = []
        for key in pending:
            name = _candidate(key, wanted[key], level)
            if name in used:
                left.append(key)
            else:
                assigned[key] = name
                used.add(name)
        pending = left
        level += 1
    return assigned


def _candidate(key: str, names: Sequence[str], level: int) -> str:
    if level < len(names):
        return names[level]
    return f"{names[-1]}_{_letters(key, 2 + 2 * (level - len(names) + 1))}"


def _letters(key: str, count: int) -> str:
    """Return letters from a digest of a key.

    Digits are not used, because they would look like a counter.
    """
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))[
        :count
    ]

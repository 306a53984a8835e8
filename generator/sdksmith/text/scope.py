"""Unique names for a whole scope at once, so that none depends on an order."""

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
    """Return one name for each key, unlike all others.

    Where several keys ask for one name, none of them gets it: each takes the next of
    its own list. So the result is the same for every order of `wanted`, and a key that
    shares no name with another is not touched by it. A key whose list is used up gets
    its last name and letters of a digest of the key.

    Args:
        wanted: For each key, names from the best to the longest; at least one.
        reserved: Names that nobody may have, folded.
        fold: What makes two names the same, for example `str.lower`.
    """
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


def _candidate(key: str, names: Sequence[str], level: int) -> str:
    if level < len(names):
        return names[level]
    return f"{names[-1]}_{_letters(key, 2 + 2 * (level - len(names) + 1))}"


def _letters(key: str, count: int) -> str:
    """Return letters that stand for a key: no digits, since names never count."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))[
        :count
    ]

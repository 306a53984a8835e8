"""What a parser saw but could not place: found again in the finished tree."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..diagnostics import Diagnostic, Edit, Effect, Location, Safety
from .document import entries, join, split
from .parsed import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..jsondata import Container, JsonObject, JsonValue
    from .parsed import TextPositions

_NAME_MAPS: Final = {
    "paths": 2,
    "webhooks": 2,
    "components": 2,
    "definitions": 1,
    "parameters": 1,
    "responses": 1,
    "securityDefinitions": 1,
}
"""Sections of a description, and through how many levels their keys are names. Two of the
same name can only be parts of one: a path given once with GET and once with POST."""


class RepeatedKey(Struct, frozen=True):
    """A key that one mapping has twice.

    Attributes:
        mapping: The mapping as it came out, with the later value.
        key: The key.
        lost: The earlier value.
    """

    mapping: JsonObject
    key: str
    lost: JsonValue


def is_too_deep(root: JsonValue) -> bool:
    """Return whether a tree without shared nodes has more than `MAX_DEPTH` levels."""
    level: list[Container] = [root] if isinstance(root, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        if not level:
            break
        below: list[Container] = []
        for node in level:
            values: Iterable[JsonValue] = node
            if isinstance(node, dict):
                values = node.values()
            below += [value for value in values if isinstance(value, (dict, list))]
        level = below
    return bool(level)


def remove_non_finite(
    root: JsonValue, positions: TextPositions, name: str
) -> Iterator[Diagnostic]:
    """Set NaN and infinite numbers in `root` to null, in place, and report each.

    JSON has no such numbers (RFC 8259, section 6), so none could be sent.
    """
    for pointer, container in _containers(root):
        for key, value in entries(container):
            if not isinstance(value, float) or isfinite(value):
                continue
            if isinstance(container, dict):
                container[str(key)] = None
            else:
                container[int(key)] = None
            place = join(pointer, key)
            yield Diagnostic(
                "LD019",
                Effect.REPAIRED,
                f"JSON has no number {value}: it is read as null.",
                Location(name, *positions.find(place), place),
                (Edit(place, str(value), None),),
                Safety.LIKELY,
            )


def settle_repeated_keys(
    root: JsonValue,
    repeated: Iterable[RepeatedKey],
    positions: TextPositions,
    name: str,
) -> Iterator[Diagnostic]:
    """Report repeated keys in `root`; join, in place, what only together is the whole.

    The last value counts, as in every JSON and YAML parser. In the maps of names of a
    description the entries of the earlier one are kept beside it.
    """
    waiting: dict[int, dict[str, list[JsonValue]]] = {}
    for repetition in repeated:
        keys = waiting.setdefault(id(repetition.mapping), {})
        keys.setdefault(repetition.key, []).append(repetition.lost)
    if not waiting:
        return
    for pointer, container in _containers(root):
        if not isinstance(container, dict):
            continue
        for key, lost in waiting.get(id(container), {}).items():
            place = join(pointer, key)
            kept = container[key]
            container[key] = joined = _join_values([*lost, kept], place)
            outcome, safety = "the last one counts", Safety.LIKELY
            if all(value == kept for value in lost):
                outcome, safety = "one is enough, they are equal", Safety.EXACT
            elif joined != kept:
                outcome = "what they hold is joined"
            places = positions.places(place)
            yield Diagnostic(
                "LD016",
                Effect.REPAIRED,
                f'The key "{key}" stands more than once in one mapping, in '
                f"{_list_lines(places)}: {outcome}.",
                Location(name, *places[-1], place),
                tuple(Edit(place, value, joined) for value in lost),
                safety,
            )


def _list_lines(places: list[tuple[int, int]]) -> str:
    lines = [str(line) for line, _ in places]
    if len(lines) > 5:
        lines[4:-1] = ["..."]
    return "lines " + " and ".join(filter(None, (", ".join(lines[:-1]), lines[-1])))


def _join_values(values: list[JsonValue], pointer: str) -> JsonValue:
    section, *names = split(pointer)
    levels = _NAME_MAPS.get(section, 0) - len(names)
    joined = values[0]
    for value in values[1:]:
        joined = _join(joined, value, levels)
    return joined


def _join(first: JsonValue, last: JsonValue, levels: int) -> JsonValue:
    """Return the entries of both maps, through `levels` levels; `last` wins."""
    if levels < 1 or not isinstance(first, dict) or not isinstance(last, dict):
        return last
    joined = dict(first)
    for key, value in last.items():
        joined[key] = _join(joined[key], value, levels - 1) if key in joined else value
    return joined


def _containers(root: JsonValue) -> Iterator[tuple[str, Container]]:
    """Yield each container once with its first pointer; one may be changed meanwhile."""
    seen: set[int] = set()
    stack: list[tuple[str, JsonValue]] = [("", root)]
    while stack:
        pointer, node = stack.pop()
        if isinstance(node, dict | list) and id(node) not in seen:
            seen.add(id(node))
            yield pointer, node
            children = [(join(pointer, key), value) for key, value in entries(node)]
            stack.extend(reversed(children))

"""Passes over a parsed tree: depth, non-finite numbers and repeated keys."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..report.diagnostics import Diagnostic, Edit, Effect, Location, Safety
from .document import entries, join, split
from .parsed import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..json_data import Container, JsonObject, JsonValue
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
"""Sections of a document, and the number of levels in which their keys are names.
Values of the same name must be parts of one value, for example a path that is defined
once with GET and once with POST."""


class RepeatedKey(Struct, frozen=True):
    """Key that occurs twice in one mapping.

    Attributes:
        mapping: The parsed mapping, which contains the later value.
        key: The key.
        earlier: The earlier value.
    """

    mapping: JsonObject
    key: str
    earlier: JsonValue


def is_too_deep(root: JsonValue) -> bool:
    """Return whether a tree without shared nodes has more than `MAX_DEPTH` levels."""
    level: list[Container] = [root] if isinstance(root, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        if not level:
            break
        children: list[Container] = []
        for node in level:
            values: Iterable[JsonValue] = node
            if isinstance(node, dict):
                values = node.values()
            children += [value for value in values if isinstance(value, (dict, list))]
        level = children
    return bool(level)


def remove_non_finite(
    root: JsonValue, positions: TextPositions, name: str
) -> Iterator[Diagnostic]:
    """Replace NaN and infinite numbers in `root` by null, in place; report each one.

    JSON cannot represent them (RFC 8259, section 6), so they cannot be sent.
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
                f"JSON cannot represent the number {value}; replaced by null",
                Location(name, *positions.find(place), place),
                (Edit(place, str(value), None),),
                Safety.LIKELY,
            )


def resolve_repeated_keys(
    root: JsonValue,
    repeated: Iterable[RepeatedKey],
    positions: TextPositions,
    name: str,
) -> Iterator[Diagnostic]:
    """Report repeated keys in `root`, and merge the values of named sections in place.

    The last value is used, as in other JSON and YAML parsers. In the sections of
    `_NAME_MAPS`, the entries of the earlier values are merged into it.
    """
    pending: dict[int, dict[str, list[JsonValue]]] = {}
    for repetition in repeated:
        keys = pending.setdefault(id(repetition.mapping), {})
        keys.setdefault(repetition.key, []).append(repetition.earlier)
    if not pending:
        return
    for pointer, container in _containers(root):
        if not isinstance(container, dict):
            continue
        for key, earlier in pending.get(id(container), {}).items():
            place = join(pointer, key)
            kept = container[key]
            container[key] = merged = _merge_values([*earlier, kept], place)
            outcome, safety = "the last value is used", Safety.LIKELY
            if all(value == kept for value in earlier):
                outcome, safety = "the values are equal, one is kept", Safety.EXACT
            elif merged != kept:
                outcome = "the values are merged"
            places = positions.places(place)
            yield Diagnostic(
                "LD016",
                Effect.REPAIRED,
                f'key "{key}" is defined more than once in one mapping, on '
                f"{_list_lines(places)}; {outcome}",
                Location(name, *places[-1], place),
                tuple(Edit(place, value, merged) for value in earlier),
                safety,
            )


def _list_lines(places: list[tuple[int, int]]) -> str:
    lines = [str(line) for line, _ in places]
    if len(lines) > 5:
        lines[4:-1] = ["..."]
    return "lines " + " and ".join(filter(None, (", ".join(lines[:-1]), lines[-1])))


def _merge_values(values: list[JsonValue], pointer: str) -> JsonValue:
    section, *names = split(pointer)
    levels = _NAME_MAPS.get(section, 0) - len(names)
    merged = values[0]
    for value in values[1:]:
        merged = _merge(merged, value, levels)
    return merged


def _merge(first: JsonValue, last: JsonValue, levels: int) -> JsonValue:
    """Merge two mappings down to `levels` levels; `last` takes precedence."""
    if levels < 1 or not isinstance(first, dict) or not isinstance(last, dict):
        return last
    merged = dict(first)
    for key, value in last.items():
        merged[key] = _merge(merged[key], value, levels - 1) if key in merged else value
    return merged


def _containers(root: JsonValue) -> Iterator[tuple[str, Container]]:
    """Yield each container once, with its first pointer; the caller may mutate it."""
    seen: set[int] = set()
    stack: list[tuple[str, JsonValue]] = [("", root)]
    while stack:
        pointer, node = stack.pop()
        if isinstance(node, dict | list) and id(node) not in seen:
            seen.add(id(node))
            yield pointer, node
            children = [(join(pointer, key), value) for key, value in entries(node)]
            stack.extend(reversed(children))

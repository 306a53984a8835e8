"""Comparison of two clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..report.changes import Change, Comparison, Impact
from .client import compare_clients, compare_defaults
from .definitions import compare_types, compare_wire_names
from .methods import compare_methods, compare_requests
from .reach import find_reach
from .types import Types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .surface import Surface

_ORDER: Final = {impact: place for place, impact in enumerate(Impact)}


def compare_surfaces(old: Surface, new: Surface) -> Comparison:
    """Return the changes from one client to another."""
    types = Types(old.types, new.types)
    changes = (
        *compare_clients(old, new, types),
        *compare_methods(old, new, types),
        *compare_types(old, new, types, find_reach(old)),
    )
    wire = (
        *compare_defaults(old, new),
        *compare_requests(old, new),
        *compare_wire_names(old, new),
    )
    return Comparison(old.version, new.version, _sort(changes), _sort(wire))


def _sort(changes: Iterable[Change]) -> tuple[Change, ...]:
    def order(item: Change) -> tuple[int, str, str, str]:
        return _ORDER[item.impact], item.subject, item.rule, item.message

    return tuple(sorted(changes, key=order))

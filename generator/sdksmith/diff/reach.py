"""Types of a client that callers pass, and types that they receive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .surface import Definition, Surface

_NAME: Final = re.compile(r"\b(?:models|params)\.\w+")


class Reach(Struct, frozen=True):
    """Types that callers use.

    Attributes:
        sent: Names of the types that arguments contain.
        received: Names of the types that results contain.
    """

    sent: frozenset[str]
    received: frozenset[str]


def find_reach(surface: Surface) -> Reach:
    """Return the types that the methods of a client use."""
    methods = surface.methods.values()
    arguments = (
        item.type
        for method in methods
        for item in (*method.positional, *method.keywords)
    )
    results = (method.returns for method in methods)
    return Reach(
        _follow(surface, arguments),
        _follow(surface, (*results, *surface.webhooks.values())),
    )


def _follow(surface: Surface, texts: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(texts)
    while waiting:
        for name in _NAME.findall(waiting.pop()):
            if name not in found:
                found.add(name)
                definition = surface.types.get(name)
                waiting += () if definition is None else _texts(definition)
    return frozenset(found)


def _texts(definition: Definition) -> Iterator[str]:
    yield definition.value
    for field in definition.fields:
        yield field.type

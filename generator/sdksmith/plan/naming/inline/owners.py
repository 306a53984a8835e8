"""Words of operations, with which the names of their types start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import name_words, overlap, singular_words
from ...content.paths import path_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model.api import Api
    from ..resources import Resource
    from ..rules import Words

_CLEAR_METHOD: Final = 3
"""Minimum number of words of a method name that is clear without its resource."""


class OperationWords(Struct, frozen=True):
    """First words of the names of types that are defined in an operation.

    Attributes:
        short: Words of the resource, in the singular, and of the method.
        long: The same with the resource as it is, used if `short` is not unique.
        parts: Words of `short` for each resource of the chain, and of the method.
        order: The number of path segments, and the characters of the path. Of several
            operations whose types want a name, the least gets it.
    """

    short: Words
    long: Words
    parts: tuple[Words, ...] = ()
    order: tuple[int, ...] = ()

    def without_resources(self, kept: int) -> Iterator[Words]:
        """Yield the words without some resources, the longest first.

        Args:
            kept: The number of first resources that are kept.
        """
        end = len(self.parts) - 1
        # A method such as `list_app_learning_summaries` is enough without a resource.
        if not kept and self.parts and len(self.parts[-1]) >= _CLEAR_METHOD:
            end += 1
        for start in range(kept + 1, end):
            yield _joined((*self.parts[:kept], *self.parts[start:]))


def _joined(parts: tuple[Words, ...]) -> Words:
    words: Words = ()
    for part in parts:
        words = (*words, *part[overlap(words, part) :])
    return words


def operation_words(tree: Resource) -> dict[str, OperationWords]:
    """Return the name prefixes of types inside of operations, by operation pointer."""
    words: dict[str, OperationWords] = {}
    for node in tree.walk():
        chain = [part.strip("_").split("_") for part in node.chain]
        short: Words = ()
        parts: list[Words] = []
        for part in chain:
            own = singular_words(part)
            parts.append(own[overlap(short, own) :])
            short = (*short, *parts[-1])
        long = tuple(word for part in chain for word in part)
        for item in node.operations:
            method = tuple(item.name.strip("_").split("_"))
            path = item.operation.path
            added = method[overlap(short, method) :]
            made = OperationWords(
                (*short, *added),
                (*long, *method),
                (*parts, added),
                (len(path.segments), *map(ord, path_text(path))),
            )
            # A method precedes its variants.
            words.setdefault(item.operation.pointer, made)
    return words


def webhook_words(api: Api) -> dict[str, OperationWords]:
    """Return the name prefixes of types inside of webhooks, by webhook pointer."""
    words = {item.pointer: tuple(name_words(item.name)) for item in api.webhooks}
    return {
        pointer: OperationWords(name, name) for pointer, name in words.items() if name
    }

"""Actions: final path segments that are methods of the resource before them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ...text.lexicon import (
    ADJECTIVES,
    COLLECTION_VERBS,
    COLLECTIVES,
    NOUN_VERBS,
    PREPOSITIONS,
    READING_VERBS,
    VERBS,
)
from ...text.words import singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .facts import Chain, Facts

_ITEM_READING: Final = {"search", "download", "export", "query", "preview"}
"""Nouns read as verbs with GET and a trailing placeholder: `/users/search/{text}`."""


def find_actions(facts: Sequence[Facts]) -> list[bool]:
    """Return for each operation whether its last fixed segment is a method.

    A segment is not a method if another operation requires it to be a resource, that
    is, an operation below it or an operation with another HTTP method on the same path.
    """
    wants = [_wants_action(item) for item in facts]
    resources: set[Chain] = set()
    by_chain: dict[Chain, set[str]] = defaultdict(set)
    for item, wanted in zip(facts, wants, strict=True):
        own = item.chain[:-1] if wanted and not item.shape.action else item.chain
        resources.update(own[:end] for end in range(1, len(own) + 1))
        by_chain[item.chain].add(item.method)
    contested = {chain for chain, methods in by_chain.items() if len(methods) > 1}
    return [
        wanted
        and (
            bool(item.shape.action)
            or (item.chain not in resources and item.chain not in contested)
        )
        for item, wanted in zip(facts, wants, strict=True)
    ]


def _wants_action(item: Facts) -> bool:
    if item.shape.action:
        return True
    if not item.shape.steps:
        return False
    if _is_verb_phrase(item):
        return True
    steps = item.shape.steps
    if item.shape.ends_in_item:
        return item.method == "GET" and _is_qualifier(item.last) and len(steps) > 1
    if len(steps) < 2:
        return False
    if item.method == "POST":
        return not steps[-1].is_plural and item.last[-1] not in COLLECTIVES
    if item.method == "GET":
        parent = steps[-2]
        if _is_qualifier(item.last) or item.last[-1] in ADJECTIVES:
            return True
        picks_one = not steps[-1].is_plural and item.last[-1] not in COLLECTIVES
        return parent.is_plural and not parent.slots and picks_one
    return False


def _is_qualifier(words: tuple[str, ...]) -> bool:
    """Return whether words only filter a collection: `by_email`, `followed_by`."""
    return len(words) > 1 and (words[0] in PREPOSITIONS or words[-1] in PREPOSITIONS)


def _is_verb_phrase(item: Facts) -> bool:
    words, method = item.last, item.method
    head = words[0]
    if head not in VERBS:
        return False
    is_noun = head in NOUN_VERBS
    if len(words) > 1:
        if head in COLLECTION_VERBS or not is_noun:
            return True
        return method == "POST" and singular(words[-1]) == words[-1]
    if not is_noun:
        return True
    if item.shape.ends_in_item:
        return method == "POST" or (method == "GET" and head in _ITEM_READING)
    return method != "GET" or head in READING_VERBS

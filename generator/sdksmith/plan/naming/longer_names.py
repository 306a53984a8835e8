"""Longer names of methods, for operations whose plain name another one has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...text.lexicon import VERBS
from ...text.words import name_words, singular, split_words
from ..content.paths import path_slots
from .standard import method_word
from .verbs import qualified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .facts import Facts

_MOST_SLOTS: Final = 3
"""Maximum number of placeholders in a method name, unless it lists all of them."""
_SWITCHED_ON: Final = {"true", "1", "yes", "on"}
"""Values of parameters that only switch something on."""


def longer_names(
    item: Facts, base: tuple[str, ...], own: set[str], *, has_versions: bool
) -> tuple[tuple[str, ...], ...]:
    """Return candidate names for an operation, the best first, the most specific last.

    A variant of another operation never has the plain name, so that it does not matter
    whether the document contains the other one.

    Args:
        item: The operation.
        base: Its name if no other operation needs that.
        own: The words of its resource, in the singular.
        has_versions: Whether the API has other versions of the operation.
    """
    slots = path_slots(item.operation.path)
    by_last = [
        (*base, "by", *_joined(slots[-count:]))
        for count in range(1, min(_MOST_SLOTS, len(slots)) + 1)
    ]
    by_slots = by_last[-1] if by_last else base
    is_single = len(base) == 1
    named = {singular(word) for step in item.shape.steps for word in step.words}
    path = tuple(word for step in item.shape.steps for word in step.words)
    fixed = _fixed_words(item)
    marks = (*item.shape.marks, *fixed)
    by_id = (qualified(base[0], item.name, known) for known in (item.known, named, own))
    variant = item.variant if path else ()
    names = [
        base,
        (*base, *fixed),
        _read_by(item, base),
        (*base, *item.shape.version) if has_versions else (),
        *(by_id if is_single else ()),
        (*base, *variant),
        *by_last,
        (*by_slots, *marks),
        item.name.words if len(item.name.words) > 1 else (),
        (*base, "with", method_word(item.method)) if not path else (),
        (method_word(item.method), *path, *by_slots[len(base) :], *marks),
        (*base, "by", *_joined(slots)) if slots else (),
    ]
    found = dict.fromkeys(name for name in names if name)
    if not set(base).issuperset(variant):
        del found[base]
    return tuple(found)


def _fixed_words(item: Facts) -> list[str]:
    """Return words for the parameters with one value: `beta` for `?beta=true`."""
    words: list[str] = []
    fixed = [p for p in item.operation.parameters if p.fixed is not None]
    for parameter in sorted(fixed, key=lambda p: p.name):
        words += split_words(parameter.name)
        if parameter.fixed not in _SWITCHED_ON:
            words += split_words(parameter.fixed or "")
    return words


def _read_by(item: Facts, base: tuple[str, ...]) -> tuple[str, ...]:
    """Return a longer name for a noun that is read in the position of an action.

    OData casts have this form: `/users/graph.v1.guest` is a list of users,
    `/users/{id}/graph.v1.guest` a single user.
    """
    if item.method != "GET" or base != item.shape.action or base[0] in VERBS:
        return ()
    return ("retrieve" if item.shape.ends_in_item else "list", *base)


def _joined(slots: Sequence[str]) -> tuple[str, ...]:
    words: list[str] = []
    for slot in slots:
        words += (["and"] if words else []) + list(name_words(slot))
    return tuple(words)

"""The names of schemas that have none, from where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..text.words import (
    name_words,
    pascal,
    shorten,
    singular,
    spell_words,
    split_words,
)
from .classnames import class_name, class_of, owner_key, without_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model.types import TypeMeta
    from .typenames import OperationWords

    Words = tuple[str, ...]

_LONG: Final = 50
"""From this length on, a name leaves out what stands between its owner and its end."""
_LONGEST_TAIL: Final = 120


class _Place(Struct, frozen=True):
    """Where a schema stands.

    Attributes:
        heads: Class names of the owner, the best first.
        parts: The properties and the like on the way to it, as the document has them.
    """

    heads: tuple[str, ...]
    parts: tuple[str, ...]


def name_inline(
    metas: Mapping[str, TypeMeta],
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> dict[str, list[str]]:
    """Return the names that each inline schema asks for, from the best to the longest.

    The best one does not repeat words (`AprType` for `apr_type` in `Apr`), says an item
    in the singular (`Line` for an item of `lines`) and leaves out the middle of a long
    way. It gives way to a name that is another's word by word.

    Args:
        metas: Key -> what is known of the schema.
        operations: Pointer of an operation -> its words.
        heads: Component -> class names, where its own name does not say them.
    """
    places = {key: _place(meta, operations, heads) for key, meta in metas.items()}
    whole = {key: _whole_names(place) for key, place in places.items()}
    short = {key: _short_names(place) for key, place in places.items()}
    exact = {whole[key][0].lower() for key in metas if whole[key][0] in short[key]}
    return {
        key: without_reserved(
            [
                *(
                    name
                    for name in short[key]
                    if name == whole[key][0] or name.lower() not in exact
                ),
                *whole[key],
            ]
        )
        or whole[key][-1:]
        for key in metas
    }


def owner_names(
    meta: TypeMeta, heads: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return class names of the component that a schema stands in, the best first."""
    owner = meta.context[0] if meta.context else meta.pointer.rpartition("/")[2]
    is_schema = meta.pointer.startswith("/components/schemas/")
    return (is_schema and heads.get(owner)) or (class_name(owner),)


def _place(
    meta: TypeMeta,
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> _Place:
    rest = list(meta.context[1:])
    words = operations.get(owner_key(meta))
    if words is None:
        return _Place(owner_names(meta, heads), tuple(rest))
    if rest[:1] == ["request"] and len(rest) > 1:
        del rest[0]
    return _Place((class_of(words.short), class_of(words.long)), tuple(rest))


def _whole_names(place: _Place) -> list[str]:
    """Return names that say the whole way, word by word."""
    head = place.heads[-1]
    long = _tail(word for part in place.parts for word in name_words(part))
    spelled = _tail(word for part in place.parts for word in spell_words(part))
    return [f"{head}{tail}" for tail in (long, f"{long}Inline", spelled)]


def _tail(words: Iterable[str]) -> str:
    return pascal(shorten(tuple(words), _LONGEST_TAIL))


def _short_names(place: _Place) -> list[str]:
    """Return names without repetition, with more and more of a long way."""
    parts = _part_words(place.parts)
    names: list[str] = []
    for head in place.heads:
        owner = split_words(head)
        whole = head + pascal(_without_repetition(owner, parts))
        if len(whole) > _LONG:
            ends = (
                _without_repetition(owner, parts[-count:])
                for count in range(1, len(parts))
            )
            # One word such as `type` says too little of what stands that deep.
            names += [head + pascal(words) for words in ends if len(words) > 1]
        names.append(whole)
    return names


def _without_repetition(owner: Words, parts: Sequence[Words]) -> Words:
    """Return the words of the parts without those that the part before ends with."""
    words = owner
    for part in parts:
        sizes = range(min(len(part) - 1, len(words)), 0, -1)
        common = next((size for size in sizes if words[-size:] == part[:size]), 0)
        words = (*words, *part[common:])
    return words[len(owner) :]


def _part_words(parts: Iterable[str]) -> list[Words]:
    """Return the words of each part; `lines item` is `line`."""
    found: list[Words] = []
    for part in parts:
        last = found[-1] if found else ()
        if part in {"item", "value"} and last and singular(last[-1]) != last[-1]:
            found[-1] = (*last[:-1], singular(last[-1]))
        else:
            found.append(tuple(name_words(part)))
    return found

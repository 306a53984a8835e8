"""Names of inline schemas, derived from their location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.words import (
    name_words,
    pascal,
    shorten,
    singular,
    spell_words,
    split_words,
)
from .classes import class_name, class_of, owner_key, without_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...model.types import TypeMeta

    Words = tuple[str, ...]

_LONG: Final = 50
"""Maximum length of a name; longer names omit the parts between owner and last part."""
_LONGEST_TAIL: Final = 120


class OperationWords(Struct, frozen=True):
    """First words of the names of types that are defined in an operation.

    Attributes:
        short: Words of the resource, in the singular, and of the method.
        long: The same with the resource as it is, used if `short` is not unique.
    """

    short: tuple[str, ...]
    long: tuple[str, ...]


class _Place(Struct, frozen=True):
    """Location of a schema.

    Attributes:
        heads: Class names of the owner, the best first.
        parts: The steps from the owner to the schema, such as property names, as written
            in the document.
    """

    heads: tuple[str, ...]
    parts: tuple[str, ...]


def name_inline(
    metas: Mapping[str, TypeMeta],
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> dict[str, list[str]]:
    """Return the candidate names of each inline schema, from the best to the longest.

    The best name does not repeat words (`AprType` for `apr_type` in `Apr`), uses the
    singular for an item (`Line` for an item of `lines`) and omits the middle of a long
    location. It is skipped if it equals the complete name of another schema. A type that
    several components or operations share is named by what their places have in common.

    Args:
        metas: Key -> metadata of the schema.
        operations: Pointer of an operation -> its words.
        heads: Component -> class names, if they are not derived from its own name.
    """
    places = {key: _place(meta, operations, heads) for key, meta in metas.items()}
    whole = {key: _whole_names(place) for key, place in places.items()}
    short = {key: _short_names(place) for key, place in places.items()}
    exact = {whole[key][0].lower() for key in metas if whole[key][0] in short[key]}
    return {
        key: without_reserved(
            [
                *_shared_names(metas[key]),
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
    """Return class names of the component that contains a schema, the best first."""
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


def _shared_names(meta: TypeMeta) -> list[str]:
    """Return the name of a type that several components or operations share, if any."""
    parts = _part_words(meta.shared)
    words = _without_repetition((), parts)
    return [class_of(words)] if words else []


def _whole_names(place: _Place) -> list[str]:
    """Return names with every word of the location."""
    head = place.heads[-1]
    long = _tail(word for part in place.parts for word in name_words(part))
    spelled = _tail(word for part in place.parts for word in spell_words(part))
    return [f"{head}{tail}" for tail in (long, f"{long}Inline", spelled)]


def _tail(words: Iterable[str]) -> str:
    return pascal(shorten(tuple(words), _LONGEST_TAIL))


def _short_names(place: _Place) -> list[str]:
    """Return names without repeated words, with an increasing part of a long location."""
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
            # A single word such as `type` is too vague for a deep location.
            names += [head + pascal(words) for words in ends if len(words) > 1]
        names.append(whole)
    return names


def _without_repetition(owner: Words, parts: Sequence[Words]) -> Words:
    """Return the words of the parts, without words that repeat the end of the name."""
    words = owner
    for part in parts:
        sizes = range(min(len(part) - 1, len(words)), 0, -1)
        common = next((size for size in sizes if words[-size:] == part[:size]), 0)
        words = (*words, *part[common:])
    return words[len(owner) :]


def _part_words(parts: Iterable[str]) -> list[Words]:
    """Return the words of each part; `lines` followed by `item` becomes `line`."""
    found: list[Words] = []
    for part in parts:
        last = found[-1] if found else ()
        if part in {"item", "value"} and last and singular(last[-1]) != last[-1]:
            found[-1] = (*last[:-1], singular(last[-1]))
        else:
            found.append(tuple(name_words(part)))
    return found

"""Names of inline schemas, derived from their location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import (
    name_words,
    overlap,
    pascal,
    shorten,
    singular,
    spell_words,
    split_words,
)
from ..classes import RESERVED_CLASSES, class_name, class_of, owner_key
from ..components.suffixes import prose_words
from ..rules import Candidate, NamingRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ....model.types import TypeMeta
    from ..rules import Words
    from .owners import OperationWords

_LONG: Final = 50
"""Maximum length of a name; longer names omit the parts between owner and last part."""
_LONGEST: Final = 60
"""Maximum length of a name that keeps several parts of a long location."""
_MOST_KEPT: Final = 3
"""Maximum number of first resources in a name without resources in the middle."""
_LONGEST_TAIL: Final = 120
_LONGEST_TITLE: Final = 5
"""Maximum number of words of a title in a name."""

NAME_BY_LOCATION: Final = NamingRule(
    "name-by-location",
    "A schema without a name is found by the component or method that contains it.",
    "property address of Invoice -> InvoiceAddress",
)
NAME_BY_COMMON_PART: Final = NamingRule(
    "name-by-common-part",
    "A type that several components or operations contain is named by what its places have "
    "in common.",
    "property address_kanji of a company and of a person -> AddressKanji",
)
USE_SINGULAR: Final = NamingRule(
    "use-singular-for-items",
    "A class describes one item of a list or map.",
    "items of lines in Invoice -> InvoiceLine",
)
OMIT_REPETITION: Final = NamingRule(
    "omit-repeated-words",
    "Words that the name ends with already say nothing more.",
    "property line_item in InvoiceLine -> InvoiceLineItem",
)
OMIT_PARTS: Final = NamingRule(
    "omit-middle-of-location",
    f"The end of a location that makes a name of more than {_LONG} characters is specific "
    "enough.",
    "Order > customer > account > billing_address -> OrderBillingAddress",
)
OMIT_RESOURCES: Final = NamingRule(
    "omit-first-resources",
    f"A name of more than {_LONGEST} characters omits the first resources of its operation, "
    "as far as another type does not need the rest.",
    "response of client.plants.machines.sensors.get_data -> SensorGetDataResponse",
)
ADD_KIND: Final = NamingRule(
    "add-kind",
    "Another type has the name, so a word for the kind of the type is added: Details for "
    "an object, Value for a value, List, Map or Variant.",
    "property error of Error -> ErrorDetails",
)
SPELL_OUT: Final = NamingRule(
    "spell-punctuation",
    "Several schemas differ only in punctuation.",
    "properties a-b and a_b of Invoice -> InvoiceAHyphenB, InvoiceAUnderscoreB",
)


class InlineType(Struct, frozen=True):
    """An inline schema.

    Attributes:
        meta: Metadata of its type.
        kind: Word for the kind of the type, such as `Details` for an object.
        is_sent: Whether there is a class for requests as well, named with `Param`.
    """

    meta: TypeMeta
    kind: str = "Details"
    is_sent: bool = False


class _Place(Struct, frozen=True):
    """Location of a schema.

    Attributes:
        heads: Class names of the owner, the best first.
        operation: Words of the owner if it is an operation.
        parts: The steps from the owner to the schema, such as property names, as written
            in the document.
        kind: Word for the kind of the type.
        shared: The steps that all places of a type have in common that several owners
            share; empty for other types.
        limit: Maximum length of a name, if it is possible.
    """

    heads: tuple[str, ...]
    operation: OperationWords | None
    parts: tuple[str, ...]
    kind: str
    shared: tuple[str, ...]
    limit: int = _LONGEST


def name_inline(
    types: Mapping[str, InlineType],
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> dict[str, list[Candidate]]:
    """Return the candidate names of each inline schema, from the best to the longest.

    The best name does not repeat words (`AprType` for `apr_type` in `Apr`), uses the
    singular for an item (`Line` for an item of `lines`) and omits the middle of a long
    location. It is skipped if it equals the complete name of another schema. A type that
    several components or operations share is named by what their places have in common.

    Args:
        types: Key -> the schema.
        operations: Pointer of an operation -> its words.
        heads: Component -> class names, if they are not derived from its own name.
    """
    places = {key: _place(item, operations, heads) for key, item in types.items()}
    whole = {key: _whole_names(place) for key, place in places.items()}
    short = {key: _short_names(place) for key, place in places.items()}
    exact = {
        whole[key][0].name.lower()
        for key in types
        if any(item.name == whole[key][0].name for item in short[key])
    }
    return {
        key: [
            *(
                item
                for item in _shared_names(places[key])
                if item.name not in RESERVED_CLASSES
            ),
            *_usable(short[key], whole[key], exact),
        ]
        for key in types
    }


def _usable(
    short: Iterable[Candidate], whole: Sequence[Candidate], exact: set[str]
) -> list[Candidate]:
    own = whole[0].name
    found = [
        item for item in short if item.name == own or item.name.lower() not in exact
    ]
    # A name with a word for the kind is better than one with repeated words.
    if not any(OMIT_REPETITION in item.rules for item in short):
        found.sort(key=lambda item: ADD_KIND in item.rules)
        kinds = [item for item in found if ADD_KIND in item.rules]
        found = [*found[: len(found) - len(kinds)], whole[0], *kinds]
    usable = [item for item in (*found, *whole) if item.name not in RESERVED_CLASSES]
    return usable or [whole[-1]]


def inline_priority(
    meta: TypeMeta,
    operations: Mapping[str, OperationWords],
    candidates: Iterable[Candidate] = (),
) -> tuple[int, ...]:
    """Return the priority of an inline schema for a name that several want, least first.

    Schemas in components precede those in operations, these precede types that several of
    them share, and outer schemas precede inner ones. Of those that can omit resources,
    the one with the shorter path precedes, so that an added operation gets a longer name.
    """
    words = operations.get(owner_key(meta.pointer))
    rank = 2 if meta.shared else int(words is not None)
    is_long = any(OMIT_RESOURCES in item.rules for item in candidates)
    order = words.order if words and is_long else ()
    return (rank, len(meta.context), *order)


def owner_names(
    meta: TypeMeta, heads: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return class names of the component that contains a schema, the best first."""
    owner = meta.context[0] if meta.context else meta.pointer.rpartition("/")[2]
    is_schema = meta.pointer.startswith("/components/schemas/")
    return (is_schema and heads.get(owner)) or (class_name(owner),)


def _place(
    item: InlineType,
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> _Place:
    meta = item.meta
    limit = _LONGEST - len("Param") if item.is_sent else _LONGEST
    rest = list(meta.context[1:])
    words = operations.get(owner_key(meta.pointer))
    if words is None:
        names = owner_names(meta, heads)
        return _Place(names, None, tuple(rest), item.kind, meta.shared, limit)
    if rest[:1] == ["request"] and len(rest) > 1:
        del rest[0]
    names = class_of(words.short), class_of(words.long)
    return _Place(names, words, tuple(rest), item.kind, meta.shared, limit)


def _shared_names(place: _Place) -> list[Candidate]:
    """Return the name of a type that several components or operations share, if any."""
    parts, rules = _part_words(place.shared)
    words: Words = ()
    for part in parts:
        words = (*words, *part[overlap(words, part) :])
    if not words:
        return []
    return [Candidate(class_of(words), (NAME_BY_COMMON_PART, *rules[1:]))]


def _whole_names(place: _Place) -> list[Candidate]:
    """Return names with every word of the location."""
    head = place.heads[-1]
    long = _tail(word for part in place.parts for word in name_words(part))
    spelled = _tail(word for part in place.parts for word in spell_words(part))
    return [
        Candidate(f"{head}{long}", (NAME_BY_LOCATION,)),
        Candidate(f"{head}{long}{place.kind}", (NAME_BY_LOCATION, ADD_KIND)),
        Candidate(f"{head}{spelled}", (NAME_BY_LOCATION, SPELL_OUT)),
    ]


def _tail(words: Iterable[str]) -> str:
    return pascal(shorten(tuple(words), _LONGEST_TAIL))


def _short_names(place: _Place) -> list[Candidate]:
    """Return names without repeated words, with an increasing part of a long location."""
    parts, rules = _part_words(place.parts)
    found: list[Candidate] = []
    kinds: list[Candidate] = []
    for head in place.heads:
        whole = _join(head, parts, place.kind, rules)
        if len(whole.name) > _LONG:
            ends = list(_ends(head, parts, place.kind, (*rules, OMIT_PARTS)))
            found += [item for item in ends if len(item.name) <= _LONGEST]
            found += _skipping(head, parts, place.kind, (*rules, OMIT_PARTS))
        found.append(whole)
        if len(whole.name) > place.limit:
            found.sort(key=lambda item: len(item.name) > place.limit)
            fit = sum(len(item.name) <= place.limit for item in found)
            found[fit:fit] = _without_resources(place, parts, rules)
        if not whole.name.endswith(place.kind):
            kinds.append(
                Candidate(f"{whole.name}{place.kind}", (*whole.rules, ADD_KIND))
            )
    return [*found, *kinds]


def _without_resources(
    place: _Place, parts: Sequence[Words], rules: tuple[NamingRule, ...]
) -> list[Candidate]:
    """Return names that fit because they start with a part of the operation's words."""
    owner = place.operation
    if not owner:
        return []
    found: list[Candidate] = []
    for kept in range(min(_MOST_KEPT, len(owner.parts)) + 1):
        names = (
            _join(class_of(words), chosen, place.kind, (*rules, OMIT_RESOURCES))
            for words in owner.without_resources(kept)
            for chosen in (parts, parts[-2:])
        )
        found += [item for item in names if len(item.name) <= place.limit][:1]
    return found


def _ends(
    head: str, parts: Sequence[Words], kind: str, rules: tuple[NamingRule, ...]
) -> Iterator[Candidate]:
    """Yield names with more and more of the last parts."""
    for count in range(1, len(parts)):
        chosen = parts[-count:]
        # A single word such as `type` is too vague for a deep location.
        if sum(map(len, chosen)) > 1:
            yield _join(head, chosen, kind, rules)


def _skipping(
    head: str, parts: Sequence[Words], kind: str, rules: tuple[NamingRule, ...]
) -> list[Candidate]:
    """Return names with the last part and one part before it, the nearest first."""
    names = (
        _join(head, (part, parts[-1]), kind, rules) for part in reversed(parts[:-2])
    )
    return [item for item in names if len(item.name) <= _LONGEST]


def _join(
    head: str, parts: Iterable[Words], kind: str, rules: tuple[NamingRule, ...]
) -> Candidate:
    """Return the name of parts, without words that repeat the end of the name.

    If nothing remains of the last part, the kind of the type is added.
    """
    owner = split_words(head)
    words = owner
    has_repetition = False
    added: Words = ()
    for part in parts:
        common = overlap(words, part)
        has_repetition |= common > 0
        added = part[common:]
        words = (*words, *added)
    name = head + pascal(words[len(owner) :])
    if has_repetition:
        rules = (*rules, OMIT_REPETITION)
    if not added and has_repetition:
        return Candidate(f"{name}{kind}", (*rules, ADD_KIND))
    return Candidate(name, rules)


def _part_words(parts: Iterable[str]) -> tuple[list[Words], tuple[NamingRule, ...]]:
    """Return the words of each part; `lines` followed by `item` becomes `line`."""
    found: list[Words] = []
    rules: dict[NamingRule, None] = {NAME_BY_LOCATION: None}
    for part in parts:
        last = found[-1] if found else ()
        if part in {"item", "value"} and last and singular(last[-1]) != last[-1]:
            found[-1] = (*last[:-1], singular(last[-1]))
            rules[USE_SINGULAR] = None
        elif " " in part:
            found.append(prose_words(part)[:_LONGEST_TITLE] or name_words(part))
        else:
            found.append(name_words(part))
    return found, tuple(rules)

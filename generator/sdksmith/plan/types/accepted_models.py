"""Models of responses that are accepted in place of a request type.

FastAPI and other frameworks define two schemas for one model: `Item-Input` has optional
properties where `Item-Output` has defaults. A value that was read can be written if its
schema fits into that of the request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import (
    Choice,
    ListOf,
    MapOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from ...text.words import name_words
from ..content.bodies import sent_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model.api import Api
    from ...model.types import Field, Type, TypeId
    from .usage import Usage

_SENT: Final = frozenset({"input", "in", "request", "write"})
_RECEIVED: Final = frozenset({"output", "out", "response", "read"})
_UNKNOWN: Final = frozenset({ScalarKind.ANY, ScalarKind.UNTYPED})
_WIDER: Final = {
    ScalarKind.NUMBER: frozenset({ScalarKind.INTEGER}),
    ScalarKind.STRING: frozenset(
        {
            *(ScalarKind.DATE, ScalarKind.DATETIME, ScalarKind.TIME),
            *(ScalarKind.DURATION, ScalarKind.UUID, ScalarKind.BYTES),
        }
    ),
}
"""Kinds of scalars that other kinds include on the wire."""


def find_accepted_models(api: Api, usage: Usage) -> Mapping[TypeId, tuple[TypeId, ...]]:
    """Return the records of responses that can be sent as other records.

    The pairs are found by the names of components, for example `ItemInput` and
    `ItemOutput`, or `BookRequest` and `Book`. Records inside of such a pair are pairs as
    well.

    Args:
        api: The API.
        usage: Which types are defined as models.

    Returns:
        Record of a request -> records whose models are accepted in its place.
    """
    received: dict[tuple[str, ...], list[TypeId]] = {}
    for name, type_id in api.schemas:
        if type_id in usage.models and isinstance(api.types[type_id], Record | UnionOf):
            words = tuple(name_words(name))
            received.setdefault(words, []).append(type_id)
            if words and words[-1] in _RECEIVED:
                received.setdefault(words[:-1], []).append(type_id)
    comparison = _Comparison(api)
    for name, type_id in api.schemas:
        words = tuple(name_words(name))
        if len(words) > 1 and words[-1] in _SENT:
            for other in received.get(words[:-1], ()):
                comparison.compare(type_id, other)
    return {sent: tuple(sorted(found)) for sent, found in comparison.found.items()}


class _Comparison:
    """Comparison of types of requests with types of responses.

    Attributes:
        found: Record of a request -> records that fit into it.
    """

    def __init__(self, api: Api) -> None:
        self._types = api.types
        self._misfits: set[tuple[TypeId, TypeId]] = set()
        self._assumed: set[tuple[TypeId, TypeId]] = set()
        self.found: dict[TypeId, set[TypeId]] = {}

    def compare(self, sent: TypeId, received: TypeId) -> None:
        """Add a pair to `found`, and the pairs inside of it, if the types fit."""
        self._assumed = set()
        if not self._fits(sent, received):
            return
        for one, other in self._assumed:
            both = self._types[one], self._types[other]
            if one != other and all(isinstance(item, Record) for item in both):
                self.found.setdefault(one, set()).add(other)

    def _fits(self, sent: TypeId, received: TypeId) -> bool:
        """Return whether each value of a received type can be sent as another type.

        A pair that is being compared is assumed to fit, because types can be recursive.
        """
        pair = sent, received
        if sent == received or pair in self._assumed:
            return True
        if pair in self._misfits:
            return False
        before = self._assumed
        self._assumed = {*before, pair}
        if self._fits_shape(sent, received):
            return True
        self._assumed = before
        self._misfits.add(pair)
        return False

    def _fits_shape(self, sent_id: TypeId, received_id: TypeId) -> bool:
        sent, received = self._types[sent_id], self._types[received_id]
        if isinstance(received, UnionOf):
            return all(self._fits(sent_id, one) for one in received.members)
        if isinstance(sent, UnionOf):
            return any(self._fits(one, received_id) for one in sent.members)
        match sent, received:
            case Record(), Record():
                return self._fits_record(sent, received)
            case MapOf(), MapOf():
                return sent.nullable_values >= received.nullable_values and self._fits(
                    sent.values, received.values
                )
            case ListOf(), ListOf():
                return sent.nullable_items >= received.nullable_items and self._fits(
                    sent.items, received.items
                )
            case TupleOf(), TupleOf():
                return len(sent.items) == len(received.items) and all(
                    map(self._fits, sent.items, received.items)
                )
            case _:
                return _fits_scalar(sent, received)

    def _fits_record(self, sent: Record, received: Record) -> bool:
        known = {item.name: item for item in received.fields if not item.write_only}
        fields = {item.name: item for item in sent_fields(sent)}
        if sent.extra is None and known.keys() - fields.keys():
            return False
        if fields and not fields.keys() & known.keys():
            return False
        return all(
            self._fits_field(item, known.get(name)) for name, item in fields.items()
        )

    def _fits_field(self, sent: Field, received: Field | None) -> bool:
        if received is None:
            return sent.presence is not Presence.REQUIRED
        return sent.nullable >= received.nullable and self._fits(
            sent.type, received.type
        )


def _fits_scalar(sent: Type, received: Type) -> bool:
    match sent, received:
        case Scalar(kind=kind), _ if kind in _UNKNOWN:
            return True
        case Choice(), Choice():
            return set(received.values) <= set(sent.values)
        case Scalar(), Scalar() | Choice():
            return received.kind is sent.kind or received.kind in _WIDER.get(
                sent.kind, ()
            )
        case _:
            return False

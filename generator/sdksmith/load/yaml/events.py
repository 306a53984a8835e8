"""Data of YAML text without unusual features, built directly from parser events.

Most documents have no tags, anchors, merge keys, repeated keys or syntax errors. For them,
no graph of nodes is composed, neither for the data nor for the positions of diagnostics:
8.7 MB take 0.9 s instead of 2.6 s. Any other text is left to the composer.
"""

from __future__ import annotations

from array import array
from math import isfinite
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from ..parsed import MAX_DEPTH, MAX_NODES
from .nodes import new_event_parser
from .scalars import read_plain_scalar

if TYPE_CHECKING:
    from yaml.events import Event

    from ...json_data import Container, JsonObject, JsonValue
    from .nodes import EventParser, ParserEvent


class EventTree(Struct, frozen=True):
    """Data of a text, with the positions of its values.

    Attributes:
        root: The data.
        starts: Offsets of the keys of each mapping and the items of each sequence, in
            order, by the id of the mapping or sequence.
        start: Offset of the data.
        end: Offset after the data.
    """

    root: JsonObject
    starts: dict[int, array[int]]
    start: int
    end: int


class _UnusualError(Exception):
    """Raised for a text that the composer must read."""


def build_from_events(text: str) -> EventTree | None:
    """Return the data of a text, or None if the composer must read it.

    The composer reads texts with several YAML documents, tags, anchors, merge keys,
    repeated keys, keys that are not scalars, infinite numbers or syntax errors, texts
    whose root is not a mapping, and those that are too large or nested too deeply.
    """
    parser = new_event_parser(text)
    if parser is None:
        return None
    try:
        return _read_stream(parser)
    except (YAMLError, _UnusualError):
        return None


def _read_stream(parser: EventParser) -> EventTree:
    _expect(parser, StreamStartEvent)
    _expect(parser, DocumentStartEvent)
    start = _expect(parser, MappingStartEvent)
    tree = _read_mapping(parser, start)
    _expect(parser, DocumentEndEvent)
    _expect(parser, StreamEndEvent)
    return tree


def _expect(parser: EventParser, kind: type[Event]) -> ParserEvent:
    event = parser.get_event()
    if not isinstance(event, kind):
        raise _UnusualError
    return event


class _Level:
    """Mapping or sequence that is being read.

    Attributes:
        mapping: The mapping, or None.
        items: The sequence, if it is not a mapping.
        starts: Offsets of the keys or items.
        key: Key whose value follows; None before a key, and in a sequence.
    """

    __slots__ = ("items", "key", "mapping", "starts")

    def __init__(self, value: Container, event: ParserEvent) -> None:
        _check(event)
        self.mapping = value if isinstance(value, dict) else None
        self.items = value if isinstance(value, list) else []
        self.starts = array("Q")
        self.key: str | None = None

    @property
    def value(self) -> Container:
        return self.items if self.mapping is None else self.mapping

    def add(self, value: JsonValue, event: ParserEvent) -> None:
        """Add a value, which cannot be a key."""
        if self.mapping is None:
            self.starts.append(event.start_mark.index)
            self.items.append(value)
        elif self.key is None:
            raise _UnusualError
        else:
            self.mapping[self.key] = value
            self.key = None

    def add_scalar(self, event: ParserEvent) -> None:
        """Add a scalar, which is the next key of a mapping if none is open."""
        _check(event)
        text = event.value
        if self.mapping is not None and self.key is None:
            if text in self.mapping or (text == "<<" and event.implicit[0]):
                raise _UnusualError
            self.key = text
            self.starts.append(event.start_mark.index)
            return
        value = read_plain_scalar(text) if event.implicit[0] else text
        if isinstance(value, float) and not isfinite(value):
            raise _UnusualError
        self.add(value, event)


def _check(event: ParserEvent) -> None:
    if event.tag is not None or event.anchor is not None:
        raise _UnusualError


def _read_mapping(parser: EventParser, first: ParserEvent) -> EventTree:
    """Read events up to the end of the root mapping, which `first` starts."""
    root: JsonObject = {}
    level = _Level(root, first)
    starts: dict[int, array[int]] = {}
    stack: list[_Level] = []
    next_event = parser.get_event
    for _ in range(MAX_NODES):
        event = next_event()
        # Exact types: this loop takes most of the time.
        kind = cast("type[object]", type(event))
        if kind is ScalarEvent:
            level.add_scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) + 3 > MAX_DEPTH:
                raise _UnusualError
            inner = _Level({} if kind is MappingStartEvent else [], event)
            level.add(inner.value, event)
            stack.append(level)
            level = inner
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            starts[id(level.value)] = level.starts
            if not stack:
                return EventTree(
                    root, starts, first.start_mark.index, event.end_mark.index
                )
            level = stack.pop()
        else:
            break
    raise _UnusualError

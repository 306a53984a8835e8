"""Lines and columns in JSON text, computed on demand."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ..tracing import Children, Entry, trace

if TYPE_CHECKING:
    from ..source_text import SourceText

_BLANK = re.compile(r"[ \t\n\r]*")
_BREAK = re.compile(r"[ \t\n\r]*[,:]?[ \t\n\r]*")
_NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")
_DECODER = json.JSONDecoder(strict=False, parse_int=float)


class JsonPositions(Struct):
    """Positions of the pointers of valid JSON text.

    Only the containers along a pointer are read, each one once. All other values are
    skipped by the C scanner of the json module.

    Attributes:
        source: Text in which lines and columns are counted.
        text: Text that parses: of the same length, with comments replaced by spaces.
    """

    source: SourceText
    text: str
    _members: dict[int, Children[int]] = field(default_factory=dict[int, Children[int]])

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of the key or item, or of the nearest parent."""
        return self.source.place(self._trace(pointer)[-1].start)

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` as it is written; None for other values."""
        found = _NUMBER.match(self.text, self._trace(pointer)[-1].value)
        return found[0] if found else None

    def places(self, pointer: str) -> list[tuple[int, int]]:
        """Return all positions of the last key of `pointer`, in order."""
        return [self.source.place(entry.start) for entry in self._trace(pointer)]

    def _trace(self, pointer: str) -> list[Entry[int]]:
        start = _skip(_BLANK, self.text, 0)
        return trace(Entry(start, start), pointer, self._children)

    def _children(self, offset: int) -> Children[int]:
        if offset not in self._members:
            self._members[offset] = self._read_members(offset)
        return self._members[offset]

    def _read_members(self, offset: int) -> Children[int]:
        text = self.text
        opening = text[offset]
        members: Children[int] = {}
        if opening not in "{[":
            return members
        place = _skip(_BLANK, text, offset + 1)
        index = 0
        while text[place] not in "}]":
            start = place
            key = str(index)
            if opening == "{":
                key, place = _DECODER.raw_decode(text, place)
                place = _skip(_BREAK, text, place)
            members.setdefault(key, []).append(Entry(start, place))
            _, place = _DECODER.raw_decode(text, place)
            place = _skip(_BREAK, text, place)
            index += 1
        return members


def _skip(blank: re.Pattern[str], text: str, offset: int) -> int:
    match = blank.match(text, offset)
    return match.end() if match else offset

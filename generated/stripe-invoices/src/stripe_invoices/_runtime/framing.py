"""Bytes of a stream, cut into items as they come: without I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ITEM: Final = 64 * 1024 * 1024
"""Bytes. What is longer comes from a server that never ends an item."""


class Frame(NamedTuple):
    """One item, not decoded yet.

    Attributes:
        data: In UTF-8.
        event: The kind of a server-sent event; empty where the server does not say.
        id: The id of a server-sent event or of the last one that had any.
        retry: The milliseconds that a server-sent event asks for.
        is_whole: Whether it certainly has not been cut off.
    """

    data: bytes
    event: str = ""
    id: str = ""
    retry: int | None = None
    is_whole: bool = True


class ItemTooLongError(Exception):
    """An item is longer than any should be."""


class Framing(Protocol):
    """Cuts bytes into items."""

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the items that a chunk completes.

        Raises:
            ItemTooLongError: An item has no end in sight.
        """
        ...

    def finish(self) -> Frame | None:
        """Return what came after the last end of an item, if anything did."""
        ...


class Pending:
    """The beginning of an item whose end has not come."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> None:
        """Keep another part of it.

        Raises:
            ItemTooLongError: There is too much of it.
        """
        self._parts.append(part)
        self._size += len(part)
        if self._size > LONGEST_ITEM:
            raise ItemTooLongError

    def take(self, last: bytes) -> bytes:
        """Return the whole of it, and begin anew."""
        if not self._parts:
            return last
        whole = b"".join([*self._parts, last])
        self._parts, self._size = [], 0
        return whole


class LineFraming:
    """JSON lines: a value a line. Blank lines are nothing."""

    def __init__(self) -> None:
        self._line = Pending()

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the values that a chunk completes.

        Raises:
            ItemTooLongError: A line has no end in sight.
        """
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            if value := self._line.take(line).strip():
                yield Frame(value)
        if rest:
            self._line.add(rest)

    def finish(self) -> Frame | None:
        """Return the last line, which may come without its end."""
        value = self._line.take(b"").strip()
        return Frame(value) if value else None


class SequenceFraming:
    """A JSON text sequence (RFC 7464): RS before each value, LF behind it."""

    def __init__(self) -> None:
        self._text = Pending()

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the values that a chunk completes.

        Raises:
            ItemTooLongError: A value has no end in sight.
        """
        *texts, rest = chunk.split(b"\x1e")
        for text in texts:
            if frame := _to_frame(self._text.take(text)):
                yield frame
        if rest.endswith(b"\n"):
            text = self._text.take(rest)
            if _is_json(text):
                # Who waits for the next RS is one value late.
                yield Frame(text.strip())
            else:
                self._text.add(text)
        elif rest:
            self._text.add(rest)

    def finish(self) -> Frame | None:
        """Return the last value."""
        return _to_frame(self._text.take(b""))


def _is_json(text: bytes) -> bool:
    """Whether a text that ends in LF is whole: LF may stand within JSON, too."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _to_frame(text: bytes) -> Frame | None:
    """Return a value of a sequence.

    Without white space behind it, `12` may be the beginning of `123` (RFC 7464, 2.4).
    """
    value = text.strip()
    if not value:
        return None
    is_whole = value[-1:] in b'}]"' or text[-1:].isspace()
    return Frame(value, is_whole=is_whole)

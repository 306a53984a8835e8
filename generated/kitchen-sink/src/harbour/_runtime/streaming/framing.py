"""Splitting of a byte stream into items, without I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ITEM_BYTES: Final = 64 * 1024 * 1024
"""Maximum length of an item in bytes, as protection against items that never end."""


class Frame(NamedTuple):
    """One item that is not decoded yet.

    Attributes:
        data: The content in UTF-8.
        event: The type of a server-sent event; empty if not given.
        id: The id of a server-sent event, or of the last event that had one.
        retry: The reconnection time of a server-sent event in milliseconds, if given.
        is_whole: False if the item may have been truncated.
    """

    data: bytes
    event: str = ""
    id: str = ""
    retry: int | None = None
    is_whole: bool = True


class ItemTooLongError(Exception):
    """Raised when an item exceeds `MAX_ITEM_BYTES`."""


class Framing(Protocol):
    """Splitter of bytes into items."""

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the items that are complete after a chunk.

        Raises:
            ItemTooLongError: If an item is too long.
        """
        ...

    def finish(self) -> Frame | None:
        """Return the unfinished item at the end of the stream, or None."""
        ...


class Pending:
    """Buffer for the start of an incomplete item."""

    def __init__(self) -> None:
        # Not a list of parts, whose objects need forty times as much memory as bytes if
        # a server sends them one by one.
        self._parts = bytearray()

    def add(self, part: bytes) -> None:
        """Append a part of the item.

        Raises:
            ItemTooLongError: If the item is too long.
        """
        self._parts += part
        if len(self._parts) > MAX_ITEM_BYTES:
            raise ItemTooLongError

    @property
    def size(self) -> int:
        """Number of bytes in the buffer."""
        return len(self._parts)

    def take(self, last: bytes) -> bytes:
        """Return the whole item, given its last part, and clear the buffer."""
        if not self._parts:
            return last
        self._parts += last
        whole = bytes(self._parts)
        self._parts.clear()
        return whole


class LineFraming:
    """Splitter of JSON lines, with one value per line. Blank lines are ignored."""

    def __init__(self) -> None:
        self._line = Pending()

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the values that are complete after a chunk.

        Raises:
            ItemTooLongError: If a line is too long.
        """
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            if value := self._line.take(line).strip():
                yield Frame(value)
        if rest:
            self._line.add(rest)

    def finish(self) -> Frame | None:
        """Return the last line, which may lack a line break, or None."""
        value = self._line.take(b"").strip()
        return Frame(value) if value else None


class SequenceFraming:
    """Splitter of a JSON text sequence (RFC 7464): RS before, LF after each value."""

    def __init__(self) -> None:
        self._text = Pending()
        self._parse_at = 0

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the values that are complete after a chunk.

        Raises:
            ItemTooLongError: If a value is too long.
        """
        *texts, rest = chunk.split(b"\x1e")
        for text in texts:
            self._parse_at = 0
            if frame := _to_frame(self._text.take(text)):
                yield frame
        if not rest:
            return
        self._text.add(rest)
        # Waiting for the next RS would delay each value until the next one.
        if rest.endswith(b"\n") and self._text.size >= self._parse_at:
            text = self._text.take(b"")
            if _is_json(text):
                self._parse_at = 0
                yield Frame(text.strip())
            else:
                self._text.add(text)
                # Parsing a long value after each of its lines would be quadratic work.
                self._parse_at = len(text) + len(text) // 8 if len(text) > 4096 else 0

    def finish(self) -> Frame | None:
        """Return the last value, or None."""
        return _to_frame(self._text.take(b""))


def _is_json(text: bytes) -> bool:
    """Return whether a value that ends in LF is complete; JSON may contain LF."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _to_frame(text: bytes) -> Frame | None:
    """Return the frame of a value in a sequence, or None if it is blank.

    Without whitespace after it, `12` may be a truncated `123` (RFC 7464, section 2.4).
    """
    value = text.strip()
    if not value:
        return None
    is_whole = value[-1:] in b'}]"' or text[-1:].isspace()
    return Frame(value, is_whole=is_whole)

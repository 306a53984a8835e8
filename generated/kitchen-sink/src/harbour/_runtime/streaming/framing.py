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
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> None:
        """Append a part of the item.

        Raises:
            ItemTooLongError: If the item is too long.
        """
        self._parts.append(part)
        self._size += len(part)
        if self._size > MAX_ITEM_BYTES:
            raise ItemTooLongError

    def take(self, last: bytes) -> bytes:
        """Return the whole item, given its last part, and clear the buffer."""
        if not self._parts:
            return last
        whole = b"".join([*self._parts, last])
        self._parts, self._size = [], 0
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

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the values that are complete after a chunk.

        Raises:
            ItemTooLongError: If a value is too long.
        """
        *texts, rest = chunk.split(b"\x1e")
        for text in texts:
            if frame := _to_frame(self._text.take(text)):
                yield frame
        if rest.endswith(b"\n"):
            text = self._text.take(rest)
            if _is_json(text):
                # Waiting for the next RS would delay each value until the next one.
                yield Frame(text.strip())
            else:
                self._text.add(text)
        elif rest:
            self._text.add(rest)

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

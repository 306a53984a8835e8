"""Parsing of server-sent events (HTML, section 9.2.6), without I/O."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .framing import MAX_ITEM_BYTES, Frame, ItemTooLongError, Pending

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """A server-sent event (HTML, section 9.2).

    Attributes:
        data: Data of the event. Several `data` lines are joined with line feeds.
        event: Type of the event. Defaults to `message`.
        id: ID of this event, or of the last event that had one. Empty if there was
            none.
        retry: Reconnection time in milliseconds, if this event sets it.
    """

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None

    def json(self) -> Any:
        """Return the data decoded as JSON.

        Raises:
            ValueError: If the data is not valid JSON.
        """
        return json.loads(self.data)


class EventFraming:
    """Framing that splits a stream of bytes into events.

    Lines end in CRLF, LF or CR, which may be split between chunks. An event is complete
    at the blank line that follows it, even if that line is a lone CR. The decoder of
    httpx2 is not used because it works on decoded text, does not remove a byte order
    mark, and delays lines that end in CR.

    Attributes:
        last_id: ID of the last complete event.
        retry: Reconnection time in milliseconds that the server set last, or None.
    """

    def __init__(self) -> None:
        self._line = Pending()
        self._after_cr = False
        self._is_first = True
        self._data = bytearray()
        self._event = ""
        self._retry: int | None = None
        self._id = ""
        self.last_id = ""
        self.retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the events that a chunk completes.

        Raises:
            ItemTooLongError: If an event exceeds `MAX_ITEM_BYTES`.
        """
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        for line in chunk.splitlines(keepends=True):
            ended = line.rstrip(b"\r\n")
            if len(ended) == len(line):
                self._line.add(line)
                self._after_cr = False
                break
            self._after_cr = line.endswith(b"\r")
            frame = self._take(self._line.take(ended))
            if frame is not None:
                yield frame

    def finish(self) -> Frame | None:
        """Return the incomplete event at the end of the stream, or None.

        The HTML specification requires that such an event is not dispatched. The
        `StreamReader` decides whether it is used.
        """
        line = self._line.take(b"")
        if line:
            self._take(line)
        return self._dispatch()

    def _take(self, line: bytes) -> Frame | None:
        if self._is_first:
            line = line.removeprefix(_BOM)
            self._is_first = False
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        self._read_field(name, value.removeprefix(b" "))
        return None

    def _read_field(self, name: bytes, value: bytes) -> None:
        if name == b"data":
            # Each line counts with its line break, also an empty one.
            self._data += value
            self._data += b"\n"
            if len(self._data) > MAX_ITEM_BYTES:
                raise ItemTooLongError
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self._retry = self.retry = int(value[:12])

    def _dispatch(self) -> Frame | None:
        data, event, retry = bytes(self._data), self._event, self._retry
        self._data.clear()
        self._event, self._retry = "", None
        self.last_id = self._id
        if not data:
            return None  # only a comment, an ID or a reconnection time
        return Frame(data.removesuffix(b"\n"), event, self.last_id, retry)

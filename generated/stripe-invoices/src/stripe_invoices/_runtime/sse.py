"""Server-sent events: bytes as events (HTML, section 9.2.6), without I/O."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .framing import LONGEST_ITEM, Frame, ItemTooLongError, Pending

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event of a stream, as the server sent it.

    Attributes:
        data: The data, its lines joined.
        event: What kind of event it is; `message` where the server does not say.
        id: The id of this event or of the last one that had any; empty for none.
        retry: After how many milliseconds the server wants to be asked again, if this
            event says so.
    """

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None

    def json(self) -> Any:
        """Return the data, decoded.

        Raises:
            ValueError: It is no JSON.
        """
        return json.loads(self.data)


class EventFraming:
    """Cuts a stream into events.

    Lines end in CRLF, LF or CR, whichever chunk brings them; an event is there with the
    blank line behind it, even if that is a lone CR. httpx2 has such a decoder, too, but
    it works on text, keeps a byte order mark, and holds back what ends in CR.
    """

    def __init__(self) -> None:
        self._line = Pending()
        self._after_cr = False
        self._is_first = True
        self._data: list[bytes] = []
        self._size = 0
        self._event = ""
        self._retry: int | None = None
        self._id = ""
        self.last_id = ""
        """That of the last event that came whole."""
        self.retry: int | None = None
        """Milliseconds that the server last asked for."""

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Yield the events that a chunk completes.

        Raises:
            ItemTooLongError: An event has no end in sight.
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
        """Return the event that the end of the stream cut off, if there is one.

        HTML says that such an event is not to be dispatched.
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
            self._data.append(value)
            self._size += len(value)
            if self._size > LONGEST_ITEM:
                raise ItemTooLongError
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self._retry = self.retry = int(value[:12])

    def _dispatch(self) -> Frame | None:
        data, event, retry = self._data, self._event, self._retry
        self._data, self._event, self._retry, self._size = [], "", None, 0
        self.last_id = self._id
        if not data:
            return None  # a comment, an id or a time to wait alone
        return Frame(b"\n".join(data), event, self.last_id, retry)

"""Decoding of streamed responses into items, without I/O."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from ..encoding.json_lines import is_lines, is_sequence
from ..errors import APIConnectionError
from ..response.decode import Decoder, Received, find_charset, media_type
from ..text import MAX_NAME, clean
from .decode import DONE, EventDecoder, to_event
from .framing import MAX_ITEM_BYTES, ItemTooLongError, LineFraming, SequenceFraming
from .sse import EventFraming

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

    from ..errors import APIDecodeError
    from ..transport.call import Call
    from .framing import Frame, Framing
    from .sse import ServerSentEvent

T = TypeVar("T")

_EXCERPT: Final = 2_000
"""Maximum number of bytes that are read from a response that is not a stream."""

# Media types that servers and proxies use for a stream whose format they do not know.
_UNNAMED: Final = frozenset(
    {"", "text/plain", "application/octet-stream", "binary/octet-stream"}
)


class StreamReader(Generic[T]):
    """Reader of the items of one call, which spans several responses if it reconnects.

    Attributes:
        call: State of the call.
        response: The current response.
        frame: Frame of the last item; None before the first item.
        is_finished: Whether the stream has ended.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self.call = call
        self.frame: Frame | None = None
        self.is_finished = False
        self._count = 0
        self._first_id: str = ""
        self._last_id: str = ""
        self._retry: int | None = None
        self.start(response)

    def start(self, response: httpx2.Response) -> None:
        """Start to read a response: the first one, or the one after a reconnection."""
        self.response = response
        self._framing = _choose_framing(response, self.call.operation.stream)
        self._transcoder = _find_transcoder(response)
        self._decoder = EventDecoder(
            self.call,
            response,
            has_events=isinstance(self._framing, EventFraming),
        )
        self._excerpt = b""
        self._is_resumed = bool(self._last_id)
        self._is_checked = False

    @property
    def event(self) -> ServerSentEvent | None:
        """Server-sent event of the last item; None if the stream has no such events."""
        is_event = isinstance(self._framing, EventFraming)
        return to_event(self.frame) if is_event and self.frame is not None else None

    @property
    def last_event_id(self) -> str:
        """ID of the last item that had one. Empty if all items lacked an ID."""
        return self._last_id

    def feed(self, chunk: bytes) -> Iterator[T]:
        """Yield the items that a chunk completes.

        Raises:
            APIConnectionError: If the server restarts the stream after a reconnection.
            APIDecodeError: If an item or the response cannot be decoded, or does not
                match its schema in strict validation.
            APIStreamError: If the API reports an error.
        """
        self._check_media_type()
        if self._framing is None:
            self._excerpt += chunk[: _EXCERPT - len(self._excerpt)]
            if len(self._excerpt) == _EXCERPT:
                raise self._wrong_media_type()
            return
        if self._transcoder is not None:
            chunk = self._transcoder.decode(chunk).encode()
        try:
            for frame in self._framing.feed(chunk):
                yield from self._read_frame(frame)
                if self.is_finished:
                    return
        except ItemTooLongError:
            raise self._make_decoder(b"").failure(
                f"an item of more than {MAX_ITEM_BYTES} bytes"
            ) from None

    def finish(self) -> Iterator[T]:
        """Yield the items that remain at the end of the stream.

        Raises:
            APIDecodeError: If an item or the response cannot be decoded, or does not
                match its schema in strict validation.
            APIStreamError: If the API reports an error.
        """
        self.is_finished = True
        self._check_media_type()
        if self._framing is None:
            raise self._wrong_media_type()
        frame = self._framing.finish()
        if frame is None:
            return
        number = self._count + 1
        if isinstance(self._framing, EventFraming):
            self._decoder.report(frame, number, "a truncated event")
            if self._decoder.is_raw:
                # HTML, section 9.2.6. Events with JSON data are decoded nevertheless,
                # which fails if the JSON is incomplete.
                return
        elif not frame.is_whole:
            self._decoder.report(frame, number, "a truncated value")
        yield from self._read_frame(frame)

    def _check_media_type(self) -> None:
        """Report, once per response, a media type that is not that of a stream.

        Raises:
            APIDecodeError: If the validation is strict.
        """
        kind = media_type(self.response.headers)
        if not self._is_checked and self._framing is not None and kind in _UNNAMED:
            self._is_checked = True
            if kind:
                self._make_decoder(b"").report(f"{kind} instead of a stream")

    def resume(self, failure: httpx2.RequestError) -> float:
        """Return the delay in seconds before the client reconnects.

        Raises:
            APIConnectionError: If the stream cannot be resumed.
        """
        if isinstance(self._framing, EventFraming):
            self._retry = self._framing.retry
            self._last_id = self._framing.last_id or self._last_id
        return self.call.handle_interruption(failure, self._last_id, self._retry)

    def _read_frame(self, frame: Frame) -> Iterator[T]:
        if not self._decoder.is_raw:
            if frame.data == DONE:
                self.is_finished = True
                return
            if not frame.data:
                return  # an empty event, sent to keep the connection alive
        self._count += 1
        self._track_id(frame)
        self.frame = frame
        yield cast("T", self._decoder.decode(frame, self._count))

    def _track_id(self, frame: Frame) -> None:
        """Record the ID of an event.

        Raises:
            APIConnectionError: If the server restarts the stream after a reconnection.
        """
        if self._is_resumed and frame.id and frame.id == self._first_id:
            raise APIConnectionError(
                f"{self.call.prepared.describe()}: the stream was interrupted "
                f"after event {clean(self._last_id, MAX_NAME)}, and the server restarted it from the "
                "beginning instead of resuming it."
            )
        self._is_resumed = False
        self._first_id = self._first_id or frame.id
        self._last_id = frame.id or self._last_id
        self.call.retries = 0

    def _wrong_media_type(self) -> APIDecodeError:
        kind = clean(media_type(self.response.headers), MAX_NAME)
        return self._make_decoder(self._excerpt).failure(f"{kind} instead of a stream")

    def _make_decoder(self, content: bytes) -> Decoder:
        response = self.response
        return Decoder(
            Received(response.status_code, response.headers, content),
            self.call.prepared,
            self.call.limits.response_validation,
            self.call.models,
            self.call.operation,
        )


def _choose_framing(response: httpx2.Response, described: str) -> Framing | None:
    """Return the framing of a response, or None if the response is not a stream.

    The media type of the response takes precedence over the documented format. A
    response with a JSON media type is read as JSON lines, unless server-sent events are
    documented: then it is not a stream.

    Args:
        response: The response.
        described: Documented format; see `Streaming`.
    """
    kind = media_type(response.headers)
    if kind == "text/event-stream":
        return EventFraming()
    if is_sequence(kind):
        return SequenceFraming()
    if is_lines(kind):
        return LineFraming()
    has_events = described in {"sse", "sse-event"}
    if kind in _UNNAMED:
        if has_events:
            return EventFraming()
        return SequenceFraming() if described == "json-seq" else LineFraming()
    is_json = kind.endswith(("/json", "+json"))
    return LineFraming() if is_json and not has_events else None


def _find_transcoder(response: httpx2.Response) -> codecs.IncrementalDecoder | None:
    """Return a decoder for the charset of a response, or None for UTF-8 and ASCII."""
    charset = find_charset(response.headers)
    try:
        "".encode(charset)
    except LookupError:  # not a text encoding, such as `hex`
        return None
    if charset in {"utf-8", "ascii"}:
        return None
    return codecs.getincrementaldecoder(charset)("replace")

"""The answer of a streaming operation as its items, without I/O."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from .decode import Decoder, Received, find_charset, media_type
from .errors import APIConnectionError
from .events import DONE, EventDecoder, to_event
from .framing import ItemTooLongError, LineFraming, SequenceFraming
from .jsonlines import is_lines, is_sequence
from .sse import EventFraming

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

    from .errors import APIDecodeError
    from .exchange import Exchange
    from .framing import Frame, Framing
    from .sse import ServerSentEvent

T = TypeVar("T")

_EXCERPT: Final = 2_000
"""Bytes that are read of an answer that is no stream."""

# What servers and proxies call a stream that they know nothing of.
_UNNAMED: Final = frozenset(
    {"", "text/plain", "application/octet-stream", "binary/octet-stream"}
)


class StreamReader(Generic[T]):
    """Reads the items of one call, which may take several answers.

    Attributes:
        exchange: The call.
        response: The answer that is read.
        frame: What the last item came in.
        is_over: Whether no more items come.
    """

    def __init__(self, exchange: Exchange, response: httpx2.Response) -> None:
        self.exchange = exchange
        self.frame: Frame | None = None
        self.is_over = False
        self._count = 0
        self._first_id: str = ""
        self._last_id: str = ""
        self._retry: int | None = None
        self.start(response)

    def start(self, response: httpx2.Response) -> None:
        """Begin with an answer: the first, or the next one after the last broke off."""
        self.response = response
        self._framing = _choose_framing(response, self.exchange.operation.stream)
        self._transcoder = _find_transcoder(response)
        self._decoder = EventDecoder(
            self.exchange,
            response,
            has_events=isinstance(self._framing, EventFraming),
        )
        self._refused = b""
        self._is_resumed = bool(self._last_id)
        self._is_judged = False

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that the last item came in; None for lines, which are no events."""
        is_event = isinstance(self._framing, EventFraming)
        return to_event(self.frame) if is_event and self.frame is not None else None

    @property
    def last_event_id(self) -> str:
        """The id of the last item that had any."""
        return self._last_id

    def feed(self, chunk: bytes) -> Iterator[T]:
        """Yield the items that a chunk completes.

        Raises:
            APIDecodeError: An item, or the answer, is not what it should be.
            APIStreamError: The API reports an error.
        """
        self._judge()
        if self._framing is None:
            self._refused += chunk[: _EXCERPT - len(self._refused)]
            if len(self._refused) == _EXCERPT:
                raise self._refusal()
            return
        if self._transcoder is not None:
            chunk = self._transcoder.decode(chunk).encode()
        try:
            for frame in self._framing.feed(chunk):
                yield from self._take(frame)
                if self.is_over:
                    return
        except ItemTooLongError:
            raise self._whole(b"").failure("an item that does not end") from None

    def finish(self) -> Iterator[T]:
        """Yield what is left when nothing more comes.

        Raises:
            APIDecodeError: It is not what it should be.
            APIStreamError: The API reports an error.
        """
        self.is_over = True
        self._judge()
        if self._framing is None:
            raise self._refusal()
        frame = self._framing.finish()
        if frame is None:
            return
        number = self._count + 1
        if isinstance(self._framing, EventFraming):
            self._decoder.report(frame, number, "an end in the middle of an event")
            if self._decoder.is_raw:
                return  # HTML, section 9.2.6; JSON shows by itself whether it is whole
        elif not frame.is_whole:
            self._decoder.report(frame, number, "an end in the middle of a value")
        yield from self._take(frame)

    def _judge(self) -> None:
        """Report, once, a stream that is not called one.

        Raises:
            APIDecodeError: In strict validation.
        """
        kind = media_type(self.response.headers)
        if not self._is_judged and self._framing is not None and kind in _UNNAMED:
            self._is_judged = True
            if kind:
                self._whole(b"").report(f"{kind} instead of a stream")

    def resume(self, failure: httpx2.RequestError) -> float:
        """Return the seconds to wait before the rest is asked for.

        Raises:
            APIConnectionError: The rest cannot be asked for.
        """
        if isinstance(self._framing, EventFraming):
            self._retry = self._framing.retry
            self._last_id = self._framing.last_id or self._last_id
        return self.exchange.resumed(failure, self._last_id, self._retry)

    def _take(self, frame: Frame) -> Iterator[T]:
        if not self._decoder.is_raw:
            if frame.data == DONE:
                self.is_over = True
                return
            if not frame.data:
                return  # to keep the connection alive
        self._count += 1
        self._follow(frame)
        self.frame = frame
        yield cast("T", self._decoder.decode(frame, self._count))

    def _follow(self, frame: Frame) -> None:
        """Take note of the id of an event.

        Raises:
            APIConnectionError: The server was asked to go on, and begins anew.
        """
        if self._is_resumed and frame.id and frame.id == self._first_id:
            raise APIConnectionError(
                f"{self.exchange.outgoing.describe()}: the stream broke off after event "
                f"{self._last_id}, and the server begins anew in place of going on"
            )
        self._is_resumed = False
        self._first_id = self._first_id or frame.id
        self._last_id = frame.id or self._last_id
        self.exchange.retries = 0

    def _refusal(self) -> APIDecodeError:
        kind = media_type(self.response.headers)
        return self._whole(self._refused).failure(f"{kind} instead of a stream")

    def _whole(self, content: bytes) -> Decoder:
        response = self.response
        return Decoder(
            Received(response.status_code, response.headers, content),
            self.exchange.outgoing,
            self.exchange.limits.response_validation,
            self.exchange.models,
        )


def _choose_framing(response: httpx2.Response, described: str) -> Framing | None:
    """Return what cuts an answer into items; None when it is no stream.

    The server knows better than its description what it sends. An answer in JSON, where
    lines are described, may be lines all the same; where events are, it is none of them.
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
    """Return what makes text of bytes that are not UTF-8 (or ASCII, a part of it)."""
    charset = find_charset(response.headers)
    try:
        "".encode(charset)
    except LookupError:  # it is none of text, as `hex`
        return None
    if charset in {"utf-8", "ascii"}:
        return None
    return codecs.getincrementaldecoder(charset)("replace")

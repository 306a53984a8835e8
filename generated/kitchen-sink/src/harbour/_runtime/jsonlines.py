"""JSON lines and JSON text sequences, sent item by item."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from .jsontext import to_json_text
from .wire import is_bytes, is_collection, is_model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from .files import Source

_SEQUENCES: Final = ("json-seq",)
_LINES: Final = ("jsonl", "ndjson", "jsonlines", "json-lines", "stream+json")


def is_sequence(media_type: str) -> bool:
    """Whether a media type is that of a JSON text sequence (RFC 7464 and 8091)."""
    return media_type.endswith(_SEQUENCES)


def is_lines(media_type: str) -> bool:
    """Whether a media type is that of JSON values, one after the other."""
    return media_type.endswith((*_LINES, *_SEQUENCES))


def to_lines(media_type: str, body: object) -> Source | None:
    """Return the items of a body as they are sent; None for what is encoded already.

    Args:
        media_type: That of JSON lines, or of a sequence.
        body: Items; one alone is sent as one.
    """
    if isinstance(body, str | os.PathLike) or is_bytes(body) or hasattr(body, "read"):
        return None
    start = b"\x1e" if is_sequence(media_type) else b""
    if isinstance(body, AsyncIterable):
        return _AsyncLines(cast("AsyncIterable[object]", body), start)
    items: list[object] = [body]
    is_one = is_model(body) or isinstance(body, Mapping) or not is_collection(body)
    return _Lines(items if is_one else cast("Iterable[object]", body), start)


class _Lines:
    """The values that something yields, encoded one by one."""

    length = None

    def __init__(self, items: Iterable[object], start: bytes) -> None:
        self._items = items
        self._start = start
        self.replayable = isinstance(items, Sequence)

    def __iter__(self) -> Iterator[bytes]:
        for item in self._items:
            yield _encode(item, self._start)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for item in self._items:
            yield _encode(item, self._start)


class _AsyncLines:
    """The same of what yields them to an event loop."""

    length = None
    replayable = False

    def __init__(self, items: AsyncIterable[object], start: bytes) -> None:
        self._items = items
        self._start = start

    def __iter__(self) -> Iterator[bytes]:
        raise TypeError("only an async client can send what an async iterator yields")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for item in self._items:
            yield _encode(item, self._start)


def _encode(item: object, start: bytes) -> bytes:
    """Return the line of a value; bytes are lines already."""
    line = bytes(item) if is_bytes(item) else to_json_text(item).encode()
    return b"%s%s\n" % (start, line.removesuffix(b"\n"))

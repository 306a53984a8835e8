"""Request bodies of JSON lines or JSON text sequences, sent item by item."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from .json import encode_json
from .values import is_bytes, is_collection, is_model, unsendable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from .files import Source

_SEQUENCES: Final = ("json-seq",)
_LINES: Final = ("jsonl", "ndjson", "jsonlines", "json-lines", "stream+json")


def is_sequence(media_type: str) -> bool:
    """Return whether a media type is a JSON text sequence (RFC 7464 and RFC 8091)."""
    return media_type.endswith(_SEQUENCES)


def is_lines(media_type: str) -> bool:
    """Return whether a media type is JSON lines or a JSON text sequence."""
    return media_type.endswith((*_LINES, *_SEQUENCES))


def to_lines(media_type: str, body: object) -> Source | None:
    """Return the encoded items of a body; None if the body is already encoded.

    Args:
        media_type: The media type of JSON lines or of a JSON text sequence.
        body: An iterable of items, or a single item.
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
    """Items of an iterable, encoded one by one."""

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
    """Items of an async iterable, encoded one by one."""

    length = None
    replayable = False

    def __init__(self, items: AsyncIterable[object], start: bytes) -> None:
        self._items = items
        self._start = start

    def __iter__(self) -> Iterator[bytes]:
        raise TypeError("An async iterator can be sent only by an async client.")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for item in self._items:
            yield _encode(item, self._start)


def _encode(item: object, start: bytes) -> bytes:
    """Return an item as a line; bytes are expected to be encoded already."""
    try:
        line = bytes(item) if is_bytes(item) else encode_json(item).encode()
    except (RecursionError, UnicodeEncodeError) as error:
        raise unsendable(error) from None
    return b"%s%s\n" % (start, line.removesuffix(b"\n"))

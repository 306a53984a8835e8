"""Multipart bodies (RFC 2046, section 5.1), usually forms (RFC 7578)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..operation import Part
from .files import BytesSource, FileInput, Source, find_file_name, is_file, open_source
from .headers import encode_header
from .json import encode_json
from .query import encode_pairs
from .values import is_collection, is_model, to_string

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

_PLAIN = Part()


class Multipart:
    """Multipart body that is read in chunks.

    Attributes:
        content_type: The media type with the boundary.
        length: The number of bytes; None if the size of a file is not known.
        replayable: Whether all files can be read again.
    """

    def __init__(
        self,
        properties: Mapping[str, object],
        parts: Mapping[str, Part],
        media_type: str = "multipart/form-data",
    ) -> None:
        """Create the parts.

        Args:
            properties: The values by wire name. A list becomes several parts.
            parts: The encoding of properties that do not use the default.
            media_type: The media type without a boundary.

        Raises:
            OSError: If a file to upload does not exist.
            TypeError: If a value cannot be sent.
            ValueError: If a number is not finite, or a media type is invalid.
        """
        self._boundary = os.urandom(16).hex()
        self._fields = [
            field
            for name, value in properties.items()
            for field in _to_fields(name, value, parts.get(name, _PLAIN))
        ]
        self.content_type = f"{media_type}; boundary={self._boundary}"
        self.replayable = all(source.replayable for _, source in self._fields)
        self.length = self._count()

    def _count(self) -> int | None:
        total = len(self._end())
        for head, source in self._fields:
            if source.length is None:
                return None
            total += len(self._open(head)) + source.length + len(b"\r\n")
        return total

    def _open(self, head: bytes) -> bytes:
        return b"--%s\r\n%s\r\n" % (self._boundary.encode(), head)

    def _end(self) -> bytes:
        return b"--%s--\r\n" % self._boundary.encode()

    def __iter__(self) -> Iterator[bytes]:
        for head, source in self._fields:
            yield self._open(head)
            yield from source
            yield b"\r\n"
        yield self._end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for head, source in self._fields:
            yield self._open(head)
            async for chunk in source:
                yield chunk
            yield b"\r\n"
        yield self._end()


def _to_fields(name: str, value: object, part: Part) -> Iterator[tuple[bytes, Source]]:
    """Yield the header and content of each part of a property.

    Objects are encoded as JSON (OpenAPI 3.1, section 4.8.15.1). None is not sent, also
    as an item, because forms have no null; in a part that is JSON, it is null.
    """
    if is_file(value):
        yield _to_file(name, value, part)
    elif part.style and not part.content_type:
        for pair in encode_pairs(name, value, part.style):
            key, _, text = pair.partition("=")
            yield _head(unquote(key)), BytesSource(unquote(text).encode())
    elif _is_object(value) or "json" in part.content_type:
        head = _head(name, content_type=part.content_type or "application/json")
        yield head, BytesSource(encode_json(value).encode())
    elif is_collection(value):
        for item in value:
            yield from _to_fields(name, item, part)
    elif value is not None:
        head = _head(name, content_type=part.content_type)
        yield head, BytesSource(to_string(value).encode())


def _is_object(value: object) -> bool:
    return is_model(value) or isinstance(value, dict)


def _to_file(name: str, value: FileInput, part: Part) -> tuple[bytes, Source]:
    headers: Mapping[str, str] = {}
    if isinstance(value, tuple):
        filename, content = value[0], value[1]
        content_type = value[2] if len(value) > 2 else ""
        headers = value[3] if len(value) == 4 else headers
    else:
        filename, content, content_type = find_file_name(value, name), value, ""
    content_type = content_type or part.content_type.partition(",")[0]
    if not content_type or "*" in content_type:
        content_type = guess_media_type(filename)
    head = _head(name, filename, content_type)
    for key, text in headers.items():
        head += f"{key}: {encode_header(key, text)}\r\n".encode()
    return head, open_source(content)


def guess_media_type(filename: str) -> str:
    """Return the media type of a file, guessed from its name."""
    import mimetypes  # reads system tables, which takes milliseconds

    return mimetypes.guess_type(filename)[0] or "application/octet-stream"


def _head(name: str, filename: str | None = None, content_type: str = "") -> bytes:
    head = f'Content-Disposition: form-data; name="{_escape(name)}"'
    if filename is not None:
        head += f'; filename="{_escape(filename)}"'
    if content_type:
        head += f"\r\nContent-Type: {encode_header('Content-Type', content_type)}"
    return f"{head}\r\n".encode()


def _escape(text: str) -> str:
    # As in browsers (HTML, section 4.10.21.8, "multipart/form-data").
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")

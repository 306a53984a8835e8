"""Files to upload: accepted types, and sources that read their bytes."""

from __future__ import annotations

import io
import os
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol, TypeAlias, TypeGuard, cast

from ..transport.threads import run_in_thread
from .values import is_bytes

if TYPE_CHECKING:
    from collections.abc import Generator

FileContent: TypeAlias = (
    bytes | os.PathLike[str] | IO[bytes] | Iterator[bytes] | AsyncIterable[bytes]
)
"""Content of a file to upload: bytes, a path (`os.PathLike`, not a string), a file
opened in binary mode, or an iterator of bytes. An async client also accepts an async
iterator.

Files and iterators are read in chunks while they are sent. A call is not retried if the
content can be read only once, which is the case for iterators and for files that cannot
seek."""

FileInput: TypeAlias = (
    FileContent
    | tuple[str, FileContent]
    | tuple[str, FileContent, str]
    | tuple[str, FileContent, str, Mapping[str, str]]
)
"""File to upload: its content, or a tuple `(name, content)`, `(name, content,
media_type)` or `(name, content, media_type, headers)`.

The headers are added to the part of a multipart body. By default, the name is that of
the path or open file, and the media type is the documented one or is guessed from the
name.

    client.files.create(file=Path("report.pdf"))
    client.files.create(file=("report.pdf", b"%PDF-...", "application/pdf"))
"""

_CHUNK: Final = 128 * 1024


class Source(Protocol):
    """Bytes to send, read in chunks, from the start for each attempt."""

    @property
    def length(self) -> int | None:
        """Number of bytes; None if it is not known."""
        ...

    @property
    def replayable(self) -> bool:
        """Whether the bytes can be read more than once."""
        ...

    def __iter__(self) -> Iterator[bytes]: ...

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class BytesSource:
    """Bytes in memory."""

    replayable = True

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.length = len(content)

    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class _BlockingSource(ABC):
    """Bytes whose reading blocks, such as those of a file or pipe."""

    @abstractmethod
    def __iter__(self) -> Generator[bytes]: ...

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = iter(self)
        try:
            while chunk := await run_in_thread(partial(next, chunks, b"")):
                yield chunk
        finally:
            chunks.close()


class PathSource(_BlockingSource):
    """File given by its path, which is open only while it is read.

    Raises:
        OSError: If the file does not exist.
    """

    replayable = True

    def __init__(self, path: os.PathLike[str]) -> None:
        self._path = Path(path)
        self.length = self._path.stat().st_size

    def __iter__(self) -> Generator[bytes]:
        with self._path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


class FileSource(_BlockingSource):
    """Open file, read from its current position to its end. It is not closed.

    Raises:
        TypeError: If the file was opened in text mode.
    """

    def __init__(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise TypeError("A file to upload must be opened in binary mode.")
        self._file = file
        self._start = 0
        self.length: int | None = None
        seekable = getattr(file, "seekable", None)
        self.replayable = bool(seekable and seekable())
        if self.replayable:
            self._start = file.tell()
            self.length = file.seek(0, os.SEEK_END) - self._start
            file.seek(self._start)

    def __iter__(self) -> Generator[bytes]:
        if self.replayable:
            self._file.seek(self._start)
        while chunk := self._file.read(_CHUNK):
            yield chunk


class IteratorSource:
    """Bytes from an iterator.

    An async client runs the iterator in its event loop, which it should not block.

    Raises:
        TypeError: If the iterator yields anything but bytes.
    """

    length = None
    replayable = False

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return map(_check_chunk, self._chunks)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            yield _check_chunk(chunk)


class AsyncIteratorSource:
    """Bytes from an async iterator.

    Raises:
        TypeError: If the iterator yields anything but bytes, or the client is sync.
    """

    length = None
    replayable = False

    def __init__(self, chunks: AsyncIterable[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        raise TypeError("An async iterator can be sent only by an async client.")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._chunks:
            yield _check_chunk(chunk)


def _check_chunk(chunk: object) -> bytes:
    if not is_bytes(chunk):
        kind = type(chunk).__name__
        raise TypeError(f"An iterator to upload must yield bytes, not {kind}.")
    return bytes(chunk)


def is_iterator(value: object) -> TypeGuard[Iterator[object] | AsyncIterable[object]]:
    """Return whether a value is an iterator, which unlike a list is read once."""
    return hasattr(type(value), "__next__") or hasattr(type(value), "__aiter__")


def is_file_content(value: object) -> TypeGuard[FileContent]:
    """Return whether a value is the content of a file."""
    if is_bytes(value) or isinstance(value, os.PathLike) or is_iterator(value):
        return True
    return _is_open_file(value)


def _is_open_file(value: object) -> TypeGuard[IO[bytes]]:
    return callable(getattr(value, "read", None))


def is_file(value: object) -> TypeGuard[FileInput]:
    """Return whether a value is a file to upload."""
    if not isinstance(value, tuple):
        return is_file_content(value)
    parts = cast("tuple[object, ...]", value)
    return (
        len(parts) in {2, 3, 4}
        and is_file_content(parts[1])
        and all(isinstance(part, str) for part in (parts[0], *parts[2:3]))
        and all(isinstance(part, Mapping) for part in parts[3:])
    )


def open_source(content: FileContent) -> Source:
    """Return the source that reads the content of a file.

    Raises:
        OSError: If the file does not exist.
        TypeError: If the file was opened in text mode.
    """
    if isinstance(content, os.PathLike):
        return PathSource(content)
    if isinstance(content, bytes | bytearray | memoryview):
        return BytesSource(bytes(content))
    if _is_open_file(content):
        return FileSource(content)
    if isinstance(content, AsyncIterable):
        return AsyncIteratorSource(content)
    return IteratorSource(content)


def find_file_name(content: FileContent, otherwise: str) -> str:
    """Return the name of a file, or a default if it has none."""
    if isinstance(content, os.PathLike):
        return Path(content).name
    # A file that was opened by its descriptor has a number as its name.
    name: object = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else otherwise

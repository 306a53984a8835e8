"""What can be uploaded, and how its bytes are read."""

from __future__ import annotations

import io
import os
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol, TypeAlias, TypeGuard, cast

from .threads import run_in_thread
from .wire import is_bytes

if TYPE_CHECKING:
    from collections.abc import Generator

FileContent: TypeAlias = (
    bytes | os.PathLike[str] | IO[bytes] | Iterator[bytes] | AsyncIterable[bytes]
)
"""The content of a file: bytes, the path of a file, a file opened in binary mode, or an
iterator of bytes, which an async client also takes in its async form. It is read while
it is sent, never as a whole. What an iterator yields can be sent only once, so that such
a call is not tried again."""

FileInput: TypeAlias = (
    FileContent
    | tuple[str, FileContent]
    | tuple[str, FileContent, str]
    | tuple[str, FileContent, str, Mapping[str, str]]
)
"""A file to upload: its content, or (name, content), or (name, content, media type), or
the same with further headers of its part of a multipart body."""

_CHUNK: Final = 128 * 1024


class Source(Protocol):
    """Bytes to send, read piece by piece, anew for each try."""

    @property
    def length(self) -> int | None:
        """How many bytes there are; None when nobody knows."""
        ...

    @property
    def replayable(self) -> bool:
        """Whether they can be read more than once."""
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
    """Bytes that a disk or a pipe has to bring."""

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
    """A file by its path, open only while it is read.

    Raises:
        OSError: There is no such file.
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
    """An open file, from where it stands to its end; it is not closed.

    Raises:
        TypeError: The file was opened in text mode.
    """

    def __init__(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise TypeError("a file to upload must be opened in binary mode")
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
    """What an iterator yields.

    It runs where the client runs, so that it should not block the event loop.

    Raises:
        TypeError: It yields something else than bytes.
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
    """What an async iterator yields.

    Raises:
        TypeError: It yields something else than bytes, or the client is a sync one.
    """

    length = None
    replayable = False

    def __init__(self, chunks: AsyncIterable[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        raise TypeError("only an async client can send what an async iterator yields")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._chunks:
            yield _check_chunk(chunk)


def _check_chunk(chunk: object) -> bytes:
    if not is_bytes(chunk):
        kind = type(chunk).__name__
        raise TypeError(f"an iterator to upload must yield bytes, not {kind}")
    return bytes(chunk)


def is_iterator(value: object) -> TypeGuard[Iterator[object] | AsyncIterable[object]]:
    """Whether a value yields others as they come, once, unlike a list."""
    return hasattr(type(value), "__next__") or hasattr(type(value), "__aiter__")


def is_file_content(value: object) -> TypeGuard[FileContent]:
    """Whether a value is the content of a file."""
    if is_bytes(value) or isinstance(value, os.PathLike) or is_iterator(value):
        return True
    return _is_open_file(value)


def _is_open_file(value: object) -> TypeGuard[IO[bytes]]:
    return callable(getattr(value, "read", None))


def is_file(value: object) -> TypeGuard[FileInput]:
    """Whether a value is a file to upload."""
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
    """Return the bytes of a file's content.

    Raises:
        OSError: There is no such file.
        TypeError: The file was opened in text mode, or the content is none.
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
    """Return the name a file goes by."""
    if isinstance(content, os.PathLike):
        return Path(content).name
    # The name of a file that was opened by descriptor is a number.
    name: object = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else otherwise

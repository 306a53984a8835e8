"""Downloads: response bodies that are read in chunks or written to a file."""

from __future__ import annotations

import codecs
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import httpx2

from ..errors import SDKError
from ..response.chunks import parse_length, receive, receive_async
from ..response.properties import ResponseProperties
from ..response.reply import collect
from ..transport.threads import run_in_thread
from .file_name import find_file_name
from .part_file import PartFile

if TYPE_CHECKING:
    import os
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Awaitable,
        Callable,
        Generator,
        Iterator,
    )
    from pathlib import Path

    from ..transport.call import Call

_CHUNK: Final = 1024 * 1024
"""Size of the chunks that are written to a file, in bytes."""


class ResponseIntercepted(BaseException):
    """Raised to end a method before it decodes a response intercepted as a download."""


class BodyInterceptor:
    """Collector that takes the response of a call before it is decoded."""

    streams_body = True

    def __init__(self) -> None:
        self.response: httpx2.Response | None = None
        self.call: Call | None = None

    def record(self, response: httpx2.Response, call: Call) -> None:
        """Take a response.

        Raises:
            ResponseIntercepted: Always, so that the method does not read the body.
        """
        self.response, self.call = response, call
        raise ResponseIntercepted


@contextmanager
def _intercept() -> Generator[BodyInterceptor]:
    collector = BodyInterceptor()
    try:
        with collect(collector):
            yield collector
    except ResponseIntercepted:
        pass


@contextmanager
def open_download(call: Callable[[], object]) -> Generator[Download]:
    """Make a call and yield its response as a download; close it at the end.

    Raises:
        SDKError: If the function does not call the API, or the call fails.
    """
    with _intercept() as intercepted:
        call()
    download = Download(intercepted)
    try:
        yield download
    finally:
        download.close()


@asynccontextmanager
async def open_async_download(
    call: Callable[[], Awaitable[object]],
) -> AsyncGenerator[AsyncDownload]:
    """Make an async call and yield its response as a download; close it at the end.

    Raises:
        SDKError: If the function does not call the API, or the call fails.
    """
    with _intercept() as intercepted:
        await call()
    download = AsyncDownload(intercepted)
    try:
        yield download
    finally:
        await download.close()


class _DownloadCore(ResponseProperties):
    """Common part of sync and async downloads."""

    def __init__(self, intercepted: BodyInterceptor) -> None:
        if intercepted.response is None or intercepted.call is None:
            raise SDKError("with_download requires a method that calls the API.")
        self.http = intercepted.response
        self._call = intercepted.call
        self._is_read = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._call.prepared.describe()}>"

    @property
    def length(self) -> int | None:
        """Length of the body in bytes.

        None if the server does not declare it, or the body is compressed.
        """
        length = parse_length(self.headers)
        return None if "content-encoding" in self.headers else length

    @property
    def file_name(self) -> str | None:
        """File name from the `Content-Disposition` header; None if missing.

        It is safe to use as a file name: it contains no directory and no control
        characters, and does not start with a dot.
        """
        return find_file_name(self.headers)

    def _begin(self) -> None:
        if self._is_read:
            raise SDKError("A download can be read only once.")
        self._is_read = True

    def _text_decoder(self) -> codecs.IncrementalDecoder:
        from ..response.decode import (
            find_charset,
        )  # loads pydantic, which files do not need

        charset = find_charset(self.headers)
        try:
            "".encode(charset)
        except LookupError:  # not a text encoding, such as `hex`
            charset = "utf-8"
        return codecs.getincrementaldecoder(charset)("replace")


class Download(_DownloadCore):
    """Response whose body is read in chunks, and only once.

        with client.with_download(client.files.content)("f_1") as download:
            print(download.file_name, download.length)
            download.write_to("report.pdf")

    Attributes:
        http: The underlying `httpx2.Response`.
    """

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the body in chunks, decompressed.

        Args:
            chunk_size: Size of the chunks in bytes; None for chunks as received.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        self._begin()
        return self._read(chunk_size)

    def _read(self, chunk_size: int | None) -> Generator[bytes]:
        chunks = receive(self.http, chunk_size)
        try:
            yield from chunks
        except httpx2.RequestError as failure:
            raise self._call.interruption_error(failure) from failure

    def iter_text(self) -> Iterator[str]:
        """Yield the body in chunks as strings.

        The charset is that of the `Content-Type` header, UTF-8 by default. Bytes that
        are invalid in it are replaced by U+FFFD.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        decoder = self._text_decoder()
        for chunk in self.iter_bytes():
            if text := decoder.decode(chunk):
                yield text
        if text := decoder.decode(b"", final=True):
            yield text

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body as strings, without LF or CRLF.

        The body is decoded as in `iter_text`.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        rest = ""
        for text in self.iter_text():
            *lines, rest = f"{rest}{text}".split("\n")
            for line in lines:
                yield line.removesuffix("\r")
        if rest:
            yield rest.removesuffix("\r")

    def read(self) -> bytes:
        """Read the whole body and return it, decompressed.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        return b"".join(self.iter_bytes())

    def write_to(self, path: str | os.PathLike[str]) -> Path:
        """Write the body to a file.

        The body is written to a temporary file in the same directory, which replaces
        the target when it is complete. If the download fails, the temporary file is
        removed, and an existing file at `path` is left unchanged.

        Args:
            path: Path of the file.

        Returns:
            The absolute path of the file, with symbolic links resolved.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            OSError: If the path is a directory, or the file cannot be written.
            SDKError: If the body was already read.
        """
        with PartFile(path) as file:
            for chunk in self.iter_bytes(_CHUNK):
                file.write(chunk)
            return file.finish()

    def close(self) -> None:
        """Discard the rest of the body and release the connection."""
        self.http.close()


class AsyncDownload(_DownloadCore):
    """Response of an async client whose body is read in chunks, and only once.

        async with client.with_download(client.files.content)("f_1") as download:
            print(download.file_name, download.length)
            await download.write_to("report.pdf")

    Attributes:
        http: The underlying `httpx2.Response`.
    """

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the body in chunks, decompressed.

        Args:
            chunk_size: Size of the chunks in bytes; None for chunks as received.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        self._begin()
        return self._read(chunk_size)

    async def _read(self, chunk_size: int | None) -> AsyncGenerator[bytes]:
        chunks = await receive_async(self.http, chunk_size)
        try:
            async for chunk in chunks:
                yield chunk
        except httpx2.RequestError as failure:
            raise self._call.interruption_error(failure) from failure
        finally:
            await chunks.aclose()

    async def iter_text(self) -> AsyncIterator[str]:
        """Yield the body in chunks as strings.

        The charset is that of the `Content-Type` header, UTF-8 by default. Bytes that
        are invalid in it are replaced by U+FFFD.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        decoder = self._text_decoder()
        async for chunk in self.iter_bytes():
            if text := decoder.decode(chunk):
                yield text
        if text := decoder.decode(b"", final=True):
            yield text

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as strings, without LF or CRLF.

        The body is decoded as in `iter_text`.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        rest = ""
        async for text in self.iter_text():
            *lines, rest = f"{rest}{text}".split("\n")
            for line in lines:
                yield line.removesuffix("\r")
        if rest:
            yield rest.removesuffix("\r")

    async def read(self) -> bytes:
        """Read the whole body and return it, decompressed.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            SDKError: If the body was already read.
        """
        return b"".join([chunk async for chunk in self.iter_bytes()])

    async def write_to(self, path: str | os.PathLike[str]) -> Path:
        """Write the body to a file.

        The body is written to a temporary file in the same directory, which replaces
        the target when it is complete. If the download fails, the temporary file is
        removed, and an existing file at `path` is left unchanged. File operations run
        in worker threads, so they do not block the event loop.

        Args:
            path: Path of the file.

        Returns:
            The absolute path of the file, with symbolic links resolved.

        Raises:
            APIConnectionError: If the connection is lost, or the body does not have the
                length that its headers declare.
            OSError: If the path is a directory, or the file cannot be written.
            SDKError: If the body was already read.
        """
        with await run_in_thread(lambda: PartFile(path)) as file:
            async for chunk in self.iter_bytes(_CHUNK):
                await run_in_thread(partial(file.write, chunk))
            return await run_in_thread(file.finish)

    async def close(self) -> None:
        """Discard the rest of the body and release the connection."""
        await self.http.aclose()

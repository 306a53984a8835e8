"""The body of an answer as a file: read piece by piece, or written to disk."""

from __future__ import annotations

import codecs
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import httpx2

from .answered import Answered
from .errors import SDKError
from .filename import find_file_name
from .partfile import PartFile
from .receiving import receive, receive_async
from .reply import collect
from .threads import run_in_thread

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

    from .exchange import Exchange

_CHUNK: Final = 1024 * 1024
"""Bytes that are written at once."""


class AnswerTaken(BaseException):
    """Ends a method whose answer somebody else reads, before it is decoded."""


class BodyCollector:
    """Takes the answer away from the call that is made."""

    keeps_open = True

    def __init__(self) -> None:
        self.response: httpx2.Response | None = None
        self.exchange: Exchange | None = None

    def record(self, response: httpx2.Response, exchange: Exchange) -> None:
        """Take an answer.

        Raises:
            AnswerTaken: Always, so that nobody reads it but whoever takes it from here.
        """
        self.response, self.exchange = response, exchange
        raise AnswerTaken


@contextmanager
def _taking() -> Generator[BodyCollector]:
    collector = BodyCollector()
    try:
        with collect(collector):
            yield collector
    except AnswerTaken:
        pass


@contextmanager
def open_download(call: Callable[[], object]) -> Generator[Download]:
    """Make a call, and yield its answer; it is closed behind.

    Raises:
        SDKError: The call makes none, or cannot be made.
    """
    with _taking() as taken:
        call()
    download = Download(taken)
    try:
        yield download
    finally:
        download.close()


@asynccontextmanager
async def open_async_download(
    call: Callable[[], Awaitable[object]],
) -> AsyncGenerator[AsyncDownload]:
    """Make a call of an async client, and yield its answer; it is closed behind.

    Raises:
        SDKError: The call makes none, or cannot be made.
    """
    with _taking() as taken:
        await call()
    download = AsyncDownload(taken)
    try:
        yield download
    finally:
        await download.close()


class _DownloadCore(Answered):
    """What both kinds of downloads know of themselves."""

    def __init__(self, taken: BodyCollector) -> None:
        if taken.response is None or taken.exchange is None:
            raise SDKError("with_download needs a method that calls the API")
        self.http = taken.response
        self._exchange = taken.exchange
        self._is_read = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._exchange.outgoing.describe()}>"

    @property
    def length(self) -> int | None:
        """How many bytes will come; None when nobody knows."""
        length = self.headers.get("content-length", "")
        if "content-encoding" in self.headers or not length.isdecimal():
            return None
        return int(length)

    @property
    def file_name(self) -> str | None:
        """What the server calls the file: a bare name, if it gives one."""
        return find_file_name(self.headers)

    def _begin(self) -> None:
        if self._is_read:
            raise SDKError("a download can be read only once")
        self._is_read = True

    def _text_decoder(self) -> codecs.IncrementalDecoder:
        from .decode import find_charset  # it loads pydantic, which files do not need

        charset = find_charset(self.headers)
        try:
            "".encode(charset)
        except LookupError:  # it is none of text, as `hex`
            charset = "utf-8"
        return codecs.getincrementaldecoder(charset)("replace")


class Download(_DownloadCore):
    """The body of an answer, which is read while it comes, once.

    Attributes:
        http: The answer as the HTTP library has it.
    """

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the body, decompressed.

        Args:
            chunk_size: How many bytes to yield at once; None for as they come.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        self._begin()
        return self._read(chunk_size)

    def _read(self, chunk_size: int | None) -> Generator[bytes]:
        chunks = receive(self.http, chunk_size)
        try:
            yield from chunks
        except httpx2.RequestError as failure:
            raise self._exchange.broken(failure) from failure

    def iter_text(self) -> Iterator[str]:
        """Yield the body as text, in the charset that it says, else UTF-8.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        decoder = self._text_decoder()
        for chunk in self.iter_bytes():
            if text := decoder.decode(chunk):
                yield text
        if text := decoder.decode(b"", final=True):
            yield text

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body, without their ends.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        rest = ""
        for text in self.iter_text():
            *lines, rest = f"{rest}{text}".split("\n")
            for line in lines:
                yield line.removesuffix("\r")
        if rest:
            yield rest.removesuffix("\r")

    def read(self) -> bytes:
        """Return the whole body.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        return b"".join(self.iter_bytes())

    def write_to(self, path: str | os.PathLike[str]) -> Path:
        """Write the body to a file, and return its path.

        The file is there when it is whole: until then it has another name beside, and a
        file that was there before is left alone. If it cannot be written or does not
        come whole, nothing is left of it.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            OSError: The path is that of a folder, or the file cannot be written.
            SDKError: It was read before.
        """
        with PartFile(path) as file:
            for chunk in self.iter_bytes(_CHUNK):
                file.write(chunk)
            return file.finish()

    def close(self) -> None:
        """Give the connection back; what was not read is lost."""
        self.http.close()


class AsyncDownload(_DownloadCore):
    """The body of an answer, which is read while it comes, once: for async clients.

    Attributes:
        http: The answer as the HTTP library has it.
    """

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the body, decompressed.

        Args:
            chunk_size: How many bytes to yield at once; None for as they come.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        self._begin()
        return self._read(chunk_size)

    async def _read(self, chunk_size: int | None) -> AsyncGenerator[bytes]:
        chunks = await receive_async(self.http, chunk_size)
        try:
            async for chunk in chunks:
                yield chunk
        except httpx2.RequestError as failure:
            raise self._exchange.broken(failure) from failure
        finally:
            await chunks.aclose()

    async def iter_text(self) -> AsyncIterator[str]:
        """Yield the body as text, in the charset that it says, else UTF-8.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        decoder = self._text_decoder()
        async for chunk in self.iter_bytes():
            if text := decoder.decode(chunk):
                yield text
        if text := decoder.decode(b"", final=True):
            yield text

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body, without their ends.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        rest = ""
        async for text in self.iter_text():
            *lines, rest = f"{rest}{text}".split("\n")
            for line in lines:
                yield line.removesuffix("\r")
        if rest:
            yield rest.removesuffix("\r")

    async def read(self) -> bytes:
        """Return the whole body.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            SDKError: It was read before.
        """
        return b"".join([chunk async for chunk in self.iter_bytes()])

    async def write_to(self, path: str | os.PathLike[str]) -> Path:
        """Write the body to a file, outside of the event loop, and return its path.

        The file is there when it is whole: until then it has another name beside, and a
        file that was there before is left alone. If it cannot be written or does not
        come whole, nothing is left of it.

        Raises:
            APIConnectionError: It broke off, or is not as long as announced.
            OSError: The path is that of a folder, or the file cannot be written.
            SDKError: It was read before.
        """
        with await run_in_thread(lambda: PartFile(path)) as file:
            async for chunk in self.iter_bytes(_CHUNK):
                await run_in_thread(partial(file.write, chunk))
            return await run_in_thread(file.finish)

    async def close(self) -> None:
        """Give the connection back; what was not read is lost."""
        await self.http.aclose()

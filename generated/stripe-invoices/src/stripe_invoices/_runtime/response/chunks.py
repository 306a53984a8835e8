"""Reading and streaming of response bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

_MAX_DIGITS: Final = 20
"""Maximum number of digits of a length. Python does not convert thousands of digits."""


class BodyLimit(NamedTuple):
    """Limit of the size of a body.

    Attributes:
        size: Maximum number of bytes after decompression; None for no limit.
        cuts: Whether the start of a longer body is kept rather than nothing.
    """

    size: int | None
    cuts: bool

    @property
    def kept(self) -> int | None:
        """Number of bytes that are kept of a longer body; None for all of them."""
        return self.size if self.cuts else 0


def read_body(response: httpx2.Response, limit: BodyLimit) -> bool:
    """Read the decompressed body of a response, which is then its `content`.

    Args:
        response: Response with an open body. It is closed at the end.
        limit: Limit of the body.

    Returns:
        Whether the body is within the limit.

    Raises:
        httpx2.RequestError: If the body cannot be read.
    """
    if response.is_closed:
        return _limit_content(response, limit)
    # Not a list of chunks: a body in chunks of one byte would need forty times as much
    # memory. httpx2 decompresses in pieces of at most 1 MiB.
    content = bytearray()
    size = limit.size
    is_complete = limit.cuts or not _declares_more(response, size)
    try:
        if is_complete:
            for chunk in response.iter_bytes():
                content += chunk
                if size is not None and len(content) > size:
                    is_complete = False
                    break
    finally:
        response.close()
    _store(response, content, None if is_complete else limit.kept)
    return is_complete


async def read_body_async(response: httpx2.Response, limit: BodyLimit) -> bool:
    """Read the decompressed body of a response of an async client; see `read_body`."""
    if response.is_closed:
        return _limit_content(response, limit)
    content = bytearray()
    size = limit.size
    is_complete = limit.cuts or not _declares_more(response, size)
    try:
        if is_complete:
            async for chunk in response.aiter_bytes():
                content += chunk
                if size is not None and len(content) > size:
                    is_complete = False
                    break
    finally:
        await response.aclose()
    _store(response, content, None if is_complete else limit.kept)
    return is_complete


def _declares_more(response: httpx2.Response, limit: int | None) -> bool:
    """Return whether the headers declare a body that exceeds a limit."""
    return (
        limit is not None
        and (parse_length(response.headers) or 0) > limit
        and "content-encoding" not in response.headers
        and response.request.method != "HEAD"
    )


def parse_length(headers: httpx2.Headers) -> int | None:
    """Return the number in the Content-Length header; None if missing or invalid."""
    length = headers.get("content-length", "")
    is_number = length.isdecimal() and len(length) <= _MAX_DIGITS
    return int(length) if is_number else None


def _limit_content(response: httpx2.Response, limit: BodyLimit) -> bool:
    """Limit a body that was read before, for example by a mock; see `read_body`."""
    content = response.content
    if limit.size is None or len(content) <= limit.size:
        return True
    _store(response, content, limit.kept)
    return False


def _store(
    response: httpx2.Response, content: bytes | bytearray, kept: int | None
) -> None:
    # `read` of httpx2 stores its result in the same attribute, but has no limit.
    vars(response)["_content"] = bytes(content if kept is None else content[:kept])


def receive(
    response: httpx2.Response, chunk_size: int | None = None
) -> Generator[bytes]:
    """Return an iterator over the decompressed body. It closes the response at the end.

    The generator is started before it is returned. An unused generator therefore closes
    the response as well when it is garbage-collected, and the connection returns to the
    pool.

    Args:
        response: Response with an open body.
        chunk_size: Number of bytes per chunk. None to yield chunks as they are
            received.

    Raises:
        httpx2.RequestError: If the connection breaks, or if the body does not have the
            announced length.
    """
    chunks = _receive(response, chunk_size)
    next(chunks)
    return chunks


def _receive(response: httpx2.Response, chunk_size: int | None) -> Generator[bytes]:
    try:
        yield b""
        was_consumed = response.is_stream_consumed
        yield from response.iter_bytes(chunk_size)
        if not was_consumed:
            check_length(response)
    finally:
        response.close()


async def receive_async(
    response: httpx2.Response, chunk_size: int | None = None
) -> AsyncGenerator[bytes]:
    """Return an async iterator over the decompressed body; see `receive`.

    The generator is started before it is returned, so that the event loop finalizes it,
    and thereby closes the response, if it is not used.

    Args:
        response: Response with an open body.
        chunk_size: Number of bytes per chunk. None to yield chunks as they are
            received.

    Raises:
        httpx2.RequestError: If the connection breaks, or if the body does not have the
            announced length.
    """
    chunks = _receive_async(response, chunk_size)
    await anext(chunks)
    return chunks


async def _receive_async(
    response: httpx2.Response, chunk_size: int | None
) -> AsyncGenerator[bytes]:
    try:
        yield b""
        was_consumed = response.is_stream_consumed
        async for chunk in response.aiter_bytes(chunk_size):
            yield chunk
        if not was_consumed:
            check_length(response)
    finally:
        await response.aclose()


def check_length(response: httpx2.Response) -> None:
    """Compare the number of received bytes with the Content-Length header.

    Network connections check this in the HTTP library; custom transports do not.

    Raises:
        httpx2.RemoteProtocolError: If the body is shorter or longer than announced.
    """
    length = parse_length(response.headers)
    if (
        length is not None
        and "transfer-encoding" not in response.headers
        and response.num_bytes_downloaded != length
    ):
        raise httpx2.RemoteProtocolError(
            f"received {response.num_bytes_downloaded} bytes, expected {length}"
        )

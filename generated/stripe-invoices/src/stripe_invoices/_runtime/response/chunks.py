"""Streaming of response bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator


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
    length = response.headers.get("content-length", "")
    if (
        length.isdecimal()
        and "transfer-encoding" not in response.headers
        and response.num_bytes_downloaded != int(length)
    ):
        raise httpx2.RemoteProtocolError(
            f"received {response.num_bytes_downloaded} bytes, expected {length}"
        )

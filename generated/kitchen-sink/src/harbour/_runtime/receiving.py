"""The body of an answer, received piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator


def receive(
    response: httpx2.Response, chunk_size: int | None = None
) -> Generator[bytes]:
    """Yield the body, decompressed, and close the answer whatever happens.

    The generator is started: so one that nobody uses closes the answer, too, when it is
    collected, and its connection goes back to the pool.

    Raises:
        httpx2.RequestError: It broke off.
    """
    chunks = _receive(response, chunk_size)
    next(chunks)
    return chunks


def _receive(response: httpx2.Response, chunk_size: int | None) -> Generator[bytes]:
    try:
        yield b""
        was_there = response.is_stream_consumed
        yield from response.iter_bytes(chunk_size)
        if not was_there:
            check_length(response)
    finally:
        response.close()


async def receive_async(
    response: httpx2.Response, chunk_size: int | None = None
) -> AsyncGenerator[bytes]:
    """Yield the same for an async client.

    The event loop is who closes what was started and is not used any more.

    Raises:
        httpx2.RequestError: It broke off.
    """
    chunks = _receive_async(response, chunk_size)
    await anext(chunks)
    return chunks


async def _receive_async(
    response: httpx2.Response, chunk_size: int | None
) -> AsyncGenerator[bytes]:
    try:
        yield b""
        was_there = response.is_stream_consumed
        async for chunk in response.aiter_bytes(chunk_size):
            yield chunk
        if not was_there:
            check_length(response)
    finally:
        await response.aclose()


def check_length(response: httpx2.Response) -> None:
    """Refuse a body that is shorter or longer than its headers say.

    Connections check this by themselves; transports of other kinds do not.

    Raises:
        httpx2.RemoteProtocolError: It is.
    """
    length = response.headers.get("content-length", "")
    if (
        length.isdecimal()
        and "transfer-encoding" not in response.headers
        and response.num_bytes_downloaded != int(length)
    ):
        raise httpx2.RemoteProtocolError(
            f"{response.num_bytes_downloaded} bytes came of {length}"
        )

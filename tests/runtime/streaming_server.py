"""A mock server that streams its responses in chunks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Unpack

import httpx2
from runtime import Operation, Options, ServerSentEvent, Service

from .mock_server import Kind, MockServer
from .sample_models import Label

SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com",
    models="tests.runtime.sample_models",
)
SSE_HEADERS = {"content-type": "text/event-stream"}
JSONL_HEADERS = {"content-type": "application/jsonl"}

RAW_EVENTS: Operation[ServerSentEvent] = Operation(
    "GET",
    "/events",
    returns=ServerSentEvent,
    accept="text/event-stream",
    stream="sse",
)
LABELS: Operation[Label] = Operation("GET", "/labels", returns="Label", stream="sse")
POST_LABELS: Operation[Label] = Operation(
    "POST", "/labels", returns="Label", stream="sse"
)
LABEL_LINES: Operation[Label] = Operation(
    "GET", "/labels", returns="Label", stream="jsonl"
)
CONNECTION_RESET = httpx2.ReadError("reset")


class ChunkedBody(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Response body in chunks.

    Attributes:
        sent: Number of chunks sent so far.
        is_closed: Whether the client has closed the body.
    """

    def __init__(
        self, chunks: Sequence[bytes], failure: httpx2.RequestError | None = None
    ) -> None:
        self._chunks = chunks
        self._failure = failure
        self.sent = 0
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.sent += 1
            yield chunk
        if self._failure:
            raise self._failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            await asyncio.sleep(0)
            yield chunk

    def close(self) -> None:
        self.is_closed = True

    async def aclose(self) -> None:
        self.is_closed = True


def stream_response(
    *chunks: bytes,
    status: int = 200,
    headers: Mapping[str, str] = SSE_HEADERS,
    failure: httpx2.RequestError | None = None,
) -> httpx2.Response:
    """Return a response whose body is sent in chunks.

    Args:
        chunks: Chunks of the body.
        status: Status code.
        headers: Headers.
        failure: Exception to raise after the last chunk.
    """
    body = ChunkedBody(chunks, failure)
    # HTTP clients wrap the stream; `body_of` finds it here.
    return httpx2.Response(
        status, headers=headers, stream=body, extensions={"body": body}
    )


class StreamingServer(MockServer):
    """Mock server whose response bodies are not read in advance."""

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        response = (
            self.responses.pop(0) if len(self.responses) > 1 else self.responses[0]
        )
        result = response(request) if callable(response) else response
        if isinstance(result, httpx2.RequestError):
            raise result
        return result

    def read_items(
        self, kind: Kind, operation: Operation[Any], **options: Unpack[Options]
    ) -> list[Any]:
        """Open a stream with a new client and return its items."""
        if kind == "sync":
            with (
                self.client(SERVICE) as client,
                client.open_stream(operation, options=options) as stream,
            ):
                return list(stream)

        async def run() -> list[Any]:
            async with (
                self.async_client(SERVICE) as client,
                await client.open_stream(operation, options=options) as stream,
            ):
                return [item async for item in stream]

        return asyncio.run(run())


def body_of(response: httpx2.Response) -> ChunkedBody:
    """Return the body of a response of `stream_response`."""
    body: ChunkedBody = response.extensions["body"]
    return body


def encode_lines(*values: object) -> bytes:
    """Return values as JSON lines."""
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def encode_event(value: object, **fields: object) -> bytes:
    """Return a server-sent event with JSON data and further fields."""
    head = "".join(f"{name}: {text}\n" for name, text in fields.items())
    return f"{head}data: {json.dumps(value)}\n\n".encode()

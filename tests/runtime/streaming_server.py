"""Answers whose bodies come piece by piece, from a transport in memory."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Unpack

import httpx2
from runtime import Operation, Options, ServerSentEvent, Service

from .mock_server import Kind, Server
from .sample_models import Label

SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com",
    models="tests.runtime.sample_models",
)
EVENTS = {"content-type": "text/event-stream"}
LINES = {"content-type": "application/jsonl"}

RAW: Operation[ServerSentEvent] = Operation(
    "GET",
    "/events",
    returns=ServerSentEvent,
    accept="text/event-stream",
    stream="sse",
)
LABELS: Operation[Label] = Operation("GET", "/labels", returns="Label", stream="sse")
POSTED: Operation[Label] = Operation("POST", "/labels", returns="Label", stream="sse")
LABEL_LINES: Operation[Label] = Operation(
    "GET", "/labels", returns="Label", stream="jsonl"
)
BROKEN = httpx2.ReadError("reset")


class Feed(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body, and how it breaks off, if it does."""

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


def feed(
    *chunks: bytes,
    status: int = 200,
    headers: Mapping[str, str] = EVENTS,
    failure: httpx2.RequestError | None = None,
) -> httpx2.Response:
    """Return an answer that is fed so."""
    body = Feed(chunks, failure)
    # HTTP clients put streams of their own around it.
    return httpx2.Response(
        status, headers=headers, stream=body, extensions={"feed": body}
    )


class Feeder(Server):
    """Leaves the bodies of its answers open."""

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        step = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        result = step(request) if callable(step) else step
        if isinstance(result, httpx2.RequestError):
            raise result
        return result

    def read(
        self, kind: Kind, operation: Operation[Any], **options: Unpack[Options]
    ) -> list[Any]:
        """Return all items of a stream."""
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


def body_of(response: httpx2.Response) -> Feed:
    """Return what an answer is fed by."""
    body: Feed = response.extensions["feed"]
    return body


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def event(value: object, **fields: object) -> bytes:
    head = "".join(f"{name}: {text}\n" for name, text in fields.items())
    return f"{head}data: {json.dumps(value)}\n\n".encode()

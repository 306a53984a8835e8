"""Streamed responses, and uploads that are hashed while they arrive."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from .connection import CHUNK, Reset, Response, json_response, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .call import Call, Handler

PIECE = bytes(range(256)) * (CHUNK // 256)
"""Repeated content of downloads."""


def pieces(size: int) -> Iterator[bytes]:
    """Yield the content of a download of `size` bytes."""
    for _ in range(size // CHUNK):
        yield PIECE
    yield PIECE[: size % CHUNK]


async def download(call: Call) -> Response | None:
    """Send as many bytes as in the path; with `break`, reset the connection after so many."""
    size, stop = int(call.path_values[0]), int(call.request.query.get("break", -1))
    if size < 0:
        return problem(404, "there is no such file")
    headers = {"Content-Type": "application/octet-stream", "Content-Length": f"{size}"}
    call.connection.start(200, headers)
    sent = 0
    for piece in pieces(size):
        await call.connection.write(piece)
        sent += len(piece)
        if 0 <= stop <= sent:
            raise Reset
    return None


async def upload(call: Call) -> Response:
    """Count and hash the body."""
    size, digest = 0, hashlib.sha256()
    async for chunk in call.request.chunks():
        size += len(chunk)
        digest.update(chunk)
    return json_response({"size": size, "sha256": digest.hexdigest()})


async def count(call: Call) -> Response:
    """Count the body. Hashing would be slower than loopback."""
    size = 0
    async for chunk in call.request.chunks():
        size += len(chunk)
    return json_response({"size": size, "sha256": ""})


async def send_events(call: Call) -> None:
    """Send events with ids from 1 on, or after `Last-Event-ID`.

    `break` resets the connection after so many events of the first request. A request
    with `Last-Event-ID` gets the rest.
    """
    query = call.request.query
    total, stop = int(query.get("events", 5)), int(query.get("break", 0))
    last = int(call.request.headers.get("last-event-id", "0"))
    headers = {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"}
    call.connection.start(200, headers)
    await call.connection.write_chunk(b": hello\nretry: 10\n\n")
    for number in range(last + 1, total + 1):
        data = json.dumps({"number": number, "text": "ä\n"}, indent=1)
        lines = "".join(f"data: {line}\n" for line in data.splitlines())
        event = f"id: {number}\nevent: tick\n{lines}\n".encode()
        # In two pieces, so that chunks and events differ.
        await call.connection.write_chunk(event[:7])
        await call.connection.write_chunk(event[7:])
        if number == stop and not last:
            raise Reset
    await call.connection.write_chunk(b"data: [DONE]\n\n")
    await call.connection.write_chunk(b"")


async def send_lines(call: Call) -> None:
    """Send lines of JSON; with `break`, reset the connection after so many."""
    query = call.request.query
    total, stop = int(query.get("lines", 5)), int(query.get("break", 0))
    headers = {"Content-Type": "application/jsonl", "Transfer-Encoding": "chunked"}
    call.connection.start(200, headers)
    for number in range(1, total + 1):
        line = json.dumps({"number": number, "text": "ä\u2028"}, ensure_ascii=False)
        await call.connection.write_chunk(line.encode() + b"\n")
        if number == stop:
            raise Reset
    await call.connection.write_chunk(b"")


ROUTES: dict[str, Handler] = {
    "GET /files/*": download,
    "PUT /files/*": upload,
    "PUT /counted/*": count,
    "POST /forms": upload,
    "GET /events": send_events,
    "GET /lines": send_lines,
}

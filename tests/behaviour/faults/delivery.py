"""Delivery of responses with injected faults.

A fault is a name, followed by a colon and a value if it needs one:

| fault | effect |
| --- | --- |
| `ok` | none |
| `reset-before` | the connection is reset before the body of the request is read |
| `reset-after` | the connection is reset after the request was processed |
| `reset-middle` | the connection is reset in the middle of the response |
| `slow-header:0.1`, `slow-body:0.1` | header or body are delayed by so many seconds |
| `drip:0.001` | the body arrives byte by byte, each after so many seconds |
| `stall`, `stall-body` | header or body never arrive completely |
| `endless`, `endless-gzip` | the body never ends; compressed to a thousandth |
| `long-length`, `short-length` | Content-Length is greater or less than the body |
| `negative-length`, `two-lengths` | Content-Length is negative, or there are two |
| `bomb:8` | so many MiB, compressed to a thousandth |
| `forged` | an error with control characters in every text of the response |
| `500`, `503` | an error; with `500:should` or `400:should` `x-should-retry: true` |
| `429:seconds=1`, `429:date=1`, `429:ms=20` | rejected with a Retry-After header; also 503 |
| `truncated`, `truncated-chunks` | the connection is closed before the end of the body |
| `bad-json`, `html`, `empty`, `no-type` | the response does not match the document |
| `charset:utf-16`, `declared:utf-16` | encoded in this charset; only declared as such |
| `gzip`, `bad-gzip`, `cut-gzip` | compressed; only declared as such; truncated |
| `redirect:URL`, `found:URL` | redirect with status 307 or 302 |
| `loop` | redirect to the same URL |
"""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from email.utils import formatdate
from functools import cache
from typing import TYPE_CHECKING

from .connection import CHUNK, Reset, Response, problem

if TYPE_CHECKING:
    from .connection import Connection

NOT_PROCESSED = ("reset-before", "429", "redirect", "found", "loop", "408")
"""Faults of requests that the server does not process, besides 503 with Retry-After."""


def is_processed(fault: str) -> bool:
    """Return whether the server processes the request before the fault."""
    return not (fault.startswith(NOT_PROCESSED) or fault.startswith("503:"))


def alter(response: Response, fault: str) -> Response:
    """Return the response that the server sends because of a fault."""
    kind, _, value = fault.partition(":")
    if kind.isdecimal():
        return _refuse(int(kind), value)
    headers, body = response.headers, response.body
    replaced = {
        "bad-json": (headers, body[:-2] + b"!"),
        "html": ({"Content-Type": "text/html"}, b"<html>Bad Gateway</html>"),
        "empty": (headers, b""),
        "no-type": (dict[str, str](), body),
    }
    if kind in replaced:
        headers, body = replaced[kind]
    elif kind == "charset":
        headers = {"Content-Type": f"application/json; charset={value}"}
        body = body.decode().encode(value)
    elif kind == "declared":
        headers = {"Content-Type": f"application/json; charset={value}"}
    elif kind in {"gzip", "cut-gzip", "bad-gzip", "bomb"}:
        headers = {**headers, "Content-Encoding": "gzip"}
        body = _compress(body, kind, value)
    elif kind == "forged":
        return _forge()
    elif kind in {"redirect", "found"}:
        return Response(307 if kind == "redirect" else 302, {"Location": value})
    return Response(response.status, headers, body)


def _compress(body: bytes, kind: str, value: str) -> bytes:
    if kind == "bomb":
        return _make_bomb(int(value))
    packed = gzip.compress(body)
    return {"gzip": packed, "cut-gzip": packed[:-12]}.get(kind, body)


@cache
def _make_bomb(mebibytes: int) -> bytes:
    return gzip.compress(b'"%b"' % (b" " * (mebibytes << 20)))


FORGED = "a\r\nINFO forged\x1b[2J\u0085\u2028\u202e" + "x" * 100_000
"""Text that forges a line of a log, clears a terminal, and is long."""


def _forge() -> Response:
    forged = problem(418, FORGED, title=FORGED, code=FORGED, errors={FORGED: [FORGED]})
    # Headers cannot contain line breaks.
    forged.headers["X-Request-Id"] = "a\x9b2J" + "y" * 5000
    return forged


def _refuse(status: int, how: str) -> Response:
    refusal = problem(status, "as you wish", code="injected")
    refusal.headers["X-Request-Id"] = "req-refused"
    kind, _, text = how.partition("=")
    if kind == "seconds":
        refusal.headers["Retry-After"] = text
    elif kind == "date":
        refusal.headers["Retry-After"] = formatdate(time.time() + float(text))
    elif kind == "ms":
        refusal.headers["Retry-After-Ms"] = text
    elif kind in {"should", "should-not"}:
        refusal.headers["X-Should-Retry"] = "true" if kind == "should" else "false"
    return refusal


async def deliver(
    connection: Connection,
    response: Response,
    fault: str,
    *,
    is_head: bool,
    target: str = "/",
) -> bool:
    """Send a response with a fault; return whether the connection stays open.

    Args:
        connection: The connection.
        response: The response without the fault.
        fault: The fault.
        is_head: Whether the response has no body.
        target: Target of the request.

    Raises:
        Reset: To reset the connection.
    """
    kind, _, value = fault.partition(":")
    if kind == "reset-after":
        raise Reset
    if kind == "stall":
        await connection.wait_until_closed()
        return False
    if kind == "slow-header":
        await asyncio.sleep(float(value or 0.05))
    if kind == "loop":
        response = Response(302, {"Location": target})
    if kind in {"drip", "endless", "endless-gzip"}:
        return await _send_slowly(connection, response, kind, float(value or 0.001))
    if kind.endswith(("-length", "-lengths")):
        return await _send_wrong_length(connection, response, kind)
    if kind in {"reset-middle", "truncated", "stall-body", "slow-body"}:
        return await _send_half(connection, response, kind, float(value or 0.05))
    if kind == "truncated-chunks":
        connection.start(200, {**response.headers, "Transfer-Encoding": "chunked"})
        await connection.write_chunk(response.body)
        return False
    await connection.send(alter(response, fault), is_head=is_head)
    return True


async def _send_slowly(
    connection: Connection, response: Response, kind: str, seconds: float
) -> bool:
    """Send a body byte by byte, or one that never ends."""
    if kind == "drip":
        length = {"Content-Length": str(len(response.body))}
        connection.start(response.status, {**response.headers, **length})
        for byte in response.body:
            await connection.write(bytes([byte]))
            await asyncio.sleep(seconds)
        return True
    headers = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
    packer = zlib.compressobj(wbits=31)
    if kind == "endless-gzip":
        headers["Content-Encoding"] = "gzip"
    connection.start(response.status, headers)
    while True:  # until the client disconnects
        piece = b" " * CHUNK
        if kind == "endless-gzip":
            piece = packer.compress(piece * 16) + packer.flush(zlib.Z_SYNC_FLUSH)
        await connection.write_chunk(piece)


async def _send_wrong_length(
    connection: Connection, response: Response, kind: str
) -> bool:
    """Send a body with a wrong length, and close the connection."""
    length = len(response.body)
    lengths = {
        "long-length": [length + 5],
        "short-length": [length - 5],
        "negative-length": [-length],
        "two-lengths": [length, length + 5],
    }[kind]
    # Different spellings, because the headers are a dict.
    names = ("Content-Length", "content-length")
    pairs = zip(names, map(str, lengths), strict=False)
    # Without it, a client could reuse the connection before it notices that it is closed.
    closing = {"Connection": "close"}
    connection.start(response.status, {**response.headers, **closing, **dict(pairs)})
    await connection.write(response.body)
    return False


async def _send_half(
    connection: Connection, response: Response, kind: str, seconds: float
) -> bool:
    """Send the first half of a response, and the rest if the fault allows it."""
    middle = len(response.body) // 2
    length = {"Content-Length": str(len(response.body))}
    connection.start(response.status, {**response.headers, **length})
    await connection.write(response.body[:middle])
    if kind == "reset-middle":
        # A reset discards data that was not sent yet.
        await asyncio.sleep(0.005)
        raise Reset
    if kind == "stall-body":
        await connection.wait_until_closed()
        return False
    if kind == "slow-body":
        await asyncio.sleep(seconds)
        await connection.write(response.body[middle:])
    return kind == "slow-body"

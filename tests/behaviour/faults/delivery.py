"""Delivery of responses with injected faults.

A fault is a name, followed by a colon and a value if it needs one:

| fault | effect |
| --- | --- |
| `ok` | none |
| `reset-before` | the connection is reset before the body of the request is read |
| `reset-after` | the connection is reset after the request was processed |
| `reset-middle` | the connection is reset in the middle of the response |
| `slow-header:0.1`, `slow-body:0.1` | header or body are delayed by so many seconds |
| `stall`, `stall-body` | header or body never arrive completely |
| `500`, `503` | an error; with `500:should` or `400:should` `x-should-retry: true` |
| `429:seconds=1`, `429:date=1`, `429:ms=20` | rejected with a Retry-After header; also 503 |
| `truncated`, `truncated-chunks` | the connection is closed before the end of the body |
| `bad-json`, `html`, `empty`, `no-type` | the response does not match the document |
| `charset:utf-16`, `declared:utf-16` | encoded in this charset; only declared as such |
| `gzip`, `bad-gzip`, `cut-gzip` | compressed; only declared as such; truncated |
| `redirect:URL` | redirect with status 307 |
"""

from __future__ import annotations

import asyncio
import gzip
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

from .connection import Reset, Response, problem

if TYPE_CHECKING:
    from .connection import Connection

NOT_PROCESSED = ("reset-before", "429", "redirect", "408")
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
    if kind == "bad-json":
        body = body[:-2] + b"!"
    elif kind == "html":
        headers = {"Content-Type": "text/html"}
        body = b"<html><body>Bad Gateway</body></html>"
    elif kind == "empty":
        body = b""
    elif kind == "no-type":
        headers = {}
    elif kind == "charset":
        headers = {"Content-Type": f"application/json; charset={value}"}
        body = body.decode().encode(value)
    elif kind == "declared":
        headers = {"Content-Type": f"application/json; charset={value}"}
    elif kind.endswith("gzip"):
        headers = {**headers, "Content-Encoding": "gzip"}
        packed = gzip.compress(body)
        body = {"gzip": packed, "cut-gzip": packed[:-12]}.get(kind, body)
    elif kind == "redirect":
        return Response(307, {"Location": value})
    return Response(response.status, headers, body)


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
    connection: Connection, response: Response, fault: str, *, is_head: bool
) -> bool:
    """Send a response with a fault; return whether the connection stays open.

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
    if kind in {"reset-middle", "truncated", "stall-body", "slow-body"}:
        return await _send_half(connection, response, kind, float(value or 0.05))
    if kind == "truncated-chunks":
        connection.start(200, {**response.headers, "Transfer-Encoding": "chunked"})
        await connection.write_chunk(response.body)
        return False
    await connection.send(alter(response, fault), is_head=is_head)
    return True


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

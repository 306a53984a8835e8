"""How an answer reaches the client, or does not.

A fault is a name, with a colon and what it needs where it needs something:

| fault | what happens |
| --- | --- |
| `ok` | nothing |
| `reset-before` | the connection is reset before the body of the request is read |
| `reset-after` | ... after the request was acted on |
| `reset-middle` | ... in the middle of the answer |
| `slow-header:0.1`, `slow-body:0.1` | the answer takes so many seconds longer |
| `stall`, `stall-body` | it never comes, or never to its end |
| `500`, `503` | an error; with `500:should` or `400:should` `x-should-retry: true` |
| `429:seconds=1`, `429:date=1`, `429:ms=20` | turned away, with when to come back; 503 too |
| `truncated`, `truncated-chunks` | the connection ends before the answer |
| `bad-json`, `html`, `empty`, `no-type` | not what was described |
| `charset:utf-16`, `declared:utf-16` | in that charset, and said so; only said so |
| `gzip`, `bad-gzip`, `cut-gzip` | compressed; said to be; only half of it |
| `redirect:URL` | 307 to there |
"""

from __future__ import annotations

import asyncio
import gzip
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

from .connection import Answer, Reset, problem

if TYPE_CHECKING:
    from .connection import Connection

NOT_ACTED = ("reset-before", "429", "redirect", "408")
"""Faults of requests that the server does not act on; 503 with Retry-After is another."""


def is_acted_on(fault: str) -> bool:
    """Whether the server acts on a request before it fails."""
    return not (fault.startswith(NOT_ACTED) or fault.startswith("503:"))


def alter(answer: Answer, fault: str) -> Answer:
    """Return what the server sends instead of an answer."""
    kind, _, value = fault.partition(":")
    if kind.isdecimal():
        return _refuse(int(kind), value)
    headers, body = answer.headers, answer.body
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
        return Answer(307, {"Location": value})
    return Answer(answer.status, headers, body)


def _refuse(status: int, how: str) -> Answer:
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
    connection: Connection, answer: Answer, fault: str, *, is_head: bool
) -> bool:
    """Send an answer as a fault has it; return whether the connection lives on.

    Raises:
        Reset: The connection is to be broken off.
    """
    kind, _, value = fault.partition(":")
    if kind == "reset-after":
        raise Reset
    if kind == "stall":
        await connection.wait_for_the_end()
        return False
    if kind == "slow-header":
        await asyncio.sleep(float(value or 0.05))
    if kind in {"reset-middle", "truncated", "stall-body", "slow-body"}:
        return await _send_half(connection, answer, kind, float(value or 0.05))
    if kind == "truncated-chunks":
        connection.start(200, {**answer.headers, "Transfer-Encoding": "chunked"})
        await connection.write_chunk(answer.body)
        return False
    await connection.send(alter(answer, fault), is_head=is_head)
    return True


async def _send_half(
    connection: Connection, answer: Answer, kind: str, seconds: float
) -> bool:
    """Send an answer up to its middle, and then what the fault leaves of the rest."""
    middle = len(answer.body) // 2
    length = {"Content-Length": str(len(answer.body))}
    connection.start(answer.status, {**answer.headers, **length})
    await connection.write(answer.body[:middle])
    if kind == "reset-middle":
        # What was written is lost with a reset, unless it has left the machine.
        await asyncio.sleep(0.005)
        raise Reset
    if kind == "stall-body":
        await connection.wait_for_the_end()
        return False
    if kind == "slow-body":
        await asyncio.sleep(seconds)
        await connection.write(answer.body[middle:])
    return kind == "slow-body"

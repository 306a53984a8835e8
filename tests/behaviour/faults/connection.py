"""HTTP/1.1 on the level of bytes, including resets of connections."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

CHUNK = 1 << 16

# Linger 0 makes close() send RST.
_ABRUPT = struct.pack("ii", 1, 0)


class Reset(Exception):  # noqa: N818 (not an error, but requested)
    """Raised to reset the connection."""


@dataclass
class Response:
    """Response before a fault is applied."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""


def json_response(value: object, status: int = 200) -> Response:
    """Return a response with a JSON value."""
    headers = {"Content-Type": "application/json"}
    return Response(status, headers, json.dumps(value, ensure_ascii=False).encode())


def problem(status: int, detail: str, **more: object) -> Response:
    """Return a problem of RFC 9457."""
    value = {"title": HTTPStatus(status).phrase, "detail": detail, **more}
    response = json_response(value, status)
    response.headers["Content-Type"] = "application/problem+json"
    return response


@dataclass
class Request:
    """Request whose body is not read yet."""

    method: str
    target: str
    headers: dict[str, str]
    reader: asyncio.StreamReader
    is_read: bool = False

    @property
    def parts(self) -> list[str]:
        """Segments of the path."""
        return [unquote(part) for part in urlsplit(self.target).path.split("/")[1:]]

    @property
    def query(self) -> dict[str, str]:
        """Query parameters; the last one of each name."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def cookies(self) -> dict[str, str]:
        """Cookies by name."""
        pairs = self.headers.get("cookie", "").split("; ")
        return {name: value for name, _, value in (one.partition("=") for one in pairs)}

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the chunks of the body."""
        self.is_read = True
        if self.headers.get("transfer-encoding") == "chunked":
            while size := int(await self.reader.readline(), 16):
                yield await self.reader.readexactly(size)
                await self.reader.readexactly(2)
            await self.reader.readline()
            return
        left = int(self.headers.get("content-length", "0"))
        while left:
            chunk = await self.reader.read(min(left, CHUNK))
            if not chunk:
                raise asyncio.IncompleteReadError(b"", left)
            left -= len(chunk)
            yield chunk

    async def body(self) -> bytes:
        """Return the whole body."""
        return b"".join([chunk async for chunk in self.chunks()])

    async def json(self) -> Any:
        """Return the body parsed as JSON, None if it is empty."""
        body = await self.body()
        return json.loads(body) if body else None


class Connection:
    """Connection of a client."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer

    async def receive(self) -> Request | None:
        """Return the next request without its body, None if the client disconnected."""
        try:
            head = await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        first, *lines = head.decode("latin-1")[:-4].split("\r\n")
        method, target, _ = first.split(" ")
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        if headers.get("expect") == "100-continue":
            self._writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return Request(method, target, headers, self._reader)

    def start(self, status: int, headers: Mapping[str, str]) -> None:
        """Write status and headers."""
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._writer.write("\r\n".join([*lines, "", ""]).encode("latin-1"))

    async def write(self, data: bytes) -> None:
        """Write a part of a body."""
        self._writer.write(data)
        await self._writer.drain()

    async def write_chunk(self, data: bytes) -> None:
        """Write a chunk of a body; an empty chunk ends it."""
        await self.write(b"%x\r\n%b\r\n" % (len(data), data))

    async def send(self, response: Response, *, is_head: bool = False) -> None:
        """Write a response."""
        headers = response.headers
        if response.status not in {204, 304}:
            headers = {**headers, "Content-Length": str(len(response.body))}
        self.start(response.status, headers)
        await self.write(b"" if is_head else response.body)

    async def wait_until_closed(self) -> None:
        """Wait until the client disconnects."""
        while await self._reader.read(CHUNK):
            pass

    def reset(self) -> None:
        """Reset the connection."""
        sock: socket.socket | None = self._writer.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABRUPT)
        self._writer.transport.abort()

    async def close(self) -> None:
        """Close the connection and wait until it is closed."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except ConnectionError:
            return

"""HTTP/1.1 as bytes: what comes in, what goes out, and how a connection breaks."""

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


class Reset(Exception):  # noqa: N818 (it is no error, but what was asked for)
    """The connection is to be broken off."""


@dataclass
class Answer:
    """An answer before anything happens to it."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""


def json_answer(value: object, status: int = 200) -> Answer:
    """Return a value as JSON."""
    headers = {"Content-Type": "application/json"}
    return Answer(status, headers, json.dumps(value, ensure_ascii=False).encode())


def problem(status: int, detail: str, **more: object) -> Answer:
    """Return an error in the shape of RFC 9457."""
    value = {"title": HTTPStatus(status).phrase, "detail": detail, **more}
    answer = json_answer(value, status)
    answer.headers["Content-Type"] = "application/problem+json"
    return answer


@dataclass
class Request:
    """A request whose body is still on its way."""

    method: str
    target: str
    headers: dict[str, str]
    reader: asyncio.StreamReader
    is_read: bool = False

    @property
    def parts(self) -> list[str]:
        """The segments of the path."""
        return [unquote(part) for part in urlsplit(self.target).path.split("/")[1:]]

    @property
    def query(self) -> dict[str, str]:
        """The query parameters; of those with one name the last."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies."""
        pairs = self.headers.get("cookie", "").split("; ")
        return {name: value for name, _, value in (one.partition("=") for one in pairs)}

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes."""
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
        """Return the body as JSON; None when there is none."""
        body = await self.body()
        return json.loads(body) if body else None


class Connection:
    """One connection of a client."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer

    async def receive(self) -> Request | None:
        """Return the next request without its body; None when the client has left."""
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
        """Write a part of a chunked body; an empty one ends it."""
        await self.write(b"%x\r\n%b\r\n" % (len(data), data))

    async def send(self, answer: Answer, *, is_head: bool = False) -> None:
        """Write an answer as it is."""
        headers = answer.headers
        if answer.status not in {204, 304}:
            headers = {**headers, "Content-Length": str(len(answer.body))}
        self.start(answer.status, headers)
        await self.write(b"" if is_head else answer.body)

    async def wait_for_the_end(self) -> None:
        """Wait until the client hangs up."""
        while await self._reader.read(CHUNK):
            pass

    def reset(self) -> None:
        """Break the connection off."""
        sock: socket.socket | None = self._writer.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABRUPT)
        self._writer.transport.abort()

    async def close(self) -> None:
        """Hang up, and wait until that is done."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except ConnectionError:
            return

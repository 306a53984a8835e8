"""A real HTTP server on loopback, for what a transport in memory cannot tell."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from runtime import ANY, AsyncBaseClient, BaseClient, Bearer, Operation, Service

from .mock_server import GET, Kind, Server

LOOPBACK_SERVICE = Service(
    user_agent="x/1", schemes={"b": Bearer()}, security=((), ("b",))
)
PUT: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="application/octet-stream"
)
OK_BODY = b'{"ok":true}'


@dataclass
class Seen:
    """One request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Host:
    """A server: its origin, what it has seen, and how it answers."""

    play: Callable[[Handler, int], None]
    origin: str = ""
    seen: list[Seen] = field(default_factory=list[Seen])
    released: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """Reads a request whole, and lets the host answer."""

    protocol_version = "HTTP/1.1"
    host: Host

    def _answer(self) -> None:
        seen = Seen(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self._read(),
        )
        self.host.seen.append(seen)
        self.host.play(self, len(self.host.seen))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks: list[bytes] = []
        while size := int(self.rfile.readline(), 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def reply(
        self,
        status: int,
        body: bytes,
        *headers: tuple[str, str],
        cut: int | None = None,
    ) -> None:
        """Answer; with `cut`, break off after so many bytes of the body."""
        self.send_response(status)
        for name, value in headers or (("Content-Type", "application/json"),):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:cut])
        self.wfile.flush()
        if cut is not None:
            self.reset()

    def reset(self) -> None:
        """Break the connection off."""
        # Linger 0 makes close() send RST.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
        """Say nothing."""


_POLL_INTERVAL = 0.01
"""Seconds between checks whether to shut down; 0.5 by default, for each test."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that a test broke on purpose."""


@contextmanager
def serve(play: Callable[[Handler, int], None]) -> Generator[Host]:
    """Run a server; `play` answers a request, given the handler and its number."""
    host = Host(play)
    server = _Server(("127.0.0.1", 0), type("Bound", (Handler,), {"host": host}))
    host.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(
        target=server.serve_forever, args=(_POLL_INTERVAL,), daemon=True
    )
    thread.start()
    try:
        yield host
    finally:
        host.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def call(
    kind: Kind, origin: str, operation: Operation[Any] = GET, **arguments: Any
) -> Any:
    """Make one call with its own connections, and without waiting."""
    clock = Server().clock()
    options: dict[str, Any] = {"timeout": 30, **arguments.pop("client", {})}
    if kind == "sync":
        with BaseClient(LOOPBACK_SERVICE, base_url=origin, **options) as client:
            vars(client)["_clock"] = clock
            return client.request(operation, **arguments)

    async def run() -> Any:
        async with AsyncBaseClient(
            LOOPBACK_SERVICE, base_url=origin, **options
        ) as client:
            vars(client)["_clock"] = clock
            return await client.request(operation, **arguments)

    return asyncio.run(run())


def respond_ok(handler: Handler, number: int) -> None:
    handler.reply(200, OK_BODY)


def receive(
    host: Host, kind: Kind, body: object, operation: Operation[Any] = PUT
) -> Seen:
    """Return a request as a real server reads it."""
    host.seen.clear()
    call(kind, host.origin, operation, body=body)
    (seen,) = host.seen
    return seen

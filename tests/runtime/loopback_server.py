"""An HTTP server on the loopback interface, and calls over real connections."""

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

from .mock_server import GET, Kind, MockServer

LOOPBACK_SERVICE = Service(
    user_agent="x/1", schemes={"b": Bearer()}, security=((), ("b",))
)
PUT: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="application/octet-stream"
)
OK_BODY = b'{"ok":true}'


@dataclass
class ReceivedRequest:
    """A request as the server has read it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class LoopbackServer:
    """A running server.

    Attributes:
        respond: Function that responds to a request. It gets the handler and the number
            of requests so far, including this one.
        origin: Origin of its URLs.
        requests: The requests so far.
        stopping: Event that is set when the server stops. Handlers that delay their
            response wait for it.
    """

    respond: Callable[[Handler, int], None]
    origin: str = ""
    requests: list[ReceivedRequest] = field(default_factory=list[ReceivedRequest])
    stopping: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """Handler that reads a request and calls `respond`."""

    protocol_version = "HTTP/1.1"
    loopback: LoopbackServer

    def _handle(self) -> None:
        request = ReceivedRequest(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self._read(),
        )
        self.loopback.requests.append(request)
        self.loopback.respond(self, len(self.loopback.requests))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _handle

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks: list[bytes] = []
        while size := int(self.rfile.readline(), 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def send(
        self,
        status: int,
        body: bytes,
        *headers: tuple[str, str],
        reset_after: int | None = None,
    ) -> None:
        """Send a response.

        Args:
            status: Status code.
            body: Body.
            headers: Headers. The default is a content type of JSON.
            reset_after: Number of bytes of the body after which the connection is
                reset; None to send the whole body.
        """
        self.send_response(status)
        for name, value in headers or (("Content-Type", "application/json"),):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:reset_after])
        self.wfile.flush()
        if reset_after is not None:
            self.reset()

    def reset(self) -> None:
        """Reset the connection."""
        # Linger 0 makes close() send RST.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
        """Write no log."""


_POLL_INTERVAL = 0.01
"""Seconds between checks whether to shut down. By default, every test waits 0.5 s."""


class _ThreadingServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore connections that a test has reset."""


@contextmanager
def serve(respond: Callable[[Handler, int], None]) -> Generator[LoopbackServer]:
    """Run a server; see `LoopbackServer.respond`."""
    loopback = LoopbackServer(respond)
    server = _ThreadingServer(
        ("127.0.0.1", 0), type("Bound", (Handler,), {"loopback": loopback})
    )
    loopback.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(
        target=server.serve_forever, args=(_POLL_INTERVAL,), daemon=True
    )
    thread.start()
    try:
        yield loopback
    finally:
        loopback.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


def call(
    kind: Kind, origin: str, operation: Operation[Any] = GET, **arguments: Any
) -> Any:
    """Make a call with a new client, whose retries do not wait."""
    clock = MockServer().clock()
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
    """Respond with status 200 and `OK_BODY`."""
    handler.send(200, OK_BODY)


def receive(
    loopback: LoopbackServer, kind: Kind, body: object, operation: Operation[Any] = PUT
) -> ReceivedRequest:
    """Make a call and return its request as the server has read it."""
    loopback.requests.clear()
    call(kind, loopback.origin, operation, body=body)
    (request,) = loopback.requests
    return request

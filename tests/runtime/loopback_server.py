"""A real HTTP server on loopback, for what a transport in memory cannot tell."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


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
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.released.set()
        server.shutdown()
        server.server_close()
        thread.join()

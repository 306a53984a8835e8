"""HTTP server on loopback that records requests."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


@dataclass(slots=True)
class Request:
    """Received request."""

    path: str
    host: str
    authorization: str | None
    cookie: str | None


@dataclass(slots=True)
class Server:
    """Server on loopback with two host names, which are two origins.

    Attributes:
        files: Contents by path, for tests that set them.
    """

    port: int
    requests: list[Request] = field(default_factory=list[Request])
    files: dict[str, str] = field(default_factory=dict[str, str])

    def url(self, path: str, host: str = "127.0.0.1", user: str = "") -> str:
        return f"http://{user}{host}:{self.port}{path}"


@contextmanager
def run_server(
    respond: Callable[[BaseHTTPRequestHandler, Server], None],
) -> Generator[Server]:
    """Run a server whose responses are sent by a function."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = self.headers
            server.requests.append(
                Request(
                    self.path,
                    str(headers["Host"]),
                    headers["Authorization"],
                    headers["Cookie"],
                )
            )
            respond(self, server)

        # The name is that of the base class.
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Suppress the log."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(listener.server_address[1])
    thread = threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()

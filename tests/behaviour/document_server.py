"""HTTP server on loopback that checks requests and responds according to a document."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from .stub_server import ReceivedRequest

if TYPE_CHECKING:
    from collections.abc import Generator

    from .contract import DocumentContract

REFUSED = 418
"""Status of responses to requests that the document does not allow."""

NO_RESPONSE = "application/x-no-response+json"
"""Media type of responses for which the server found no value of the schema."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    contract: DocumentContract
    timeout = 20

    def respond(self) -> None:
        seen = ReceivedRequest(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self._read(),
        )
        violation = self.contract.violation(seen)
        if violation:
            refusal = json.dumps({"violation": violation}).encode()
            self._send(REFUSED, "application/json", refusal)
            return
        allowed_response = self.contract.allowed_response(seen)
        self._send(
            allowed_response.status,
            allowed_response.content_type if allowed_response.is_valid else NO_RESPONSE,
            allowed_response.body,
        )

    def __getattr__(self, name: str) -> object:
        # The base class looks for `do_GET` and so on. All methods, such as QUERY, are handled.
        if name.startswith("do_"):
            return self.respond
        raise AttributeError(name)

    def _read(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks: list[bytes] = []
        while size := int(self.rfile.readline().strip() or b"0", 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def _send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        if status not in {204, 304}:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status not in {204, 304} and self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
        """Suppress the log."""


@contextmanager
def serve_document(contract: DocumentContract) -> Generator[int]:
    """Run a server for a document on 127.0.0.1; yield its port."""
    handler = type("Handler", (_Handler,), {"contract": contract})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

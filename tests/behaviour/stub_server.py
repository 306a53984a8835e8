"""HTTP server on loopback that checks requests against a Swagger 2.0 document.

It interprets the repaired document independently of the generator and of the client. It
responds with status 418 to requests that the document does not allow: an unknown path or
method, an undeclared query parameter, or an invalid body. Tests set its other responses
as `StubResponse`s.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .wire import split_pair

if TYPE_CHECKING:
    from collections.abc import Generator


@dataclass(frozen=True)
class StubResponse:
    """Response of the server.

    Attributes:
        fault: `reset` closes the connection before the response, `cut` in the middle of
            the body, `stall` delays the response until the client gives up.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    fault: str = ""


@dataclass(frozen=True)
class ReceivedRequest:
    """Request as received."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """Path, percent-encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """Decoded query parameters, in order."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def raw_query(self) -> list[tuple[str, str]]:
        """Percent-encoded query parameters, in order."""
        parts = urlsplit(self.target).query.split("&")
        return [split_pair(part) for part in parts if part]

    def json(self) -> Any:
        """Return the body parsed as JSON."""
        return json.loads(self.body)


@dataclass
class SwaggerContract:
    """Requests that a Swagger 2.0 document allows."""

    document: dict[str, Any]
    prefix: str = ""

    def violation(self, seen: ReceivedRequest) -> str:
        """Return the violation of a request, or an empty string."""
        matches = [
            (path, item)
            for path, item in self.document["paths"].items()
            if re.fullmatch(self._pattern(path), seen.path)
        ]
        if not matches:
            return f"no such path: {seen.path}"
        # A concrete path is matched before a templated one.
        path, item = min(matches, key=lambda match: match[0].count("{"))
        operation = item.get(seen.method.lower())
        if operation is None:
            return f"no {seen.method} at {path}"
        parameters = operation.get("parameters", [])
        queries = {p["name"] for p in parameters if p["in"] == "query"}
        unknown = {name for name, _ in seen.query} - queries
        if unknown:
            return f"undeclared query parameters: {sorted(unknown)}"
        return self._body_violation(parameters, seen)

    def _pattern(self, path: str) -> str:
        parts = re.split(r"\{[^}]+\}", path)
        return re.escape(self.prefix) + "[^/]+".join(re.escape(part) for part in parts)

    @staticmethod
    def _body_violation(parameters: list[dict[str, Any]], seen: ReceivedRequest) -> str:
        takes_body = any(p["in"] == "body" for p in parameters)
        if not takes_body:
            return "unexpected body" if seen.body else ""
        if seen.body:
            if seen.headers.get("content-type") != "application/json":
                return f"content type {seen.headers.get('content-type')!r}"
            if not isinstance(json.loads(seen.body), dict):
                return "the body is not a JSON object"
        return ""


@dataclass
class StubServer:
    """Responses to send, and received requests."""

    contract: SwaggerContract
    responses: deque[StubResponse] = field(default_factory=deque[StubResponse])
    seen: list[ReceivedRequest] = field(default_factory=list[ReceivedRequest])
    released: threading.Event = field(default_factory=threading.Event)

    def respond_with(self, *responses: StubResponse) -> None:
        """Set the next responses; the last one is repeated."""
        self.responses = deque(responses)
        self.seen.clear()

    def next_response(self) -> StubResponse:
        """Return the response to the current request."""
        return (
            self.responses.popleft() if len(self.responses) > 1 else self.responses[0]
        )

    @property
    def only(self) -> ReceivedRequest:
        """The only received request."""
        (seen,) = self.seen
        return seen


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stub: StubServer

    def respond(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        seen = ReceivedRequest(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )
        self.stub.seen.append(seen)
        violation = self.stub.contract.violation(seen)
        response = self.stub.next_response()
        if violation:
            response = StubResponse(418, json.dumps({"message": violation}).encode())
        self.play(response)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = respond

    def play(self, response: StubResponse) -> None:
        if response.fault == "stall":
            self.stub.released.wait(10)
        if response.fault in {"reset", "stall"}:
            self.reset()
            return
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if response.fault == "cut":
            self.wfile.write(response.body[: len(response.body) // 2])
            self.wfile.flush()
            self.reset()
            return
        if response.status != 204:
            self.wfile.write(response.body)

    def reset(self) -> None:
        # Linger 0 makes close() send RST.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
        """Suppress the log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore connections that a test breaks on purpose."""


@contextmanager
def serve(document: dict[str, Any], prefix: str) -> Generator[tuple[str, StubServer]]:
    """Run a server for a repaired Swagger 2.0 document; yield its origin and state."""
    stub = StubServer(SwaggerContract(document, prefix))
    handler = type("Handler", (_Handler,), {"stub": stub})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", stub
    finally:
        stub.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def decoded(path: str) -> str:
    """Return a path without percent-encoding."""
    return unquote(path)

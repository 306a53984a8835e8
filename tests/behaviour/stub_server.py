"""A live HTTP server on loopback that knows the API from the document alone.

It reads the repaired seed document on its own, with nothing of the generator's model or
of the client, and refuses with 418 whatever the document does not allow: an unknown
path or method, an undeclared query parameter, a missing credential, a body that is not
what the operation takes. What it answers is set by the test through `Plan`s.
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
class Plan:
    """One answer of the server.

    Attributes:
        fault: `reset` closes the connection before any answer, `cut` in the middle of
            the body, `stall` holds the answer back until the client gives up.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    fault: str = ""


@dataclass(frozen=True)
class Seen:
    """One request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path, still percent-encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """The query parameters, decoded, in order."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def raw_query(self) -> list[tuple[str, str]]:
        """The query parameters as they stand there, in order."""
        parts = urlsplit(self.target).query.split("&")
        return [split_pair(part) for part in parts if part]

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Contract:
    """What the document allows: an independent, direct reading of Swagger 2.0."""

    document: dict[str, Any]
    prefix: str = ""

    def complaint(self, seen: Seen) -> str:
        """Return what is wrong with a request, or an empty string."""
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
        return self._body_complaint(parameters, seen)

    def _pattern(self, path: str) -> str:
        parts = re.split(r"\{[^}]+\}", path)
        return re.escape(self.prefix) + "[^/]+".join(re.escape(part) for part in parts)

    @staticmethod
    def _body_complaint(parameters: list[dict[str, Any]], seen: Seen) -> str:
        takes_body = any(p["in"] == "body" for p in parameters)
        if not takes_body:
            return "a body nobody asked for" if seen.body else ""
        if seen.body:
            if seen.headers.get("content-type") != "application/json":
                return f"content type {seen.headers.get('content-type')!r}"
            if not isinstance(json.loads(seen.body), dict):
                return "the body is no JSON object"
        return ""


@dataclass
class Script:
    """What the server answers next, and what it has seen."""

    contract: Contract
    plans: deque[Plan] = field(default_factory=deque[Plan])
    seen: list[Seen] = field(default_factory=list[Seen])
    released: threading.Event = field(default_factory=threading.Event)

    def answer(self, *plans: Plan) -> None:
        """Set the next answers; the last one is repeated."""
        self.plans = deque(plans)
        self.seen.clear()

    def next_plan(self) -> Plan:
        """Return the answer to the request at hand."""
        return self.plans.popleft() if len(self.plans) > 1 else self.plans[0]

    @property
    def only(self) -> Seen:
        """The one request that came."""
        (seen,) = self.seen
        return seen


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: Script

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        seen = Seen(
            self.command,
            self.path,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )
        self.script.seen.append(seen)
        complaint = self.script.contract.complaint(seen)
        plan = self.script.next_plan()
        if complaint:
            plan = Plan(418, json.dumps({"message": complaint}).encode())
        self.play(plan)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def play(self, plan: Plan) -> None:
        if plan.fault == "stall":
            self.script.released.wait(10)
        if plan.fault in {"reset", "stall"}:
            self.reset()
            return
        self.send_response(plan.status)
        for name, value in plan.headers:
            self.send_header(name, value)
        if plan.status != 204:
            self.send_header("Content-Length", str(len(plan.body)))
        self.end_headers()
        if plan.fault == "cut":
            self.wfile.write(plan.body[: len(plan.body) // 2])
            self.wfile.flush()
            self.reset()
            return
        if plan.status != 204:
            self.wfile.write(plan.body)

    def reset(self) -> None:
        # Linger 0 makes close() send RST: the connection breaks, as in the wild.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that a test broke on purpose."""


@contextmanager
def serve(document: dict[str, Any], prefix: str) -> Generator[tuple[str, Script]]:
    """Run a server for a repaired Swagger 2.0 document; yield its origin and script."""
    script = Script(Contract(document, prefix))
    handler = type("Handler", (_Handler,), {"script": script})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", script
    finally:
        script.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def decoded(path: str) -> str:
    """Return a path with its percent-encoding undone."""
    return unquote(path)

"""Server of HTTP/2 that resets streams and connections."""

from __future__ import annotations

import asyncio
import json
import ssl
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Literal, TypeAlias

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import ConnectionTerminated, RequestReceived, StreamEnded

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

Http2Fault: TypeAlias = Literal[
    "ok", "refuse", "reset", "reset-body", "goaway", "goaway-idle", "close"
]
"""Response to a request.

- `refuse`: RST_STREAM with REFUSED_STREAM: the request was not processed.
- `reset`: RST_STREAM with INTERNAL_ERROR.
- `reset-body`: The same after half of the body.
- `goaway`: GOAWAY, whose last processed stream is the one before, and the connection is
  closed.
- `goaway-idle`: The response, and then GOAWAY.
- `close`: The connection is closed."""

_BODY = json.dumps({"id": "t1", "name": "n", "size": 1}).encode()


class _Session(asyncio.Protocol):
    """Connection of a client. Each request gets the next fault.

    Attributes:
        is_open: Whether the connection is open.
    """

    def __init__(self, faults: list[Http2Fault], seen: list[str]) -> None:
        self._faults = faults
        self._seen = seen
        self._h2 = H2Connection(H2Configuration(client_side=False))
        self._transport: asyncio.Transport | None = None
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError(type(transport))
        self._transport = transport
        self.is_open = True
        self._h2.initiate_connection()
        self._flush()

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_open = False

    def abort(self) -> None:
        """Close the connection without waiting for the client."""
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        for event in self._h2.receive_data(data):
            if isinstance(event, RequestReceived):
                headers = dict(event.headers or [])
                self._seen.append(headers[b":method"].decode())
            elif isinstance(event, StreamEnded):
                self._respond(event.stream_id)
            elif isinstance(event, ConnectionTerminated):
                self._close()
        self._flush()

    def _respond(self, stream: int) -> None:
        fault = self._faults.pop(0) if self._faults else "ok"
        if fault == "close":
            self._close()
        elif fault == "refuse":
            self._h2.reset_stream(stream, ErrorCodes.REFUSED_STREAM)
        elif fault == "reset":
            self._h2.reset_stream(stream, ErrorCodes.INTERNAL_ERROR)
        elif fault == "goaway":
            self._h2.close_connection(last_stream_id=max(stream - 2, 0))
            self._flush()
            self._close()
        else:
            self._send(stream, fault)

    def _send(self, stream: int, fault: Http2Fault) -> None:
        headers = [(":status", "200"), ("content-type", "application/json")]
        self._h2.send_headers(stream, headers)
        if fault == "reset-body":
            self._h2.send_data(stream, _BODY[:9])
            self._h2.reset_stream(stream, ErrorCodes.INTERNAL_ERROR)
            return
        self._h2.send_data(stream, _BODY, end_stream=True)
        if fault == "goaway-idle":
            self._h2.close_connection()

    def _flush(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(self._h2.data_to_send())

    def _close(self) -> None:
        if self._transport is not None:
            self._transport.close()


@contextmanager
def run_http2_faults(
    certificate: tuple[Path, Path], faults: Sequence[Http2Fault]
) -> Generator[tuple[str, list[str]]]:
    """Run a server with faults; yield its URL and the methods of received requests."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    context.set_alpn_protocols(["h2"])
    seen: list[str] = []
    remaining = list(faults)
    sessions: list[_Session] = []

    def accept() -> _Session:
        sessions.append(_Session(remaining, seen))
        return sessions[-1]

    async def start() -> asyncio.Server:
        return await loop.create_server(accept, "127.0.0.1", 0, ssl=context)

    async def stop() -> None:
        server.close()
        for session in sessions:
            session.abort()
        while any(session.is_open for session in sessions):
            await asyncio.sleep(0.005)
        loop.stop()

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(start())
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}", seen
    finally:
        asyncio.run_coroutine_threadsafe(stop(), loop)
        thread.join(timeout=30)
        loop.close()

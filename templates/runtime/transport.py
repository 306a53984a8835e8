"""The HTTP client below: made when it is needed, shared, and closed once."""

from __future__ import annotations

import os
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from weakref import WeakSet

import httpx2

from .errors import ClientClosedError, SDKError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from .files import Source
    from .outgoing import Outgoing

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)

_NO_BODY: Final = httpx2.ByteStream(b"")

# They say that they have no body, by a length of 0 (RFC 9110, section 8.6).
_METHODS_WITH_LENGTH: Final = frozenset({"POST", "PUT", "PATCH", "QUERY"})

LIMITS: Final = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)


class Pool(Generic[C]):
    """An HTTP client, the caller's or one of our own.

    Our own is made at the first call: it loads certificates, which takes longer than
    everything else that a client does to start.
    """

    def __init__(self, given: C | None, make: Callable[[], C]) -> None:
        self._client: C | None = given
        self._make: Callable[[], C] = make
        self._lock = Lock()
        self.is_closed = False
        self.is_ours = given is None
        if given is None:
            _OWN.add(self)

    @property
    def authenticates(self) -> bool:
        """Whether the caller's HTTP client has credentials of its own."""
        return not self.is_ours and self._client is not None and bool(self._client.auth)

    def get(self) -> C:
        """Return the HTTP client.

        Raises:
            ClientClosedError: It is closed.
        """
        client: C | None = self._client
        if client is None:
            client = self._make_once()
        if client.is_closed:
            whose = "client" if self.is_ours else "http_client of the client"
            raise ClientClosedError(f"the {whose} is closed")
        return client

    def _make_once(self) -> C:
        with self._lock:
            if self.is_closed:
                raise ClientClosedError("the client is closed")
            if self._client is None:
                self._client = self._make()
            return self._client

    def forget(self) -> None:
        """Start anew in a process that was forked.

        Its sockets are those of the other process, which would read its answers; another
        thread of that process may have held the lock. A closed pool remains closed.
        """
        self._lock = Lock()
        self._client = None

    def release(self) -> C | None:
        """Return what is to be closed: our own HTTP client, if there is one."""
        with self._lock:
            self.is_closed = True
            return self._client if self.is_ours else None


_OWN: Final[WeakSet[Pool[Any]]] = WeakSet()
"""The pools that make their HTTP clients themselves."""


def _forget_connections() -> None:
    for pool in _OWN:
        pool.forget()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(after_in_child=_forget_connections)


def check_http_client(given: object, kind: type[object]) -> None:
    """Refuse an HTTP client of the wrong kind: a sync one for async calls, or the like.

    Raises:
        TypeError: It is of the wrong kind.
    """
    if given is not None and not isinstance(given, kind):
        raise TypeError(f"http_client must be an httpx2.{kind.__name__}")


def check_alone(
    http_client: object, transport: object, *, http2: bool, user_agent: str
) -> None:
    """Refuse what an HTTP client of the caller's has settled, and HTTP/2 without h2.

    Args:
        http_client: The HTTP client of the caller, if there is one.
        transport: The transport of the caller, if there is one.
        http2: Whether HTTP/2 is asked for.
        user_agent: What starts with the name of the distribution.

    Raises:
        SDKError: HTTP/2 is not installed.
        ValueError: There are two that decide how requests travel.
    """
    if transport is not None and (http_client is not None or http2):
        other = "http2" if http2 else "http_client"
        raise ValueError(f"pass either transport or {other} to the client, not both")
    if http2 and http_client is not None:
        raise ValueError("http2 is for http_client to decide, where there is one")
    if http2 and find_spec("h2") is None:
        name = user_agent.partition("/")[0]
        raise SDKError(f"http2=True needs the package h2: pip install '{name}[http2]'")


class _Count:
    """Counts what is sent: a file may have changed since it was measured.

    Raises:
        httpx2.LocalProtocolError: It has.
    """

    def __init__(self, length: int | None) -> None:
        self._length = length
        self._sent = 0

    def add(self, chunk: bytes) -> bytes:
        """Return what is sent next."""
        self._sent += len(chunk)
        if self._length is not None and self._sent > self._length:
            self._refuse()
        return chunk

    def finish(self) -> None:
        """Note that this was all."""
        if self._length is not None and self._sent != self._length:
            self._refuse()

    def _refuse(self) -> None:
        raise httpx2.LocalProtocolError(
            f"{self._sent} bytes to send, not {self._length}"
        )


class _Chunks:
    """A body, read piece by piece."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __iter__(self) -> Iterator[bytes]:
        count = _Count(self._source.length)
        for chunk in self._source:
            yield count.add(chunk)
        count.finish()


class _AsyncChunks:
    """The same for an event loop."""

    def __init__(self, source: Source) -> None:
        self._source = source

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = _Count(self._source.length)
        async for chunk in self._source:
            yield count.add(chunk)
        count.finish()


def to_http(
    outgoing: Outgoing,
    client: httpx2.Client | httpx2.AsyncClient,
    timeouts: Mapping[str, float | None],
) -> httpx2.Request:
    """Return a request for an HTTP client, with the headers and cookies it adds.

    Args:
        outgoing: The request.
        client: The HTTP client.
        timeouts: Seconds for each step of it.

    Raises:
        SDKError: The URL is none.
    """
    headers = [
        *_inherited_headers(outgoing, client),
        *((name.encode(), text.encode()) for name, text in outgoing.headers),
    ]
    content: bytes | _Chunks | _AsyncChunks | None
    if outgoing.content is None or isinstance(outgoing.content, bytes):
        content = outgoing.content
    else:
        if (length := outgoing.content.length) is not None:
            headers.append((b"Content-Length", b"%d" % length))
        is_sync = isinstance(client, httpx2.Client)
        content = (_Chunks if is_sync else _AsyncChunks)(outgoing.content)
    is_bare = content is None and outgoing.method not in _METHODS_WITH_LENGTH
    url = outgoing.url
    if client.params and not outgoing.foreign:
        url = f"{url}{'&' if '?' in url else '?'}{client.params}"
    try:
        target = httpx2.URL(url)
        request = httpx2.Request(
            outgoing.method,
            target,
            headers=_add_host(headers, target) if is_bare else headers,
            content=content,
            # With a stream httpx2 adds no headers, which takes a third of the time.
            stream=_NO_BODY if is_bare else None,
            extensions={"timeout": timeouts},
        )
    except httpx2.InvalidURL as error:
        raise SDKError(f"{outgoing.describe()}: {error}") from None
    if is_bare:
        request.read()  # hooks may look at it
    if client.cookies and not outgoing.foreign:
        own = request.headers.pop("Cookie", None)
        client.cookies.set_cookie_header(request)
        if own:
            stored = request.headers.get("Cookie")
            request.headers["Cookie"] = f"{stored}; {own}" if stored else own
    return request


def _add_host(
    headers: list[tuple[bytes, bytes]], url: httpx2.URL
) -> list[tuple[bytes, bytes]]:
    """Return headers with that of the host, in front as RFC 9110, section 7.2 has it."""
    if not url.host or any(name.lower() == b"host" for name, _ in headers):
        return headers
    return [(b"Host", url.netloc), *headers]


def _inherited_headers(
    outgoing: Outgoing, client: httpx2.Client | httpx2.AsyncClient
) -> Iterator[tuple[bytes, bytes]]:
    """Yield the headers of the HTTP client that the request does not set itself."""
    hidden = {name.lower().encode() for name, _ in outgoing.headers}
    if outgoing.foreign:
        hidden |= {name.encode() for name in outgoing.secret_headers}
    for name, value in client.headers.raw:
        if name.lower() not in hidden:
            yield name, value

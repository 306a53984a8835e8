"""The HTTP client below: made when it is needed, shared, and closed once.

The HTTP library is loaded when the first one is made. That takes longer than the rest of
a client, and who only reads models needs none.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar
from weakref import WeakSet

from .errors import ClientClosedError, SDKError
from .forks import CAN_FORK

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

C = TypeVar("C", "httpx2.Client", "httpx2.AsyncClient")

MOST_CONNECTIONS: Final = 1000
MOST_IDLE_CONNECTIONS: Final = 100


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


if CAN_FORK:
    os.register_at_fork(after_in_child=_forget_connections)


def check_http_client(given: object, kind: Literal["Client", "AsyncClient"]) -> None:
    """Refuse an HTTP client of the wrong kind: a sync one for async calls, or the like.

    Raises:
        TypeError: It is of the wrong kind.
    """
    if given is None:
        return
    import httpx2

    if not isinstance(given, getattr(httpx2, kind)):
        raise TypeError(f"http_client must be an httpx2.{kind}")


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


def make_http(transport: httpx2.BaseTransport | None, *, http2: bool) -> httpx2.Client:
    """Return an HTTP client of our own.

    Args:
        transport: What carries the requests, if not the network.
        http2: Whether HTTP/2 is spoken where the server does.
    """
    import httpx2

    return httpx2.Client(transport=transport, http2=http2, limits=_find_limits())


def make_http_async(
    transport: httpx2.AsyncBaseTransport | None, *, http2: bool
) -> httpx2.AsyncClient:
    """Return the same for async calls."""
    import httpx2

    return httpx2.AsyncClient(transport=transport, http2=http2, limits=_find_limits())


def _find_limits() -> httpx2.Limits:
    import httpx2

    return httpx2.Limits(
        max_connections=MOST_CONNECTIONS,
        max_keepalive_connections=MOST_IDLE_CONNECTIONS,
    )

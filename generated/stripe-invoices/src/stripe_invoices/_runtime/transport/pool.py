"""The underlying HTTP client: created on demand, shared by copies, closed once.

The HTTP library is imported when the first HTTP client is created. The import takes
longer than the rest of a client, and programs that only use the models do not need it.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar
from weakref import WeakSet

from ..errors import ClientClosedError, SDKError
from ..forks import CAN_FORK

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

C = TypeVar("C", "httpx2.Client", "httpx2.AsyncClient")

MAX_CONNECTIONS: Final = 1000
MAX_IDLE_CONNECTIONS: Final = 100


class Pool(Generic[C]):
    """Holder of an HTTP client that is passed by the caller or created on demand.

    It is created at the first call, because loading the certificates takes longer than
    the rest of the start-up of a client.

    Attributes:
        is_closed: Whether the pool has been closed.
        is_owned: Whether the pool creates the HTTP client.
    """

    def __init__(self, given: C | None, make: Callable[[], C]) -> None:
        self._client: C | None = given
        self._make: Callable[[], C] = make
        self._lock = Lock()
        self.is_closed = False
        self.is_owned = given is None
        if given is None:
            _OWNED_POOLS.add(self)

    @property
    def authenticates(self) -> bool:
        """Whether the HTTP client of the caller has `auth` set."""
        return (
            not self.is_owned and self._client is not None and bool(self._client.auth)
        )

    def get(self) -> C:
        """Return the HTTP client.

        Raises:
            ClientClosedError: If the HTTP client is closed.
        """
        client: C | None = self._client
        if client is None:
            client = self._make_once()
        if client.is_closed:
            whose = "client" if self.is_owned else "http_client of the client"
            raise ClientClosedError(f"The {whose} is closed.")
        return client

    def _make_once(self) -> C:
        with self._lock:
            if self.is_closed:
                raise ClientClosedError("The client is closed.")
            if self._client is None:
                self._client = self._make()
            return self._client

    def reset(self) -> None:
        """Reset the pool in a forked child process.

        The sockets are shared with the parent process, which could read the responses
        of the child. The lock may have been held by another thread of the parent. A
        closed pool remains closed.
        """
        self._lock = Lock()
        self._client = None

    def release(self) -> C | None:
        """Mark the pool as closed, and return the HTTP client to close.

        Returns:
            None if the HTTP client belongs to the caller or was never created.
        """
        with self._lock:
            self.is_closed = True
            return self._client if self.is_owned else None


_OWNED_POOLS: Final[WeakSet[Pool[Any]]] = WeakSet()
"""Pools that create their HTTP client."""


def _reset_connections() -> None:
    for pool in _OWNED_POOLS:
        pool.reset()


if CAN_FORK:
    os.register_at_fork(after_in_child=_reset_connections)


def check_http_client(given: object, kind: Literal["Client", "AsyncClient"]) -> None:
    """Reject an HTTP client of the wrong type, such as a sync one for an async client.

    Raises:
        TypeError: If the HTTP client is not an instance of the given httpx2 class.
    """
    if given is None:
        return
    import httpx2

    if not isinstance(given, getattr(httpx2, kind)):
        raise TypeError(f"http_client must be an httpx2.{kind}.")


def check_transport_type(given: object, method: str) -> None:
    """Reject a transport of the wrong type, such as a sync one for an async client.

    Args:
        given: The transport, or None.
        method: Name of the method that handles a request.

    Raises:
        TypeError: If the transport has no such method.
    """
    if given is not None and not callable(getattr(given, method, None)):
        raise TypeError(f"transport must have the method {method}().")


def check_exclusive(
    http_client: object, transport: object, *, http2: bool, user_agent: str
) -> None:
    """Reject conflicting transport arguments, and HTTP/2 without the h2 package.

    Args:
        http_client: HTTP client of the caller, or None.
        transport: Transport of the caller, or None.
        http2: Whether HTTP/2 is requested.
        user_agent: User agent, which starts with the name of the distribution.

    Raises:
        SDKError: If HTTP/2 is requested and h2 is not installed.
        ValueError: If more than one of the three arguments is given.
    """
    if transport is not None and (http_client is not None or http2):
        other = "http2" if http2 else "http_client"
        raise ValueError(f"Pass either transport or {other} to the client, not both.")
    if http2 and http_client is not None:
        raise ValueError(
            "Pass either http_client or http2; set http2 on the http_client itself."
        )
    if http2 and find_spec("h2") is None:
        name = user_agent.partition("/")[0]
        raise SDKError(
            f"http2=True requires the h2 package: pip install '{name}[http2]'."
        )


def make_http(transport: httpx2.BaseTransport | None, *, http2: bool) -> httpx2.Client:
    """Return a new HTTP client.

    Args:
        transport: Transport that sends the requests. None for network connections.
        http2: Whether to use HTTP/2 with servers that support it.
    """
    import httpx2

    return httpx2.Client(transport=transport, http2=http2, limits=_find_limits())


def make_http_async(
    transport: httpx2.AsyncBaseTransport | None, *, http2: bool
) -> httpx2.AsyncClient:
    """Return a new async HTTP client; see `make_http`."""
    import httpx2

    return httpx2.AsyncClient(transport=transport, http2=http2, limits=_find_limits())


def _find_limits() -> httpx2.Limits:
    import httpx2

    return httpx2.Limits(
        max_connections=MAX_CONNECTIONS,
        max_keepalive_connections=MAX_IDLE_CONNECTIONS,
    )

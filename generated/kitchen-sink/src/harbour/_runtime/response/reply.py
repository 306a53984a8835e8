"""Return values with their responses, and the capture of responses."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ..errors import SDKError
from .properties import ResponseProperties

if TYPE_CHECKING:
    from collections.abc import Generator

    import httpx2

    from ..transport.call import Call

T = TypeVar("T")


class ResponseCollector(Protocol):
    """Receiver of the responses to calls."""

    @property
    def streams_body(self) -> bool:
        """Whether the body is left unread, for the collector to read."""
        ...

    def record(self, response: httpx2.Response, call: Call) -> None:
        """Handle the response to a call."""
        ...


_COLLECTOR: ContextVar[ResponseCollector | None] = ContextVar(
    "_COLLECTOR", default=None
)


@dataclass(frozen=True, slots=True)
class Reply(ResponseProperties, Generic[T]):
    """Return value of a method wrapped in `with_response`: its data and the response.

        reply = client.with_response(client.invoices.retrieve)("in_1")
        print(reply.status_code, reply.headers["etag"], reply.data)

    If the method makes several calls, the response is that of the last one.

    Attributes:
        data: Return value of the method.
        http: The underlying `httpx2.Response`.
        retries: Number of retries of the call. 0 if the first attempt succeeded.
    """

    data: T
    http: httpx2.Response
    retries: int


class Capture:
    """Collector that keeps the response to the last call made inside `capture`."""

    streams_body = False

    def __init__(self) -> None:
        self._last: tuple[httpx2.Response, int] | None = None

    def record(self, response: httpx2.Response, call: Call) -> None:
        """Keep the response. It replaces an earlier one."""
        self._last = response, call.retries

    def reply(self, data: T) -> Reply[T]:
        """Return the data of a call together with its response.

        Raises:
            SDKError: If no call was made.
        """
        if self._last is None:
            raise SDKError("with_response requires a method that calls the API.")
        return Reply(data, *self._last)


@contextmanager
def capture() -> Generator[Capture]:
    """Capture the responses to the calls of the current thread or task."""
    captured = Capture()
    with collect(captured):
        yield captured


@contextmanager
def collect(collector: ResponseCollector) -> Generator[None]:
    """Pass the responses to the calls of the current thread or task to a collector."""
    token = _COLLECTOR.set(collector)
    try:
        yield
    finally:
        _COLLECTOR.reset(token)


def is_body_wanted() -> bool:
    """Return whether the active collector reads the bodies of responses itself."""
    collector = _COLLECTOR.get()
    return collector is not None and collector.streams_body


def record(response: httpx2.Response, call: Call) -> None:
    """Pass a response to the active collector, if there is one."""
    if collector := _COLLECTOR.get():
        collector.record(response, call)

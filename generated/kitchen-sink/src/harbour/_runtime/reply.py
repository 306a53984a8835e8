"""An answer with what came beside its data."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from .answered import Answered
from .errors import SDKError

if TYPE_CHECKING:
    from collections.abc import Generator

    import httpx2

    from .exchange import Exchange

T = TypeVar("T")


class Collector(Protocol):
    """Who is told of the answers to calls."""

    @property
    def keeps_open(self) -> bool:
        """Whether bodies are left for it to read."""
        ...

    def record(self, response: httpx2.Response, exchange: Exchange) -> None:
        """Take an answer."""
        ...


_COLLECTOR: ContextVar[Collector | None] = ContextVar("_COLLECTOR", default=None)


@dataclass(frozen=True, slots=True)
class Reply(Answered, Generic[T]):
    """What `with_response` returns.

    Attributes:
        data: What the method itself returns.
        http: The answer as the HTTP library has it.
        retries: How often the call was tried again.
    """

    data: T
    http: httpx2.Response
    retries: int


class Capture:
    """Where the calls made inside of `capture` leave their answers."""

    keeps_open = False

    def __init__(self) -> None:
        self._last: tuple[httpx2.Response, int] | None = None

    def record(self, response: httpx2.Response, exchange: Exchange) -> None:
        """Keep an answer; the last one counts."""
        self._last = response, exchange.retries

    def reply(self, data: T) -> Reply[T]:
        """Return data with the answer it came with.

        Raises:
            SDKError: No call was made.
        """
        if self._last is None:
            raise SDKError("with_response needs a method that calls the API")
        return Reply(data, *self._last)


@contextmanager
def capture() -> Generator[Capture]:
    """Collect the answers to the calls of this thread or task."""
    captured = Capture()
    with collect(captured):
        yield captured


@contextmanager
def collect(collector: Collector) -> Generator[None]:
    """Tell a collector of the calls of this thread or task."""
    token = _COLLECTOR.set(collector)
    try:
        yield
    finally:
        _COLLECTOR.reset(token)


def is_body_wanted() -> bool:
    """Whether whoever collects answers reads their bodies."""
    collector = _COLLECTOR.get()
    return collector is not None and collector.keeps_open


def record(response: httpx2.Response, exchange: Exchange) -> None:
    """Leave an answer to whoever collects them."""
    if collector := _COLLECTOR.get():
        collector.record(response, exchange)

"""Deadlines, which limit the total time of a call with all its attempts and waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from .clock import Clock

# Minimum timeout in seconds. With a timeout of 0, a socket does not block and fails
# with an error that is not a timeout.
_MIN_SECONDS: Final = 0.001


class Deadline:
    """Point in time after which a call is abandoned.

    Attributes:
        seconds: Total time of the call in seconds.
    """

    __slots__ = ("_clock", "_end", "seconds")

    def __init__(self, seconds: float, clock: Clock) -> None:
        """Start the deadline now.

        Args:
            seconds: Total time of the call in seconds.
            clock: The clock to use.
        """
        self.seconds = seconds
        self._clock = clock
        self._end = clock.monotonic() + seconds

    def remaining(self) -> float:
        """Return the remaining seconds; negative if the deadline has passed."""
        return self._end - self._clock.monotonic()

    @property
    def has_passed(self) -> bool:
        """Whether the deadline has passed."""
        return self.remaining() <= 0

    def lift(self) -> None:
        """Remove the limit, for a stream or download that has started."""
        self._end = float("inf")

    def limit(self, response: httpx2.Response) -> None:
        """Make the body of a response raise a timeout when the deadline has passed.

        A timeout only limits the wait for each chunk, and a server that keeps sending
        small chunks would never exceed it.
        """
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _BoundedStream(response.stream, response.request, self)

    async def wait_for(
        self, sending: Awaitable[httpx2.Response], request: httpx2.Request
    ) -> httpx2.Response:
        """Wait for a response until the deadline and return it.

        Args:
            sending: Sends the request and reads the response.
            request: The request, for the error.

        Raises:
            RequestError: If sending fails, or the deadline passes.
        """
        import asyncio

        try:
            async with asyncio.timeout(self.remaining()):
                return await sending
        except TimeoutError as error:
            raise httpx2.ReadTimeout("", request=request) from error


class BoundedTimeouts(Mapping[str, float | None]):
    """Timeouts of a request that do not exceed the time until a deadline.

    The HTTP library looks up a timeout at the start of each step. It gets the
    configured timeout or the remaining time until the deadline, whichever is less.
    """

    def __init__(
        self, timeouts: Mapping[str, float | None], deadline: Deadline
    ) -> None:
        self._timeouts = timeouts
        self._deadline = deadline

    def __getitem__(self, step: str) -> float | None:
        seconds = self._timeouts[step]
        left = max(self._deadline.remaining(), _MIN_SECONDS)
        limit = left if seconds is None else min(seconds, left)
        return limit if limit < float("inf") else None

    def __iter__(self) -> Iterator[str]:
        return iter(self._timeouts)

    def __len__(self) -> int:
        return len(self._timeouts)


class _BoundedStream(httpx2.SyncByteStream):
    """Body of a response that raises a timeout when the deadline has passed."""

    def __init__(
        self,
        stream: httpx2.SyncByteStream,
        request: httpx2.Request,
        deadline: Deadline,
    ) -> None:
        self._stream = stream
        self._request = request
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            if self._deadline.has_passed:
                raise httpx2.ReadTimeout("", request=self._request)
            yield chunk

    def close(self) -> None:
        """Close the connection or return it to the pool."""
        self._stream.close()

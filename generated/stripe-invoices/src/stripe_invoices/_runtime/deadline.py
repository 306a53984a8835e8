"""The time that a call has in all: connecting, waiting, each try, and reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from .clock import Clock

# Seconds. A socket without any time left would not be asked at all, and say so as
# another failure than a timeout.
_LEAST: Final = 0.001


class Deadline:
    """A moment after which nothing more is done for a call."""

    __slots__ = ("_clock", "_end", "seconds")

    def __init__(self, seconds: float, clock: Clock) -> None:
        """Start now.

        Args:
            seconds: How long the call may take.
            clock: What tells the time.
        """
        self.seconds = seconds
        self._clock = clock
        self._end = clock.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds that are left; negative when it has passed."""
        return self._end - self._clock.monotonic()

    @property
    def has_passed(self) -> bool:
        """Whether nothing is left."""
        return self.remaining() <= 0

    def lift(self) -> None:
        """Let what has begun take as long as it takes: a stream, a download."""
        self._end = float("inf")

    def read(self, response: httpx2.Response) -> None:
        """Read the body of an answer.

        A timeout bounds the wait for each piece of it, and a server that sends one small
        piece after the other would never be late.

        Raises:
            RequestError: It cannot be read, or not in time.
        """
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _BoundedStream(response.stream, response.request, self)
        try:
            response.read()
        except BaseException:
            response.close()
            raise

    async def wait_for(
        self, sending: Awaitable[httpx2.Response], request: httpx2.Request
    ) -> httpx2.Response:
        """Return an answer, if it comes whole in time.

        Raises:
            RequestError: It does not.
        """
        import asyncio

        try:
            async with asyncio.timeout(self.remaining()):
                return await sending
        except TimeoutError as error:
            raise httpx2.ReadTimeout("", request=request) from error


class BoundedTimeouts(Mapping[str, float | None]):
    """The timeouts of a request as the HTTP library asks for them, step by step.

    Each answer is what the deadline leaves at that moment, if that is less.
    """

    def __init__(
        self, timeouts: Mapping[str, float | None], deadline: Deadline
    ) -> None:
        self._timeouts = timeouts
        self._deadline = deadline

    def __getitem__(self, step: str) -> float | None:
        seconds = self._timeouts[step]
        left = max(self._deadline.remaining(), _LEAST)
        limit = left if seconds is None else min(seconds, left)
        return limit if limit < float("inf") else None

    def __iter__(self) -> Iterator[str]:
        return iter(self._timeouts)

    def __len__(self) -> int:
        return len(self._timeouts)


class _BoundedStream(httpx2.SyncByteStream):
    """The body of an answer, read until the deadline."""

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
        """Close the connection, or give it back."""
        self._stream.close()

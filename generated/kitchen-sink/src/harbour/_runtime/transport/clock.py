"""Sources of time and randomness, which tests can replace."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def _sleep(seconds: float) -> None:
    import asyncio  # takes longer to import than this whole package

    await asyncio.sleep(seconds)


class Clock(NamedTuple):
    """Functions for time and randomness that a client uses.

    Attributes:
        now: Returns the time in seconds since 1970.
        jitter: Returns a random number from 0 to 1.
        sleep: Blocks the thread for a number of seconds.
        sleep_async: Suspends the task for a number of seconds.
        monotonic: Returns the seconds since an arbitrary moment; never goes backwards.
    """

    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random
    sleep: Callable[[float], None] = time.sleep
    sleep_async: Callable[[float], Awaitable[None]] = _sleep
    monotonic: Callable[[], float] = time.monotonic


SYSTEM_CLOCK: Final = Clock()

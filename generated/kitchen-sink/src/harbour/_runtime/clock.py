"""Time and chance, in one place, so that tests can replace them."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def _sleep(seconds: float) -> None:
    import asyncio  # takes longer to import than all of this package

    await asyncio.sleep(seconds)


class Clock(NamedTuple):
    """What a client waits with.

    Attributes:
        now: Seconds since 1970.
        jitter: A random number from 0 to 1.
        sleep: Waits for some seconds.
        sleep_async: Lets other tasks run for some seconds.
        monotonic: Seconds since some moment, never set back.
    """

    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random
    sleep: Callable[[float], None] = time.sleep
    sleep_async: Callable[[float], Awaitable[None]] = _sleep
    monotonic: Callable[[], float] = time.monotonic


SYSTEM_CLOCK: Final = Clock()

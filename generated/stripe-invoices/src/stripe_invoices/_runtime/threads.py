"""Blocking work of async clients, outside of their event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


async def run_in_thread(work: Callable[[], T]) -> T:
    """Return what a blocking function returns, under asyncio or trio.

    A task that is cancelled waits for the function to end.
    """
    # httpx2 brings it and runs on it, so it is there and knows the event loop.
    from anyio import to_thread

    return await to_thread.run_sync(work)

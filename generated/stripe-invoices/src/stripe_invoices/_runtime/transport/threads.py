"""Blocking work of async clients, run in a thread outside the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


async def run_in_thread(work: Callable[[], T]) -> T:
    """Run a blocking function in a thread and return its result.

    It works with asyncio and trio. If the task is cancelled, the cancellation takes
    effect when the function returns.
    """
    # anyio is a dependency of httpx2, which uses it as well; it detects the event loop.
    from anyio import to_thread

    return await to_thread.run_sync(work)

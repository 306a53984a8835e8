"""Return values of hooks: awaited by async clients, rejected by sync clients."""

from __future__ import annotations

from collections.abc import Awaitable, Coroutine


def reject_awaitable(result: object) -> None:
    """Reject the return value of a hook if it is awaitable.

    Raises:
        TypeError: If the value is awaitable.
    """
    if isinstance(result, Awaitable):
        if isinstance(result, Coroutine):
            result.close()  # avoids the warning "coroutine was never awaited"
        raise TypeError("Hooks of a sync client cannot be async; use an async client.")


async def await_result(result: object) -> None:
    """Await the return value of a hook if it is awaitable."""
    if isinstance(result, Awaitable):
        await result

"""What is done with what a hook returns: awaited by async clients, refused by others."""

from __future__ import annotations

from collections.abc import Awaitable, Coroutine


def refuse_awaitable(result: object) -> None:
    """Refuse what a hook returned, if it would have to be awaited.

    Raises:
        TypeError: It would.
    """
    if isinstance(result, Awaitable):
        if isinstance(result, Coroutine):
            result.close()  # it would warn that nobody awaited it
        raise TypeError("a hook of a sync client cannot be async; use the async client")


async def settle(result: object) -> None:
    """Await what a hook returned, if it can be awaited."""
    if isinstance(result, Awaitable):
        await result

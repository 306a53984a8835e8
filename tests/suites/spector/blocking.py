"""Async clients that can be called like sync clients."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator


class Blocking:
    """An async client, resource, page or stream whose methods block.

    The calls of the suite are written once, for sync clients. Each coroutine runs to
    completion on the given event loop, each async iterator is iterated there.
    """

    def __init__(self, target: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._target = target
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if inspect.ismethod(value):

            def call(*args: Any, **kwargs: Any) -> Any:
                return self._finish(value(*args, **kwargs))

            return call
        return self._wrap(value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._finish(self._target(*args, **kwargs))

    def __iter__(self) -> Iterator[Any]:
        items = aiter(self._target)
        while True:
            try:
                yield self._wrap(self._loop.run_until_complete(anext(items)))
            except StopAsyncIteration:
                return

    def __enter__(self) -> Any:
        return self._finish(self._target.__aenter__())

    def __exit__(self, *details: object) -> None:
        self._finish(self._target.__aexit__(*details))

    def _finish(self, value: Any) -> Any:
        if inspect.isawaitable(value):

            async def wait() -> Any:
                return await value

            value = self._loop.run_until_complete(wait())
        return self._wrap(value)

    def _wrap(self, value: Any) -> Any:
        names = {item.__name__ for item in type(value).__mro__}
        if names & {"AsyncResource", "AsyncPage", "AsyncStream", "AsyncBaseClient"}:
            return Blocking(value, self._loop)
        return value

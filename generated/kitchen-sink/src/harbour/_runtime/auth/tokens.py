"""Tokens that a function of the caller provides."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class CallableTokenSource:
    """Token source that calls a function of the caller."""

    def __init__(self, function: Callable[[], object], argument: str) -> None:
        """Create a source.

        Args:
            function: Function that returns a token, or an awaitable of one.
            argument: Constructor argument of the client that takes the function.
        """
        self._function = function
        self._argument = argument

    def get(self) -> str:
        """Return a token.

        Raises:
            TypeError: If the function does not return a string.
        """
        return self._check(self._function())

    async def get_async(self) -> str:
        """Return a token; the result of the function is awaited if possible.

        Raises:
            TypeError: If the function does not return a string.
        """
        token = self._function()
        if isinstance(token, Awaitable):
            token = await cast("Awaitable[object]", token)
        return self._check(token)

    def drop(self, token: str) -> None:
        """Do nothing. The function decides which token it returns next."""

    def _check(self, token: object) -> str:
        if isinstance(token, str):
            return token
        close = getattr(token, "close", None)
        if callable(close):  # avoids the warning "coroutine was never awaited"
            close()
        raise TypeError(
            f"{self._argument} must return a string, not {type(token).__name__}."
        )

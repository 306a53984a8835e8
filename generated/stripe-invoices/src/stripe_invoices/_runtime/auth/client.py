"""Clients that insert tokens into requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..transport.async_client import AsyncClient
from ..transport.sync_client import SyncClient

if TYPE_CHECKING:
    from ..request.security import TokenSource
    from ..transport.call import Call
    from .tokens import CallableTokenSource


class TokenClient(SyncClient):
    """Sync client that inserts tokens into requests."""

    def _insert_tokens(self, call: Call) -> None:
        """Set the headers that contain a token.

        Raises:
            SDKError: If a token cannot be fetched, or not before the deadline.
            TypeError: If a function that provides tokens does not return a string.
        """
        for slot in call.prepared.slots:
            token = self._find_token(call, slot.source)
            call.prepared = call.tokens.fill(call.prepared, slot, token)

    def _find_token(self, call: Call, source: TokenSource) -> str:
        """Return a token. Overridden by clients that fetch tokens."""
        del call
        return _as_callable(source).get()


class AsyncTokenClient(AsyncClient):
    """Async client that inserts tokens into requests."""

    async def _insert_tokens(self, call: Call) -> None:
        """Set the headers that contain a token.

        Raises:
            SDKError: If a token cannot be fetched, or not before the deadline.
            TypeError: If a function that provides tokens does not return a string.
        """
        for slot in call.prepared.slots:
            token = await self._find_token(call, slot.source)
            call.prepared = call.tokens.fill(call.prepared, slot, token)

    async def _find_token(self, call: Call, source: TokenSource) -> str:
        """Return a token. Overridden by clients that fetch tokens."""
        del call
        return await _as_callable(source).get_async()


def _as_callable(source: TokenSource) -> CallableTokenSource:
    from .tokens import CallableTokenSource  # few clients have one

    if not isinstance(source, CallableTokenSource):
        raise TypeError(f"{type(source).__name__} is not a source of tokens.")
    return source

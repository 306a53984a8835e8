"""Clients that fetch access tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ...transport.core import ClientCore
from ..client import AsyncTokenClient, TokenClient
from .cache import TokenCache

if TYPE_CHECKING:
    import httpx2

    from ...request.security import TokenSource
    from ...transport.call import Call
    from ...transport.deadline import Deadline
    from .grants import TokenRequest

C = TypeVar("C", "httpx2.Client", "httpx2.AsyncClient")


class _TokenRequests(ClientCore[C]):
    """Preparation of token requests, without I/O."""

    def _begin_token_call(
        self, request: TokenRequest, deadline: Deadline | None, *, is_early: bool
    ) -> Call:
        """Prepare a token request; see `begin_token_call`.

        Hooks are not called for token requests, only for calls of the API. Token
        requests are logged.
        """
        from .requests import begin_token_call  # few calls fetch a token

        return begin_token_call(
            request,
            deadline,
            service=self._service,
            settings=self._settings,
            clock=self._clock,
            observer=self._make_observer(None),
            is_early=is_early,
        )


class OAuthClient(_TokenRequests["httpx2.Client"], TokenClient):
    """Sync client that fetches access tokens."""

    def _find_token(self, call: Call, source: TokenSource) -> str:
        if not isinstance(source, TokenCache):
            return super()._find_token(call, source)
        from .refresh import find_token  # few calls fetch a token

        return find_token(call, source, self._send_token_request)

    def _send_token_request(
        self, request: TokenRequest, is_early: bool, deadline: Deadline | None
    ) -> httpx2.Response:
        return self._execute(
            self._begin_token_call(request, deadline, is_early=is_early)
        )


class AsyncOAuthClient(_TokenRequests["httpx2.AsyncClient"], AsyncTokenClient):
    """Async client that fetches access tokens."""

    async def _find_token(self, call: Call, source: TokenSource) -> str:
        if not isinstance(source, TokenCache):
            return await super()._find_token(call, source)
        from .refresh import find_token_async  # few calls fetch a token

        return await find_token_async(call, source, self._send_token_request)

    async def _send_token_request(
        self, request: TokenRequest, is_early: bool
    ) -> httpx2.Response:
        return await self._execute(
            self._begin_token_call(request, None, is_early=is_early)
        )

"""Observer of one call, which calls the hooks and writes the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from .hooks import Hooks, RequestInfo, ResponseInfo, RetryInfo
from .logs import LOGGER, show_headers

if TYPE_CHECKING:
    import httpx2

    from ..transport.call import Exchange
    from ..transport.clock import Clock

_NO_HOOKS: Final = Hooks()


class Watch:
    """Observer of the requests and responses of one call.

    Methods that call a hook return its return value, which an async client awaits if
    possible and a sync client rejects if it is awaitable.
    """

    def __init__(self, hooks: Hooks | None, clock: Clock) -> None:
        self._hooks = hooks or _NO_HOOKS
        self._clock = clock
        self._request: RequestInfo | None = None
        self._response: ResponseInfo | None = None
        self._failure: httpx2.RequestError | None = None
        self._started = 0.0

    def prepares(self, exchange: Exchange, request: httpx2.Request) -> object:
        """Call the hook `before_request`."""
        outgoing = exchange.outgoing
        self._response = self._failure = None
        self._request = RequestInfo(
            method=outgoing.method,
            route=exchange.operation.path,
            url=outgoing.shown_url,
            retries=exchange.retries,
            is_foreign=outgoing.foreign,
            http=request,
        )
        hook = self._hooks.before_request
        return hook(self._request) if hook else None

    def sends(self, exchange: Exchange, request: httpx2.Request) -> None:
        """Log a request that is about to be sent, including headers set by hooks."""
        self._started = self._clock.monotonic()
        if LOGGER.isEnabledFor(logging.DEBUG):
            outgoing = exchange.outgoing
            headers = show_headers(request.headers, outgoing.secret_headers)
            LOGGER.debug("%s: request headers %s", outgoing.describe(), headers)

    def receives(self, exchange: Exchange, response: httpx2.Response) -> object:
        """Log a response, and call the hook `after_response`."""
        if self._request is None:
            return None
        elapsed = self._clock.monotonic() - self._started
        self._response = info = ResponseInfo(self._request, elapsed, response)
        outgoing = exchange.outgoing
        if LOGGER.isEnabledFor(logging.INFO):
            named = f" (request ID {info.request_id})" if info.request_id else ""
            shown = (outgoing.describe(), response.status_code, elapsed, named)
            LOGGER.info("%s returned %d in %.3f s%s", *shown)
        if LOGGER.isEnabledFor(logging.DEBUG):
            headers = show_headers(response.headers, outgoing.secret_headers)
            LOGGER.debug("%s: response headers %s", outgoing.describe(), headers)
        hook = self._hooks.after_response
        return hook(info) if hook else None

    def fails(self, exchange: Exchange, failure: httpx2.RequestError) -> None:
        """Log a failure to receive a response."""
        self._failure = failure
        if LOGGER.isEnabledFor(logging.INFO):
            kind = type(failure).__name__
            LOGGER.info("%s failed: %s %s", exchange.outgoing.describe(), kind, failure)

    def repeats(self, exchange: Exchange, delay: float) -> object:
        """Log a retry, and call the hook `on_retry`. Redirects are ignored."""
        if self._request is None or exchange.retries == self._request.retries:
            return None
        info = RetryInfo(
            self._request, self._response, self._failure, delay, exchange.retries
        )
        if LOGGER.isEnabledFor(logging.INFO):
            shown = (info.request.method, info.request.url, info.retries, delay)
            LOGGER.info("%s %s: retry %d in %.3f s", *shown)
        hook = self._hooks.on_retry
        return hook(info) if hook else None

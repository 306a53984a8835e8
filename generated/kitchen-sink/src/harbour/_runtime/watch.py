"""What hooks and the log are told of one call."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from .hooks import Hooks, RequestInfo, ResponseInfo, RetryInfo
from .logs import LOGGER, show_headers

if TYPE_CHECKING:
    import httpx2

    from .clock import Clock
    from .exchange import Exchange

_NO_HOOKS: Final = Hooks()


class Watch:
    """Sees the requests and answers of one call go by.

    Methods that call a hook return what it returned; a driver awaits that, or refuses.
    """

    def __init__(self, hooks: Hooks | None, clock: Clock) -> None:
        self._hooks = hooks or _NO_HOOKS
        self._clock = clock
        self._request: RequestInfo | None = None
        self._response: ResponseInfo | None = None
        self._failure: httpx2.RequestError | None = None
        self._started = 0.0

    def prepares(self, exchange: Exchange, request: httpx2.Request) -> object:
        """Tell that a request is about to be sent."""
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
        """Note that a request leaves, with what hooks have added."""
        self._started = self._clock.monotonic()
        if LOGGER.isEnabledFor(logging.DEBUG):
            outgoing = exchange.outgoing
            headers = show_headers(request.headers, outgoing.secret_headers)
            LOGGER.debug("%s: sent with headers %s", outgoing.describe(), headers)

    def receives(self, exchange: Exchange, response: httpx2.Response) -> object:
        """Tell that an answer has come."""
        if self._request is None:
            return None
        elapsed = self._clock.monotonic() - self._started
        self._response = info = ResponseInfo(self._request, elapsed, response)
        outgoing = exchange.outgoing
        if LOGGER.isEnabledFor(logging.INFO):
            named = f" (request {info.request_id})" if info.request_id else ""
            shown = (outgoing.describe(), response.status_code, elapsed, named)
            LOGGER.info("%s answered %d in %.3f s%s", *shown)
        if LOGGER.isEnabledFor(logging.DEBUG):
            headers = show_headers(response.headers, outgoing.secret_headers)
            LOGGER.debug("%s: answered with headers %s", outgoing.describe(), headers)
        hook = self._hooks.after_response
        return hook(info) if hook else None

    def fails(self, exchange: Exchange, failure: httpx2.RequestError) -> None:
        """Note that no answer has come."""
        self._failure = failure
        if LOGGER.isEnabledFor(logging.INFO):
            kind = type(failure).__name__
            LOGGER.info("%s failed: %s %s", exchange.outgoing.describe(), kind, failure)

    def repeats(self, exchange: Exchange, delay: float) -> object:
        """Tell that another request follows, if it is a retry and no redirect."""
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

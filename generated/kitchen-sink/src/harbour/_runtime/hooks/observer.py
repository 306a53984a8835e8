"""Observer of one call, which calls the hooks and writes the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from ..text import MAX_NAME, clean
from .hooks import Hooks, RequestInfo, ResponseInfo, RetryInfo
from .logs import LOGGER, show_headers

if TYPE_CHECKING:
    import httpx2

    from ..operation import Operation
    from ..request.prepared import PreparedRequest
    from ..transport.clock import Clock

_NO_HOOKS: Final = Hooks()


class ObservedCall(Protocol):
    """The parts of a call that the observer reads."""

    @property
    def operation(self) -> Operation[object]:
        """The operation that is called."""
        ...

    @property
    def prepared(self) -> PreparedRequest:
        """The request to send next."""
        ...

    @property
    def retries(self) -> int:
        """Number of retries so far."""
        ...


class CallObserver:
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

    def on_request(self, call: ObservedCall, request: httpx2.Request) -> object:
        """Call the hook `before_request`."""
        prepared = call.prepared
        self._response = self._failure = None
        self._request = RequestInfo(
            method=prepared.method,
            route=call.operation.path,
            url=prepared.shown_url,
            retries=call.retries,
            is_cross_origin=prepared.cross_origin,
            http=request,
        )
        hook = self._hooks.before_request
        return hook(self._request) if hook else None

    def on_send(self, call: ObservedCall, request: httpx2.Request) -> None:
        """Log a request that is about to be sent, including headers set by hooks."""
        self._started = self._clock.monotonic()
        if LOGGER.isEnabledFor(logging.DEBUG):
            prepared = call.prepared
            headers = show_headers(request.headers, prepared.is_secret_header)
            LOGGER.debug("%s: request headers %s", prepared.describe(), headers)

    def on_response(self, call: ObservedCall, response: httpx2.Response) -> object:
        """Log a response, and call the hook `after_response`."""
        if self._request is None:
            return None
        elapsed = self._clock.monotonic() - self._started
        self._response = info = ResponseInfo(self._request, elapsed, response)
        prepared = call.prepared
        if LOGGER.isEnabledFor(logging.INFO):
            number = clean(info.request_id or "", MAX_NAME)
            named = f" (request ID {number})" if number else ""
            shown = (prepared.describe(), response.status_code, elapsed, named)
            LOGGER.info("%s returned %d in %.3f s%s", *shown)
        if LOGGER.isEnabledFor(logging.DEBUG):
            headers = show_headers(response.headers, prepared.is_secret_header)
            LOGGER.debug("%s: response headers %s", prepared.describe(), headers)
        hook = self._hooks.after_response
        return hook(info) if hook else None

    def on_error(self, call: ObservedCall, failure: httpx2.RequestError) -> None:
        """Log a failure to receive a response."""
        self._failure = failure
        if LOGGER.isEnabledFor(logging.INFO):
            kind = type(failure).__name__
            shown = (call.prepared.describe(), kind, clean(str(failure)))
            LOGGER.info("%s failed: %s %s", *shown)

    def on_retry(self, call: ObservedCall, delay: float) -> object:
        """Log a retry, and call the hook `on_retry`. Redirects are ignored."""
        if self._request is None or call.retries == self._request.retries:
            return None
        info = RetryInfo(
            self._request, self._response, self._failure, delay, call.retries
        )
        if LOGGER.isEnabledFor(logging.INFO):
            shown = (info.request.method, info.request.url, info.retries, delay)
            LOGGER.info("%s %s: retry %d in %.3f s", *shown)
        hook = self._hooks.on_retry
        return hook(info) if hook else None

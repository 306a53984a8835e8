"""Hooks: callbacks for requests, responses and retries, and their arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ..response.properties import ResponseProperties
from ..text import clean

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True, repr=False)
class RequestInfo:
    """Request that is about to be sent; the argument of `Hooks.before_request`.

    Attributes:
        method: HTTP method.
        route: Path template of the operation, such as `/invoices/{invoice}`. It is
            suitable as a label for metrics.
        url: URL with secrets redacted.
        retries: Number of retries before this request; 0 for the first attempt.
        is_cross_origin: Whether a redirect has left the origin of the API. Credentials
            must not be sent with such a request.
        http: The underlying `httpx2.Request`, including secrets. Each attempt has a new
            one, on which headers may be set.
    """

    method: str
    route: str
    url: str
    retries: int
    is_cross_origin: bool
    http: httpx2.Request

    @property
    def headers(self) -> httpx2.Headers:
        """Headers of the request, including secrets. They may be modified."""
        return self.http.headers

    def __repr__(self) -> str:
        return f"<RequestInfo {self.method} {self.url}, retries={self.retries}>"


@dataclass(frozen=True, slots=True, repr=False)
class ResponseInfo(ResponseProperties):
    """Response with any status; the argument of `Hooks.after_response`.

    The call may succeed with this response, fail, or be retried.

    Attributes:
        request: The request.
        elapsed: Seconds between sending the request and receiving the response.
        http: The underlying `httpx2.Response`. Its body has been read, unless the call
            streams it.
    """

    request: RequestInfo
    elapsed: float
    http: httpx2.Response

    def __repr__(self) -> str:
        return f"<ResponseInfo {self.status_code} to {self.request!r}>"


@dataclass(frozen=True, slots=True, repr=False)
class RetryInfo:
    """Failed attempt that is about to be retried; the argument of `Hooks.on_retry`.

    Attributes:
        request: The request of the failed attempt.
        response: The response; None if the request failed without one.
        failure: The exception of the HTTP library; None if a response was received.
        delay: Seconds until the next attempt.
        retries: Number of the retry, starting with 1.
    """

    request: RequestInfo
    response: ResponseInfo | None
    failure: httpx2.RequestError | None
    delay: float
    retries: int

    @property
    def reason(self) -> str:
        """Reason for the retry, for example `received status 503`."""
        if self.response is not None:
            return f"received status {self.response.status_code}"
        detail = clean(str(self.failure))
        return f"{type(self.failure).__name__}: {detail}".removesuffix(": ")

    def __repr__(self) -> str:
        return (
            f"<RetryInfo {self.retries} in {self.delay:.3g} s of {self.request!r}: "
            f"{self.reason}>"
        )


RequestHook: TypeAlias = Callable[[RequestInfo], object]
ResponseHook: TypeAlias = Callable[[ResponseInfo], object]
RetryHook: TypeAlias = Callable[[RetryInfo], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """Callbacks that a client calls around each request.

        def add_trace(request: RequestInfo) -> None:
            request.headers["X-Trace"] = "1"

        client = Client(hooks=Hooks(before_request=add_trace))

    Return values are ignored. An async client awaits them if they are awaitable; with a
    sync client, an async hook raises `TypeError`. An exception in a hook ends the call
    and is passed to the caller unchanged.

    Attributes:
        before_request: Called before each request, including retries and redirects. It
            may modify the headers. Default: None.
        after_response: Called with each response, regardless of its status. Default:
            None.
        on_retry: Called before the delay of each retry. Default: None.
    """

    before_request: RequestHook | None = None
    after_response: ResponseHook | None = None
    on_retry: RetryHook | None = None

"""What a caller may have done before each request, after each answer and retry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .answered import Answered

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True, repr=False)
class RequestInfo:
    """A request that is about to be sent.

    Attributes:
        method: The HTTP method.
        route: The path as the API's description has it, `/invoices/{invoice}`: the name
            of what is called, for counters.
        url: Where it goes, without secrets.
        retries: How often the call was tried before.
        is_foreign: Whether a redirect has led to another origin than that of the API,
            which must see no credential.
        http: The request as the HTTP library has it, secrets included. Each try has one
            of its own; headers may be set on it.
    """

    method: str
    route: str
    url: str
    retries: int
    is_foreign: bool
    http: httpx2.Request

    @property
    def headers(self) -> httpx2.Headers:
        """The headers, secrets included. What is set here is sent."""
        return self.http.headers

    def __repr__(self) -> str:
        return f"<RequestInfo {self.method} {self.url}, retries={self.retries}>"


@dataclass(frozen=True, slots=True, repr=False)
class ResponseInfo(Answered):
    """An answer, whether the call succeeds with it, fails, or is tried again.

    Attributes:
        request: What it answers.
        elapsed: Seconds since the request was sent.
        http: The answer as the HTTP library has it. Its body has been read, unless the
            call streams it.
    """

    request: RequestInfo
    elapsed: float
    http: httpx2.Response

    def __repr__(self) -> str:
        return f"<ResponseInfo {self.status_code} to {self.request!r}>"


@dataclass(frozen=True, slots=True, repr=False)
class RetryInfo:
    """A try that failed, and is to be followed by another.

    Attributes:
        request: What was sent.
        response: The answer, if there was one.
        failure: Why there was none.
        delay: Seconds until the next try.
        retries: Which retry the next try is: 1 for the first.
    """

    request: RequestInfo
    response: ResponseInfo | None
    failure: httpx2.RequestError | None
    delay: float
    retries: int

    @property
    def reason(self) -> str:
        """Why the call is tried again."""
        if self.response is not None:
            return f"answered {self.response.status_code}"
        return f"{type(self.failure).__name__}: {self.failure}".removesuffix(": ")

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
    """Functions that a client calls around each request.

    What they return is ignored; an async client awaits what can be awaited. What they
    raise ends the call and reaches its caller as it is.

    Attributes:
        before_request: Called before each request, also of retries and redirects. It may
            add headers: `request.headers["X-Trace"] = "1"`.
        after_response: Called with each answer, whatever its status.
        on_retry: Called before the wait for another try.
    """

    before_request: RequestHook | None = None
    after_response: ResponseHook | None = None
    on_retry: RetryHook | None = None

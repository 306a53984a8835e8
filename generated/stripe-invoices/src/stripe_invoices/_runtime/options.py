"""Options of a client and of a single call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .hooks.hooks import Hooks
    from .omission import Omit
    from .response.validation import ResponseValidation

Seconds: TypeAlias = "float | None"
"""Timeout of one step in seconds; None disables it."""

Timeout: TypeAlias = (
    "float | tuple[Seconds, Seconds, Seconds, Seconds] | httpx2.Timeout | None"
)
"""Timeout for the network operations of a request.

- A number: Timeout in seconds for each of connect, read, write and pool.
- A tuple of four values: Timeouts in seconds for connect, read, write and pool, in this
  order. None disables the timeout of a step.
- An `httpx2.Timeout`.
- None: No timeout.

A read or write timeout bounds the wait for one chunk of data, not the whole transfer.
The pool timeout bounds the wait for a free connection. To limit a call as a whole, use
`deadline`."""

TokenProvider: TypeAlias = "Callable[[], str]"
"""Callable that returns an access token, for sync clients.

It is called before each request, including retries, and should therefore cache the
token."""

AsyncTokenProvider: TypeAlias = "Callable[[], str | Awaitable[str]]"
"""Callable that returns an access token, for async clients.

It may be a coroutine function. It is called before each request, including retries, and
should therefore cache the token."""

DEFAULT_TIMEOUT: Final = (5.0, 60.0, 60.0, 60.0)
"""Default timeout in seconds: 5 for connect; 60 for read, write and pool."""

DEFAULT_MAX_RETRIES: Final = 2
"""Default maximum number of retries after the first attempt of a call."""

DEFAULT_MAX_RESPONSE_BYTES: Final = 1024 * 1024 * 1024
"""Default maximum size of a decompressed response body in bytes: 1 GiB."""


class Options(TypedDict, total=False):
    """Options of a single call. They override the options of the client.

    Every option is optional; the client's value applies to those that are not given.

        client.invoices.list(options={"timeout": 10.0, "max_retries": 0})

    Attributes:
        timeout: Timeout in seconds for each of connect, read, write and pool, a tuple
            of four such values, or an `httpx2.Timeout`. None disables it.
        deadline: Time limit in seconds for the whole call, including retries and the
            delays between them. Must be greater than 0; None for no limit. A call that
            exceeds it raises `APITimeoutError`. For a stream or a download, it covers
            the time until the response headers have been received.
        max_retries: Maximum number of retries after the first attempt. 0 disables
            retries.
        headers: Headers to add or replace. The value `omit` removes a header.
        query: Query parameters to add or replace. The value `omit` removes a parameter.
        body: Properties to add or replace in a request body that is an object. Any
            other body raises `TypeError`.
        idempotency_key: Key that identifies all attempts of a call as the same request,
            which makes them safe to retry. It is sent in the header that the API
            defines, or in `Idempotency-Key`. If the API is known to support such keys,
            the client generates one for each call that needs it; pass an empty string
            to send none.
        base_url: Base URL of this call. Must be an absolute http or https URL.
        response_validation: How to treat a response that does not match its schema:
            `"lenient"`, `"warn"` or `"strict"`.
        max_response_bytes: Maximum size of the response body in bytes, after
            decompression; None for no limit. A larger response raises
            `ResponseTooLargeError`. Streams and downloads are not limited.
        max_pages: Maximum number of pages over which an iteration over a paginated list
            goes, including the first one. Other methods ignore it.
    """

    timeout: Timeout
    deadline: float | None
    max_retries: int
    headers: Mapping[str, str | Omit]
    query: Mapping[str, object]
    body: Mapping[str, object]
    idempotency_key: str
    base_url: str
    response_validation: ResponseValidation
    max_response_bytes: int | None
    max_pages: int


class ClientOptions(TypedDict, total=False):
    """Options of a client, accepted by its constructor and by `with_options`.

        client = Client(timeout=10.0, max_retries=5)
        patient = client.with_options(timeout=120.0)

    Attributes:
        base_url: Base URL of the API. Must be an absolute http or https URL. Overrides
            the URL of the API document, including absolute URLs of servers that it
            defines for single operations, which keeps a test client from calling the
            production API. Defaults to None, which selects the URL of the environment
            variable or of the document.
        timeout: Timeout in seconds for each of connect, read, write and pool, a tuple
            of four such values, or an `httpx2.Timeout`. None disables it. Defaults to 5
            seconds for connect and 60 seconds for read, write and pool.
        deadline: Time limit in seconds for each call as a whole, including retries and
            the delays between them. Must be greater than 0. A call that exceeds it
            raises `APITimeoutError`. For a stream or a download, it covers the time
            until the response headers have been received. Defaults to None, which means
            no limit.
        max_retries: Maximum number of retries after the first attempt of a call. 0
            disables retries. Defaults to 2.
        headers: Headers sent with every request to the API. The value `omit` removes a
            default header. `with_options` adds them to the headers of the client.
        query: Query parameters sent with every request to the API. `with_options` adds
            them to the query parameters of the client.
        response_validation: How to treat a response that does not match its schema:
            `"lenient"` returns it and issues a `ResponseValidationWarning` once per
            operation, `"warn"` issues one for each response, `"strict"` raises
            `APIDecodeError`. Defaults to `"lenient"`.
        hooks: Functions to call before each request, after each response and before
            each retry. Defaults to None.
        max_response_bytes: Maximum size of a response body in bytes, after
            decompression; None for no limit. A larger response raises
            `ResponseTooLargeError`. Streams and downloads are not limited. The body of
            an error is cut after 1 MiB at the latest. Defaults to 1 GiB.
        allow_insecure_http: Whether credentials may be sent over plain http to a host
            other than this machine. If False, such a call raises
            `InsecureTransportError`. Defaults to False.
        allow_cross_origin_body: Whether a redirect to another origin is followed if the
            request body has to be sent there again, as after status 307 and 308. If
            False, such a redirect raises `APIStatusError`. Credentials are never sent
            to another origin. Defaults to False.
    """

    base_url: str | None
    timeout: Timeout
    deadline: float | None
    max_retries: int
    headers: Mapping[str, str | Omit] | None
    query: Mapping[str, object] | None
    response_validation: ResponseValidation
    hooks: Hooks | None
    max_response_bytes: int | None
    allow_insecure_http: bool
    allow_cross_origin_body: bool

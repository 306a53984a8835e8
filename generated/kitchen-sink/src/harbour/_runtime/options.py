"""What a caller may set for a client or for one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .hooks import Hooks
    from .omission import Omit

Seconds: TypeAlias = "float | None"

Timeout: TypeAlias = (
    "float | tuple[Seconds, Seconds, Seconds, Seconds] | httpx2.Timeout | None"
)
"""Seconds for each step of a call, a value for each of them (to connect, to receive, to
send, to wait for a connection), or None for no limit."""

ResponseValidation: TypeAlias = Literal["lenient", "warn", "strict"]
"""What to do when an answer does not match its description: build what can be built,
the same with a `ResponseValidationWarning`, or raise `APIDecodeError`."""

TokenProvider: TypeAlias = "Callable[[], str]"
"""Returns a token. It is asked before each request, so it keeps its token itself."""

AsyncTokenProvider: TypeAlias = "Callable[[], str | Awaitable[str]]"
"""The same for an async client; it may be async."""

DEFAULT_TIMEOUT: Final = (5.0, 60.0, 60.0, 60.0)
DEFAULT_MAX_RETRIES: Final = 2


class Options(TypedDict, total=False):
    """Settings of one call, which win over those of the client.

    Attributes:
        timeout: Seconds for each step, or an `httpx2.Timeout`; None waits for ever.
        deadline: Seconds for the whole call, retries and the waits between them
            included; None for no limit.
        max_retries: How often the call may be tried again.
        headers: Headers to add or replace; `omit` takes away one of the client's.
        query: Query parameters to add or replace.
        body: Properties to add to a body that is an object.
        idempotency_key: Marks all tries as one request, so that they can be repeated.
            Where the API is known to understand such keys, one is made for each call;
            an empty one is not sent.
        base_url: Where this one call goes.
        response_validation: What to do with an answer unlike its description.
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


class ClientOptions(TypedDict, total=False):
    """Settings of a client, as its constructor and `with_options` take them.

    Attributes:
        base_url: Where the API is. It also replaces the servers that single operations
            have of their own, so that a test client never reaches the real API.
        timeout: Seconds for each step, or an `httpx2.Timeout`; None waits for ever.
            60 seconds, and 5 to connect, unless set.
        deadline: Seconds for each call as a whole, retries and the waits between them
            included; None for no limit, as it is unless set. A stream or a download
            may take as long to be read as it takes, once it has begun.
        max_retries: How often a call may be tried again; 2 unless set.
        headers: Headers sent with every call; `omit` takes away a default one.
        query: Query parameters sent with every call.
        response_validation: What to do with an answer unlike its description.
        hooks: Functions to call around each request.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    base_url: str | None
    timeout: Timeout
    deadline: float | None
    max_retries: int
    headers: Mapping[str, str | Omit] | None
    query: Mapping[str, object] | None
    response_validation: ResponseValidation
    hooks: Hooks | None
    allow_insecure_http: bool

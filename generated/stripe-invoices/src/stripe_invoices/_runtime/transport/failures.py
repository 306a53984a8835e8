"""Exceptions for failed calls, and their messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx2

from ..errors import (
    APIConnectionError,
    APITimeoutError,
    ResponseTooLargeError,
    find_request_id,
    status_error_class,
)
from ..response.error_body import find_code, find_message, find_problem
from ..text import MAX_NAME, clean

if TYPE_CHECKING:
    from ..errors import APIStatusError
    from ..request.prepared import PreparedRequest

_FAILURES: Final = (
    (httpx2.ConnectTimeout, "timed out while connecting"),
    (httpx2.PoolTimeout, "timed out while waiting for a free connection"),
    (httpx2.TimeoutException, "request timed out"),
    (httpx2.ConnectError, "connection failed"),
    (httpx2.UnsupportedProtocol, "the URL scheme is not supported"),
    (httpx2.DecodingError, "decompression failed"),
    (httpx2.ProxyError, "the proxy refused the connection"),
    (httpx2.LocalProtocolError, "the request is not valid HTTP"),
)


def describe_outcome(outcome: httpx2.Response | httpx2.RequestError) -> str:
    """Return the outcome of an attempt: its status, or the kind of its failure."""
    if isinstance(outcome, httpx2.Response):
        return f"received status {outcome.status_code}"
    return next(
        (text for known, text in _FAILURES if isinstance(outcome, known)),
        "connection lost",
    )


def deadline_error(
    prepared: PreparedRequest, what: str, seconds: float, retries: int
) -> APITimeoutError:
    """Return the error for a call that exceeded its deadline.

    Args:
        prepared: The request.
        what: The outcome instead of a result.
        seconds: The deadline in seconds.
        retries: Number of retries.
    """
    tries = f" after {retries + 1} attempts" if retries else ""
    return APITimeoutError(
        f"{prepared.describe()}: {what} within the deadline of {seconds:g} s{tries}."
    )


def connection_error(
    prepared: PreparedRequest, failure: httpx2.RequestError, when: str
) -> APIConnectionError:
    """Return the error for a call without a complete response.

    Args:
        prepared: The request.
        failure: The exception of the HTTP library.
        when: When it happened, with a leading space; may be empty.
    """
    timed_out = isinstance(failure, httpx2.TimeoutException)
    kind = APITimeoutError if timed_out else APIConnectionError
    detail = f" ({clean(str(failure))})" if str(failure) else ""
    what = describe_outcome(failure)
    return kind(f"{prepared.describe()}: {what}{when}{detail}.")


def size_error(
    prepared: PreparedRequest, response: httpx2.Response, limit: int
) -> ResponseTooLargeError:
    """Return the error for a result whose body exceeds a limit in bytes."""
    return ResponseTooLargeError(
        f"{prepared.describe()} returned {response.status_code} with a body of more than "
        f"{limit} bytes; pass a greater max_response_bytes, or None for no limit, to the "
        "client or in the options of the call.",
        status_code=response.status_code,
        headers=response.headers,
        limit=limit,
    )


def status_error(
    prepared: PreparedRequest,
    response: httpx2.Response,
    decoded: tuple[object, object],
    *,
    retries: int,
    not_followed: str,
    is_cut: bool,
) -> APIStatusError:
    """Return the error for a response.

    Args:
        prepared: The request.
        response: The response.
        decoded: The body, and the body as its documented model or None.
        retries: Number of retries.
        not_followed: The reason why a redirect was not followed; empty for responses
            that are not redirects.
        is_cut: Whether only the start of the body was read.
    """
    body, error = decoded
    status, headers = response.status_code, response.headers
    code, request_id = find_code(body), find_request_id(headers)
    problem = find_problem(body, headers.get("content-type", ""), status)
    parts = [f"{prepared.describe()} returned {status}"]
    if response.reason_phrase:
        parts.append(f" {clean(response.reason_phrase, MAX_NAME)}")
    if not_followed:
        parts.append(f"; the redirect was not followed: {not_followed}")
    if message := find_message(body, problem.message if problem else ""):
        parts.append(f": {message}")
    notes = [
        *([f"code {clean(str(code), MAX_NAME)}"] if code is not None else []),
        *([f"request ID {clean(request_id, MAX_NAME)}"] if request_id else []),
        *([f"after {retries + 1} attempts"] if retries else []),
        *([f"body cut after {len(response.content)} bytes"] if is_cut else []),
    ]
    if notes:
        parts.append(f" ({', '.join(notes)})")
    return status_error_class(status)(
        "".join(parts),
        status_code=status,
        headers=headers,
        body=body,
        error=error,
        code=code,
    )

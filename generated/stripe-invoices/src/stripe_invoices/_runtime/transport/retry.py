"""Retry policy: which failures are retried, and after which delay."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Callable

# Statuses of temporary failures (RFC 9110, sections 15.5 and 15.6; RFC 6585).
RETRYABLE_STATUSES: Final = frozenset({408, 429, 500, 502, 503, 504})

# RFC 9110, section 9.2.2; QUERY: RFC 10008. Sending such a request twice has the same
# effect as sending it once.
_IDEMPOTENT_METHODS: Final = frozenset(
    {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"}
)

# Failures that a retry cannot fix: an invalid request, or a response that was received
# but cannot be decompressed.
_LASTING: Final = (
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.DecodingError,
)

INITIAL_DELAY: Final = 0.5
"""Upper bound of the delay before the first retry, in seconds."""

MAX_DELAY: Final = 8.0
"""Upper bound of the delay before any retry, in seconds."""

MAX_SERVER_DELAY: Final = 60.0
"""Longest delay requested by a server that is waited for, in seconds.

If a server requests a longer delay, the call is not retried and raises its error."""


def is_idempotent(method: str, *, has_key: bool) -> bool:
    """Return whether a call may be repeated although the server may have processed it.

    Args:
        method: HTTP method.
        has_key: Whether the request has an idempotency key.
    """
    return has_key or method in _IDEMPOTENT_METHODS


def is_retryable_failure(failure: httpx2.RequestError, *, idempotent: bool) -> bool:
    """Return whether a call that received no response is retried.

    If the failure occurred before the request was sent, the server cannot have
    processed it: the connection failed, or no connection of the pool became free. After
    other failures, only idempotent calls are retried. A call is not retried if the
    certificate of the server was rejected, because it would be rejected again.
    """
    if isinstance(failure, _LASTING):
        return False
    if isinstance(failure, httpx2.ConnectError):
        return not _is_certificate_refused(failure)
    return idempotent or isinstance(failure, httpx2.ConnectTimeout | httpx2.PoolTimeout)


def _is_certificate_refused(failure: BaseException) -> bool:
    cause: BaseException | None = failure
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def is_retryable_status(
    status_code: int, headers: httpx2.Headers, *, idempotent: bool
) -> bool:
    """Return whether a call that received an error status is retried.

    The header `x-should-retry`, if it is `true` or `false`, takes precedence.
    Otherwise, a call with one of the `RETRYABLE_STATUSES` is retried if it is idempotent.
    A call that is not idempotent is retried only if the response implies that the
    server has not processed it: 408, the request was received incompletely; 429, the
    request was rejected; 503 with Retry-After, the server is unavailable for some time.
    """
    if (advice := headers.get("x-should-retry", "").lower()) in {"true", "false"}:
        return advice == "true"
    if status_code not in RETRYABLE_STATUSES:
        return False
    if idempotent or status_code in {408, 429}:
        return True
    return status_code == 503 and "retry-after" in headers


def backoff(retries: int, jitter: float) -> float:
    """Return the delay before the next attempt: exponential backoff with full jitter.

    Args:
        retries: Number of previous retries.
        jitter: Random number from 0 to 1.

    Returns:
        The delay in seconds.
    """
    # The exponent is bounded, because a large one would overflow the float.
    return min(INITIAL_DELAY * float(1 << min(retries, 10)), MAX_DELAY) * jitter


def find_server_delay(
    headers: httpx2.Headers, now: Callable[[], float]
) -> float | None:
    """Return the delay that a server requests, or None if it requests none.

    The header `retry-after-ms` takes precedence over Retry-After, which contains
    seconds or a date (RFC 9110, section 10.2.3). Invalid values are ignored.

    Args:
        headers: Headers of the response.
        now: Clock that returns Unix time in seconds.

    Returns:
        The delay in seconds.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    try:
        date = parsedate_to_datetime(headers.get("retry-after", ""))
        # `-0000` means an unknown time zone; HTTP dates are always in UTC.
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        return max(0.0, (date - datetime.fromtimestamp(now(), UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

"""When a call is tried again, and how long to wait before: a policy without I/O."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Callable

# Each is a failure of the moment (RFC 9110, sections 15.5 and 15.6; RFC 6585).
RETRIED_STATUSES: Final = frozenset({408, 429, 500, 502, 503, 504})

# RFC 9110, section 9.2.2; QUERY is RFC 10008. Sending these twice is sending them once.
_IDEMPOTENT_METHODS: Final = frozenset(
    {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"}
)

# The request itself is wrong, or the answer came and cannot be read.
_LASTING: Final = (
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.DecodingError,
)

FIRST_DELAY: Final = 0.5
LONGEST_DELAY: Final = 8.0
LONGEST_SERVER_DELAY: Final = 60.0
"""Seconds. A server that asks for more gets no retry: the caller had better know."""


def may_repeat(method: str, *, has_key: bool) -> bool:
    """Whether a call may be made again even if the server has acted on it.

    Args:
        method: The HTTP method.
        has_key: Whether an idempotency key tells the server that it is the same one.
    """
    return has_key or method in _IDEMPOTENT_METHODS


def is_worth_retrying(failure: httpx2.RequestError, *, repeatable: bool) -> bool:
    """Whether a call that got no answer is tried again.

    What fails before the request was sent cannot have been acted on: no connection, no
    room in the pool. After that only the repeatable is tried again. A certificate
    that is not accepted will not be accepted the next time.
    """
    if isinstance(failure, _LASTING):
        return False
    if isinstance(failure, httpx2.ConnectError):
        return not _is_certificate_refused(failure)
    return repeatable or isinstance(failure, httpx2.ConnectTimeout | httpx2.PoolTimeout)


def _is_certificate_refused(failure: BaseException) -> bool:
    cause: BaseException | None = failure
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def is_worth_asking_again(
    status_code: int, headers: httpx2.Headers, *, repeatable: bool
) -> bool:
    """Whether a call that was answered so is tried again.

    `x-should-retry` is the server's own word and decides. Otherwise a call that must
    not be made twice is tried again only where the answer says that nothing was done:
    408, the request did not arrive whole; 429, it was turned away; 503 with
    Retry-After, come back later.
    """
    if (advice := headers.get("x-should-retry", "").lower()) in {"true", "false"}:
        return advice == "true"
    if status_code not in RETRIED_STATUSES:
        return False
    if repeatable or status_code in {408, 429}:
        return True
    return status_code == 503 and "retry-after" in headers


def backoff(retries: int, jitter: float) -> float:
    """Return the seconds to wait before the next try: exponential with full jitter.

    Args:
        retries: How many retries there were before.
        jitter: A random number from 0 to 1.
    """
    # The exponent is bounded, so that no number of retries overflows a float.
    return min(FIRST_DELAY * float(1 << min(retries, 10)), LONGEST_DELAY) * jitter


def find_server_delay(
    headers: httpx2.Headers, now: Callable[[], float]
) -> float | None:
    """Return the seconds that a server asks to wait, or None when it does not say.

    `retry-after-ms` first, then Retry-After in seconds or as a date (RFC 9110,
    section 10.2.3). What cannot be read is as good as nothing.

    Args:
        headers: The headers of the answer.
        now: The clock: seconds since 1970.
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
    except (ValueError, TypeError, IndexError):
        return None
    # `-0000` says nothing of the zone; HTTP dates are always UTC.
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.fromtimestamp(now(), UTC)).total_seconds())

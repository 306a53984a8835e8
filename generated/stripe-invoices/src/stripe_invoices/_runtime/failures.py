"""The errors of calls, in words that a person can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx2

from .errorbody import find_code, find_message
from .errors import APIConnectionError, APITimeoutError, status_error_class
from .problem import find_problem
from .requestid import find_request_id

if TYPE_CHECKING:
    from .errors import APIStatusError
    from .outgoing import Outgoing

_FAILURES: Final = (
    (httpx2.ConnectTimeout, "could not connect in time"),
    (httpx2.PoolTimeout, "no connection became free in time"),
    (httpx2.TimeoutException, "no answer in time"),
    (httpx2.ConnectError, "could not connect"),
    (httpx2.UnsupportedProtocol, "the URL is not one of the web"),
    (httpx2.DecodingError, "the answer could not be decompressed"),
    (httpx2.ProxyError, "the proxy refused"),
    (httpx2.LocalProtocolError, "the request is no valid HTTP"),
)


def describe_outcome(outcome: httpx2.Response | httpx2.RequestError) -> str:
    """Return what came of a try: what was answered, or why nothing was."""
    if isinstance(outcome, httpx2.Response):
        return f"answered {outcome.status_code}"
    return next(
        (text for known, text in _FAILURES if isinstance(outcome, known)),
        "the connection broke",
    )


def late_error(
    outgoing: Outgoing, what: str, seconds: float, retries: int
) -> APITimeoutError:
    """Return the error for a call that is out of time.

    Args:
        outgoing: What was sent.
        what: What there is instead of a result.
        seconds: The deadline.
        retries: How often the call was tried again.
    """
    tries = f" after {retries + 1} tries" if retries else ""
    return APITimeoutError(
        f"{outgoing.describe()}: {what} within the deadline of {seconds:g} s{tries}"
    )


def connection_error(
    outgoing: Outgoing, failure: httpx2.RequestError, when: str
) -> APIConnectionError:
    """Return the error for a call without an answer.

    Args:
        outgoing: What was sent.
        failure: What the HTTP library says.
        when: When it happened, with a space before it.
    """
    timed_out = isinstance(failure, httpx2.TimeoutException)
    kind = APITimeoutError if timed_out else APIConnectionError
    detail = f" ({failure})" if str(failure) else ""
    what = describe_outcome(failure)
    return kind(f"{outgoing.describe()}: {what}{when}{detail}")


def status_error(
    outgoing: Outgoing,
    response: httpx2.Response,
    decoded: tuple[object, object],
    *,
    retries: int,
    not_followed: str,
) -> APIStatusError:
    """Return the error for an answer.

    Args:
        outgoing: What was sent.
        response: The answer.
        decoded: Its body, and that as its documented model, if it is one.
        retries: How often the call was tried again.
        not_followed: Why a redirect was not followed.
    """
    body, error = decoded
    status, headers = response.status_code, response.headers
    code, request_id = find_code(body), find_request_id(headers)
    problem = find_problem(body, headers.get("content-type", ""), status)
    parts = [f"{outgoing.describe()} answered {status}"]
    if response.reason_phrase:
        parts.append(f" {response.reason_phrase}")
    if not_followed:
        parts.append(f", a redirect that is not followed: {not_followed}")
    if message := find_message(body, problem.message if problem else ""):
        parts.append(f": {message}")
    notes = [
        *([f"code {code}"] if code is not None else []),
        *([f"request {request_id}"] if request_id else []),
        *([f"after {retries + 1} tries"] if retries else []),
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

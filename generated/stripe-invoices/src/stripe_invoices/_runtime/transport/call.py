"""State of one call from its first attempt to its result, without I/O.

The client sends `prepared` and passes the outcome to `handle_failure` or
`handle_response`. These return the delay before the next request. When
`handle_response` returns None, the response is final, and `result` decodes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

import httpx2

from ..request.prepared import UsedTokens
from ..request.settings import MAX_ERROR_BYTES
from ..response.chunks import BodyLimit
from ..response.references import ANY
from .deadline import BoundedTimeouts, Deadline
from .http_request import to_http
from .request_cache import RequestCache
from .retry import (
    MAX_SERVER_DELAY,
    backoff,
    find_server_delay,
    is_retryable_failure,
    is_retryable_status,
)

if TYPE_CHECKING:
    from ..errors import APIConnectionError, APIResponseError, APITimeoutError
    from ..hooks.observer import CallObserver
    from ..operation import Operation
    from ..options import Seconds
    from ..request.prepared import PreparedRequest
    from ..request.settings import Limits
    from ..response.decode import Decoder, Received
    from ..response.references import TypeRef
    from .clock import Clock

V = TypeVar("V")

_NO_DELAY: Final = 0.0

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True, eq=False, repr=False)
class Call:
    """State of one call.

    Attributes:
        operation: The operation that is called.
        prepared: The request to send next.
        limits: The settings of the call that do not change the request.
        models: Import name of the package with the models; see `find_adapter`.
        clock: The source of time.
        observer: The observer, which calls hooks and writes the log; None without them.
        cache: Parts of earlier requests of the client.
        deadline: The deadline of the call; None for no limit.
        retries: Number of retries so far.
        redirects: Number of redirects that were followed.
        streams_body: Whether the caller streams the body of a successful response.
        is_body_cut: Whether only the start of the body of the last response was read.
        tokens: The tokens that were used for the call.
    """

    operation: Operation[object]
    prepared: PreparedRequest
    limits: Limits
    models: str
    clock: Clock
    observer: CallObserver | None = None
    cache: RequestCache = field(default_factory=RequestCache)
    deadline: Deadline | None = field(init=False, default=None)
    retries: int = 0
    redirects: int = 0
    streams_body: bool = False
    is_body_cut: bool = field(init=False, default=False)
    tokens: UsedTokens = field(init=False, default_factory=UsedTokens)

    def __post_init__(self) -> None:
        if self.limits.deadline is not None:
            self.deadline = Deadline(self.limits.deadline, self.clock)

    def next_request(
        self, client: httpx2.Client | httpx2.AsyncClient
    ) -> httpx2.Request:
        """Return the next request in the form that an HTTP client sends.

        Raises:
            SDKError: If the URL is invalid.
        """
        self.is_body_cut = False
        return to_http(self.prepared, client, self._timeouts(), self.cache)

    def _timeouts(self) -> Mapping[str, float | None]:
        """Return the timeout of each step of the next attempt, in seconds."""
        given = self.limits.timeout
        timeouts: dict[str, float | None] = (
            given.as_dict()
            if isinstance(given, httpx2.Timeout)
            else _split_timeout(given).copy()
        )
        if self.deadline is None:
            return timeouts
        return BoundedTimeouts(timeouts, self.deadline)

    def keeps_body_open(self, response: httpx2.Response) -> bool:
        """Return whether the caller reads the body of a response, without a deadline."""
        if not self.streams_body or not self.is_result(response.status_code):
            return False
        if self.deadline is not None:
            self.deadline.lift()
        return True

    def body_limit(self, response: httpx2.Response) -> BodyLimit:
        """Return the limit of the body of a response.

        Results are decoded as a whole, so they are never cut.
        """
        limit = self.limits.max_response_bytes
        if self.is_result(response.status_code):
            return BodyLimit(limit, cuts=False)
        size = MAX_ERROR_BYTES if limit is None else min(limit, MAX_ERROR_BYTES)
        return BodyLimit(size, cuts=True)

    def handle_excess(self, response: httpx2.Response, limit: BodyLimit) -> None:
        """Handle a body that exceeds its limit.

        Raises:
            ResponseTooLargeError: If the response is a result.
        """
        self.is_body_cut = True
        if not limit.cuts:
            from .failures import size_error

            raise size_error(self.prepared, response, limit.size or 0)

    def handle_failure(self, failure: httpx2.RequestError) -> float:
        """Return the seconds to wait before the next attempt, after a failed request.

        Raises:
            APIConnectionError: If the call is not retried.
        """
        prepared = self.prepared
        if self.observer:
            self.observer.on_error(self, failure)
        if self.deadline and self.deadline.has_passed:
            raise self.deadline_exceeded("no response") from failure
        if self._can_retry() and is_retryable_failure(
            failure, idempotent=prepared.idempotent
        ):
            return self._schedule_retry(None, failure)
        from .failures import connection_error  # most calls do not fail

        tries = f" after {self.retries + 1} attempts" if self.retries else ""
        raise connection_error(prepared, failure, tries) from failure

    def interruption_error(self, failure: httpx2.RequestError) -> APIConnectionError:
        """Return the error for a connection that was lost while the body was read."""
        if self.deadline and self.deadline.has_passed:
            return self.deadline_exceeded("the response was not complete")
        from .failures import connection_error

        return connection_error(self.prepared, failure, " while reading the response")

    def handle_interruption(
        self, failure: httpx2.RequestError, event_id: str, milliseconds: int | None
    ) -> float:
        """Return the seconds to wait before an interrupted stream is resumed.

        As in browsers (HTML, section 9.2.3), a stream is resumed only if its events
        have ids, and only with GET, which has no side effects. A stream that ended
        normally is not resumed.

        Args:
            failure: The failure that interrupted the stream.
            event_id: The id of the last event; empty for none.
            milliseconds: The delay that the server requested; None for the default.

        Raises:
            APIConnectionError: If the stream cannot be resumed.
        """
        if self.observer:
            self.observer.on_error(self, failure)
        delay = None if milliseconds is None else milliseconds / 1000
        if (
            self.prepared.method != "GET"
            or not event_id
            or not event_id.isprintable()
            or not self._can_retry()
            or (delay or 0.0) > MAX_SERVER_DELAY
        ):
            raise self.interruption_error(failure) from failure
        self.prepared = self.prepared.with_header("Last-Event-ID", event_id)
        return self._schedule_retry(delay, failure)

    def handle_response(self, response: httpx2.Response) -> float | None:
        """Return the seconds to wait before the next request; None if it was the last.

        The next request is a retry, a redirect, or a repetition with a new token.

        Raises:
            APIStatusError: If the API returned an error and the call is not retried.
        """
        status = response.status_code
        if self.is_result(status):
            return None
        if status in _REDIRECTS:
            return self._follow_redirect(response)
        if status == 401 and self.tokens.renew(self.prepared):
            return _NO_DELAY
        delay = self._find_retry_delay(response)
        if delay is None:
            raise self._error(response, "")
        return delay

    def result(self, response: httpx2.Response) -> object:
        """Return the result of the operation, decoded from its final response.

        Raises:
            APIDecodeError: If the response cannot be decoded as its documented type, or
                does not match it in strict validation.
        """
        if self.prepared.method == "HEAD":
            return None
        returns = self.find_return_type(response.status_code)
        return self._decoder(response).decode(returns)

    def find_return_type(self, status: int) -> TypeRef | None:
        """Return the type of a successful response, or of an item for a stream."""
        returns = self.operation.returns
        # Models have names; the check for a mapping takes longer.
        if not isinstance(returns, str) and isinstance(returns, Mapping):
            return _select_by_status(returns, status, ANY)
        return returns

    def is_result(self, status: int) -> bool:
        """Return whether a status is a result: documented as such, or 2xx."""
        if 200 <= status < 300:
            return True
        returns = self.operation.returns
        return isinstance(returns, Mapping) and f"{status}" in returns

    def _find_retry_delay(self, response: httpx2.Response) -> float | None:
        """Return the seconds to wait before a retry, or None for no retry."""
        if self._can_retry() and is_retryable_status(
            response.status_code, response.headers, idempotent=self.prepared.idempotent
        ):
            delay = find_server_delay(response.headers, self.clock.now)
            if delay is None or delay <= MAX_SERVER_DELAY:
                return self._schedule_retry(delay, response)
        return None

    def _can_retry(self) -> bool:
        return self.retries < self.limits.max_retries and self.prepared.replayable

    def _schedule_retry(
        self, server_delay: float | None, outcome: httpx2.Response | httpx2.RequestError
    ) -> float:
        """Count a retry and return the seconds to wait before it.

        Args:
            server_delay: The delay that the server requested; None for the default.
            outcome: The response or exception of the last attempt.

        Raises:
            APITimeoutError: If the deadline is earlier. Its cause is the error of the
                last attempt.
        """
        delay = server_delay
        if delay is None:
            delay = backoff(self.retries, self.clock.jitter())
        if self.deadline and delay >= self.deadline.remaining():
            from .failures import describe_outcome

            cause = (
                self._error(outcome, "")
                if isinstance(outcome, httpx2.Response)
                else outcome
            )
            raise self.deadline_exceeded(
                f"{describe_outcome(outcome)}, and there is no time to wait {delay:.3g} s "
                "for another attempt"
            ) from cause
        self.retries += 1
        return delay

    def deadline_exceeded(self, outcome: str) -> APITimeoutError:
        """Return the error for a call that exceeded its deadline with an outcome."""
        from .failures import deadline_error

        seconds = self.deadline.seconds if self.deadline else 0.0
        return deadline_error(self.prepared, outcome, seconds, self.retries)

    def _follow_redirect(self, response: httpx2.Response) -> float:
        from .redirect import MAX_REDIRECTS, evaluate_redirect

        location = response.headers.get("location")
        if location is None:
            raise self._error(response, "it has no Location header")
        if self.redirects >= MAX_REDIRECTS:
            raise self._error(
                response, f"the limit of {MAX_REDIRECTS} redirects is exceeded"
            )
        prepared = self.prepared
        redirect = evaluate_redirect(
            prepared.method, prepared.url, response.status_code, location
        )
        if isinstance(redirect, str):
            raise self._error(response, redirect)
        if redirect.method == prepared.method and not prepared.replayable:
            raise self._error(response, "the request body cannot be sent again")
        sends_body = redirect.method == prepared.method and prepared.content is not None
        if (
            sends_body
            and redirect.leaves_origin
            and not redirect.is_upgrade
            and not self.limits.allow_cross_origin_body
        ):
            raise self._error(
                response,
                f"it would send the request body to another origin, {redirect.origin}; "
                "pass allow_cross_origin_body=True to the client to allow that",
            )
        self.redirects += 1
        self.prepared = prepared.redirected(redirect)
        return _NO_DELAY

    def _decoder(self, response: httpx2.Response) -> Decoder:
        decoder, received = _load_decoding()
        return decoder(
            received(response.status_code, response.headers, response.content),
            self.prepared,
            self.limits.response_validation,
            self.models,
            self.operation,
        )

    def _error(self, response: httpx2.Response, not_followed: str) -> APIResponseError:
        """Return the error for a response.

        Args:
            response: The response.
            not_followed: Why a redirect was not followed; empty for other responses.
        """
        from .failures import status_error

        documented = _select_by_status(
            self.operation.errors, response.status_code, None
        )
        return status_error(
            self.prepared,
            response,
            self._decoder(response).decode_error(documented),
            retries=self.retries,
            not_followed=not_followed,
            is_cut=self.is_body_cut,
        )


@cache
def _load_decoding() -> tuple[type[Decoder], type[Received]]:
    # pydantic is not loaded before there is a response. The result is cached because an
    # import statement takes longer than the validation of a small response.
    from ..response.decode import Decoder, Received

    return Decoder, Received


@lru_cache(maxsize=64)
def _split_timeout(
    timeout: float | tuple[Seconds, Seconds, Seconds, Seconds] | None,
) -> dict[str, float | None]:
    return httpx2.Timeout(timeout).as_dict()


def _select_by_status(table: Mapping[str, V], status: int, otherwise: V) -> V:
    """Return the entry of a table by status: the status, its range, or `default`."""
    for key in (f"{status}", f"{status // 100}XX", "default"):
        if key in table:
            return table[key]
    return otherwise

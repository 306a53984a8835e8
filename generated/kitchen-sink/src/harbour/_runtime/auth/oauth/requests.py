"""Token requests: prepared and sent like calls of the API, but never redirected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import SDKError, TokenRequestError
from ...operation import Operation
from ...request.builder import SECRET_HEADERS, check_transport, user_agent
from ...request.prepared import PreparedRequest
from ...request.settings import MAX_ERROR_BYTES, NO_OPTIONS, resolve_limits
from ...request.url import check_base_url, redact_url
from ...response.chunks import BodyLimit
from ...transport.call import Call

if TYPE_CHECKING:
    import httpx2

    from ...errors import APIResponseError
    from ...hooks.observer import CallObserver
    from ...operation import Service
    from ...request.settings import Settings
    from ...transport.clock import Clock
    from ...transport.deadline import Deadline
    from .grants import TokenRequest

_OPERATION: Operation[None] = Operation("POST", "")


class TokenCall(Call):
    """State of one token request. `TokenFetch` interprets the response."""

    __slots__ = ()

    def handle_response(self, response: httpx2.Response) -> float | None:
        """Return the seconds to wait before a retry, or None to stop retrying."""
        return self._find_retry_delay(response)

    def body_limit(self, response: httpx2.Response) -> BodyLimit:
        """Return the limit of a body, which is cut: no token has this size."""
        return BodyLimit(MAX_ERROR_BYTES, cuts=True)

    def _error(
        self, response: httpx2.Response, not_followed: str = ""
    ) -> APIResponseError:
        """Return the error for a response, without its possibly secret body."""
        status = response.status_code
        return TokenRequestError(
            f"Token request failed: {self.prepared.describe()} returned {status}.",
            status_code=status,
            headers=response.headers,
        )


def begin_token_call(  # noqa: PLR0913 (one for each part of a call)
    request: TokenRequest,
    deadline: Deadline | None,
    *,
    service: Service,
    settings: Settings,
    clock: Clock,
    observer: CallObserver | None,
    is_early: bool,
) -> Call:
    """Prepare a token request and return its initial state.

    Args:
        request: The request of the token endpoint.
        deadline: The deadline of the call that needs the token, if it has one.
        service: The API.
        settings: The settings of the client.
        clock: The clock of the client.
        observer: The observer, which writes the log; None without a log.
        is_early: Whether the current token is still valid. An early request is not
            retried.

    Raises:
        SDKError: If the request cannot be made; see `prepare_token_request`.
    """
    limits = resolve_limits(settings, NO_OPTIONS)
    call = TokenCall(
        _OPERATION,
        prepare_token_request(request, service, settings),
        limits._replace(max_retries=0) if is_early else limits,
        service.models,
        clock,
        observer,
    )
    call.deadline = deadline or call.deadline
    return call


def prepare_token_request(
    request: TokenRequest, service: Service, settings: Settings
) -> PreparedRequest:
    """Return the prepared request for the token endpoint.

    Headers and query parameters of the client are not added to it.

    Raises:
        SDKError: If the URL is not an absolute http or https URL, or if it is plain
            http and `allow_insecure_http` is not set.
    """
    url = request.url
    # The URL of a document can be a template, or relative to an unknown base URL.
    try:
        is_complete = "{" not in url and bool(urlsplit(url).netloc)
    except ValueError:
        is_complete = False
    if not is_complete:
        raise SDKError(
            f"The token URL {redact_url(url)!r} is incomplete; pass "
            f"{request.url_argument} to the client."
        )
    check_base_url(url, request.url_argument)
    check_transport(url, is_allowed=settings.allow_insecure_http)
    headers = [
        ("User-Agent", user_agent(service)),
        ("Accept", "application/json"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ]
    if request.authorization:
        headers.append(("Authorization", request.authorization))
    return PreparedRequest(
        method="POST",
        url=url,
        headers=tuple(headers),
        content=request.content,
        secret_headers=SECRET_HEADERS,
        secret_query=frozenset(),
        # Servers keep accepting the last refresh token in case a response is lost.
        idempotent=True,
        replayable=True,
        cross_origin=True,
    )

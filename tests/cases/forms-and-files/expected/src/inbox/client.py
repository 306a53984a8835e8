"""The clients of Inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AsyncBaseClient,
    BaseClient,
    Omit,
    Operation,
    Options,
    ResponseValidation,
    Service,
    Timeout,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx2

    from ._runtime import Hooks
    from .models.login import LoginResponse
    from .resources.messages import AsyncMessages, Messages
    from .resources.notes import AsyncNotes, Notes

_SERVICE = Service(
    user_agent="inbox/0.1.0",
    base_url="https://inbox.example.com",
    base_url_environment="INBOX_BASE_URL",
    log_environment="INBOX_LOG",
)

_LOGIN: Operation[LoginResponse] = Operation(
    "POST",
    "/login",
    returns="LoginResponse",
    body="application/x-www-form-urlencoded",
    body_required=True,
)


class Client(BaseClient):
    """Client of Inbox.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        timeout: Seconds for each step of a call; None waits for ever.
        deadline: Seconds for each call as a whole, retries included; None for no limit.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        hooks: Functions to call around each request.
        http_client: An `httpx2.Client` of your own: proxies, certificates.
        transport: What carries requests in place of connections, as in tests.
        http2: Whether to speak HTTP/2 with servers that know it; needs the extra
            `http2`.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        hooks: Hooks | None = None,
        http_client: httpx2.Client | None = None,
        transport: httpx2.BaseTransport | None = None,
        http2: bool = False,
        response_validation: ResponseValidation = "lenient",
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={},
            variables={},
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            headers=headers,
            query=query,
            hooks=hooks,
            http_client=http_client,
            transport=transport,
            http2=http2,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def messages(self) -> Messages:
        """Messages: `attachments` and `raw`."""
        from .resources.messages import Messages

        return Messages(self)

    @cached_property
    def notes(self) -> Notes:
        """Notes: `create`."""
        from .resources.notes import Notes

        return Notes(self)

    def login(
        self,
        *,
        user: str,
        password: str,
        scope: Sequence[str] | Omit = omit,
        remember: bool | Omit = omit,
        options: Options | None = None,
    ) -> LoginResponse:
        """Log in.

        Args:
            remember: Default: `false`.

        Returns:
            A session.
        """
        return self.request(
            _LOGIN,
            body={
                "user": user,
                "password": password,
                "scope": scope,
                "remember": remember,
            },
            options=options,
        )


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for use with `await`.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        timeout: Seconds for each step of a call; None waits for ever.
        deadline: Seconds for each call as a whole, retries included; None for no limit.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        hooks: Functions to call around each request.
        http_client: An `httpx2.AsyncClient` of your own: proxies, certificates.
        transport: What carries requests in place of connections, as in tests.
        http2: Whether to speak HTTP/2 with servers that know it; needs the extra
            `http2`.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        hooks: Hooks | None = None,
        http_client: httpx2.AsyncClient | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
        http2: bool = False,
        response_validation: ResponseValidation = "lenient",
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={},
            variables={},
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            headers=headers,
            query=query,
            hooks=hooks,
            http_client=http_client,
            transport=transport,
            http2=http2,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def messages(self) -> AsyncMessages:
        """Messages: `attachments` and `raw`."""
        from .resources.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def notes(self) -> AsyncNotes:
        """Notes: `create`."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)

    async def login(
        self,
        *,
        user: str,
        password: str,
        scope: Sequence[str] | Omit = omit,
        remember: bool | Omit = omit,
        options: Options | None = None,
    ) -> LoginResponse:
        """Log in: see `Client.login`."""
        return await self.request(
            _LOGIN,
            body={
                "user": user,
                "password": password,
                "scope": scope,
                "remember": remember,
            },
            options=options,
        )

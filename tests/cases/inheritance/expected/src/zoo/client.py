"""The clients of Zoo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AsyncBaseClient,
    BaseClient,
    Omit,
    ResponseValidation,
    Service,
    Timeout,
    cached_property,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import Hooks
    from .resources.animals import AnimalsResource, AsyncAnimalsResource

_SERVICE = Service(
    user_agent="zoo/0.1.0",
    base_url="https://zoo.example.com/api",
    base_url_environment="ZOO_BASE_URL",
    log_environment="ZOO_LOG",
)


class Client(BaseClient):
    """Client of Zoo.

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
    def animals(self) -> AnimalsResource:
        """Animals: `list`, `create` and `retrieve`."""
        from .resources.animals import AnimalsResource

        return AnimalsResource(self)


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
    def animals(self) -> AsyncAnimalsResource:
        """Animals: `list`, `create` and `retrieve`."""
        from .resources.animals import AsyncAnimalsResource

        return AsyncAnimalsResource(self)

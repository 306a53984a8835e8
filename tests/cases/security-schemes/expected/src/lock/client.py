"""Synchronous and asynchronous clients for Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ApiKey,
    AsyncBaseClient,
    AsyncTokenProvider,
    BaseClient,
    Bearer,
    HttpScheme,
    OAuth2,
    Omit,
    ResponseValidation,
    Service,
    Timeout,
    TokenProvider,
    cached_property,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import httpx2

    from ._runtime import Hooks
    from .resources.doors import AsyncDoors, Doors
    from .resources.status import AsyncStatus, Status
    from .resources.visitors import AsyncVisitors, Visitors

_SERVICE = Service(
    user_agent="lock/0.1.0",
    base_url="https://{tenant}.lock.example.com/{version}",
    base_url_environment="LOCK_BASE_URL",
    log_environment="LOCK_LOG",
    variables={"tenant": "", "version": "v2"},
    schemes={
        "bearer": Bearer(environment=("LOCK_TOKEN",)),
        "digest": HttpScheme("digest", environment=("LOCK_CREDENTIALS",)),
        "session": ApiKey("cookie", "session", environment=("LOCK_API_KEY",)),
        "identity": Bearer(
            arguments=("identity_access_token",),
            environment=("LOCK_IDENTITY_ACCESS_TOKEN",),
        ),
        "staff": OAuth2(
            token_url="https://staff.example.com/token",
            refresh_url="https://staff.example.com/refresh",
            grants=("refresh_token", "password"),
            takes=(
                "access_token",
                "client_id",
                "client_secret",
                "username",
                "password",
                "refresh_token",
                "scopes",
                "token_url",
                "on_refresh_token",
            ),
            arguments=(
                "staff_access_token",
                "staff_client_id",
                "staff_client_secret",
                "staff_username",
                "staff_password",
                "staff_refresh_token",
                "staff_scopes",
                "staff_token_url",
                "staff_on_refresh_token",
            ),
            environment=(
                "LOCK_STAFF_ACCESS_TOKEN",
                "LOCK_STAFF_CLIENT_ID",
                "LOCK_STAFF_CLIENT_SECRET",
                "LOCK_STAFF_USERNAME",
                "LOCK_STAFF_PASSWORD",
                "LOCK_STAFF_REFRESH_TOKEN",
                "LOCK_STAFF_SCOPES",
                "LOCK_STAFF_TOKEN_URL",
            ),
        ),
    },
    security=(("bearer",), ("session",)),
)


class Client(BaseClient):
    """Client for Lock.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        tenant: The name of your tenant.
        base_url: Base URL of the API. Overrides the default.
        version: Value of `version` in the base URL.

            One of `v1`, `v2`.
        token: A token of your account.
        credentials: Credentials sent in the Authorization header after the scheme name.
        api_key: API key.
        identity_access_token: OAuth 2 access token.
        staff_access_token: OAuth 2 access token.
        staff_client_id: OAuth 2 client ID, used to fetch access tokens.
        staff_client_secret: OAuth 2 client secret, used to fetch access tokens.
        staff_username: User name, used to fetch access tokens with the password grant.
        staff_password: Password, used to fetch access tokens with the password grant.
        staff_refresh_token: OAuth 2 refresh token, used to fetch access tokens.
        staff_scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `close`, `open`.
        staff_token_url: URL of the token endpoint. Overrides the default.
        staff_on_refresh_token: Callback that receives each new refresh token, to store
            it.
        timeout: Timeout in seconds for connect, read, write and pool, or an
            `httpx2.Timeout`. Defaults to 5 for connect and 60 for the others; None
            disables it.
        deadline: Maximum total time of a call in seconds, including retries; None
            disables it.
        max_retries: Maximum number of retries per call. Defaults to 2.
        headers: Additional headers for every request; `omit` removes a default header.
        query: Additional query parameters for every request.
        hooks: Event hooks, called before each request, after each response and before
            each retry.
        http_client: Custom `httpx2.Client`, for example with a proxy or client
            certificates. It is not closed with this client.
        transport: Transport used to send requests instead of the network, for example
            in tests.
        http2: Whether to use HTTP/2 with servers that support it. Requires the `http2`
            extra.
        response_validation: How to treat responses that do not match their schema:
            `"lenient"` keeps mismatched values as received and issues a
            `ResponseValidationWarning` once per operation, `"warn"` issues one for each
            response, `"strict"` raises `APIDecodeError`.
        max_response_bytes: Maximum size of a response body in bytes, after
            decompression. Defaults to 1 GiB; None disables it. Streams and downloads
            are not limited.
        allow_insecure_http: Whether to allow sending credentials over unencrypted HTTP.
            Requests to the local host are always allowed.
        allow_cross_origin_body: Whether to follow redirects that send the request body
            to another origin.
    """

    def __init__(
        self,
        *,
        tenant: str,
        base_url: str | None = None,
        version: str | None = None,
        token: str | TokenProvider | None = None,
        credentials: str | TokenProvider | None = None,
        api_key: str | None = None,
        identity_access_token: str | TokenProvider | None = None,
        staff_access_token: str | TokenProvider | None = None,
        staff_client_id: str | None = None,
        staff_client_secret: str | None = None,
        staff_username: str | None = None,
        staff_password: str | None = None,
        staff_refresh_token: str | None = None,
        staff_scopes: str | Sequence[str] | None = None,
        staff_token_url: str | None = None,
        staff_on_refresh_token: Callable[[str], object] | None = None,
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
        max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES,
        allow_insecure_http: bool = False,
        allow_cross_origin_body: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "bearer": token,
                "digest": credentials,
                "session": api_key,
                "identity": identity_access_token,
                "staff": (
                    staff_access_token,
                    staff_client_id,
                    staff_client_secret,
                    staff_username,
                    staff_password,
                    staff_refresh_token,
                    staff_scopes,
                    staff_token_url,
                    staff_on_refresh_token,
                ),
            },
            variables={"tenant": tenant, "version": version},
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def doors(self) -> Doors:
        """Doors: `list` and `open`."""
        from .resources.doors import Doors

        return Doors(self)

    @cached_property
    def status(self) -> Status:
        """Status: `retrieve`."""
        from .resources.status import Status

        return Status(self)

    @cached_property
    def visitors(self) -> Visitors:
        """Visitors: `list`."""
        from .resources.visitors import Visitors

        return Visitors(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous version of `Client`.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        tenant: The name of your tenant.
        base_url: Base URL of the API. Overrides the default.
        version: Value of `version` in the base URL.

            One of `v1`, `v2`.
        token: A token of your account.
        credentials: Credentials sent in the Authorization header after the scheme name.
        api_key: API key.
        identity_access_token: OAuth 2 access token.
        staff_access_token: OAuth 2 access token.
        staff_client_id: OAuth 2 client ID, used to fetch access tokens.
        staff_client_secret: OAuth 2 client secret, used to fetch access tokens.
        staff_username: User name, used to fetch access tokens with the password grant.
        staff_password: Password, used to fetch access tokens with the password grant.
        staff_refresh_token: OAuth 2 refresh token, used to fetch access tokens.
        staff_scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `close`, `open`.
        staff_token_url: URL of the token endpoint. Overrides the default.
        staff_on_refresh_token: Callback that receives each new refresh token, to store
            it.
        timeout: Timeout in seconds for connect, read, write and pool, or an
            `httpx2.Timeout`. Defaults to 5 for connect and 60 for the others; None
            disables it.
        deadline: Maximum total time of a call in seconds, including retries; None
            disables it.
        max_retries: Maximum number of retries per call. Defaults to 2.
        headers: Additional headers for every request; `omit` removes a default header.
        query: Additional query parameters for every request.
        hooks: Event hooks, called before each request, after each response and before
            each retry.
        http_client: Custom `httpx2.AsyncClient`, for example with a proxy or client
            certificates. It is not closed with this client.
        transport: Transport used to send requests instead of the network, for example
            in tests.
        http2: Whether to use HTTP/2 with servers that support it. Requires the `http2`
            extra.
        response_validation: How to treat responses that do not match their schema:
            `"lenient"` keeps mismatched values as received and issues a
            `ResponseValidationWarning` once per operation, `"warn"` issues one for each
            response, `"strict"` raises `APIDecodeError`.
        max_response_bytes: Maximum size of a response body in bytes, after
            decompression. Defaults to 1 GiB; None disables it. Streams and downloads
            are not limited.
        allow_insecure_http: Whether to allow sending credentials over unencrypted HTTP.
            Requests to the local host are always allowed.
        allow_cross_origin_body: Whether to follow redirects that send the request body
            to another origin.
    """

    def __init__(
        self,
        *,
        tenant: str,
        base_url: str | None = None,
        version: str | None = None,
        token: str | AsyncTokenProvider | None = None,
        credentials: str | AsyncTokenProvider | None = None,
        api_key: str | None = None,
        identity_access_token: str | AsyncTokenProvider | None = None,
        staff_access_token: str | AsyncTokenProvider | None = None,
        staff_client_id: str | None = None,
        staff_client_secret: str | None = None,
        staff_username: str | None = None,
        staff_password: str | None = None,
        staff_refresh_token: str | None = None,
        staff_scopes: str | Sequence[str] | None = None,
        staff_token_url: str | None = None,
        staff_on_refresh_token: Callable[[str], object] | None = None,
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
        max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES,
        allow_insecure_http: bool = False,
        allow_cross_origin_body: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "bearer": token,
                "digest": credentials,
                "session": api_key,
                "identity": identity_access_token,
                "staff": (
                    staff_access_token,
                    staff_client_id,
                    staff_client_secret,
                    staff_username,
                    staff_password,
                    staff_refresh_token,
                    staff_scopes,
                    staff_token_url,
                    staff_on_refresh_token,
                ),
            },
            variables={"tenant": tenant, "version": version},
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def doors(self) -> AsyncDoors:
        """Doors: `list` and `open`."""
        from .resources.doors import AsyncDoors

        return AsyncDoors(self)

    @cached_property
    def status(self) -> AsyncStatus:
        """Status: `retrieve`."""
        from .resources.status import AsyncStatus

        return AsyncStatus(self)

    @cached_property
    def visitors(self) -> AsyncVisitors:
        """Visitors: `list`."""
        from .resources.visitors import AsyncVisitors

        return AsyncVisitors(self)

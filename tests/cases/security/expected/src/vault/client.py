"""Synchronous and asynchronous clients for Vault."""

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
    Basic,
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
    from .resources.secrets import AsyncSecrets, Secrets
    from .resources.status import AsyncStatus, Status

_SERVICE = Service(
    user_agent="acme-vault/2.1.0",
    base_url="https://vault.example.com",
    base_url_environment="VAULT_BASE_URL",
    log_environment="VAULT_LOG",
    schemes={
        "password": Basic(environment=("VAULT_USERNAME", "VAULT_PASSWORD")),
        "key": ApiKey(
            "header",
            "X-Vault-Key",
            arguments=("vault_key",),
            environment=("VAULT_KEY",),
        ),
        "app_id": ApiKey("query", "app", environment=("VAULT_API_KEY",)),
        "login": OAuth2(
            token_url="https://vault.example.com/token",
            grants=("refresh_token",),
            takes=(
                "access_token",
                "client_id",
                "client_secret",
                "refresh_token",
                "token_url",
                "on_refresh_token",
            ),
            environment=(
                "VAULT_ACCESS_TOKEN",
                "VAULT_CLIENT_ID",
                "VAULT_CLIENT_SECRET",
                "VAULT_REFRESH_TOKEN",
                "VAULT_TOKEN_URL",
            ),
        ),
        "machine": OAuth2(
            token_url="https://vault.example.com/token",
            grants=("client_credentials",),
            takes=("access_token", "client_id", "client_secret", "scopes", "token_url"),
            environment=(
                "VAULT_ACCESS_TOKEN",
                "VAULT_CLIENT_ID",
                "VAULT_CLIENT_SECRET",
                "VAULT_SCOPES",
                "VAULT_TOKEN_URL",
            ),
        ),
    },
    security=(("password",), ("key", "app_id")),
)


class Client(BaseClient):
    """Client for Vault.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
        username: User name for basic authentication.
        password: Password for basic authentication.
        vault_key: From your profile.
        api_key: API key.
        access_token: OAuth 2 access token.
        client_id: OAuth 2 client ID, used to fetch access tokens.
        client_secret: OAuth 2 client secret, used to fetch access tokens.
        refresh_token: OAuth 2 refresh token, used to fetch access tokens.
        scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `read`, `write`.
        token_url: URL of the token endpoint. Overrides the default.
        on_refresh_token: Callback that receives each new refresh token, to store it.
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
        base_url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        vault_key: str | None = None,
        api_key: str | None = None,
        access_token: str | TokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        refresh_token: str | None = None,
        scopes: str | Sequence[str] | None = None,
        token_url: str | None = None,
        on_refresh_token: Callable[[str], object] | None = None,
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
                "password": (username, password),
                "key": vault_key,
                "app_id": api_key,
                "login": (
                    access_token,
                    client_id,
                    client_secret,
                    refresh_token,
                    token_url,
                    on_refresh_token,
                ),
                "machine": (access_token, client_id, client_secret, scopes, token_url),
            },
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def secrets(self) -> Secrets:
        """Secrets: `list`, `retrieve` and `update`."""
        from .resources.secrets import Secrets

        return Secrets(self)

    @cached_property
    def status(self) -> Status:
        """Status: `check`."""
        from .resources.status import Status

        return Status(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous version of `Client`.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
        username: User name for basic authentication.
        password: Password for basic authentication.
        vault_key: From your profile.
        api_key: API key.
        access_token: OAuth 2 access token.
        client_id: OAuth 2 client ID, used to fetch access tokens.
        client_secret: OAuth 2 client secret, used to fetch access tokens.
        refresh_token: OAuth 2 refresh token, used to fetch access tokens.
        scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `read`, `write`.
        token_url: URL of the token endpoint. Overrides the default.
        on_refresh_token: Callback that receives each new refresh token, to store it.
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
        base_url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        vault_key: str | None = None,
        api_key: str | None = None,
        access_token: str | AsyncTokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        refresh_token: str | None = None,
        scopes: str | Sequence[str] | None = None,
        token_url: str | None = None,
        on_refresh_token: Callable[[str], object] | None = None,
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
                "password": (username, password),
                "key": vault_key,
                "app_id": api_key,
                "login": (
                    access_token,
                    client_id,
                    client_secret,
                    refresh_token,
                    token_url,
                    on_refresh_token,
                ),
                "machine": (access_token, client_id, client_secret, scopes, token_url),
            },
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def secrets(self) -> AsyncSecrets:
        """Secrets: `list`, `retrieve` and `update`."""
        from .resources.secrets import AsyncSecrets

        return AsyncSecrets(self)

    @cached_property
    def status(self) -> AsyncStatus:
        """Status: `check`."""
        from .resources.status import AsyncStatus

        return AsyncStatus(self)

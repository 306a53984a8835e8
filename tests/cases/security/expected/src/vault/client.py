"""The clients of Vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
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
    """Client of Vault.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        username: The user name.
        password: The password.
        vault_key: From your profile.
        api_key: The API key.
        access_token: An OAuth 2 access token.
        client_id: The id of the OAuth 2 client that fetches tokens.
        client_secret: The secret of that client.
        refresh_token: The refresh token that access tokens are fetched with.
        scopes: The scopes to ask for; the server decides where there are none.

            Known: `read`, `write`.
        token_url: Where tokens are fetched, if not where the API's description says.
        on_refresh_token: Called with each new refresh token, so that it can be stored.
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
        allow_insecure_http: bool = False,
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
            allow_insecure_http=allow_insecure_http,
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
    """The same as `Client`, for use with `await`.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        username: The user name.
        password: The password.
        vault_key: From your profile.
        api_key: The API key.
        access_token: An OAuth 2 access token.
        client_id: The id of the OAuth 2 client that fetches tokens.
        client_secret: The secret of that client.
        refresh_token: The refresh token that access tokens are fetched with.
        scopes: The scopes to ask for; the server decides where there are none.

            Known: `read`, `write`.
        token_url: Where tokens are fetched, if not where the API's description says.
        on_refresh_token: Called with each new refresh token, so that it can be stored.
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
        allow_insecure_http: bool = False,
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
            allow_insecure_http=allow_insecure_http,
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
